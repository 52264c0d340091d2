extension RecordsForm {
    /// What is done with the records: questions that hang on each other, and lists that are long enough to be searched.
    static let analysis: [FieldDefinition] = [
        FieldDefinition(id: "analysis-header", type: .header, title: LocalText(en: "Analysis", fr: "Analyse")),
        FieldDefinition(
            id: "analysis-note", type: .label,
            title: LocalText(
                en: "Say it for a reader who knows medicine and not your method.",
                fr: "Écrivez pour un médecin qui ne connaît pas votre méthode.")),
        FieldDefinition(
            id: "hypothesis", type: .texta, title: LocalText(en: "Hypothesis", fr: "Hypothèse"),
            infoText: "What you expect to find, and what would speak against it.", isOptional: true, maxLength: 2000),
        FieldDefinition(
            id: "specialities", type: .multiselect,
            title: LocalText(en: "Specialities the records come from", fr: "Spécialités concernées"),
            infoText: "Type the beginning of a word to find it.", isOptional: true, options: specialities),
        FieldDefinition(
            id: "method", type: .option, title: LocalText(en: "Main method", fr: "Méthode principale"),
            isOptional: true, options: methods),
        FieldDefinition(
            id: "model-leaves", type: .option,
            title: LocalText(
                en: "Will a trained model leave the environment?", fr: "Un modèle entraîné sortira-t-il ?"),
            options: DemoForms.yesAndNo, visibility: VisibilityRule(field: "method", values: ["machine-learning"])),
        FieldDefinition(
            id: "model-audit", type: .multiselect,
            title: LocalText(en: "How is it kept from giving records away?", fr: "Protections du modèle"),
            options: audits, visibility: VisibilityRule(field: "model-leaves", values: ["yes"])),
        FieldDefinition(
            id: "model-audit-other", type: .texta,
            title: LocalText(en: "Describe the other protection", fr: "Décrivez l’autre protection"), maxLength: 500,
            visibility: VisibilityRule(field: "model-audit", values: ["other"])),
        FieldDefinition(
            id: "method-other", type: .text, title: LocalText(en: "Which other method?", fr: "Quelle autre méthode ?"),
            maxLength: 120, visibility: VisibilityRule(field: "method", values: ["other"])),
        FieldDefinition(
            id: "variables", type: .table, title: LocalText(en: "Variables", fr: "Variables"),
            infoText: "One row a variable. A table copied from a spreadsheet can be pasted.", isOptional: true,
            columns: [
                FieldOption(key: "variable", label: LocalText(en: "Variable", fr: "Variable")),
                FieldOption(key: "unit", label: LocalText(en: "Unit", fr: "Unité")),
                FieldOption(key: "from", label: LocalText(en: "From year", fr: "Depuis")),
                FieldOption(key: "why", label: LocalText(en: "What for", fr: "Usage")),
            ]),
    ]

    private static let specialities = [
        FieldOption(key: "anaesthesia", label: LocalText(en: "Anaesthesia", fr: "Anesthésie")),
        FieldOption(key: "cardiology", label: LocalText(en: "Cardiology", fr: "Cardiologie")),
        FieldOption(key: "dermatology", label: LocalText(en: "Dermatology", fr: "Dermatologie")),
        FieldOption(key: "emergency", label: LocalText(en: "Emergency medicine", fr: "Urgences")),
        FieldOption(key: "endocrinology", label: LocalText(en: "Endocrinology", fr: "Endocrinologie")),
        FieldOption(key: "geriatrics", label: LocalText(en: "Geriatrics", fr: "Gériatrie")),
        FieldOption(key: "haematology", label: LocalText(en: "Haematology", fr: "Hématologie")),
        FieldOption(key: "intensive-care", label: LocalText(en: "Intensive care", fr: "Soins intensifs")),
        FieldOption(key: "nephrology", label: LocalText(en: "Nephrology", fr: "Néphrologie")),
        FieldOption(key: "neurology", label: LocalText(en: "Neurology", fr: "Neurologie")),
        FieldOption(key: "obstetrics", label: LocalText(en: "Obstetrics", fr: "Obstétrique")),
        FieldOption(key: "oncology", label: LocalText(en: "Oncology", fr: "Oncologie")),
        FieldOption(key: "paediatrics", label: LocalText(en: "Paediatrics", fr: "Pédiatrie")),
        FieldOption(key: "psychiatry", label: LocalText(en: "Psychiatry", fr: "Psychiatrie")),
        FieldOption(key: "radiology", label: LocalText(en: "Radiology", fr: "Radiologie")),
        FieldOption(key: "surgery", label: LocalText(en: "Surgery", fr: "Chirurgie")),
    ]

    private static let methods = [
        FieldOption(key: "description", label: LocalText(en: "Description", fr: "Description")),
        FieldOption(key: "regression", label: LocalText(en: "Regression", fr: "Régression")),
        FieldOption(key: "survival", label: LocalText(en: "Survival analysis", fr: "Analyse de survie")),
        FieldOption(key: "causal", label: LocalText(en: "Causal inference", fr: "Inférence causale")),
        FieldOption(key: "simulation", label: LocalText(en: "Simulation", fr: "Simulation")),
        FieldOption(key: "machine-learning", label: LocalText(en: "Machine learning", fr: "Apprentissage automatique")),
        FieldOption(key: "other", label: LocalText(en: "Another method", fr: "Autre méthode")),
    ]

    private static let audits = [
        FieldOption(
            key: "privacy-budget", label: LocalText(en: "Differential privacy", fr: "Confidentialité différentielle")),
        FieldOption(key: "attack-test", label: LocalText(en: "Tested by attacking it", fr: "Test par attaque")),
        FieldOption(key: "summary-only", label: LocalText(en: "Coefficients only", fr: "Coefficients seulement")),
        FieldOption(key: "other", label: LocalText(en: "Another protection", fr: "Autre protection")),
    ]
}
