import PortalModel
import TerminalCanvas

extension AnswerWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .rows(let count, let besides):
            "\(c.glyphs.ellipsis) \(c.number(count))\(besides ? " weitere" : "") \(count == 1 ? "Zeile" : "Zeilen")"
        case .noneChosen(let count): "(keine von \(count) gewählt)"
        case .typeToFind: "zum Finden tippen: "
        case .someOf(let shown, let count): "\(shown) von \(count)"
        case .nothingFound: "Nichts gefunden; \(c.backspaceKey) zeigt mehr."
        case .weekdays: "Mo  Di  Mi  Do  Fr  Sa  So"
        case .showsAll: "\(c.glyphs.ellipsis) \(c.enterKey) zeigt alles"
        case .committeeWrote: " Das Komitee schrieb: "
        case .changed: "geändert"
        case .isPrivate: "privat"
        case .askedToChange: " zu ändern"
        case .ofAtLeast(let length, let least): "\(length) von mindestens \(least)"
        case .onWebPage: "Diese Art Antwort wird auf der Webseite des Portals gegeben."
        case .noFile: "(noch keine Datei)"
        case .didNotArrive(let name, let broke): "\(c.glyphs.cross) \(name)  nicht angekommen\(broke)"
        case .brokeOff(let percent): ", abgebrochen bei \(percent) %"
        case .sending: "wird gesendet"
        case .sendingPart(let percent, let size): "wird gesendet, \(percent) % von \(size)"
        case .sent: "gesendet, wartet auf das Portal"
        case .file: "Datei: "
        case .looking: "wird gesucht\(c.glyphs.ellipsis)"
        case .nothingToAttach: "Hier ist nichts, was sich anhängen ließe."
        case .takes: " übernimmt "
        case .or: "oder "
        case .ofOffers(let count): " (von \(count))"
        case .again: " noch einmal: "
        case .place(let next, let count): " (\(next) von \(count))"
        case .fromProfile: "aus Ihrem Profil"
        case .fromDataKey: "Ihr Crypt4GH-Schlüssel"
        case .fromOrganizations: "die Liste des Portals"
        case .fromRequest(let id): "aus Antrag \(id)"
        case .row(let index, let count): "Zeile \(index) von \(count)"
        case .oneOf(let labels): " \(c.glyphs.separator) eines von: \(labels)"
        }
    }
}
