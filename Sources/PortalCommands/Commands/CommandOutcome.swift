import Dispatch
import Glibc
import PortalServices
import Synchronization
import TerminalBackend

/// What becomes of a command: its own end, or a signal.
///
/// A signal ends it at once, as every program, but for one case: while the sign-in is being renewed or revoked its answer
/// is awaited first, and kept (`UncutWork`). Then a second ^C ends it all the same. A second SIGTERM or SIGHUP does not:
/// shells and `timeout` send both twice.
final class CommandOutcome: Sendable {
    private let result = Mutex<Result<Void, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)
    private let signals = EndingSignals.watch()

    /// What a second ^C of a person is told from: some programs pass on one that the terminal has sent already.
    private static let secondThoughts = Duration.milliseconds(300)

    func end(with result: Result<Void, any Error>) {
        self.result.withLock { $0 = result }
        isDone.signal()
        EndingSignals.wake()
    }

    /// Returns when the command has ended by itself.
    func wait() -> Result<Void, any Error> {
        guard let signals else {
            isDone.wait()
            return result.withLock { $0 } ?? .success(())
        }
        while true {
            if let result = result.withLock({ $0 }) { return result }
            if let signal = signals.next().first { leave(by: signal, signals) }
        }
    }

    private func leave(by signal: Int32, _ signals: EndingSignals) -> Never {
        let hasSettled = Mutex(false)
        let isUnderWay = UncutWork.shared.end {
            hasSettled.withLock { $0 = true }
            EndingSignals.wake()
        }
        HiddenTyping.restore()
        LastWords.say()
        guard isUnderWay else { EndingSignals.end(by: signal) }
        let start = ContinuousClock.now
        let deadline = start + UncutWork.longest
        CommandOutput().note(SignInCommandWords.awaitsAnswer)
        while !hasSettled.withLock({ $0 }), ContinuousClock.now < deadline {
            let more = signals.next(until: deadline)
            if more.contains(SIGINT), ContinuousClock.now - start > Self.secondThoughts { break }
        }
        EndingSignals.end(by: signal)
    }
}
