/// The first form: what the data is wanted for, and by whom.
enum ResearchProjectForm {
    static let id = 1
    static let titleField = AnswerKey(form: id, field: "project-title")
    static let purposeField = AnswerKey(form: id, field: "purpose")

    static let definition = FormDefinition(
        id: id, internalName: "demo-research-project",
        title: LocalText(en: "Research project", fr: "Projet de recherche"),
        fields: [
            FieldDefinition(
                id: "about-project", type: .header, title: LocalText(en: "About the project", fr: "Le projet")),
            FieldDefinition(
                id: "project-title", type: .text,
                title: LocalText(en: "Title of the project", fr: "Titre du projet"),
                placeholder: "For example: Rare variants in childhood asthma", maxLength: 150),
            FieldDefinition(
                id: "purpose", type: .texta,
                title: LocalText(en: "Purpose of use", fr: "Finalité"),
                infoText: LocalText(
                    en: """
                        Say which question you want to answer, why it needs these datasets, and how you will analyse \
                        them. The committee asks for at least 60 characters.
                        """,
                    fr: """
                        Décrivez la question posée, pourquoi elle demande ces données et comment vous les analyserez. \
                        Le comité demande au moins 60 caractères.
                        """),
                maxLength: 4000),
            FieldDefinition(
                id: "lay-summary", type: .texta, title: LocalText(en: "Summary for the public", fr: "Résumé public"),
                infoText: "Published with the approval, so that participants can read what their data is used for.",
                isOptional: true, maxLength: 1000),
            FieldDefinition(
                id: "research-area", type: .option, title: LocalText(en: "Area of research", fr: "Domaine"),
                options: areas),
            FieldDefinition(
                id: "other-area", type: .text, title: LocalText(en: "Which other area?", fr: "Quel autre domaine ?"),
                maxLength: 100, visibility: VisibilityRule(field: "research-area", values: ["other"])),
            FieldDefinition(
                id: "start-date", type: .date, title: LocalText(en: "Start of the project", fr: "Début du projet")),
            FieldDefinition(
                id: "end-date", type: .date, title: LocalText(en: "Expected end", fr: "Fin prévue"),
                isOptional: true),
            FieldDefinition(
                id: "funding", type: .text, title: LocalText(en: "Funding", fr: "Financement"),
                infoText: "The funder and the grant number, or how the work is paid for.",
                isOptional: true, maxLength: 200),
            FieldDefinition(
                id: "about-people", type: .header, title: LocalText(en: "Who is responsible", fr: "Responsable")),
            FieldDefinition(
                id: "principal-investigator", type: .text,
                title: LocalText(en: "Principal investigator", fr: "Investigateur principal"), maxLength: 150),
            FieldDefinition(
                id: "principal-investigator-email", type: .email,
                title: LocalText(en: "E-mail of the principal investigator", fr: "Courriel de l’investigateur"),
                infoText: "An address at the institution. Private addresses are usually refused.",
                placeholder: "name@institution.example"),
        ])

    private static let areas = [
        FieldOption(key: "cancer", label: LocalText(en: "Cancer", fr: "Cancer")),
        FieldOption(key: "rare-diseases", label: LocalText(en: "Rare diseases", fr: "Maladies rares")),
        FieldOption(key: "infectious-diseases", label: LocalText(en: "Infectious diseases", fr: "Infections")),
        FieldOption(key: "common-diseases", label: LocalText(en: "Common diseases", fr: "Maladies communes")),
        FieldOption(key: "population-genetics", label: LocalText(en: "Population genetics", fr: "Populations")),
        FieldOption(key: "methods", label: LocalText(en: "Methods and software", fr: "Méthodes et logiciels")),
        FieldOption(key: "other", label: LocalText(en: "Another area", fr: "Autre domaine")),
    ]
}
