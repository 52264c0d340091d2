/// The third form, for datasets about people: ethics approval and contact with participants.
enum EthicsForm {
    static let id = 3

    static let definition = FormDefinition(
        id: id, internalName: "demo-ethics",
        title: LocalText(en: "Ethics and people", fr: "Éthique et personnes"),
        fields: [
            FieldDefinition(
                id: "approval-header", type: .header, title: LocalText(en: "Ethics approval", fr: "Avis éthique")),
            FieldDefinition(
                id: "approval", type: .option,
                title: LocalText(en: "Has an ethics committee approved the project?", fr: "Avis d’un comité d’éthique"),
                options: approvals),
            FieldDefinition(
                id: "approval-reference", type: .text,
                title: LocalText(en: "Reference of the approval", fr: "Référence de l’avis"),
                placeholder: "For example: 2026-0142", maxLength: 80,
                visibility: VisibilityRule(field: "approval", values: ["approved"])),
            FieldDefinition(
                id: "approval-date", type: .date, title: LocalText(en: "Date of the approval", fr: "Date de l’avis"),
                isOptional: true, visibility: VisibilityRule(field: "approval", values: ["approved"])),
            FieldDefinition(
                id: "approval-reason", type: .texta,
                title: LocalText(en: "Why is no approval needed?", fr: "Pourquoi aucun avis n’est-il requis ?"),
                maxLength: 1000, visibility: VisibilityRule(field: "approval", values: ["not-needed"])),
            FieldDefinition(
                id: "people-header", type: .header, title: LocalText(en: "Participants", fr: "Participants")),
            FieldDefinition(
                id: "children", type: .option,
                title: LocalText(en: "Will data of children be studied?", fr: "Étudierez-vous des données d’enfants ?"),
                options: DemoForms.yesAndNo),
            FieldDefinition(
                id: "linkage", type: .multiselect,
                title: LocalText(en: "Will the data be linked to other sources?", fr: "Appariement à d’autres sources"),
                infoText: "Linking raises the risk that a person is recognised. Choose all that apply.",
                isOptional: true, options: linkages),
            FieldDefinition(
                id: "findings", type: .texta,
                title: LocalText(en: "What happens with incidental findings?", fr: "Découvertes fortuites"),
                infoText: "Whether and how findings that matter to a participant's health are passed on.",
                isOptional: true, maxLength: 1000),
        ])

    private static let approvals = [
        FieldOption(key: "approved", label: LocalText(en: "Yes, it was approved", fr: "Oui, avis favorable")),
        FieldOption(key: "pending", label: LocalText(en: "The decision is pending", fr: "Avis en attente")),
        FieldOption(key: "not-needed", label: LocalText(en: "No approval is needed", fr: "Aucun avis requis")),
    ]

    private static let linkages = [
        FieldOption(key: "registries", label: LocalText(en: "Health registries", fr: "Registres de santé")),
        FieldOption(key: "imaging", label: LocalText(en: "Medical images", fr: "Images médicales")),
        FieldOption(key: "environment", label: LocalText(en: "Environmental data", fr: "Données environnementales")),
        FieldOption(key: "other-genomes", label: LocalText(en: "Other genomes", fr: "Autres génomes")),
    ]
}
