import Foundation
import PortalModel

/// A service's answer: what every reader of JSON takes is taken, and what was taken is the same when written and read.
enum JSONTarget {
    static func run(_ bytes: [UInt8]) {
        let data = Data(bytes)
        let value = try? JSONValue(parsing: data)
        guard let value else {
            // The one other reader at hand. It takes what is deeper than we want to follow.
            let isJSON = (try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])) != nil
            // It also guesses at encodings of two bytes.
            let isPlain = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0) && depth(bytes) < 100
            FuzzTarget.expect(!isJSON || !isPlain || hasLooseComma(bytes), "JSON that others read is refused")
            return
        }
        read(value)
        // 3.0 is written as 3, which is a whole number when it is read again: from then on nothing may change.
        guard let written = try? encoder.encode(value), let again = try? JSONValue(parsing: written),
            let rewritten = try? encoder.encode(again)
        else { return }
        FuzzTarget.expect(
            rewritten == written || hasNegativeZero(bytes), "written and read again it is another")
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }

    /// Every way in which answers are looked at.
    private static func read(_ value: JSONValue) {
        _ = (value.text, value.texts, value.flag, value.date, value.localized, value.count)
        if case .integer(let number) = value {
            FuzzTarget.expect(value.text == "\(number)", "a number is read as another")
            FuzzTarget.expect(value.integer == number, "a whole number is read as another")
        }
        for element in value.list.prefix(50) where element != value { read(element) }
        for field in value.fields.prefix(50) { read(field.value) }
    }

    /// A comma before the end of a list or an object: the other reader takes it, RFC 8259 does not.
    private static func hasLooseComma(_ bytes: [UInt8]) -> Bool {
        var wasComma = false
        for byte in bytes {
            if wasComma, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { return true }
            if ![0x20, 0x09, 0x0A, 0x0D].contains(byte) { wasComma = byte == UInt8(ascii: ",") }
        }
        return false
    }

    /// -0e2 is written as -0, which is the whole number 0 when it is read again.
    private static func hasNegativeZero(_ bytes: [UInt8]) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "0") }
    }

    private static func depth(_ bytes: [UInt8]) -> Int {
        var (depth, deepest) = (0, 0)
        for byte in bytes {
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
            deepest = max(deepest, depth)
        }
        return deepest
    }
}
