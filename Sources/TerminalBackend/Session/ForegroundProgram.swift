import CTerminal
import Glibc

/// Runs another program in the terminal: the user's editor or pager. Use it inside ``TerminalSession/lend(_:)``.
public enum ForegroundProgram {
    /// How it ended.
    public enum Exit: Sendable, Hashable {
        /// It ended by itself with this status.
        case code(Int32)
        /// This signal ended it.
        case signal(Int32)
    }

    /// Starts the program and returns when it has ended.
    /// - Parameter arguments: the program, found by `PATH`, and its arguments. An editor setting with arguments of
    ///   its own is best run as `["/bin/sh", "-c", "\(editor) \"$@\"", "sh", file]`.
    /// - Parameter input: what is its standard input; this program's own when nil.
    /// - Parameter onStart: told its process number.
    @UI
    public static func run(
        _ arguments: [String], input: Int32? = nil, onStart: (pid_t) -> Void = { _ in }
    ) async throws(SystemError) -> Exit {
        let pid = try spawn(arguments, input)
        onStart(pid)
        let descriptor = ct_child_descriptor(pid)
        if descriptor >= 0 {
            await readable(descriptor)
            close(descriptor)
        }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemError("wait for \(arguments[0])") }
        }
        let signal = status & 0x7F
        return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
    }

    private static func spawn(_ arguments: [String], _ input: Int32?) throws(SystemError) -> pid_t {
        guard let program = arguments.first else { throw SystemError("start a program without a name", code: EINVAL) }
        // What the program ignores its children would ignore too: a pager must end when its pipe does.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var standard = sigset_t()
        sigemptyset(&standard)
        sigaddset(&standard, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &standard)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        // Connections to the portal, which may carry tokens in the clear, are not for the program nor for what it
        // leaves running.
        InheritedDescriptors.close(in: &actions)

        var pid: pid_t = 0
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        let code = posix_spawnp(&pid, program, &actions, &attributes, &pointers, environ)
        guard code == 0 else { throw SystemError("start \(program)", code: code) }
        return pid
    }

    @UI
    private static func readable(_ descriptor: Int32) async {
        await withCheckedContinuation { continuation in
            EventSources.shared.whenReadable(descriptor) {
                EventSources.shared.removeReader(descriptor)
                continuation.resume()
            }
        }
    }
}
