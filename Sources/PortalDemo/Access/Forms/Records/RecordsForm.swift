/// The longest form, with every type of field that REMS has: what somebody new to the program fills in.
enum RecordsForm {
    static let id = 4
    static let plan = AnswerKey(form: id, field: "data-plan")

    static let definition = FormDefinition(
        id: id, internalName: "demo-hospital-records",
        title: LocalText(en: "Use of hospital records", fr: "Utilisation de dossiers hospitaliers"),
        fields: about + people + institution + analysis + place + results + papers)

    private static let about: [FieldDefinition] = [
        FieldDefinition(id: "about", type: .header, title: LocalText(en: "The request", fr: "La demande")),
        FieldDefinition(
            id: "short-name", type: .description, title: LocalText(en: "Short name of the request", fr: "Nom court"),
            infoText: "What the request is called in lists.", maxLength: 80),
        FieldDefinition(
            id: "legal-ground", type: .option, title: LocalText(en: "Legal ground", fr: "Base légale"),
            options: [
                FieldOption(key: "consent", label: LocalText(en: "Consent", fr: "Consentement")),
                FieldOption(key: "public-interest", label: LocalText(en: "Public interest", fr: "Intérêt public")),
                FieldOption(key: "law", label: LocalText(en: "Another law", fr: "Autre loi")),
            ]),
        FieldDefinition(
            id: "law-name", type: .text, title: LocalText(en: "Which law?", fr: "Quelle loi ?"), maxLength: 200,
            visibility: VisibilityRule(field: "legal-ground", values: ["law"])),
        FieldDefinition(
            id: "law-date", type: .date, title: LocalText(en: "In force since", fr: "En vigueur depuis"),
            isOptional: true, visibility: VisibilityRule(field: "legal-ground", values: ["law"])),
        FieldDefinition(
            id: "parts", type: .multiselect, title: LocalText(en: "Parts of the record", fr: "Parties du dossier"),
            options: [
                FieldOption(key: "diagnoses", label: LocalText(en: "Diagnoses", fr: "Diagnostics")),
                FieldOption(key: "laboratory", label: LocalText(en: "Laboratory", fr: "Laboratoire")),
                FieldOption(key: "imaging", label: LocalText(en: "Images", fr: "Imagerie")),
                FieldOption(key: "notes", label: LocalText(en: "Free text", fr: "Texte libre")),
            ]),
        FieldDefinition(
            id: "notes-reason", type: .texta, title: LocalText(en: "Why free text?", fr: "Pourquoi le texte libre ?"),
            infoText: "Free text may name people. Say how you keep them from being recognised.", maxLength: 2000,
            visibility: VisibilityRule(field: "parts", values: ["notes"])),
    ]

    private static let people: [FieldDefinition] = [
        FieldDefinition(id: "people-header", type: .header, title: LocalText(en: "People", fr: "Personnes")),
        FieldDefinition(
            id: "team", type: .table, title: LocalText(en: "Everybody who sees data", fr: "Accès aux données"),
            infoText: "One row a person.",
            columns: [
                FieldOption(key: "name", label: LocalText(en: "Name", fr: "Nom")),
                FieldOption(key: "role", label: LocalText(en: "Role", fr: "Rôle")),
                FieldOption(key: "institution", label: LocalText(en: "Institution", fr: "Institution")),
            ]),
        FieldDefinition(
            id: "contact", type: .email, title: LocalText(en: "Contact", fr: "Contact"),
            placeholder: "name@institution.example"),
        FieldDefinition(
            id: "phone", type: .phoneNumber, title: LocalText(en: "Telephone", fr: "Téléphone"),
            infoText: "With the country's code, as in +358 9 1234 567.", placeholder: "+358 9 1234 567",
            isPrivate: true),
        FieldDefinition(
            id: "training", type: .date, title: LocalText(en: "Date of the last privacy training", fr: "Formation"),
            isOptional: true),
    ]

    private static let place: [FieldDefinition] = [
        FieldDefinition(id: "place-header", type: .header, title: LocalText(en: "Place and duration", fr: "Lieu")),
        FieldDefinition(
            id: "place-note", type: .label,
            title: "Records stay in the secure environment; you reach it from the address that you name here."),
        FieldDefinition(
            id: "address", type: .ipAddress, title: LocalText(en: "Address you connect from", fr: "Adresse IP"),
            infoText: "Of your institution, as the internet sees it.", placeholder: "193.166.3.10"),
        FieldDefinition(
            id: "second-address", type: .ipAddress, title: LocalText(en: "Another address", fr: "Autre adresse"),
            isOptional: true),
        FieldDefinition(id: "until", type: .date, title: LocalText(en: "Access until", fr: "Accès jusqu’au")),
        FieldDefinition(
            id: "software", type: .table, title: LocalText(en: "Software you need", fr: "Logiciels"),
            isOptional: true,
            columns: [
                FieldOption(key: "package", label: LocalText(en: "Package", fr: "Paquet")),
                FieldOption(key: "version", label: LocalText(en: "Version", fr: "Version")),
            ]),
    ]

    private static let papers: [FieldDefinition] = [
        FieldDefinition(id: "papers-header", type: .header, title: LocalText(en: "Documents", fr: "Documents")),
        FieldDefinition(
            id: plan.field, type: .attachment,
            title: LocalText(en: "Data management plan", fr: "Plan de gestion des données"),
            infoText: "One or more files of at most 10 MB each."),
        FieldDefinition(
            id: "approvals", type: .attachment, title: LocalText(en: "Approvals you have", fr: "Avis obtenus"),
            isOptional: true),
        FieldDefinition(
            id: "remarks", type: .texta, title: LocalText(en: "Anything else", fr: "Remarques"), isOptional: true,
            maxLength: 4000, isPrivate: true),
    ]
}
