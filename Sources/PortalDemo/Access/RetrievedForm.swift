/// `RetrievedApplicationForm` of daam.yaml: the form and its answers in one.
struct RetrievedForm: Encodable, Sendable {
    let id: Int
    let internalName: String
    let externalTitle: [Label]
    let fields: [RetrievedField]

    init(_ form: FormDefinition, of application: Application) {
        let visible = form.visibleFields(application.answers)
        id = form.id
        internalName = form.internalName
        externalTitle = form.title.labels
        fields = form.fields.map { field in
            let key = AnswerKey(form: form.id, field: field.id)
            return RetrievedField(
                field, value: application.answers[key], isVisible: visible.contains(field.id),
                reason: Committee.reason(forGivingBack: key, of: application))
        }
    }
}

/// `RetrievedApplicationFormField` of daam.yaml. Which field another hangs on is not in the contract: clients see
/// `visible` change after they saved.
struct RetrievedField: Encodable, Sendable {
    let id: String
    @NullWhenAbsent var value: String?
    let optional: Bool
    let `private` = false
    let visible: Bool
    let title: [Label]
    let type: FieldType
    @NullWhenAbsent var tableValues: [[String]]?
    @NullWhenAbsent var tableColumns: [String]?
    @NullWhenAbsent var infoText: [Label]?
    @NullWhenAbsent var placeholder: [Label]?
    @NullWhenAbsent var maxLength: Int?
    let privacy = "public"
    @NullWhenAbsent var options: [Option]?

    struct Option: Encodable, Sendable {
        let key: String
        let label: [Label]
    }

    /// - Parameter reason: What the committee wants changed, which then takes the place of the info text.
    init(_ field: FieldDefinition, value: String?, isVisible: Bool, reason: LocalText?) {
        id = field.id
        self.value = value
        optional = field.isOptional
        visible = isVisible
        title = field.title.labels
        type = field.type
        infoText = (reason ?? field.infoText)?.labels
        placeholder = field.placeholder?.labels
        maxLength = field.maxLength
        options = field.options.isEmpty ? nil : field.options.map { Option(key: $0.key, label: $0.label.labels) }
    }
}
