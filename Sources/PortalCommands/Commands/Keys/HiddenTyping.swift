import Crypt4GH
import Glibc
import SecretMemory
import Synchronization
import TerminalBackend
import TerminalCanvas

/// The person's terminal while a passphrase is typed: what is typed is not shown. It is as it was while the program is
/// stopped (^Z), and when a signal ends the program.
///
/// It is the terminal itself (`/dev/tty`): standard input and output may be data.
final class HiddenTyping {
    /// Whether one is under way, for whoever ends the program meanwhile.
    private static let isUnderWay = Mutex(false)

    private let descriptor: Int32
    private let writer: TerminalWriter

    /// A line of a terminal has at most 4095 bytes.
    static let longest = 4096

    /// Nil where nobody is there who could answer.
    init?() {
        guard TerminalWriter.standardError.isTerminal else { return nil }
        // Not its own before all is well: what is its own is closed when it goes.
        let opened = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        var settings = termios()
        guard opened >= 0, tcgetattr(opened, &settings) == 0 else {
            if opened >= 0 { close(opened) }
            return nil
        }
        descriptor = opened
        writer = TerminalWriter(descriptor: opened)
        Self.isUnderWay.withLock { isUnderWay in
            isUnderWay = true
            UnseenTyping.begin(opened, from: settings)
        }
    }

    deinit {
        Self.restore()
        close(descriptor)
    }

    /// Gives the terminal back as it was, from any thread; a second time does nothing.
    static func restore() {
        isUnderWay.withLock { isUnderWay in
            if isUnderWay { UnseenTyping.end() }
            isUnderWay = false
        }
    }

    /// - Returns: what is typed, without the line end; nil where nothing more can be.
    func line(_ question: TerminalText) -> SecretBytes? {
        UnseenTyping.asked(writer.ask(question))
        return Self.line(of: descriptor)
    }

    /// A line, byte by byte: what stands behind it is another's.
    static func line(of descriptor: Int32) -> SecretBytes? {
        let typed = SecretBytes(count: longest)
        var count = 0
        while count < longest {
            var byte: UInt8 = 0
            let got = read(descriptor, &byte, 1)
            if got < 0, errno == EINTR { continue }
            guard got == 1 else {
                if count == 0 { return nil }
                break
            }
            guard byte != 0x0A else { break }
            typed.put(byte, at: count)
            count += 1
        }
        let line = typed.part(0..<count)
        // Of a file that Windows wrote.
        return line.withBytes { $0.last == 0x0D } ? line.part(0..<count - 1) : line
    }
}
