import PortalModel

/// What is counted, with its forms in each language.
package enum Noun {
    case dataset, request, answer, facet, file, licence, individual, record, draft, portal, member

    /// What stands in the sentence; English knows no difference.
    package enum Case { case nominative, dative }

    func text(isOne: Bool, _ grammar: Case = .nominative, in language: Language) -> String {
        switch language {
        case .english: isOne ? english : english + "s"
        case .german: isOne ? german.one : grammar == .dative ? german.dative : german.many
        }
    }

    private var english: String {
        switch self {
        case .dataset: "dataset"
        case .request: "request"
        case .answer: "answer"
        case .facet: "facet"
        case .file: "file"
        case .licence: "licence"
        case .individual: "individual"
        case .record: "record"
        case .draft: "draft"
        case .portal: "portal"
        case .member: "member"
        }
    }

    private var german: (one: String, many: String, dative: String) {
        switch self {
        case .dataset: ("Datensatz", "Datensätze", "Datensätzen")
        case .request: ("Antrag", "Anträge", "Anträgen")
        case .answer: ("Antwort", "Antworten", "Antworten")
        case .facet: ("Filter", "Filter", "Filtern")
        case .file: ("Datei", "Dateien", "Dateien")
        case .licence: ("Lizenz", "Lizenzen", "Lizenzen")
        case .individual: ("Person", "Personen", "Personen")
        case .record: ("Eintrag", "Einträge", "Einträgen")
        case .draft: ("Entwurf", "Entwürfe", "Entwürfen")
        case .portal: ("Portal", "Portale", "Portalen")
        case .member: ("Mitglied", "Mitglieder", "Mitgliedern")
        }
    }
}
