import Foundation
import Glibc
import TerminalCanvas

/// The one way to a terminal or pipe outside of the screen. It takes what is safe to show only.
package struct TerminalWriter {
    let descriptor: Int32

    package static let standardOutput = TerminalWriter(descriptor: STDOUT_FILENO)
    package static let standardError = TerminalWriter(descriptor: STDERR_FILENO)

    var isTerminal: Bool { isatty(descriptor) == 1 }

    static var standardInputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// How many columns a line may take; nil when nobody looks at lines.
    var columns: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// What became of something that was written.
    package enum Outcome: Equatable {
        case written
        /// The reader of the pipe has gone: it has what it wanted.
        case closed
        /// Such as a full disk, with the system's number.
        case failed(Int32)
    }

    /// Writes the text and a line end: for a terminal as the screen draws it, for a file or another program all of it.
    @discardableResult
    package func write(_ text: TerminalText) -> Outcome {
        let shown = isTerminal ? TerminalText(sanitizing: text.plain).asDrawn.plain : text.plain
        return write(bytes: Array(shown.utf8), endsLine: true)
    }

    /// Writes anybody's text and a line end, in the same way.
    @discardableResult
    func write(text: String) -> Outcome { write(TerminalText(unabridged: text)) }

    /// Writes the JSON and a line end.
    @discardableResult
    package func write(_ json: TerminalJSON) -> Outcome { write(bytes: json.bytes, endsLine: true) }

    /// Writes a document as it is, for a file or another program; a terminal gets it made safe.
    @discardableResult
    package func write(document: Data) -> Outcome {
        isTerminal
            ? write(TerminalText(sanitizing: String(decoding: document, as: UTF8.self)))
            : write(bytes: Array(document), endsLine: false)
    }

    /// Writes a part of a file as it is, for a file or another program; never to a terminal.
    func write(data: UnsafeRawBufferPointer) -> Outcome {
        isTerminal ? .failed(ENOTTY) : write(data)
    }

    /// Writes a question, behind which the answer is typed.
    ///
    /// - Returns: the bytes of it.
    @discardableResult
    func ask(_ text: TerminalText) -> [UInt8] {
        let bytes = Array(text.singleLine.asDrawn.plain.utf8)
        _ = write(bytes: bytes, endsLine: false)
        return bytes
    }

    /// Writes a line in the place of the one that the cursor is in, and leaves the cursor at its beginning.
    func write(over text: TerminalText) {
        let width = max(1, (columns ?? 80) - 1)
        let shown = text.singleLine.truncated(to: width).padded(to: width).asDrawn.plain
        _ = write(bytes: Array("\r\(shown)\r".utf8), endsLine: false)
    }

    /// Writes what makes a terminal tell, and shows nothing; only to one.
    func send(control: String) {
        if isTerminal { _ = write(bytes: Array(control.utf8), endsLine: false) }
    }

    /// From here on a pipe whose reader has gone is told of (`.closed`) instead of ending the program by a signal.
    static func outlivePipes() { signal(SIGPIPE, SIG_IGN) }

    private func write(bytes: [UInt8], endsLine: Bool) -> Outcome {
        var bytes = bytes
        if endsLine, bytes.last != 0x0A { bytes.append(0x0A) }
        return bytes.withUnsafeBytes { write($0) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(descriptor, part.baseAddress, part.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                // Another program has made it so that a write does not wait.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
                continue
            }
            guard count > 0 else { return errno == EPIPE ? .closed : .failed(errno) }
            rest = rest.dropFirst(count)
        }
        return .written
    }
}
