import CTerminal
import Glibc

/// The terminal as a device: its descriptors, its settings and its size. ncurses is never let near the settings.
struct TerminalDevice {
    let input: Int32
    let output: Int32
    /// The same terminal, opened anew: writing to it never blocks, whatever the descriptor's other users want. The
    /// descriptor itself where that is refused.
    private let line: Int32
    /// How the settings were before the program; what everything is restored to.
    private let original: termios

    init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) throws(SystemError) {
        self.input = input
        self.output = output
        var settings = termios()
        guard tcgetattr(input, &settings) == 0 else { throw SystemError("read the terminal's settings") }
        original = settings
        let own = open("/proc/self/fd/\(output)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        line = own >= 0 && isatty(own) == 1 ? own : output
    }

    /// Keys come one at a time, not shown by the line, and ^C, ^Z, ^S and ^Q as keys like any other.
    func enterRawMode() {
        var settings = original
        settings.c_iflag &= ~tcflag_t(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT | PARMRK | INPCK)
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | ISIG | IEXTEN)
        settings.c_oflag &= ~tcflag_t(OPOST)
        settings.c_cflag |= tcflag_t(CS8)
        // TCSADRAIN would wait for a slow line that has stopped.
        tcsetattr(input, TCSANOW, &settings)
    }

    func restore() {
        var settings = original
        tcsetattr(input, TCSANOW, &settings)
    }

    /// Has `bytes` written and the settings restored if the program crashes or exits without more ado, and after a crash
    /// also the words.
    func armRestoration(_ bytes: [UInt8], words: String) throws(SystemError) {
        var settings = original
        let armed = bytes.withUnsafeBytes { raw in
            ct_restore_arm(
                input, output, &settings, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, words)
        }
        guard armed == 0 else { throw SystemError("prepare to restore the terminal") }
    }

    func disarmRestoration() {
        ct_restore_disarm()
    }

    /// More than any screen has. Some lines and `stty cols 65535` tell of more, which ncurses has no numbers for.
    static let largest = (columns: 2000, rows: 1000)

    /// Columns and rows, ``largest`` at the most; nil when the device does not tell.
    var size: (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (min(Int(size.ws_col), Self.largest.columns), min(Int(size.ws_row), Self.largest.rows))
    }

    /// Whether bytes arrive within the time. Only for the moments when the program waits for the terminal alone.
    func waitForInput(atMost time: Duration) -> Bool {
        var entry = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        let (seconds, attoseconds) = max(time, .zero).components
        return poll(&entry, 1, Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000)) > 0
    }

    /// Whether the other end is closed: a window that was shut, a connection that broke.
    var isHungUp: Bool {
        var entry = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) > 0 && entry.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    }

    /// Writes everything, however slow the line is. A terminal that is gone swallows it: its SIGHUP is on the way.
    ///
    /// - Parameters:
    ///   - onStall: called when the line has taken nothing for a while: it may never take anything again, and until it
    ///     does nothing else is done on this thread.
    ///   - isEnding: whether the program was told to end; what a line that has stalled did not take is dropped then.
    func write(_ bytes: UnsafeRawBufferPointer, onStall: () -> Void = {}, isEnding: () -> Bool = { ct_end_is_asked() })
    {
        var rest = bytes[...]
        var isStalled = false
        while !rest.isEmpty {
            let count = Glibc.write(line, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                if isWritable(within: isStalled ? 1000 : Self.patience) { continue }
                if !isStalled { onStall() }
                isStalled = true
                if isEnding() { return }
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Milliseconds after which a line that takes nothing counts as stalled.
    private static let patience: Int32 = 200

    private func isWritable(within milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: line, events: Int16(POLLOUT), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }
}
