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
    let `private`: Bool
    let visible: Bool
    let title: [Label]
    let type: String
    @NullWhenAbsent var tableValues: [[TableAnswer.Cell]]?
    @NullWhenAbsent var tableColumns: [Option]?
    @NullWhenAbsent var infoText: [Label]?
    @NullWhenAbsent var placeholder: [Label]?
    @NullWhenAbsent var maxLength: Int?
    let privacy: String
    @NullWhenAbsent var options: [Option]?

    struct Option: Encodable, Sendable {
        let key: String
        let label: [Label]

        init(_ option: FieldOption) {
            key = option.key
            label = option.label.labels
        }
    }

    /// - Parameter reason: What the committee wants changed, which then takes the place of the info text.
    init(_ field: FieldDefinition, value: String?, isVisible: Bool, reason: LocalText?) {
        id = field.id
        let isTable = field.type == .table
        self.value = isTable ? nil : value
        tableValues = isTable ? value.flatMap(TableAnswer.init(stored:))?.rows ?? [] : nil
        tableColumns = isTable ? field.columns.map(Option.init) : nil
        optional = field.isOptional
        // As REMS has it: whether it is hidden from whoever asks.
        `private` = false
        privacy = field.isPrivate ? "private" : "public"
        visible = isVisible
        title = field.title.labels
        type = field.type.nameInAccessService
        infoText = (reason ?? field.infoText)?.labels
        placeholder = field.placeholder?.labels
        maxLength = field.maxLength
        options = field.options.isEmpty ? nil : field.options.map(Option.init)
    }
}
