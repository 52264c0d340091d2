import PortalModel
import TerminalCanvas

extension ChangeReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .licenceFileUnnumbered: "Das Portal sagt nicht, unter welcher Nummer es die Datei ausgibt."
        case .memberUnnamed(let name): "Dieses Portal nennt zu \(name) weder eine ID noch eine Adresse."
        case .fileTooLarge: "Die Datei ist größer, als das Portal annimmt; die meisten nehmen 10 MB."
        case .fileTypeNotTaken: "Das Portal nimmt Dateien dieser Art nicht an."
        case .oneDataset: "Dieses Portal nimmt je Antrag einen Datensatz."
        case .codesDropped:
            "Der Zugangsdienst des Portals nimmt Codes und verwirft sie ohne ein Wort: ins Formular schreiben."
        case .codesNotUsed: "Dieses REMS benutzt keine DUO-Codes: ins Formular schreiben."
        case .incomplete: "Der Antrag ist nicht vollständig; nichts wurde gesendet."
        case .leftAsDraft(let id):
            """
            Das Portal hat den Antrag als \(id) angenommen und führt ihn als Entwurf: er ist nicht eingereicht. \
            Dieses Portal hat dafür keinen Aufruf; auf seiner Webseite einreichen.
            """
        case .noApplicationNamed: "Die Antwort nennt keinen Antrag."
        case .noCopyNamed: "Die Antwort nennt keine Kopie."
        case .noAttachmentNamed: "Die Antwort nennt keine Datei."
        case .notSaidDone: "Die Antwort sagt nicht, dass es geschehen ist."
        case .datasetNotTaken(let dataset): "REMS nimmt keine Anträge zu „\(dataset)“ an."
        case .datasetTwice(let dataset):
            "REMS hat „\(dataset)“ mehr als einmal; im Katalog von REMS selbst beantragen."
        case .keyRefused: "REMS hat den konfigurierten API-Schlüssel mit der Benutzer-ID nicht angenommen."
        case .keyMissing:
            """
            REMS will einen API-Schlüssel und eine Benutzer-ID: PORTAL_REMS_KEY und PORTAL_REMS_USER, oder im Profil \
            rems: {key_file: …, user: …}.
            """
        case .unwell: "REMS sagt, dass es ihm nicht gut geht."
        case .personWithoutID: "REMS nennt zu dieser Person keine ID."
        case .refused(let refusal): refusal.german
        case .notDone(let denial, nil): "Das Portal hat den Aufruf angenommen, aber \(denial.german(c))."
        case .notDone(let denial, .some(let reason)):
            "\(c(reason)) Es wurde gefragt, was es hat: \(denial.german(c))."
        case .decidedSeparately(let titles, let more):
            """
            Über \(Self.list(titles, more)) wird getrennt entschieden: das Portal nimmt sie nicht in einem Antrag.
            """
        }
    }

    private static func list(_ titles: [String], _ more: Int) -> String {
        let titles = titles.map { "„\($0)“" }
        let last = more > 0 ? "\(more) weitere" : titles.last ?? ""
        let first = more > 0 ? titles[...] : titles.dropLast()
        return "\(first.joined(separator: ", ")) und \(last)"
    }
}

extension ChangeReason.REMSRefusal {
    fileprivate var german: TerminalText {
        switch self {
        case .notNow: "REMS erlaubt das jetzt nicht."
        case .noSuchApplication: "REMS hat diesen Antrag nicht."
        case .decidedDifferently:
            "Über diese Datensätze wird auf verschiedene Weise entschieden; sie sind nicht zusammen zu beantragen."
        case .notRequestable: "Einer der Datensätze ist nicht mehr zu beantragen."
        case .isMember: "Diese Person nimmt schon teil."
        case .isApplicant: "Wer den Antrag angelegt hat, kann nicht herausgenommen werden."
        case .isNoMember: "Diese Person nimmt nicht teil."
        case .licencesNotAccepted: "Nicht alle Lizenzen sind angenommen."
        case .other(let words): "REMS sagt: \(words)."
        }
    }
}

extension ChangeReason.Denial {
    fileprivate func german(_ c: Phrasing) -> TerminalText {
        switch self {
        case .notSubmitted(let state): "der Stand dort ist noch „\(c(state))“: der Antrag ist nicht eingereicht"
        case .notDeleted: "den Antrag gibt es dort noch: er ist nicht gelöscht"
        case .notClosed(let state): "der Stand dort ist „\(c(state))“: der Antrag ist nicht geschlossen"
        case .notAccepted: "dort sind nicht alle Lizenzen angenommen"
        case .notSaved: "es hat diese Antworten nicht: sie sind nicht gespeichert"
        case .notInvited: "die Person ist nicht unter denen, die teilnehmen"
        case .notRemoved: "die Person nimmt noch teil"
        case .otherDatasets: "der Antrag ist dort für andere Datensätze"
        }
    }
}
