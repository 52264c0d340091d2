import PortalModel

/// The one way from a service's string to text that a terminal may see.
enum Sanitizer {
    enum Lines { case kept, spaces }

    /// - Parameter isUnabridged: for a file or pipe, see `TerminalText.init(unabridged:)`.
    static func sanitize(_ text: String, lines: Lines, isUnabridged: Bool = false) -> TerminalText {
        var text = text
        // Nearly all text is plain: one look over its bytes, and no copy.
        if text.withUTF8({ isPlain($0, lines: lines) }) { return TerminalText(safe: text, isASCII: true) }
        return text.withUTF8 { bytes in
            var pass = SanitizingPass(bytes: bytes, lines: lines, isUnabridged: isUnabridged)
            return pass.run()
        }
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, lines: Lines) -> Bool {
        let newline: UInt8 = lines == .kept ? 0x0A : 0x20
        return bytes.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == newline }
    }

    /// What happens to a scalar above ASCII.
    enum Fate { case kept, dropped, newline, joiner, replaced }

    static func fate(of scalar: UInt32) -> Fate {
        switch scalar {
        case 0xAE..<0x300: .kept
        case 0x85, 0x2028, 0x2029: .newline
        case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: .dropped
        case 0x200C, 0x200D: .joiner
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFFA0: .dropped
        case 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0x13430...0x13438, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: .dropped
        case 0xE0000...0xE0FFF: .dropped
        // Private use: a font decides, so it could look like anything.
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: .replaced
        default: fateByTable(scalar)
        }
    }

    /// What no cell shows and a text is another one without: joiners, variation selectors, fillers, private use, and what is
    /// too new for the tables here. The other format characters are none of it: what turns the direction of text and what
    /// is there without being seen; nor is what is no character. Tags are part of a flag alone.
    static func isPartOfText(_ scalar: UInt32, inFlag: Bool) -> Bool {
        switch scalar {
        case 0..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFDD0...0xFDEF,
            0xFEFF, 0xFFF9...0xFFFB, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE001F:
            false
        case 0xE0020...0xE007F: inFlag
        default: scalar & 0xFFFE != 0xFFFE
        }
    }

    private static func fateByTable(_ scalar: UInt32) -> Fate {
        guard let scalar = Unicode.Scalar(scalar), TextWidth.isPlaceable(scalar) else { return .replaced }
        return .kept
    }
}

/// One walk over the bytes of a string that is not plain ASCII.
private struct SanitizingPass {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: Sanitizer.Lines
    let isUnabridged: Bool
    var output: [UInt8] = []
    var position = 0
    var isASCII = true
    /// A joiner that is kept only if a word goes on after it.
    var joiner: UInt32?
    /// A black flag is before, with nothing but tags behind it: they say whose it is.
    private var isInFlag = false

    init(bytes: UnsafeBufferPointer<UInt8>, lines: Sanitizer.Lines, isUnabridged: Bool) {
        self.bytes = bytes
        self.lines = lines
        self.isUnabridged = isUnabridged
        output.reserveCapacity(bytes.count)
    }

    mutating func run() -> TerminalText {
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x20, byte < 0x7F {
                if byte != 0x20 { putJoiner() }
                joiner = nil
                output.append(byte)
                position += 1
            } else if byte < 0x80 {
                takeControl(byte)
            } else {
                takeScalar()
            }
        }
        return TerminalText(safe: String(decoding: output, as: UTF8.self), isASCII: isASCII)
    }

    private mutating func takeControl(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            position = EscapeSequence.end(in: bytes, from: position)
            return
        case 0x09:
            joiner = nil
            output.append(contentsOf: lines == .kept ? [0x20, 0x20, 0x20, 0x20] : [0x20])
        case 0x0A, 0x0B, 0x0C:
            putNewline()
        case 0x0D:
            if position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
            putNewline()
        default:
            break
        }
        position += 1
    }

    private mutating func takeScalar() {
        let (scalar, length) = UTF8Scalars.decode(bytes, at: position)
        var fate = Sanitizer.fate(of: scalar)
        if isUnabridged, fate != .newline, Sanitizer.isPartOfText(scalar, inFlag: isInFlag) { fate = .kept }
        isInFlag = scalar == 0x1F3F4 || isInFlag && (0xE0020...0xE007F).contains(scalar)
        switch fate {
        case .kept:
            putJoiner()
            output.append(contentsOf: bytes[position..<position + length])
            isASCII = false
        case .dropped:
            if scalar < 0xA0 {
                position = EscapeSequence.end(in: bytes, from: position)
                return
            }
        case .newline:
            putNewline()
        case .joiner:
            joiner = scalar
        case .replaced:
            joiner = nil
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            isASCII = false
        }
        position += length
    }

    private mutating func putNewline() {
        joiner = nil
        output.append(lines == .kept ? 0x0A : 0x20)
    }

    /// Joiners shape words in many scripts and hold emoji together; at a word's edge they are only invisible.
    private mutating func putJoiner() {
        guard let joiner else { return }
        self.joiner = nil
        guard let last = output.last, last > 0x20 else { return }
        isASCII = false
        output.append(contentsOf: [0xE2, 0x80, joiner == 0x200C ? 0x8C : 0x8D])
    }
}
