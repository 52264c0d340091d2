/// Words in several languages, as `Label` of daam.yaml.
struct Label: Codable, Equatable, Sendable {
    let language: String
    let name: String
}

/// Words in English and, where somebody translated them, French.
struct LocalText: Sendable, ExpressibleByStringLiteral {
    let labels: [Label]

    init(en: String, fr: String? = nil) {
        labels = [Label(language: "en", name: en)] + (fr.map { [Label(language: "fr", name: $0)] } ?? [])
    }

    init(stringLiteral value: String) {
        self.init(en: value)
    }

    var english: String { labels[0].name }
}

/// All types of REMS's fields.
enum FieldType: String, Codable, CaseIterable, Sendable {
    case text, texta, description, date, email, option, multiselect, attachment, table, header, label
    case phoneNumber = "phone-number"
    case ipAddress = "ip-address"

    var holdsValue: Bool { self != .header && self != .label }

    /// daam.yaml has no word for two of them; a field for text is the nearest.
    var nameInAccessService: String { self == .description || self == .ipAddress ? Self.text.rawValue : rawValue }
}

struct FieldOption: Sendable {
    let key: String
    let label: LocalText
}

/// A field is shown only while another field of the same form has one of some values.
struct VisibilityRule: Sendable {
    let field: String
    let values: Set<String>
}

/// One field of a form. A title is all that every field has.
struct FieldDefinition: Sendable {
    let id: String
    let type: FieldType
    let title: LocalText
    var infoText: LocalText?
    var placeholder: LocalText?
    var isOptional = false
    /// In characters.
    var maxLength: Int?
    var options: [FieldOption] = []
    /// Of a table.
    var columns: [FieldOption] = []
    var isPrivate = false
    var visibility: VisibilityRule?
}

struct FormDefinition: Sendable {
    let id: Int
    let internalName: String
    let title: LocalText
    let fields: [FieldDefinition]
}

/// Names one answer of an application.
struct AnswerKey: Hashable, Sendable {
    let form: Int
    let field: String
}

/// An application's answers. An answer that was never given is absent; that to a table is a `TableAnswer` as JSON.
typealias Answers = [AnswerKey: String]

extension FormDefinition {
    /// The fields shown while these answers stand. A field that hangs on a hidden one is hidden too.
    func visibleFields(_ answers: Answers) -> Set<String> {
        var visible = Set<String>()
        // A rule only looks back, at a field that stands earlier in the form.
        for field in fields {
            guard let rule = field.visibility else {
                visible.insert(field.id)
                continue
            }
            let answer = answers[AnswerKey(form: id, field: rule.field)] ?? ""
            // Only several choices are written one after the other.
            let holdsSeveral = fields.contains { $0.id == rule.field && $0.type == .multiselect }
            let chosen = holdsSeveral ? Set(answer.split(separator: " ").map(String.init)) : [answer]
            if visible.contains(rule.field), !chosen.isDisjoint(with: rule.values) {
                visible.insert(field.id)
            }
        }
        return visible
    }
}
