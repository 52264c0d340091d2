import CTerminal
import Glibc

/// A terminal that shows nothing of what is typed, and is as it was while the program is stopped and when it has ended,
/// be it by a signal.
///
/// There is one at a time, in the whole program.
public enum UnseenTyping {
    /// - Parameters:
    ///   - descriptor: of the terminal.
    ///   - settings: as they are now, and are again afterwards.
    public static func begin(_ descriptor: Int32, from settings: termios) {
        var (before, unseen) = (settings, settings)
        unseen.c_lflag &= ~tcflag_t(ECHO)
        unseen.c_lflag |= tcflag_t(ECHONL | ICANON | ISIG)
        _ = ct_unseen_begin(descriptor, &before, &unseen)
    }

    /// What is asked again after ^Z and `fg`.
    public static func asked(_ question: [UInt8]) {
        question.withUnsafeBytes { ct_unseen_ask($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    }

    /// From any thread; a second time does nothing.
    public static func end() { ct_unseen_end() }
}
