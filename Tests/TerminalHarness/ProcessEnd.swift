import CPseudoTerminal
import Foundation

/// The end of a process that is nobody's child here.
public enum ProcessEnd {
    /// Returns when the process has ended, be it buried or not. Waits on a thread of its own.
    public static func wait(for pid: pid_t, atMost time: Duration = TmuxTerminal.patience) async throws {
        guard await comes(to: pid, within: time) else {
            throw HarnessError("Process \(pid) should have ended within \(time).")
        }
    }

    /// Returns when the process has ended, or when so much time has passed. Waits on a thread of its own.
    public static func comes(to pid: pid_t, within time: Duration) async -> Bool {
        await withCheckedContinuation { (continuation: CheckedContinuation<Bool, Never>) in
            Thread.detachNewThread { continuation.resume(returning: hasEnded(pid, atMost: time)) }
        }
    }

    private static func hasEnded(_ pid: pid_t, atMost time: Duration) -> Bool {
        let descriptor = cpt_process(pid)
        guard descriptor >= 0 else { return errno == ESRCH }
        defer { close(descriptor) }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, Int32(time / .milliseconds(1))) > 0
    }
}
