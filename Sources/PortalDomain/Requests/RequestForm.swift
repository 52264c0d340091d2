/// A form that a data access committee defined; an application has one or more.
public struct RequestForm: Hashable, Sendable, Codable {
    public var id: Int64
    /// The heading, in the languages that it has.
    public var title: LocalizedText
    /// The fields in the order of the form.
    public var fields: [FormField]

    public init(id: Int64, title: LocalizedText, fields: [FormField]) {
        self.id = id
        self.title = title
        self.fields = fields
    }
}

/// Names a field within an application: field ids repeat between forms.
public struct FieldID: Hashable, Sendable, Codable {
    /// The form's number.
    public var form: Int64
    /// The field's name within its form.
    public var field: String

    public init(form: Int64, field: String) {
        self.form = form
        self.field = field
    }
}

/// A field as the service describes it, with the value that the service has.
public struct FormField: Hashable, Sendable, Codable {
    public var id: FieldID
    /// What kind of field it is.
    public var type: FieldType
    /// What it asks, in the languages that it has.
    public var title: LocalizedText
    /// What the committee says about it.
    public var info: LocalizedText
    /// What stands in the empty field.
    public var placeholder: LocalizedText
    /// Whether it can be left empty.
    public var isOptional: Bool
    /// In characters.
    public var maxLength: Int?
    /// Whether committees alone read it, and not the other members.
    public var isPrivate: Bool
    /// As the service last computed it; a hidden field is neither validated nor sent.
    public var isVisible: Bool
    /// When the field is shown, where the service tells it (REMS does, AMS does not).
    public var condition: FieldCondition?
    /// What is offered, in order.
    public var options: [FieldOption]
    /// The columns of a table, in order.
    public var columns: [FieldOption]
    /// The value at the service when the application was last fetched.
    public var value: FieldValue
    /// Its value when the application was last submitted, where the service tells it (REMS does, AMS does not).
    public var submitted: FieldValue?

    public init(
        id: FieldID, type: FieldType, title: LocalizedText, info: LocalizedText = LocalizedText([]),
        placeholder: LocalizedText = LocalizedText([]), isOptional: Bool = false, maxLength: Int? = nil,
        isPrivate: Bool = false, isVisible: Bool = true, condition: FieldCondition? = nil, options: [FieldOption] = [],
        columns: [FieldOption] = [],
        value: FieldValue = .text(""), submitted: FieldValue? = nil
    ) {
        self.id = id
        self.type = type
        self.title = title
        self.info = info
        self.placeholder = placeholder
        self.isOptional = isOptional
        self.maxLength = maxLength
        self.isPrivate = isPrivate
        self.isVisible = isVisible
        self.condition = condition
        self.options = options
        self.columns = columns
        self.value = value
        self.submitted = submitted
    }
}

/// Shown only if another field of the same form has one of some values (REMS: `only-if`).
public struct FieldCondition: Hashable, Sendable, Codable {
    /// The field that decides, by its name in the same form.
    public var field: String
    /// The keys of which one has to be chosen for the field to be asked.
    public var values: [String]

    public init(field: String, values: [String]) {
        self.field = field
        self.values = values
    }
}

/// A choice of an option or multiselect field, or a column of a table.
public struct FieldOption: Hashable, Sendable, Codable {
    /// What is sent.
    public var key: String
    /// What is shown.
    public var label: LocalizedText
    /// Of a column: what its cells may hold, where it is known. REMS's own tables take any text.
    public var rule: ColumnRule?

    public init(key: String, label: LocalizedText, rule: ColumnRule? = nil) {
        self.rule = rule
        self.key = key
        self.label = label
    }
}

/// What the cells of a column may hold.
public enum ColumnRule: Hashable, Sendable, Codable {
    /// An address for mail.
    case email
    /// One of the options' keys.
    case oneOf([FieldOption])
}

/// The answer to a field, in the form in which it is kept and sent.
public enum FieldValue: Hashable, Sendable, Codable {
    /// Everything but tables; see `FieldType` for how choices and attachments are joined.
    case text(String)
    /// Rows of column key → value.
    case table([[String: String]])

    /// Whether nothing is answered.
    public var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .table(let rows): rows.isEmpty
        }
    }

    /// The answer as one text.
    public var text: String {
        if case .text(let text) = self { text } else { "" }
    }
}
