import PortalModel
import TerminalCanvas

extension FetchingMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .accessOver: "Dieser Zugang ist zu Ende: \(c.key(.renewAccess)) beantragt ihn noch einmal."
        case .notGranted: "Die Daten werden herausgegeben, sobald der Antrag genehmigt ist."
        case .noFiles: "Hier sind keine Dateien zu holen: was für andere Wege einzugeben ist, steht darunter."
        case .noFileHere: "Der Cursor steht auf keiner Datei; \(c.key(.copyDataLine)) kopiert, worauf er steht."
        case .noLine: "Hier ist nichts zu kopieren."
        case .isFetching: "Es wird gerade geholt: das Ende abwarten oder erst abbrechen."
        case .isLooking: "Einen Augenblick: es wird gerade nachgesehen."
        case .noKey(let path):
            "Daten werden für einen Schlüssel verschlüsselt, und \(path) gibt es nicht: \(c.key(.makeDataKey)) macht ihn."
        case .keyUnusable(let path): "\(path) ist nicht als Schlüssel zu brauchen: portal keys show sagt, warum."
        case .allHere: "Alles davon ist hier oder unterwegs."
        case .stopped: "Abgebrochen. Was kam, ist behalten; noch einmal holen macht dort weiter."
        case .partKept: "Was kam, ist behalten; noch einmal holen macht dort weiter."
        case .done(let files): files == 1 ? "Die Datei ist hier." : "Alle \(c.number(files)) Dateien sind hier."
        case .someFailed(let count, let all):
            "\(c.number(count)) von \(c.number(all)) Dateien fehlen; der Cursor auf einer sagt, warum."
        case .checked(let tally): Self.germanWords(for: tally, c)
        case .askArchive(let address):
            """
            Laut Katalog liegen die Daten unter \(address). Um sie aufzulisten und zu holen, wird die Anmeldung dorthin \
            geschickt, und wer den Dienst betreibt, kann sie verwenden. Ist das vertrauenswürdig?
            """
        case .askMuch(let bytes):
            "\(c.bytes(Int64(clamping: bytes))) sind zu holen. Ist das gemeint, und gehört es hierher?"
        case .endStops(let files):
            """
            \(c.count(files, .file)) unterwegs. Jetzt beenden bricht das ab; was kam, ist behalten, und es wird gesagt, wie \
            es weitergeht.
            """
        case .endFirst: "Dateien sind unterwegs: wechseln, wenn sie hier sind, oder erst abbrechen."
        case .goesOn(let lines):
            "was von den Dateien kam, ist behalten; so geht es weiter: \(lines.joined(separator: " && "))"
        }
    }

    private static func germanWords(for tally: DataTally, _ c: Phrasing) -> TerminalText {
        var words =
            "\(c.count(tally.checked, .file)) geprüft an dem, was das Archiv angab"
            + (tally.wrong > 0 ? "; \(c.number(tally.wrong)) FALSCH, der Cursor darauf sagt, warum" : ", nichts falsch")
        if tally.lengthAlone > 0 { words += "; von \(c.number(tally.lengthAlone)) nur die Länge" }
        if tally.unfinished > 0 { words += "; \(c.number(tally.unfinished)) nicht zu Ende geholt" }
        if tally.missing > 0 { words += "; \(c.number(tally.missing)) \(tally.missing == 1 ? "fehlt" : "fehlen")" }
        return TerminalText(singleLine: words + ".")
    }
}
