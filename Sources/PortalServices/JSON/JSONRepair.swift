import FoundationEssentials
import Glibc

/// Mends the ways in which services are known to send text that is almost JSON, so that a page is not lost for it:
/// bytes that are not UTF-8, bare control characters, and escapes of half a surrogate pair (a text cut at 255 UTF-16
/// units in the middle of an emoji).
enum JSONRepair {
    static func repaired(_ text: Data) -> Data {
        var mended = Array(String(decoding: text, as: UTF8.self).utf8)
        // Outside of strings these are white space; inside they are not allowed.
        for index in mended.indices where mended[index] < 0x20 { mended[index] = 0x20 }
        replaceLoneSurrogates(in: &mended)
        return Data(mended)
    }

    /// Whether an escape of a surrogate is there (`\ud800` … `\udfff`), of a whole pair or of half of one.
    static func holdsSurrogates(_ text: Data) -> Bool {
        text.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            var position = 0
            while let found = memchr(base + position, 0x5C, bytes.count - position) {
                let escape = UnsafeRawPointer(found) - base
                if escape + 3 < bytes.count, bytes[escape + 1] == 0x75, bytes[escape + 2] | 0x20 == 0x64,
                    bytes[escape + 3] >= 0x38
                {
                    return true
                }
                position = min(escape + 2, bytes.count)
            }
            return false
        }
    }

    private static func replaceLoneSurrogates(in text: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            switch surrogate(in: text, at: index) {
            case .none:
                index += 2
            case .high where surrogate(in: text, at: index + 6) == .low:
                index += 12
            case .high, .low:
                text.replaceSubrange(index + 2..<index + 6, with: Array("fffd".utf8))
                index += 6
            }
        }
    }

    private enum Half { case none, high, low }

    /// Reads `\uXXXX` at the index.
    private static func surrogate(in text: [UInt8], at index: Int) -> Half {
        guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u"),
            let code = UInt16(String(decoding: text[index + 2..<index + 6], as: UTF8.self), radix: 16)
        else { return .none }
        return UTF16.isLeadSurrogate(code) ? .high : UTF16.isTrailSurrogate(code) ? .low : .none
    }
}
