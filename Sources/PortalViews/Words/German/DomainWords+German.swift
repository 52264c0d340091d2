import PortalModel
import TerminalCanvas

extension ApplicationState {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .draft: "Entwurf"
        case .submitted: "eingereicht"
        case .returned: "zurückgegeben"
        case .approved: "genehmigt"
        case .rejected: "abgelehnt"
        case .revoked: "entzogen"
        case .closed: "geschlossen"
        case .other(let name): TerminalText(singleLine: name)
        }
    }
}

extension ApplicationEvent {
    /// By the service's name of it; what is not known here is told in the service's own words.
    package func german(_ c: Phrasing) -> TerminalText? {
        switch type.split(separator: "/").last.map(String.init) ?? type {
        case "created": "Antrag angelegt"
        case "draft-saved": "Antworten gespeichert"
        case "submitted": "eingereicht"
        case "returned": "zurückgegeben"
        case "approved": "genehmigt"
        case "rejected": "abgelehnt"
        case "revoked": "Zugang entzogen"
        case "closed": "geschlossen"
        case "licenses-accepted", "terms-accepted": "Lizenzen angenommen"
        case "resources-changed", "datasets-changed": "Datensätze geändert"
        case "copied-from": "als Kopie eines anderen Antrags angelegt"
        case "copied-to": "als neuer Antrag kopiert"
        case "member-invited": "Mitglied eingeladen"
        case "member-uninvited": "Einladung zurückgenommen"
        case "member-joined": "Mitglied beigetreten"
        case "processing-state-changed": "Bearbeitungsstand geändert"
        case "member-added": "Mitglied hinzugefügt"
        case "member-removed": "Mitglied entfernt"
        case "expiration-notifications-sent": "vor dem Löschen des Entwurfs gewarnt"
        case "remarked", "public-remark": "Anmerkung"
        default: TerminalText(singleLine: words)
        }
    }
}

extension PortalService {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .discovery: "Datensätze"
        case .access: "Anträge"
        case .identity: "Anmeldung"
        }
    }
}

extension RequestFilter {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .all: "alle"
        case .waiting: "bei Ihnen"
        case .unread: "Neues"
        case .state(let state): c(state)
        }
    }
}

extension RequestSort {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .newest: "neueste zuerst"
        case .state: "nach Stand"
        case .title: "nach Titel"
        }
    }
}

extension SearchSort {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .relevance: "Relevanz"
        case .newest: "geändert, neueste zuerst"
        case .oldest: "geändert, älteste zuerst"
        case .recentlyAdded: "angelegt, neueste zuerst"
        case .titleAscending: "Titel A–Z"
        case .titleDescending: "Titel Z–A"
        }
    }
}

extension DatasetState.Tab {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .overview: "Überblick"
        case .members: "Datensätze"
        case .files: "Dateien"
        case .details: "Angaben"
        case .contacts: "Kontakt"
        case .links: "Links"
        }
    }
}

extension WaitWords {
    func german(_ c: Phrasing) -> TerminalText? {
        let left = GermanTimes.spelled(seconds: seconds)
        let who = archive.map { "Das Archiv \($0)" } ?? "Das Portal"
        return switch reason {
        case .asked: "\(who) bittet um \(left) Geduld"
        case .failed(.offline): "Keine Verbindung, nächster Versuch in \(left)"
        case .failed(.timedOut): "Keine Antwort, nächster Versuch in \(left)"
        case .silence: "Noch keine Antwort, wartet noch \(left)"
        case .failed(.tooManyRequests): "\(who) wird zu oft gefragt, nächster Versuch in \(left)"
        case .failed(.serverFault(let status)):
            "Fehler im \(archive.map { "Archiv \($0)" } ?? "Portal") (\(status)), nächster Versuch in \(left)"
        case .failed: "Fehlgeschlagen, nächster Versuch in \(left)"
        }
    }
}

/// How long something lasts, as it is abbreviated in German.
enum GermanTimes {
    static func spelled(seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\((seconds + 59) / 60) Min."
        default: "\((seconds + 3599) / 3600) Std."
        }
    }
}
