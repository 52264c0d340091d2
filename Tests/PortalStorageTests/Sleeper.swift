import Glibc

@testable import PortalStorage

/// A process of its own that does nothing, to hold a lease.
struct Sleeper {
    let holder: LeaseHolder

    /// Started without this process's files: who reads the tests' output would else wait for it.
    init() throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<CInt> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var process: pid_t = 0
        let arguments = ["/bin/sleep", "600"].map { (argument: String) in strdup(argument) }
        defer { for argument in arguments { free(argument) } }
        let code = posix_spawn(&process, "/bin/sleep", &actions, nil, arguments + [nil], nil)
        guard code == 0 else { throw FileFailure("/bin/sleep", code) }
        holder = LeaseHolder.of(process: process)
    }

    /// Ends it without asking for its result: it stays behind as a zombie, as under a parent that does not ask.
    func kill() {
        Glibc.kill(holder.process, SIGKILL)
        var information = siginfo_t()
        waitid(P_PID, id_t(holder.process), &information, WEXITED | WNOWAIT)
    }

    func end() {
        Glibc.kill(holder.process, SIGKILL)
        waitpid(holder.process, nil, 0)
    }
}
