import Foundation
import TerminalBackend
import Testing

/// The executor, on a thread that these tests start.
@Suite(.timeLimit(.minutes(5)))
struct UIExecutorTests {
    /// The thread lives as long as the tests do; the executor is one for the whole process.
    private static let loop: Void = Thread.detachNewThread {
        do { try UI.executor.run() } catch { Issue.record(error) }
    }

    init() {
        Self.loop
    }

    @Test func jobsFromManyThreadsAllRunOnOne() async {
        let threads = await withTaskGroup(of: pthread_t.self) { group in
            for _ in 0..<500 { group.addTask { await Self.thread() } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(threads.count == 1)
    }

    @UI private static func thread() -> pthread_t { pthread_self() }

    @UI @Test func timersFireInTheOrderOfTheirDeadlines() async {
        let order = Record()
        let start = ContinuousClock.now
        await withCheckedContinuation { continuation in
            for delay in [30, 10, 20] {
                EventSources.shared.schedule(at: start + .milliseconds(delay)) { order.add(delay) }
            }
            let cancelled = EventSources.shared.schedule(at: start + .milliseconds(15)) { order.add(15) }
            cancelled.cancel()
            EventSources.shared.schedule(at: start + .milliseconds(40)) { continuation.resume() }
        }
        #expect(order.values == [10, 20, 30])
    }

    // These two sleep because the clock's own sleep is what they test.
    @Test func sleepingEndsAtItsDeadline() async throws {
        let deadline = ContinuousClock.now + .milliseconds(20)
        try await UIClock().sleep(until: deadline)
        #expect(ContinuousClock.now >= deadline)
    }

    @Test func aCancelledSleepEndsAtOnce() async {
        let sleeper = Task { try await UIClock().sleep(for: .seconds(3600)) }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }

    @UI @Test func aDescriptorThatBecomesReadableIsReported() async {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        let (reader, writer) = (ends[0], ends[1])
        await withCheckedContinuation { continuation in
            EventSources.shared.whenReadable(reader) {
                EventSources.shared.removeReader(reader)
                continuation.resume()
            }
            Thread.detachNewThread { _ = write(writer, "x", 1) }
        }
        for end in ends { close(end) }
    }

    @UI @Test func aSignalIsReportedOnTheThread() async throws {
        await withCheckedContinuation { continuation in
            do {
                try EventSources.shared.onSignal(SIGUSR2) { continuation.resume() }
            } catch {
                Issue.record(error)
                continuation.resume()
            }
            kill(getpid(), SIGUSR2)
        }
        EventSources.shared.removeSignal(SIGUSR2)
    }
}

/// What happened, in order.
@UI
private final class Record {
    private(set) var values: [Int] = []

    func add(_ value: Int) { values.append(value) }
}
