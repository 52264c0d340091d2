import CPseudoTerminal
import Foundation
import Glibc

/// Runs short commands, `tmux` above all, without a shell between.
enum ChildCommand {
    /// - Returns: everything that the command wrote to standard output.
    /// - Throws: when it cannot start or ends with another code than 0, with what it wrote to standard error.
    static func run(_ arguments: [String], input: String? = nil, environment: [String: String]? = nil) throws -> String
    {
        let output = try BytePipe()
        let complaints = try BytePipe()
        let feed = try BytePipe()
        let pid = try spawn(arguments, environment: environment) { actions in
            posix_spawn_file_actions_adddup2(&actions, feed.readEnd, STDIN_FILENO)
            posix_spawn_file_actions_adddup2(&actions, output.writeEnd, STDOUT_FILENO)
            posix_spawn_file_actions_adddup2(&actions, complaints.writeEnd, STDERR_FILENO)
        }
        feed.write(input ?? "")
        feed.closeWriteEnd()
        output.closeWriteEnd()
        complaints.closeWriteEnd()
        let text = output.readAll()
        let complaint = complaints.readAll()
        let status = waitForEnd(of: pid)
        guard status == 0 else {
            throw HarnessError("`\(arguments.joined(separator: " "))` ended with \(status): \(complaint)")
        }
        return text
    }

    /// Starts a program with only the descriptors that `redirect` gives it.
    static func spawn(
        _ arguments: [String], environment: [String: String]?, newSession: Bool = false,
        redirect: (inout posix_spawn_file_actions_t) -> Void
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        redirect(&actions)
        // Foundation's pipes are not closed in children: one held open here would keep a server from seeing its end.
        cpt_close_from(&actions, STDERR_FILENO + 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The tests' own process may ignore or block signals that the program must see.
        var all = sigset_t()
        var none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        // POSIX_SPAWN_SETSID, a GNU extension that Swift's Glibc module does not show.
        let setSession: Int32 = newSession ? 0x80 : 0
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | setSession))

        var pid: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let variables = environment.map { $0.map { "\($0.key)=\($0.value)" } } ?? currentEnvironment()
        var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for word in words + settings { free(word) } }
        let code = posix_spawnp(&pid, arguments[0], &actions, &attributes, &words, &settings)
        guard code == 0 else {
            throw HarnessError("\(arguments[0]) does not start: \(String(cString: strerror(code)))")
        }
        return pid
    }

    /// The exit code, or 128 and the signal's number.
    static func waitForEnd(of pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        return exitCode(ofStatus: status)
    }

    static func exitCode(ofStatus status: Int32) -> Int32 {
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private static func currentEnvironment() -> [String] {
        ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    }
}
