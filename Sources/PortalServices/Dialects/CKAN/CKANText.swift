import FoundationEssentials
import JSONStream
import PortalDomain

/// Mends the forms in which catalogues keep values in CKAN: JSON inside of texts, texts in several languages, and
/// `{name, display_name}` for terms.
struct CKANText {
    /// Best first.
    var languages: [String]

    /// The value as discovery.yaml has it: one language, terms as `{value, label}`.
    func plain(_ value: JSONValue, depth: Int = 0) -> JSONValue {
        guard depth < 12 else { return .null }
        switch value {
        case .string(let text): return Self.parsed(text).map { plain($0, depth: depth + 1) } ?? value
        case .array(let values): return .array(values.map { plain($0, depth: depth + 1) })
        case .object(let fields):
            // A value of linked data (JSON-LD 1.1, 9.5), with its type or language beside it.
            if let bare = fields["@value"], !bare.isNull { return plain(bare, depth: depth + 1) }
            if let chosen = inLanguage(fields) { return plain(chosen, depth: depth + 1) }
            if let term = Self.term(fields) { return term }
            return .object(fields.mapValues { plain($0, depth: depth + 1) })
        default: return value
        }
    }

    /// Several texts where one belongs, all of them.
    static func joined(_ value: JSONValue, by separator: String) -> JSONValue {
        guard case .array(let values) = value else { return value }
        let texts = values.compactMap { $0.text?.trimmed }.filter { !$0.isEmpty }
        return texts.count == values.count && !texts.isEmpty ? .string(texts.joined(separator: separator)) : value
    }

    /// Extras hold texts only, so that lists and objects stand in them as JSON.
    private static func parsed(_ text: String) -> JSONValue? {
        let trimmed = text.trimmed
        // What a schema makes of an empty text in an extra.
        if trimmed == "\"\"" { return .string("") }
        guard trimmed.hasPrefix("{") && trimmed.hasSuffix("}") || trimmed.hasPrefix("[") && trimmed.hasSuffix("]")
        else {
            return nil
        }
        return try? JSONValue(parsing: Data(trimmed.utf8))
    }

    /// `{"en": …, "de": …}`, also with regions; nil when it is anything else.
    private func inLanguage(_ fields: [String: JSONValue]) -> JSONValue? {
        guard !fields.isEmpty, fields.keys.allSatisfy(Self.isLanguage), Set(fields.keys) != ["id"] else { return nil }
        let filled = fields.filter { $0.value.text != nil }
        for language in languages + ["en"] {
            let wanted = Self.primary(language)
            if let match = filled.sorted(by: { $0.key < $1.key }).first(where: { Self.primary($0.key) == wanted }) {
                return match.value
            }
        }
        return filled.min { $0.key < $1.key }?.value ?? .null
    }

    private static func isLanguage(_ key: String) -> Bool {
        let parts = key.split { $0 == "-" || $0 == "_" }
        return parts.first?.count == 2 && parts.count <= 2 && key.allSatisfy { $0.isASCII && !$0.isNumber }
            && parts.dropFirst().allSatisfy { (2...4).contains($0.count) }
    }

    private static func primary(_ language: String) -> String {
        language.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
    }

    private static func term(_ fields: [String: JSONValue]) -> JSONValue? {
        guard let name = fields["name"]?.text, let label = fields["display_name"]?.text else { return nil }
        return .object(["value": .string(name), "label": .string(label), "count": fields["count"] ?? .null])
    }
}
