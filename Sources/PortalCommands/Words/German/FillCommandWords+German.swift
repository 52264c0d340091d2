import PortalModel
import PortalViews
import TerminalCanvas

extension FillCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .submitted(let id):
            """
            Der Antrag\(id.map { " \($0)" } ?? "") ist abgesendet. Das Komitee hat ihn nun; portal requests sagt, was \
            daraus wird.
            """
        case .inputEnded: "Die Eingabe ist zu Ende; nichts wurde abgesendet."
        case .somethingMissing: "Im Antrag fehlt etwas: portal request fill macht damit weiter."
        case .lastNotTaken:
            "Die letzte Antwort wurde nicht angenommen: portal request fill macht mit dem Antrag weiter."
        case .keptHere: "Alle Antworten sind auf diesem Rechner gespeichert."
        case .keptHereFirst:
            "Alle Antworten sind auf diesem Rechner gespeichert; das Portal hat noch nicht alle."
        case .keptBoth: "Alle Antworten sind gespeichert, auf diesem Rechner und beim Portal."
        case .notReached(let error):
            """
            Das Portal nimmt zurzeit keine Antworten: \(c(error)) Sie bleiben auf diesem Rechner und werden später \
            gesendet.
            """
        case .reachedAgain: "Das Portal hat die Antworten wieder."
        case .notText(true): "Nicht angenommen: Die Zeile ist kein UTF-8. Die ganze Antwort noch einmal geben."
        case .notText(false):
            "Nicht angenommen: Eine Zeile ist kein UTF-8, und so die Antwort, zu der sie gehört. Mehr wird nicht gelesen."
        case .tooLong: "Nicht angenommen: Die Zeile ist länger als 1 MB. Mehr wird nicht gelesen."
        }
    }
}
