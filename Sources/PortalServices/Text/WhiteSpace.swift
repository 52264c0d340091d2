/// White space between words, in UTF-8: what Unicode gives the property White_Space.
enum WhiteSpace {
    /// One space between words and none at the ends. With `keepsLines` lines stay lines, with at most one empty line
    /// between them.
    static func tidied(_ text: some Collection<UInt8>, keepsLines: Bool) -> String {
        let bytes = Array(text)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var lineEnds = 0
        var isBetween = true
        var position = 0
        while position < bytes.count {
            let blank = length(in: bytes, at: position)
            guard blank == 0 else {
                // A line end of two characters has always counted as white space within a line.
                let isPair =
                    bytes[position] == carriageReturn && position + 1 < bytes.count
                    && bytes[position + 1] == lineEnd
                if bytes[position] == lineEnd, keepsLines { lineEnds += 1 }
                isBetween = true
                position += isPair ? 2 : blank
                continue
            }
            if isBetween {
                if !result.isEmpty {
                    result.append(contentsOf: lineEnds == 0 ? [space] : lineEnds == 1 ? [lineEnd] : [lineEnd, lineEnd])
                }
                (isBetween, lineEnds) = (false, 0)
            }
            result.append(bytes[position])
            position += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a text is as `tidied` would leave it in one line, as far as a look at its bytes can tell: false may mean
    /// that only the whole work would.
    static func isPlainlyTidy(_ text: String) -> Bool {
        var before = space
        for byte in text.utf8 {
            switch byte {
            case space where before == space: return false
            case 0x09...0x0D, 0xC2, 0xE1...0xE3: return false
            default: before = byte
            }
        }
        return before != space
    }

    /// How many bytes the white space takes that begins there; 0 where none does.
    private static func length(in bytes: [UInt8], at position: Int) -> Int {
        let rest = bytes.count - position
        switch bytes[position] {
        case 0x09...0x0D, space: return 1
        // U+0085 and U+00A0.
        case 0xC2 where rest > 1 && (bytes[position + 1] == 0x85 || bytes[position + 1] == 0xA0): return 2
        // U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
        case 0xE1 where rest > 2 && bytes[position + 1] == 0x9A && bytes[position + 2] == 0x80: return 3
        case 0xE2 where rest > 2 && bytes[position + 1] == 0x80:
            switch bytes[position + 2] {
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return 3
            default: return 0
            }
        case 0xE2 where rest > 2 && bytes[position + 1] == 0x81 && bytes[position + 2] == 0x9F: return 3
        case 0xE3 where rest > 2 && bytes[position + 1] == 0x80 && bytes[position + 2] == 0x80: return 3
        default: return 0
        }
    }

    private static let space = UInt8(ascii: " ")
    private static let lineEnd = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
