import Foundation
import Synchronization

/// Ends the portal when standard input ends, and before it runs the program, where that goes on reading.
final class EndOfInput: Sendable {
    private enum State {
        case starting, ended
        case running(RunningDemo)
    }

    private let state = Mutex(State.starting)

    /// A thread of its own that sleeps in `read`: it costs nothing until the input ends.
    static func watch() -> EndOfInput {
        let ending = EndOfInput()
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while true {
                let count = read(STDIN_FILENO, &byte, 1)
                guard count > 0 || (count < 0 && errno == EINTR) else { break }
            }
            ending.end()
        }
        return ending
    }

    private func end() {
        if let running = take(.ended) { return Self.stop(running) }
        // A catalogue may be a pipe that never ends, and nothing was promised to anybody yet.
        Thread.sleep(forTimeInterval: Self.secondsToStart)
        _exit(EXIT_SUCCESS)
    }

    /// What is being read is read to its end, where that is near.
    private static let secondsToStart: TimeInterval = 10

    /// From here on what runs is stopped, in order: at once where the input has ended meanwhile.
    func stops(_ running: RunningDemo) {
        let hasEnded = state.withLock { state in
            if case .ended = state { return true }
            state = .running(running)
            return false
        }
        if hasEnded { Self.stop(running) }
    }

    /// - Returns: what ran before.
    private func take(_ next: State) -> RunningDemo? {
        state.withLock { state in
            defer { state = next }
            if case .running(let running) = state { return running }
            return nil
        }
    }

    private static func stop(_ running: RunningDemo) { Task { await running.stop() } }
}
