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
            FuzzTarget.expect(!isJSON || !isPlain, "JSON that others read is refused")
            return
        }
        read(value)
        guard let written = try? JSONEncoder().encode(value), let again = try? JSONValue(parsing: written) else {
            return
        }
        FuzzTarget.expect(again == value, "written and read again it is another")
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
