import Foundation

/// A JSON text in one line in which every character that a terminal acts on, or that cannot be seen, is written as
/// `\uXXXX`: controls of C0 and C1, bidirectional and invisible ones. For a program it is the same text.
package struct TerminalJSON {
    let text: String

    /// Keys are sorted and dates written by ISO 8601, so that the same value is always the same text.
    init(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        text = Self.escaping(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Outside of its strings JSON is ASCII, so that what is escaped here always stands in a string.
    private static func escaping(_ json: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    let digits = String(unit, radix: 16)
                    safe.append(
                        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
                }
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
