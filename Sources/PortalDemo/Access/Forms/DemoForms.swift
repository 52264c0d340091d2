/// What several forms share.
enum DemoForms {
    static let yesAndNo = [
        FieldOption(key: "yes", label: LocalText(en: "Yes", fr: "Oui")),
        FieldOption(key: "no", label: LocalText(en: "No", fr: "Non")),
    ]
}

extension CatalogueRecord {
    /// Whether the dataset follows patients, families or children, whose committees ask about ethics.
    var isAboutPeople: Bool {
        if let minAge, minAge < 18 { return true }
        let words = ([title] + themes + healthThemes + keywords).joined(separator: " ").lowercased()
        let signs = [
            "cohort", "biobank", "child", "paediatric", "pediatric", "infant", "newborn", "birth", "adolescent",
            "patient", "famil",
        ]
        return signs.contains(where: words.contains)
    }
}
