import JSONStream
import PortalDomain

extension RequestForm {
    /// `RetrievedApplicationForm` of daam.yaml.
    ///
    /// - Returns: nil without an id, by which its answers are saved.
    init?(wire value: JSONValue) {
        guard let id = value["id"].integer else { return nil }
        let title = value["externalTitle"].localized
        self.init(
            id: id,
            title: title.isEmpty ? LocalizedText(value["internalName"].text ?? "Form \(id)") : title,
            fields: value["fields"].list.enumerated().map { FormField(wire: $1, form: id, number: $0 + 1) })
    }
}

extension FormField {
    /// `RetrievedApplicationFormField` of daam.yaml. Of one without an id: see ``placed(_:_:at:)``.
    init(wire value: JSONValue, form: Int64, number: Int) {
        let named = value["type"].text.flatMap(FieldType.init(rawValue:)) ?? .unknown
        let (id, type) = Self.placed(value["id"].text, named, at: number)
        let title = value["title"].localized
        self.init(
            id: FieldID(form: form, field: id),
            type: type,
            title: title.isEmpty ? LocalizedText(id) : title,
            info: value["infoText"].localized,
            placeholder: value["placeholder"].localized,
            isOptional: value["optional"].flag ?? false,
            maxLength: value["maxLength"].count.flatMap { $0 > 0 ? $0 : nil },
            // As in REMS `private` says whether it is hidden from whoever asks.
            isPrivate: value["private"].flag == true || value["privacy"].text?.lowercased() == "private",
            isVisible: value["visible"].flag ?? true,
            options: value["options"].list.compactMap(FieldOption.init(wire:)),
            columns: value["tableColumns"].list.compactMap(FieldOption.init(wire:)),
            value: type.shape == .rows ? .table(Self.rows(value["tableValues"])) : .text(Self.answer(value["value"])))
    }

    /// By its id answers to a field are saved. Without one none can be: it is shown all the same, as what cannot be edited
    /// here, since it may be one that has to be answered.
    /// - Parameter number: its place in the form, from 1.
    static func placed(_ id: String?, _ type: FieldType, at number: Int) -> (id: String, type: FieldType) {
        if let id { return (id, type) }
        return ("field \(number) (without an id)", type.takesValue ? .unknown : type)
    }

    /// Each row is a list of `{column, value}`.
    static func rows(_ value: JSONValue) -> [[String: String]] {
        value.list.map { row in
            row.list.reduce(into: [:]) { cells, cell in
                if let column = cell["column"].text { cells[column] = answer(cell["value"]) }
            }
        }
    }

    /// A person's own words: kept to the last space.
    static func answer(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        // Choices as a list instead of joined.
        case .array: value.texts.joined(separator: " ")
        default: value.text ?? ""
        }
    }
}

extension FieldOption {
    /// `FormFieldOption` and `FormFieldTableColumn` of daam.yaml.
    init?(wire value: JSONValue) {
        let bare: String? = if case .object = value { nil } else { value.text }
        guard let key = value["key"].text ?? bare else { return nil }
        let label = value["label"].localized
        self.init(key: key, label: label.isEmpty ? LocalizedText(key) : label)
    }
}
