import PortalModel
import TerminalCanvas

extension DocumentWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .requestAs: "Antrag schreiben als"
        case .load: "Antworten laden"
        case .save: "Antworten speichern"
        case .description: "Beschreibung schreiben"
        case .file: "Datei: "
        case .fillEmpty(let count): "Leere Felder füllen (\(count))"
        case .replaceToo(let count): "Auch Abweichendes ersetzen (\(count))"
        case .changeNothing: "Nichts ändern"
        case .moment: "Einen Augenblick\(c.glyphs.ellipsis)"
        case .aboutDescription(let form):
            "Als \(form). Ohne Ordner dort, wo das Programm gestartet wurde. Keine Datei wird überschrieben."
        case .datasets: "Datensätze schreiben"
        case .aboutDatasets(let form, let isFolder):
            """
            Als \(form)\(isFolder ? ", je eine Datei in einem neuen Ordner" : ""). Ohne Ordner dort, wo das Programm \
            gestartet wurde. Nichts wird überschrieben.
            """
        case .comparison: "Vergleich schreiben"
        case .aboutComparison(let form):
            "Als \(form). Ohne Ordner dort, wo das Programm gestartet wurde. Keine Datei wird überschrieben."
        case .written(let progress):
            progress.total.map { "\(c.number(progress.done)) von \(c.count($0, .dataset, .dative))" }
                ?? "\(c.count(progress.done, .dataset))"
        case .longMoment:
            "Einen Augenblick\(c.glyphs.ellipsis) \(c.key(.goBack)) schließt dies; es geht weiter, und das Ende wird gesagt."
        case .aboutLoading: "Eine Datei, wie portal request template sie schreibt. Nichts wird ungefragt geändert."
        case .aboutSaving:
            """
            In der Form, die portal request new --answers liest, nur für Sie lesbar. Keine Datei wird \
            überschrieben.
            """
        case .found(let new, let different): "Neu: \(new). Anders als hier: \(different)."
        case .hidden(let count): "Davon zu Fragen, die jetzt nicht gestellt werden: \(count)."
        case .missing(let count): "Gebraucht, aber weder hier noch in der Datei: \(count)."
        case .unknown(let count): "Und \(count) weitere, die hier nicht bekannt sind."
        }
    }
}
