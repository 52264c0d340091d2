extension RecordsForm {
    /// What comes of it, and who pays.
    static let results: [FieldDefinition] = [
        FieldDefinition(
            id: "results-header", type: .header, title: LocalText(en: "Results and money", fr: "Résultats et moyens")),
        FieldDefinition(
            id: "outputs", type: .multiselect, title: LocalText(en: "What will come of it?", fr: "Produits attendus"),
            isOptional: true,
            options: [
                FieldOption(key: "paper", label: LocalText(en: "A paper", fr: "Un article")),
                FieldOption(key: "thesis", label: LocalText(en: "A thesis", fr: "Une thèse")),
                FieldOption(key: "software", label: LocalText(en: "Software", fr: "Un logiciel")),
                FieldOption(key: "product", label: LocalText(en: "A product", fr: "Un produit")),
            ]),
        FieldDefinition(
            id: "product-company", type: .text, title: LocalText(en: "Which company?", fr: "Quelle entreprise ?"),
            maxLength: 150, visibility: VisibilityRule(field: "outputs", values: ["product"])),
        FieldDefinition(
            id: "product-contact", type: .email,
            title: LocalText(en: "E-mail of the company", fr: "Courriel de l’entreprise"), isOptional: true,
            visibility: VisibilityRule(field: "outputs", values: ["product"])),
        FieldDefinition(
            id: "repository", type: .text, title: LocalText(en: "Where the code will be", fr: "Dépôt du code"),
            placeholder: "https://", isOptional: true, maxLength: 300,
            visibility: VisibilityRule(field: "outputs", values: ["software"])),
        FieldDefinition(
            id: "publication-date", type: .date,
            title: LocalText(en: "Expected publication", fr: "Publication prévue"), isOptional: true),
        FieldDefinition(
            id: "grants", type: .table, title: LocalText(en: "Grants", fr: "Financements"), isOptional: true,
            columns: [
                FieldOption(key: "funder", label: LocalText(en: "Funder", fr: "Financeur")),
                FieldOption(key: "number", label: LocalText(en: "Number", fr: "Numéro")),
            ]),
        FieldDefinition(
            id: "conflicts", type: .option,
            title: LocalText(en: "Does anybody have a conflict of interest?", fr: "Conflits d’intérêts"),
            isOptional: true, options: DemoForms.yesAndNo),
        FieldDefinition(
            id: "conflicts-text", type: .texta, title: LocalText(en: "Which one, and whose?", fr: "Lesquels ?"),
            infoText: "Read by the council only.", maxLength: 1500, isPrivate: true,
            visibility: VisibilityRule(field: "conflicts", values: ["yes"])),
        FieldDefinition(
            id: "conflicts-paper", type: .attachment,
            title: LocalText(en: "Signed declaration", fr: "Déclaration signée"), isOptional: true,
            visibility: VisibilityRule(field: "conflicts", values: ["yes"])),
    ]

    /// Who answers for it at the institution, at night too.
    static let institution: [FieldDefinition] = [
        FieldDefinition(
            id: "institution-header", type: .header, title: LocalText(en: "Your institution", fr: "Votre établissement")
        ),
        FieldDefinition(
            id: "institution-name", type: .text, title: LocalText(en: "Institution", fr: "Établissement"),
            isOptional: true, maxLength: 200),
        FieldDefinition(
            id: "institution-address", type: .texta, title: LocalText(en: "Postal address", fr: "Adresse postale"),
            isOptional: true, maxLength: 400),
        FieldDefinition(
            id: "orcid", type: .text, title: "ORCID", placeholder: "0000-0002-1825-0097", isOptional: true,
            maxLength: 19),
        FieldDefinition(
            id: "signatory", type: .text,
            title: LocalText(en: "Who signs for the institution", fr: "Signataire"), isOptional: true, maxLength: 150),
        FieldDefinition(
            id: "signatory-email", type: .email,
            title: LocalText(en: "E-mail of who signs", fr: "Courriel du signataire"), isOptional: true),
        FieldDefinition(
            id: "incident-phone", type: .phoneNumber,
            title: LocalText(en: "Telephone for incidents", fr: "Téléphone d’urgence"),
            infoText: "Somebody answers there day and night.", placeholder: "+358 9 1234 567", isOptional: true,
            isPrivate: true),
        FieldDefinition(
            id: "officer-email", type: .email,
            title: LocalText(en: "E-mail of the data protection officer", fr: "Courriel du délégué à la protection"),
            isOptional: true),
        FieldDefinition(
            id: "breach", type: .option,
            title: LocalText(en: "Was there a data breach in the last three years?", fr: "Incident depuis trois ans"),
            isOptional: true, options: DemoForms.yesAndNo),
        FieldDefinition(
            id: "breach-date", type: .date, title: LocalText(en: "When?", fr: "Quand ?"),
            visibility: VisibilityRule(field: "breach", values: ["yes"])),
        FieldDefinition(
            id: "breach-reported", type: .option,
            title: LocalText(en: "Was it reported to the authority?", fr: "A-t-il été signalé ?"),
            options: DemoForms.yesAndNo, visibility: VisibilityRule(field: "breach", values: ["yes"])),
        FieldDefinition(
            id: "breach-reason", type: .texta, title: LocalText(en: "Why not?", fr: "Pourquoi pas ?"), maxLength: 1000,
            visibility: VisibilityRule(field: "breach-reported", values: ["no"])),
    ]
}
