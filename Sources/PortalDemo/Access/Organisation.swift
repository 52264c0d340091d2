/// Who governs a dataset: a committee with its own workflow, forms and licences. Datasets of different
/// organisations cannot be requested together.
struct Organisation: Sendable {
    /// What a catalogue line's `organisation` names it by.
    let key: String
    let name: LocalText
    /// Also the number of its workflow.
    let number: Int
    let licences: [Licence]
    private let forms: [FormDefinition]
    private let asksForEthics: Bool

    static let all = [portal, hospitals, rareDiseases]
    /// Of every dataset whose catalogue line names none.
    static let portal = Organisation(
        key: "demo-portal", name: LocalText(en: "Demo portal", fr: "Portail de démonstration"), number: 1,
        licences: [.dataAccessTerms, .responsibleSharing],
        forms: [ResearchProjectForm.definition, DataHandlingForm.definition], asksForEthics: true)
    /// The longest form, with every type of field there is.
    static let hospitals = Organisation(
        key: "hospital-records", name: LocalText(en: "Hospital records council", fr: "Conseil des données de soins"),
        number: 2, licences: [.dataAccessTerms, .processingAgreement],
        forms: [ResearchProjectForm.definition, RecordsForm.definition], asksForEthics: false)
    static let rareDiseases = Organisation(
        key: "rare-diseases", name: LocalText(en: "Rare disease network", fr: "Réseau des maladies rares"), number: 3,
        licences: [.responsibleSharing],
        forms: [ResearchProjectForm.definition, EthicsForm.definition], asksForEthics: false)

    /// The organisation of this name; the portal's own for any other.
    static func known(as key: String?) -> Organisation {
        all.first { $0.key == key } ?? portal
    }

    /// What the catalogue calls the part that an organisation looks after.
    static func catalogueName(_ key: String?) -> String {
        key == nil ? "Demo catalogue" : known(as: key).name.english
    }

    /// Data about people asks for ethics too, where that is not asked anyway.
    func forms(aboutPeople: Bool) -> [FormDefinition] {
        asksForEthics && aboutPeople ? forms + [EthicsForm.definition] : forms
    }
}
