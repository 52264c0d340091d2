import Foundation
import Glibc
import TerminalHarness

/// A program that was run to its end, with what the kernel charged it: itself alone, so that runs can be told apart.
struct MeasuredRun {
    /// Of all its threads.
    let cpu: Duration
    /// The most memory that it had at once, in bytes.
    let peak: Int
    /// - Parameters:
    ///   - command: the first is looked for in `PATH`.
    ///   - input: a file for standard input; nothing when nil.
    ///   - output: a file for standard output; thrown away when nil.
    init(_ command: [String], input: String? = nil, output: String? = nil, environment: [String: String]? = nil) throws
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let variables = (environment ?? ProcessInfo.processInfo.environment).map { "\($0.key)=\($0.value)" }
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        var given: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for text in arguments + given { free(text) } }
        var child: pid_t = 0
        guard let name = command.first, posix_spawnp(&child, name, &actions, nil, &arguments, &given) == 0 else {
            throw HarnessError("\(command.first ?? "nothing") could not be started")
        }
        var (usage, ended) = (rusage(), Int32(0))
        while wait4(child, &ended, 0, &usage) < 0 {
            guard errno == EINTR else { throw HarnessError("\(name) was lost") }
        }
        cpu = Self.duration(usage.ru_utime) + Self.duration(usage.ru_stime)
        peak = usage.ru_maxrss * 1024
        // What failed measures nothing. fzf ends with 1 where it finds nothing.
        guard ended == 0 || name == "fzf" && ended == 1 << 8 else {
            throw HarnessError("\(command.joined(separator: " ")) ended with \(ended)")
        }
    }

    private static func duration(_ time: timeval) -> Duration { .seconds(time.tv_sec) + .microseconds(time.tv_usec) }

    /// What this process was charged until now, with all its threads.
    static var own: Duration {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return duration(usage.ru_utime) + duration(usage.ru_stime)
    }

    static func isInstalled(_ program: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            access($0 + "/" + program, X_OK) == 0
        }
    }
}
