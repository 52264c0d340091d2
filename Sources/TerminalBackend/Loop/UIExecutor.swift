import CTerminal
import Glibc
import Synchronization

/// Runs the jobs of ``UI`` on the main thread and sleeps in `poll()` between them.
///
/// An enqueued job costs a wake-up (one byte in the self-pipe) only when the thread sleeps and the job comes from
/// another thread. While nothing happens the thread has no wake-ups at all.
public final class UIExecutor: SerialExecutor {
    private struct Queue {
        var jobs: [UnownedJob] = []
        var isSleeping = false
        var isStopped = false
    }

    private let queue = Mutex(Queue())

    init() {}

    // MARK: - What Swift's concurrency asks of an executor

    /// Takes a job from any thread, and wakes the main thread where it sleeps.
    public func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        wakeIfAsleep { $0.jobs.append(unowned) }
    }

    /// Without ownership: the executor lives as long as the process.
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// Ends the program on any thread but the main one. Called by Swift's runtime where isolation is assumed.
    public func checkIsolated() {
        precondition(ct_is_ui_thread(), "this must run on the thread of the user interface")
    }

    /// Whether this is the main thread.
    public func isIsolatingCurrentContext() -> Bool? { ct_is_ui_thread() }

    // MARK: - The loop

    /// Makes the calling thread the one of the user interface and runs its jobs until ``stop()``.
    ///
    /// May be called again after it returned, on the same thread. Throws when the self-pipe cannot be opened.
    public func run() throws(SystemError) {
        let pipe = ct_pipe_open()
        guard pipe >= 0 else { throw SystemError("open a pipe for signals") }
        ct_mark_ui_thread()
        queue.withLock { $0.isStopped = false }
        UI.assumeIsolated { EventSources.shared.selfPipe = pipe }
        while !queue.withLock({ $0.isStopped }) {
            runJobs()
            UI.assumeIsolated {
                let sources = EventSources.shared
                sources.fireDueTimers()
                if isDrained { sources.beforeSleep?() }
                sources.wait(mayBlock: fallAsleep())
                queue.withLock { $0.isSleeping = false }
                sources.dispatchReady()
            }
        }
    }

    /// Makes ``run()`` return after the job that runs now. Safe from any thread.
    public func stop() {
        wakeIfAsleep { $0.isStopped = true }
    }

    private func runJobs() {
        // Jobs that these jobs enqueue wait for the next round, so that keys are read in between.
        let jobs = queue.withLock { queue in
            defer { queue.jobs.removeAll(keepingCapacity: true) }
            return queue.jobs
        }
        for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }

    private var isDrained: Bool { queue.withLock { $0.jobs.isEmpty && !$0.isStopped } }

    /// Whether the thread may sleep; from then on an enqueued job wakes it.
    private func fallAsleep() -> Bool {
        queue.withLock { queue in
            queue.isSleeping = queue.jobs.isEmpty && !queue.isStopped
            return queue.isSleeping
        }
    }

    private func wakeIfAsleep(_ change: (inout Queue) -> Void) {
        let wasAsleep = queue.withLock { queue in
            change(&queue)
            defer { queue.isSleeping = false }
            return queue.isSleeping
        }
        if wasAsleep { ct_pipe_wake() }
    }
}
