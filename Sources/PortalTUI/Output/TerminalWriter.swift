import Foundation
import Glibc
import TerminalCanvas

/// The one way to a terminal or pipe outside of the screen. It takes what is safe to show only.
struct TerminalWriter {
    let descriptor: Int32

    static let standardOutput = TerminalWriter(descriptor: STDOUT_FILENO)
    static let standardError = TerminalWriter(descriptor: STDERR_FILENO)

    var isTerminal: Bool { isatty(descriptor) == 1 }

    static var standardInputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// How many columns a line may take; nil when nobody looks at lines.
    var columns: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes the text and a line end.
    func write(_ text: TerminalText) { write(bytes: Array(text.asDrawn.plain.utf8), endsLine: true) }

    /// Writes the JSON and a line end.
    func write(_ json: TerminalJSON) { write(bytes: Array(json.text.utf8), endsLine: true) }

    /// Writes a document as it is, for a file or another program; a terminal gets it made safe.
    func write(document: Data) {
        if isTerminal {
            write(TerminalText(sanitizing: String(decoding: document, as: UTF8.self)))
        } else {
            write(bytes: Array(document), endsLine: false)
        }
    }

    private func write(bytes: [UInt8], endsLine: Bool) {
        var bytes = bytes
        if endsLine, bytes.last != 0x0A { bytes.append(0x0A) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
