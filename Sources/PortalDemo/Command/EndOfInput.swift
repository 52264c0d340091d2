import Foundation
import Synchronization

/// Ends the portal when standard input ends, and before it runs the program, whatever that is reading.
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
        let running = state.withLock { state -> RunningDemo? in
            guard case .running(let running) = state else { return nil }
            state = .ended
            return running
        }
        // Nothing was promised to anybody yet; a catalogue may be a pipe that never ends.
        guard let running else { _exit(EXIT_SUCCESS) }
        Task { await running.stop() }
    }

    /// From here on what runs is stopped, in order.
    func stops(_ running: RunningDemo) { state.withLock { $0 = .running(running) } }
}
