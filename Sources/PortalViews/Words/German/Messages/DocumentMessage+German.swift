import PortalModel
import TerminalCanvas

extension DocumentMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .notHere: "Der Antrag ist noch nicht da: warten, bis er angezeigt wird."
        case .noForm: "Es gibt noch kein Formular, in das Antworten zu laden wären."
        case .fixed: "Die Antworten dieses Antrags lassen sich nicht mehr ändern."
        case .nothingChanged: "Nichts wurde geändert."
        case .writing(let format): "Der Antrag wird als \(c(format)) geschrieben."
        case .written(let path, let note): "Der Antrag ist in \(path).\(c.behind(note))"
        case .answersWritten(let path): "Die Antworten sind in \(path). Angehängte Dateien sind nicht dabei."
        case .takenOver(let count, let left):
            "Übernommen: \(count).\(left > 0 ? " Zu Fragen, die jetzt nicht gestellt werden: \(left)." : "")"
        }
    }
}
