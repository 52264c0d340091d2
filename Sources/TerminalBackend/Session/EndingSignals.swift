import CTerminal
import Glibc

/// The signals that end a command, for a main thread that waits for the command and for them. The full screen has its own
/// (`TerminalSession`).
public struct EndingSignals: Sendable {
    private let pipe: Int32

    /// All that a person or a cluster (`sbatch --signal=USR1@60`) sends, and that ends a program.
    private static let all = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM]

    /// Watches them; those that are ignored (nohup, a job in the background) stay so. Nil when it
    /// cannot be: then they end the program at once, as they do by default.
    public static func watch() -> EndingSignals? {
        let pipe = ct_pipe_open()
        guard pipe >= 0 else { return nil }
        for signal in all where !ct_signal_is_ignored(signal) {
            guard ct_signal_watch(signal) == 0 else { return nil }
        }
        return EndingSignals(pipe: pipe)
    }

    /// Ends a wait, from any thread.
    public static func wake() { ct_pipe_wake() }

    /// Waits for a signal or for `wake()`, at most until a time.
    public func next(until deadline: ContinuousClock.Instant? = nil) -> [Int32] {
        var entry = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        let left = deadline.map { max(.zero, $0 - .now) / .milliseconds(1) }
        guard poll(&entry, 1, left.map { Int32($0.rounded(.up)) } ?? -1) > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(pipe, &bytes, bytes.count)
        return bytes.prefix(max(count, 0)).filter { $0 != 0 }.map(Int32.init)
    }

    /// Ends the program as the signal does by itself, so that its parent sees what ended it.
    public static func end(by signal: Int32) -> Never {
        _ = ct_signal_default(signal)
        kill(getpid(), signal)
        // Delivered to this thread or another before long; a blocked signal would never be.
        exit(128 + signal)
    }
}
