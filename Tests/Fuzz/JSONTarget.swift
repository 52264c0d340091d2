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
            let isPlain = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
            let structure = structure(of: bytes)
            FuzzTarget.expect(
                !isJSON || !isPlain || depth(structure) >= 100 || hasLooseComma(structure),
                "JSON that others read is refused")
            return
        }
        read(value)
        let again = (try? encoder.encode(value)).flatMap { try? JSONValue(parsing: $0) }
        FuzzTarget.expect(again.map { isSame(value, $0) } ?? false, "written and read again it is another")
    }

    /// To the byte, but for numbers with a fraction that is zero: 3.0 is written as 3 and -0e2 as -0, which are whole numbers
    /// when they are read again.
    private static func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
        switch (one, other) {
        case (.number(let number), .integer(let whole)): Int64(exactly: number) == whole
        case (.string(let text), .string(let again)): text.utf8.elementsEqual(again.utf8)
        case (.array(let values), .array(let others)):
            values.count == others.count && zip(values, others).allSatisfy(isSame)
        case (.object(let fields), .object(let others)):
            fields.count == others.count
                && fields.allSatisfy { key, value in others[key].map { isSame(value, $0) } ?? false }
        default: one == other
        }
    }

    private static var encoder: JSONEncoder { JSONEncoder() }

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

    /// What stands outside of texts, without white space.
    private static func structure(of bytes: [UInt8]) -> [UInt8] {
        var structure: [UInt8] = []
        var (isText, isEscaped) = (false, false)
        for byte in bytes {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\") where isText: isEscaped = true
            case UInt8(ascii: "\""): isText.toggle()
            case 0x20, 0x09, 0x0A, 0x0D: break
            default: if !isText { structure.append(byte) }
            }
        }
        return structure
    }

    /// A comma before the end of a list or an object: the other reader takes it, RFC 8259 does not.
    private static func hasLooseComma(_ structure: [UInt8]) -> Bool {
        zip(structure, structure.dropFirst()).contains { first, second in
            first == UInt8(ascii: ",") && (second == UInt8(ascii: "]") || second == UInt8(ascii: "}"))
        }
    }

    private static func depth(_ structure: [UInt8]) -> Int {
        var (depth, deepest) = (0, 0)
        for byte in structure {
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
            deepest = max(deepest, depth)
        }
        return deepest
    }
}
