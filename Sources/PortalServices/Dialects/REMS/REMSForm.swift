import JSONStream
import PortalDomain

extension RequestForm {
    /// `Form` of rems.yaml.
    ///
    /// - Returns: nil without an id, by which its answers are saved.
    init?(rems value: JSONValue) {
        guard let id = value["form/id"].integer else { return nil }
        let title = value["form/external-title"].localized
        let name = value["form/title"].text ?? value["form/internal-name"].text
        let fields = value["form/fields"].list
        let form = RequestForm(
            id: id, title: title.isEmpty ? LocalizedText(name ?? "Form \(id)") : title,
            fields: fields.enumerated().map { FormField(rems: $1, form: id, number: $0 + 1) })
        let told = fields.filter { $0["field/visible"].flag != nil }.compactMap { $0["field/id"].text }
        self = form.reconciled(told: Set(told)).showing([:])
    }
}

extension FormField {
    /// `Field` of rems.yaml. Of one without an id: see ``placed(_:_:at:)``.
    init(rems value: JSONValue, form: Int64, number: Int) {
        let named = value["field/type"].text.flatMap(FieldType.init(rawValue:)) ?? .unknown
        let (id, type) = Self.placed(value["field/id"].text, named, at: number)
        let title = value["field/title"].localized
        self.init(
            id: FieldID(form: form, field: id),
            type: type,
            title: title.isEmpty ? LocalizedText(id) : title,
            info: value["field/info-text"].localized,
            placeholder: value["field/placeholder"].localized,
            isOptional: value["field/optional"].flag ?? false,
            maxLength: value["field/max-length"].count.flatMap { $0 > 0 ? $0 : nil },
            // `field/private` says whether it is hidden from whoever asks, which is no applicant (`apply-field-privacy`).
            isPrivate: value["field/private"].flag == true || value["field/privacy"].text == "private",
            isVisible: value["field/visible"].flag ?? true,
            condition: FieldCondition(rems: value["field/visibility"]),
            options: value["field/options"].list.compactMap(FieldOption.init(wire:)),
            columns: value["field/columns"].list.compactMap(FieldOption.init(wire:)),
            value: Self.value(value["field/value"], of: type),
            submitted: value["field/previous-value"].isNull
                ? nil : Self.value(value["field/previous-value"], of: type))
    }

    private static func value(_ value: JSONValue, of type: FieldType) -> FieldValue {
        type.shape == .rows ? .table(rows(value)) : .text(answer(value))
    }
}

extension FieldCondition {
    /// `{visibility/type: only-if, visibility/field: {field/id}, visibility/values}`; nil when the field is always shown.
    init?(rems value: JSONValue) {
        guard value["visibility/type"].text == "only-if", let field = value["visibility/field"]["field/id"].text else {
            return nil
        }
        self.init(field: field, values: value["visibility/values"].texts)
    }
}

/// `SaveDraftCommand` of rems.yaml.
struct SaveDraft: Encodable {
    var applicationID: Int64
    var fieldValues: [Value]
    /// What the data may be used for (DUO), as it was set elsewhere; goes along as the answers do.
    var duoCodes: [JSONValue]?

    struct Value: Encodable {
        var form: Int64
        var field: String
        var value: Content
    }

    /// "A string for most fields, or [[{column, value}]] for table fields".
    enum Content: Encodable {
        case text(String)
        case table([[SaveForms.Cell]])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .table(let rows): try container.encode(rows)
            }
        }
    }

    enum CodingKeys: String, CodingKey {
        case applicationID = "application-id"
        case fieldValues = "field-values"
        case duoCodes = "duo-codes"
    }

    /// - Parameter answers: in place of the application's own. All of them go: see `REMSAccess.save`.
    init(
        _ id: Int64, _ application: Application, _ answers: [FieldID: FieldValue], duoCodes: [JSONValue] = []
    ) {
        applicationID = id
        self.duoCodes = duoCodes.isEmpty ? nil : duoCodes
        fieldValues = application.forms.map { $0.showing(answers) }.flatMap(\.fields)
            .filter { $0.type.takesValue && $0.isVisible }
            .map { field in
                let content: Content =
                    switch answers[field.id] ?? field.value {
                    case .text(let text): .text(text)
                    case .table(let rows):
                        .table(
                            rows.map { row in
                                // In the order of the form; cells that were never filled in are empty.
                                field.columns.map { SaveForms.Cell(column: $0.key, value: row[$0.key] ?? "") }
                            })
                    }
                return Value(form: field.id.form, field: field.id.field, value: content)
            }
    }

    /// The codes of an application as the command takes them: without the words that REMS explains them with.
    static func duoCodes(of application: JSONValue) -> [JSONValue] {
        application["application/duo"]["duo/codes"].list.compactMap { code in
            guard code["id"].text != nil else { return nil }
            return .object(
                code.fields.filter { ["id", "restrictions", "more-info"].contains($0.key) && !$0.value.isNull })
        }
    }
}
