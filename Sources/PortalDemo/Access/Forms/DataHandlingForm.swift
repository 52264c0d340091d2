/// The second form: where the data will be and how it is kept safe.
enum DataHandlingForm {
    static let id = 2

    static let definition = FormDefinition(
        id: id, internalName: "demo-data-handling",
        title: LocalText(en: "Data handling and security", fr: "Gestion et sécurité des données"),
        fields: [
            FieldDefinition(
                id: "intro", type: .label,
                title: "Answer for the place where the data will be analysed, not for your own computer."),
            FieldDefinition(
                id: "environment", type: .option,
                title: LocalText(en: "Where will the data be analysed?", fr: "Où les données seront-elles analysées ?"),
                options: environments),
            FieldDefinition(
                id: "leaves-environment", type: .option,
                title: LocalText(
                    en: "Will data leave the secure environment?",
                    fr: "Des données quitteront-elles l’environnement sécurisé ?"),
                infoText: "Individual-level data only. Summary tables that were checked for disclosure do not count.",
                options: DemoForms.yesAndNo),
            FieldDefinition(
                id: "countries", type: .text,
                title: LocalText(en: "Which countries?", fr: "Quels pays ?"),
                infoText: "Every country the data would be moved to. Transfers outside the EEA need a legal ground.",
                maxLength: 300, visibility: VisibilityRule(field: "leaves-environment", values: ["yes"])),
            FieldDefinition(
                id: "safeguards", type: .multiselect,
                title: LocalText(en: "Which safeguards are in place?", fr: "Quelles protections sont en place ?"),
                options: safeguards),
            FieldDefinition(
                id: "people", type: .texta,
                title: LocalText(en: "Who will have access to the data?", fr: "Qui aura accès aux données ?"),
                infoText: "One person a line: name, role, institution.", maxLength: 2000),
            FieldDefinition(
                id: "deletion-date", type: .date,
                title: LocalText(en: "When will the data be deleted?", fr: "Quand les données seront-elles effacées ?")),
            FieldDefinition(
                id: "security-contact", type: .email,
                title: LocalText(en: "Contact for security incidents", fr: "Contact en cas d’incident"),
                placeholder: "security@institution.example"),
            FieldDefinition(
                id: "protection-officer", type: .text,
                title: LocalText(en: "Data protection officer", fr: "Délégué à la protection des données"),
                isOptional: true, maxLength: 150),
        ])

    private static let environments = [
        FieldOption(
            key: "secure-processing",
            label: LocalText(en: "A secure processing environment", fr: "Un environnement de traitement sécurisé")),
        FieldOption(
            key: "institution-cluster",
            label: LocalText(en: "A compute cluster of the institution", fr: "Un calculateur de l’institution")),
        FieldOption(key: "cloud", label: LocalText(en: "A commercial cloud", fr: "Un nuage commercial")),
    ]

    private static let safeguards = [
        FieldOption(key: "encryption", label: LocalText(en: "Encryption at rest", fr: "Chiffrement au repos")),
        FieldOption(key: "two-factor", label: LocalText(en: "Two-factor sign-in", fr: "Double authentification")),
        FieldOption(key: "access-log", label: LocalText(en: "A log of every access", fr: "Un journal des accès")),
        FieldOption(key: "no-internet", label: LocalText(en: "No way out to the internet", fr: "Aucun accès sortant")),
        FieldOption(key: "training", label: LocalText(en: "Yearly training of all users", fr: "Formation annuelle")),
    ]
}
