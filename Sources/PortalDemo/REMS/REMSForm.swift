/// `Form` of rems.yaml: the form and its answers in one.
struct REMSForm: Encodable, Sendable {
    let id: Int
    let internalName: String
    let title: [String: String]
    let fields: [REMSField]

    enum CodingKeys: String, CodingKey {
        case id = "form/id"
        case internalName = "form/internal-name"
        case title = "form/external-title"
        case fields = "form/fields"
    }

    init(_ form: FormDefinition, of application: Application) {
        let visible = form.visibleFields(application.answers)
        id = form.id
        internalName = form.internalName
        title = form.title.byLanguage
        fields = form.fields.map { field in
            let answer = application.answers[AnswerKey(form: form.id, field: field.id)]
            return REMSField(field, answer: answer, isVisible: visible.contains(field.id))
        }
    }
}

/// `Field` of rems.yaml, with the rule that shows it, which the contract leaves out.
struct REMSField: Encodable, Sendable {
    let id: String
    let type: FieldType
    let title: [String: String]
    let value: REMSFieldValue
    let optional: Bool
    let visible: Bool
    let isPrivate: Bool
    let privacy: String
    let maxLength: Int?
    let infoText: [String: String]?
    let placeholder: [String: String]?
    let options: [Choice]?
    let columns: [Choice]?
    let visibility: Visibility?

    /// An option or a column.
    struct Choice: Encodable, Sendable {
        let key: String
        let label: [String: String]

        init(_ option: FieldOption) {
            key = option.key
            label = option.label.byLanguage
        }
    }

    struct Visibility: Encodable, Sendable {
        let type = "only-if"
        let field: [String: String]
        let values: [String]

        enum CodingKeys: String, CodingKey {
            case type = "visibility/type"
            case field = "visibility/field"
            case values = "visibility/values"
        }
    }

    enum CodingKeys: String, CodingKey {
        case id = "field/id"
        case type = "field/type"
        case title = "field/title"
        case value = "field/value"
        case optional = "field/optional"
        case visible = "field/visible"
        case isPrivate = "field/private"
        case privacy = "field/privacy"
        case maxLength = "field/max-length"
        case infoText = "field/info-text"
        case placeholder = "field/placeholder"
        case options = "field/options"
        case columns = "field/columns"
        case visibility = "field/visibility"
    }

    init(_ field: FieldDefinition, answer: String?, isVisible: Bool) {
        id = field.id
        type = field.type
        title = field.title.byLanguage
        // REMS has no absent values: a field without an answer is empty.
        value =
            field.type == .table
            ? .table(answer.flatMap(TableAnswer.init(stored:)) ?? TableAnswer(rows: [])) : .text(answer ?? "")
        optional = field.isOptional
        visible = isVisible
        // Hidden from whoever asks; nothing is from the applicant and the members (`apply-field-privacy` of REMS).
        isPrivate = false
        privacy = field.isPrivate ? "private" : "public"
        maxLength = field.maxLength
        infoText = field.infoText?.byLanguage
        placeholder = field.placeholder?.byLanguage
        options = field.options.isEmpty ? nil : field.options.map(Choice.init)
        columns = field.columns.isEmpty ? nil : field.columns.map(Choice.init)
        visibility = field.visibility.map {
            Visibility(field: ["field/id": $0.field], values: $0.values.sorted())
        }
    }
}

/// `V2License` of rems.yaml.
struct REMSLicence: Encodable, Sendable {
    let id: Int
    let type: String
    let title: [String: String]
    let link: [String: String]?
    let text: [String: String]?
    let filenames: [String: String]?
    let attachments: [String: Int]?
    let enabled = true
    let archived = false

    enum CodingKeys: String, CodingKey {
        case id = "license/id"
        case type = "license/type"
        case title = "license/title"
        case link = "license/link"
        case text = "license/text"
        case filenames = "license/attachment-filename"
        case attachments = "license/attachment-id"
        case enabled = "license/enabled"
        case archived = "license/archived"
    }

    init(_ licence: Licence) {
        id = licence.id
        title = licence.title.byLanguage
        var link: [String: String]?
        var text: [String: String]?
        var filenames: [String: String]?
        var attachments: [String: Int]?
        switch licence.terms {
        case .link(let address):
            type = "link"
            link = address.byLanguage
        case .text(let terms):
            type = "text"
            text = terms.byLanguage
        case .attachments(let files):
            type = "attachment"
            filenames = Dictionary(files.map { ($0.language, $0.filename) }) { first, _ in first }
            attachments = Dictionary(files.map { ($0.language, $0.id) }) { first, _ in first }
        }
        (self.link, self.text, self.filenames, self.attachments) = (link, text, filenames, attachments)
    }
}

extension LocalText {
    /// As REMS writes it.
    var byLanguage: [String: String] {
        Dictionary(labels.map { ($0.language, $0.name) }) { first, _ in first }
    }
}
