import Foundation
import JSONStream
import Logging
import PortalModel
import TerminalBackend

/// A program of the person's that is told of changes: each as JSON on its standard input (docs/schemas/requests-watch.json),
/// once for a change. No shell reads anything, nothing of it is an argument, and its environment holds no secret: those
/// were taken out of it when this program started.
package struct ChangeHook: Sendable {
    private let command: [String]
    private let environment: Environment
    private let logger: Logger

    /// - Parameter command: a program, found by `PATH`, and its arguments; empty for none. `~/` stands for the home
    ///   directory.
    package init(_ command: [String], environment: Environment, logger: Logger) {
        self.command = command.map { HomePath.expanded($0, home: environment.home) }
        self.environment = environment
        self.logger = logger
    }

    /// Returns at once: the program has all the time that it wants, and one change after the other.
    package func tell(_ movements: [RequestMovement]) {
        guard !command.isEmpty, !movements.isEmpty else { return }
        let seen = Date()
        let records = movements.prefix(Self.most).compactMap { movement in
            try? JSONStream.encode(
                RequestMovementRecord(movement, seenAt: seen, languages: environment.languages), dates: .iso8601)
        }
        Thread.detachNewThread { for record in records { run(Data(record + [0x0A])) } }
    }

    private func run(_ input: Data) {
        let folders = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"].compactMap(\.self)
        guard let descriptor = UnnamedFile.holding(input, in: folders) else {
            logger.warning("hook not told", metadata: ["reason": "no file for its input"])
            return
        }
        defer { close(descriptor) }
        guard let process = start(descriptor) else { return }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        if status != 0 { logger.warning("hook failed", metadata: ["status": "\(status)"]) }
    }

    private func start(_ input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        // The terminal is the screen's.
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        InheritedDescriptors.close(in: &actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        // A session of its own (POSIX_SPAWN_SETSID): keys of the terminal are not for it.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | 0x80))
        var process: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let code = posix_spawnp(&process, command[0], &actions, &attributes, &words, environ)
        guard code == 0 else {
            logger.warning("hook not started", metadata: ["error": "\(String(cString: strerror(code)))"])
            return nil
        }
        return process
    }

    /// Of one look: more than anybody reads.
    private static let most = 20
}
