import PortalModel
import TerminalCanvas

extension FieldWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .needed: "Wird gebraucht."
        case .optional: "Freiwillig."
        case .showsCalendar: "\(c.key(.openCalendar)) zeigt einen Kalender."
        case .fillsCell: "\(c.key(.editCell)) füllt die Zelle unter dem Cursor aus."
        case .attaches: "\(c.key(.addFile)) hängt eine an."
        case .isPrivate: "Privat: Wer begutachtet, sieht diese Antwort nicht."
        case .noAnswerYet: "(noch keine Antwort)"
        case .takes(let guidance): FieldGuidance.german[guidance].map { "(\($0))" }
        }
    }
}

extension FieldGuidance {
    package func german(_ c: Phrasing) -> TerminalText? {
        guard let phrase = Self.german[self] else { return nil }
        let letters = phrase.plain
        return TerminalText(singleLine: letters.prefix(1).uppercased() + letters.dropFirst() + ".")
    }

    /// A table, so that a new kind of field is shown in English until it has German words.
    static let german: [FieldGuidance: TerminalText] = [
        .line: "eine Zeile",
        .requestTitle: "eine Zeile, die der Titel des Antrags wird",
        .lines: "ein Text von einer Zeile oder mehr",
        .email: "eine E-Mail-Adresse wie name@example.org",
        .phoneNumber: "eine Telefonnummer mit + und der Landesvorwahl",
        .ipAddress: "eine öffentliche IP-Adresse",
        .date: "ein Datum als Jahr-Monat-Tag wie 2026-03-31",
        .choice: "eine der Möglichkeiten",
        .choices: "eine oder mehrere der Möglichkeiten",
        .files: "Dateien",
        .rows: "eine Tabelle mit einer Zeile oder mehr",
        .reading: "zum Lesen",
        .unknownKind: "von einer Art, die dieses Programm nicht kennt",
    ]
}
