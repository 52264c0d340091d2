import Glibc
import TerminalCanvas

/// The one way to a terminal or pipe outside of the screen. It takes sanitised text only.
struct TerminalWriter {
    let descriptor: Int32

    static let standardOutput = TerminalWriter(descriptor: STDOUT_FILENO)
    static let standardError = TerminalWriter(descriptor: STDERR_FILENO)

    /// Writes the text and a line end.
    func write(_ text: TerminalText) {
        var bytes = Array(text.asDrawn.plain.utf8)
        if bytes.last != 0x0A { bytes.append(0x0A) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
