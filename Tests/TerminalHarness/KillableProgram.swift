import Foundation
import Glibc

/// A program without a terminal that may be killed at any moment, as a scheduler, `timeout` or a lost node does it.
public final class KillableProgram: Sendable {
    private let pid: pid_t
    private let words: String

    /// - Parameter words: a file for what it writes to standard error.
    public init(_ arguments: [String], environment: [String: String], words: String) throws {
        self.words = words
        let mode = O_WRONLY | O_CREAT | O_TRUNC
        pid = try ChildCommand.spawn(arguments, environment: environment) { actions in
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, words, mode, 0o600)
        }
    }

    /// Lets it run for so long, sends it the signal unless it has ended by then, and waits for its end.
    /// - Returns: its exit code, or 128 and the signal's number, and what it said.
    public func end(after time: Duration, by signal: Int32) async throws -> (status: Int32, words: String) {
        if await !ProcessEnd.comes(to: pid, within: time) { Glibc.kill(pid, signal) }
        return try await end()
    }

    /// Waits for its end.
    public func end() async throws -> (status: Int32, words: String) {
        try await ProcessEnd.wait(for: pid)
        return (ChildCommand.waitForEnd(of: pid), try String(contentsOfFile: words, encoding: .utf8))
    }
}
