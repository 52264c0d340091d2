import PortalModel
import PortalViews
import TerminalCanvas

extension ConfigCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .nothingWrong: "Es ist nichts falsch."
        case .noneYet(let file): "Es gibt noch keine Konfiguration. Sie wäre in \(file)"
        case .nothingWrongIn(let files): "Nichts ist falsch in \(files.joined(separator: ", "))."
        case .noPortalYet: "Noch ist kein Portal eingerichtet: portal fragt nach einem."
        case .origin(.flag): "Option"
        case .origin(.environment): "Umgebung"
        case .origin(.file): "Datei"
        case .origin(.standard): "eingebaut"
        case .nothingKept:
            "Nichts ist gespeichert. portal profile set nimmt es von der Standardeingabe oder aus einer Datei."
        case .refused(let refused):
            """
            \(refused.map { "\($0.entry.rawValue): \(c.text($0.fault))" }.joined(separator: " ")) Nichts wurde geändert.
            """
        case .keptIn(let path):
            "Gespeichert in \(path). portal profile show gibt es aus, portal profile clear entfernt es."
        case .howToAnswer: "Enter lässt einen Eintrag, wie er ist, - nimmt ihn heraus. ^D beendet."
        case .question(let entry, let before):
            "\(c(entry)) [\(before.isEmpty ? c.example(of: entry).plain : before)]:"
        case .nothingWasKept: "Nichts war gespeichert."
        case .removed: "Ihr Profil ist von diesem Rechner entfernt."
        case .cleared: "Der Zwischenspeicher ist geleert."
        case .wasEmpty: "Der Zwischenspeicher war leer."
        case .manualNotWritten(let folder, let words):
            "Die Handbuchseiten ließen sich nicht nach \(folder) schreiben: \(words)"
        }
    }
}
