import Foundation

/// One thread for one terminal, which may wait without taking a thread away from the tests' tasks.
final class ThreadExecutor: SerialExecutor {
    private struct Queue {
        var jobs: [UnownedJob] = []
        var isOver = false
    }

    /// The condition guards its queue; a `Mutex` cannot be waited on.
    private final class Mailbox: @unchecked Sendable {
        private let condition = NSCondition()
        private var queue = Queue()

        func add(_ job: UnownedJob) {
            condition.withLock { queue.jobs.append(job) }
            condition.signal()
        }

        func end() {
            condition.withLock { queue.isOver = true }
            condition.signal()
        }

        /// Waits for the next jobs; nil when it is over.
        func next() -> [UnownedJob]? {
            condition.withLock {
                while queue.jobs.isEmpty && !queue.isOver { condition.wait() }
                defer { queue.jobs = [] }
                return queue.jobs.isEmpty ? nil : queue.jobs
            }
        }
    }

    private let mailbox = Mailbox()

    init(name: String) {
        let unowned = asUnownedSerialExecutor()
        let thread = Thread { [mailbox] in
            while let jobs = mailbox.next() {
                for job in jobs { job.runSynchronously(on: unowned) }
            }
        }
        thread.name = name
        thread.start()
    }

    deinit {
        mailbox.end()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        mailbox.add(UnownedJob(job))
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
}
