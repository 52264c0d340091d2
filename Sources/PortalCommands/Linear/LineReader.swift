import Foundation
import Glibc
import Synchronization

/// What standard input gives when a line is asked for.
enum GivenLine: Equatable, Sendable {
    /// Without its end.
    case text(String)
    /// It is not UTF-8, or holds a NUL, as UTF-16 without its mark does.
    case notText
    /// It has not ended where no answer is that long; nothing more is read.
    case tooLong
    case end
}

/// Lines of standard input, read when they are asked for and on a thread of its own: nothing is taken that nobody wants
/// yet beyond what one read gives.
///
/// A mark at the beginning tells UTF-16, as PowerShell writes it into a pipe.
final class LineReader: Sendable {
    /// In bytes: far more than a portal takes as an answer.
    static let longest = 1024 * 1024

    private let descriptor: Int32
    private let input = Mutex(Input())

    init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

    /// Whether a person types them.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Gives the next line. One at a time.
    func read(_ deliver: @escaping @Sendable (GivenLine) -> Void) {
        Thread.detachNewThread { [self] in deliver(next()) }
    }

    func next() -> GivenLine {
        input.withLock { input in
            while !input.isOver {
                if let line = input.line() { return line }
                guard input.unended <= Self.longest else {
                    input.isOver = true
                    return .tooLong
                }
                if fill(&input) { continue }
                input.isOver = true
                // The last line may have no end.
                return input.rest() ?? .end
            }
            return .end
        }
    }

    private func fill(_ input: inout Input) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            input.take(chunk[..<count])
            return true
        }
    }
}

/// What was read and not asked for yet, as UTF-8.
private struct Input {
    private enum Form { case unknown, utf8, utf16(isBigEndian: Bool) }
    private var form = Form.unknown
    private var bytes: [UInt8] = []
    /// What does not make a whole character yet: of the mark, or of UTF-16.
    private var begun: [UInt8] = []
    /// No line end is before.
    private var looked = 0
    var isOver = false

    /// Bytes without a line end.
    var unended: Int { bytes.count }

    mutating func take(_ chunk: ArraySlice<UInt8>) {
        begun += chunk
        if case .unknown = form {
            // A mark has up to three bytes.
            let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
            let isMarkBegun = marks.contains { $0.starts(with: begun) }
            if begun.count < 3, isMarkBegun, begun.count < 2 || begun[0] == 0xEF { return }
            knowForm()
        }
        guard case .utf16(let isBigEndian) = form else {
            bytes += begun
            begun = []
            return
        }
        takeUnits(isBigEndian)
    }

    private mutating func knowForm() {
        form = .utf8
        if begun.starts(with: [0xEF, 0xBB, 0xBF]) { begun.removeFirst(3) }
        for isBigEndian in [false, true] where begun.starts(with: isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) {
            form = .utf16(isBigEndian: isBigEndian)
            begun.removeFirst(2)
        }
    }

    private mutating func takeUnits(_ isBigEndian: Bool) {
        var units = stride(from: 0, to: begun.count - 1, by: 2).map { place in
            let (first, second) = (UInt16(begun[place]), UInt16(begun[place + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        // Half a character waits for its other half.
        if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
        begun.removeFirst(units.count * 2)
        var decoder = UTF16()
        var rest = units.makeIterator()
        while true {
            switch decoder.decode(&rest) {
            case .scalarValue(let scalar): bytes += Array(String(scalar).utf8)
            // No byte of UTF-8: the line is told as none.
            case .error: bytes.append(0xFF)
            case .emptyInput: return
            }
        }
    }

    mutating func line() -> GivenLine? {
        guard let end = bytes[looked...].firstIndex(of: 0x0A) else {
            looked = bytes.count
            return nil
        }
        let line = Self.line(bytes[..<end])
        bytes.removeSubrange(...end)
        looked = 0
        return line
    }

    mutating func rest() -> GivenLine? {
        bytes += begun
        begun = []
        guard !bytes.isEmpty else { return nil }
        return Self.line(bytes[...])
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> GivenLine {
        let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
        guard !line.contains(0), let text = String(validating: line, as: UTF8.self) else { return .notText }
        return .text(text)
    }
}
