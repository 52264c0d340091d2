import CPseudoTerminal
import Foundation

/// The end of a process that is nobody's child here.
public enum ProcessEnd {
    /// Returns when the process has ended, be it buried or not. Waits on a thread of its own.
    public static func wait(for pid: pid_t, atMost time: Duration = TmuxTerminal.patience) async throws {
        let isOver = await withCheckedContinuation { (continuation: CheckedContinuation<Bool, Never>) in
            Thread.detachNewThread { continuation.resume(returning: hasEnded(pid, atMost: time)) }
        }
        guard isOver else { throw HarnessError("Process \(pid) should have ended within \(time).") }
    }

    private static func hasEnded(_ pid: pid_t, atMost time: Duration) -> Bool {
        let descriptor = cpt_process(pid)
        guard descriptor >= 0 else { return errno == ESRCH }
        defer { close(descriptor) }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, Int32(time.components.seconds * 1000)) > 0
    }
}
