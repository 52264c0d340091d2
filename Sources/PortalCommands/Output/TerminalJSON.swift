import Foundation
import JSONStream

/// A JSON text in one line in which every character that a terminal acts on, or that cannot be seen, is written as
/// `\uXXXX`: controls of C0 and C1, bidirectional and invisible ones. For a program it is the same text.
package struct TerminalJSON {
    /// As UTF-8.
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A text in double quotes, which YAML reads as JSON does, but for characters beyond U+FFFF: two halves are none to it
    /// (YAML 1.2, 5.7).
    static func quoted(inYAML text: String) -> String {
        var quoted = ""
        var rest = text[...]
        while let first = rest.unicodeScalars.firstIndex(where: { $0.value > 0xFFFF && isActedOn($0) }) {
            let scalar = rest.unicodeScalars[first]
            let digits = String(scalar.value, radix: 16)
            quoted += inner(rest[..<first]) + "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            rest = rest[rest.unicodeScalars.index(after: first)...]
        }
        return "\"" + quoted + inner(rest) + "\""
    }

    /// A text as JSON, without the quotation marks around it.
    private static func inner(_ text: Substring) -> String {
        // Mark by mark: one that combines belongs to the quotation mark before it.
        String(((try? TerminalJSON(String(text)))?.text ?? "\"\"").unicodeScalars.dropFirst().dropLast())
    }

    /// Keys are sorted and dates written by ISO 8601, so that the same value is always the same text.
    init(_ value: some Encodable) throws {
        guard !(value is any EncodesInKeyOrder) else {
            let json = try JSONStream.encode(value, dates: .iso8601)
            bytes = json.withUnsafeBytes(Self.escaping)
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        bytes = try encoder.encode(value).withUnsafeBytes(Self.escaping)
    }

    /// Outside of its strings JSON is ASCII, so that what is escaped here always stands in a string. The encoder has
    /// escaped the controls of ASCII already, all but DEL.
    private static func escaping(_ json: UnsafeRawBufferPointer) -> [UInt8] {
        var safe: [UInt8] = []
        safe.reserveCapacity(json.count)
        var copied = 0
        var position = 0
        while position < json.count {
            let length = harmless(json[position])
            guard length == 0 else {
                position += length
                continue
            }
            let (scalar, count) = decode(json, at: position)
            if isActedOn(scalar) {
                safe.append(contentsOf: json[copied..<position])
                append(scalar, to: &safe)
                copied = position + count
            }
            position += count
        }
        safe.append(contentsOf: json[min(copied, json.count)...])
        return safe
    }

    /// How many bytes the character takes that begins with this one, where all that begin so can be shown; 0 where it has
    /// to be looked at: ASCII, the letters from U+00C0 to U+02FF, and most of the Chinese ones (U+5000 to U+8FFF).
    private static func harmless(_ first: UInt8) -> Int {
        switch first {
        case 0x20..<0x7F: 1
        case 0xC3...0xCB: 2
        case 0xE5...0xE8: 3
        default: 0
        }
    }

    /// The character that begins there. The encoder writes UTF-8 as it should be.
    private static func decode(_ bytes: UnsafeRawBufferPointer, at position: Int) -> (Unicode.Scalar, Int) {
        var decoder = UTF8()
        var rest = bytes[position...].prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return ("\u{FFFD}", 1) }
        return (scalar, UTF8.width(scalar))
    }

    private static func isActedOn(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to safe: inout [UInt8]) {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            safe.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
        }
    }
}

/// A record that encodes its keys in their alphabetical order and holds no dictionary: it is written while it is encoded,
/// which costs a third. The order of its properties is that of the keys.
protocol EncodesInKeyOrder: Encodable {}
