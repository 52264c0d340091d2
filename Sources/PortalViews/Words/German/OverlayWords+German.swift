import PortalModel
import TerminalCanvas

extension OverlayWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .commands: "Befehle"
        case .typeWhatToDo: "was soll geschehen?"
        case .noCommand: "Kein Befehl hat diese Wörter."
        case .sortBy: "Sortieren"
        case .yes: "Ja? "
        case .typeWord(let word): "Zum Fortfahren „\(c.typed(word))“ tippen: "
        case .doesIt: " bestätigt"
        case .keyOrEscape:
            "Oder \(c.key(.affirm, in: .confirmation)). \(c.key(.goBack, in: .confirmation)) lässt alles, wie es ist."
        case .escape: "\(c.key(.goBack, in: .confirmation)) lässt alles, wie es ist."
        case .submit: "Antrag absenden"
        case .createAgain: "Neuen Antrag anlegen"
        case .another: "Weiteren Antrag anlegen"
        case .takeOver: "Entwurf übernehmen"
        case .deleteDraft: "Entwurf löschen"
        case .close: "Antrag schließen"
        case .quit: "Jetzt beenden"
        case .copy: "Antrag kopieren"
        case .renew: "Zugang verlängern"
        case .askForAccess: "Zugang beantragen"
        case .removePortal: "Portal entfernen"
        case .goToPortal: "Zum Portal wechseln"
        case .help(let place): "Hilfe \(c.glyphs.separator) \(place)"
        case .typeToFind: "tippen, um zu finden"
        case .failures: "Fehlgeschlagene Aufrufe"
        case .notNow(let help, let reason): "\(help) Jetzt nicht: \(reason)"
        case .noFailures: "Seit dem Start ist kein Aufruf fehlgeschlagen."
        case .timesAreUTC: "Die Zeiten sind UTC. Wer das Portal betreibt, findet einen Aufruf an seiner Anfrage-ID."
        case .here: "Hier"
        case .moving: "Bewegen"
        case .everywhere: "Überall"
        case .showRequests: "Anträge zeigen"
        case .datasetsOf(let id): "Datensätze des Antrags \(id)"
        case .filesOf(let id): "Dateien des Antrags \(id)"
        case .descriptionAs: "Beschreibung schreiben als"
        case .columns: "Spalten: Platz, Breite"
        case .comparisonAs: "Vergleich schreiben als"
        case .datasetsAs(let count): "\(c.count(count, .dataset)) schreiben als"
        case .series: "Eine Serie"
        case .partOf: "Teil von"
        case .purpose: "Wozu die Daten gebraucht werden"
        case .earlierSearches: "Frühere Suchen"
        case .tooSmall(let columns, let rows): "Zu klein: \(columns)×\(rows)."
        case .needs(let needed): "Nötig: \(needed). Nichts geht verloren."
        case .portal: "Portal"
        }
    }
}
