import PortalModel

/// Finds where an escape sequence ends, in its 7-bit (ESC) and its 8-bit (C1) form: ECMA-48, and what xterm does with
/// sequences that are broken off.
enum EscapeSequence {
    /// A string that has no terminator within this many bytes is taken for broken off.
    private static let longestString = 4_096

    /// The position after the sequence that begins at `start` with ESC or a C1 control.
    static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        if bytes[start] == 0x1B {
            guard start + 1 < bytes.count else { return start + 1 }
            return endOfEscape(bytes, at: start + 1)
        }
        // C1 controls take two bytes of UTF-8: C2 80 … C2 9F.
        let body = start + 2
        switch bytes[start + 1] {
        case 0x9B: return endOfControlSequence(bytes, from: body)
        // In mis-decoded Windows-1252 these are letters: without a terminator only the control itself goes.
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F: return terminator(bytes, from: body) ?? body
        default: return body
        }
    }

    private static func endOfEscape(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        switch bytes[position] {
        case 0x5B: return endOfControlSequence(bytes, from: position + 1)
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
            let body = position + 1
            return terminator(bytes, from: body) ?? endOfLine(bytes, from: body)
        case 0x20...0x2F:
            var end = position
            while end < bytes.count, (0x20...0x2F).contains(bytes[end]) { end += 1 }
            return end < bytes.count && (0x30...0x7E).contains(bytes[end]) ? end + 1 : end
        case 0x30...0x7E: return position + 1
        default: return position
        }
    }

    private static func endOfControlSequence(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
        return end < bytes.count && (0x40...0x7E).contains(bytes[end]) ? end + 1 : end
    }

    /// The position after BEL, ST (`ESC \` or C1), CAN or SUB; nil when the string is broken off by another sequence,
    /// by the end of the text or by its length.
    private static func terminator(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var position = start
        let limit = min(bytes.count, start + longestString)
        while position < limit {
            switch bytes[position] {
            case 0x07, 0x18, 0x1A: return position + 1
            case 0x1B: return position + 1 < bytes.count && bytes[position + 1] == 0x5C ? position + 2 : nil
            case 0xC2 where position + 1 < bytes.count && (0x80...0x9F).contains(bytes[position + 1]):
                return bytes[position + 1] == 0x9C ? position + 2 : nil
            default: position += 1
            }
        }
        return nil
    }

    /// The end of the line, or the control or sequence that comes first.
    private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, bytes[end] != 0x1B { end += 1 }
        return end
    }
}
