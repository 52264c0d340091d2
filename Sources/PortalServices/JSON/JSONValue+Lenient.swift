import FoundationEssentials
import JSONStream
import PortalDomain

/// Reading a value as what it was meant to be. None of these fails: what cannot be understood is absent.
extension JSONValue {
    var isNull: Bool { self == .null }

    var fields: [String: JSONValue] {
        if case .object(let fields) = self { fields } else { [:] }
    }

    /// The elements of a list without its nulls; a single value where a list belongs is a list of one.
    var list: [JSONValue] {
        switch self {
        case .null: []
        case .array(let values): values.filter { !$0.isNull }
        default: [self]
        }
    }

    /// A text that says something: also a number or a flag in words, the first of a list, the label of a term.
    var text: String? {
        switch self {
        case .null: nil
        case .string(let text): text.isBlank ? nil : text
        case .integer(let number): String(number)
        case .number(let number): Int64(exactly: number).map { String($0) } ?? String(number)
        case .bool(let flag): flag ? "true" : "false"
        case .array(let values): values.lazy.compactMap(\.text).first
        case .object(let fields):
            ["label", "name", "title", "text", "value", "uri"].lazy.compactMap { fields[$0]?.text }.first
        }
    }

    var texts: [String] { list.compactMap(\.text) }

    /// The text as a person reads it, on one line: without tags, and with what character references stand for.
    var label: String? { text.map(MarkedUpText.plainLine).flatMap { $0.isEmpty ? nil : $0 } }

    var labels: [String] { list.compactMap(\.label) }

    /// A whole number, also written as a text or with a zero fraction.
    var integer: Int64? {
        switch self {
        case .integer(let number): number
        case .number(let number): Int64(exactly: number.rounded(.towardZero))
        case .string(let text): Int64(text.trimmed) ?? Double(text.trimmed).flatMap { Int64(exactly: $0) }
        default: nil
        }
    }

    var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .string(let text): Double(text.trimmed).flatMap { $0.isFinite ? $0 : nil }
        default: nil
        }
    }

    /// A number of things.
    var count: Int? { integer.flatMap { $0 < 0 ? nil : Int(exactly: $0) } }

    var flag: Bool? {
        switch self {
        case .bool(let flag): flag
        case .integer(let number): number == 1 ? true : number == 0 ? false : nil
        case .string(let text):
            switch text.trimmed.lowercased() {
            case "true", "yes", "1": true
            case "false", "no", "0": false
            default: nil
            }
        default: nil
        }
    }

    var date: Date? { text.flatMap(ServiceDate.init(parsing:))?.date }

    /// `ValueLabel` of the contract, or a bare text that is both.
    var term: LabelledValue? {
        guard let value = self["value"].text ?? self["uri"].text ?? text else { return nil }
        return LabelledValue(value: value, label: self["label"].label ?? JSONValue.string(value).label ?? value)
    }

    var terms: [LabelledValue] { list.compactMap(\.term) }

    /// `[Label]` of the contract: `[{language, name}]`; also a bare text, and REMS's own `{language: text}`.
    var localized: LocalizedText {
        switch self {
        case .array(let labels):
            LocalizedText(
                labels.compactMap { label in
                    guard let text = label["name"].text ?? label.text else { return nil }
                    return LocalizedText.Variant(language: label["language"].text ?? "en", text: text)
                })
        case .object(let fields) where fields["name"] == nil:
            LocalizedText(
                fields.sorted { $0.key < $1.key }.compactMap { language, value in
                    value.text.map { LocalizedText.Variant(language: language, text: $0) }
                })
        case .null: LocalizedText([])
        default: text.map { LocalizedText($0) } ?? LocalizedText([])
        }
    }
}

extension StringProtocol {
    /// Nothing of it can be seen: white space, and characters that only join, part or direct others.
    var isBlank: Bool {
        // Most texts tell by their first byte.
        if let first = utf8.first, (0x21..<0x7F).contains(first) { return false }
        return unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || [.format, .control].contains(scalar.properties.generalCategory)
        }
    }

    /// Without white space at both ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
