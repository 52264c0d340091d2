import PortalModel
import TerminalCanvas

extension MirrorPaneWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Der Katalog auf diesem Rechner"
        case .asked(let source): source == .mirror ? "dieser Rechner wird gefragt" : "das Portal wird gefragt"
        case .none: "Es gibt noch keine Kopie."
        case .holds(let datasets, let total, let isWhole, let bytes):
            isWhole
                ? "\(c.count(datasets, .dataset)) auf \(c.bytes(bytes))"
                : "\(c.number(datasets)) von \(total.map { c.number($0) } ?? "?") Datensätzen auf \(c.bytes(bytes)), noch nicht voll"
        case .asOf(let age): "Stand: \(age)"
        case .fullRecords(let count, let all):
            "von \(c.number(count)) von \(c.number(all)) alles; von den anderen, was eine Liste zeigt"
        case .whose(let isPrivate, let isShared):
            "\(isPrivate ? "was Sie angemeldet sehen" : "was alle sehen dürfen")\(isShared ? ", geteilt" : "")"
        case .progress(let progress): "\(Self.germanWork(progress.work)): \(Self.germanShare(progress, c))"
        case .beginning: "Das Portal wird gefragt\(c.glyphs.ellipsis)"
        case .share(let percent): "\(percent) %"
        case .howTo:
            """
            Eine Kopie aller Datensätze lässt sich ohne Netz durchsuchen, mit „nicht“, „oder“ und nach jedem Feld geordnet: \
            docs/SEARCHING.md hat die Zeile. \(c.key(.fillMirror)) füllt sie oder bringt sie auf den Stand, höflich, eine Seite \
            nach der anderen; angehalten macht sie dort weiter. portal mirror tut dasselbe für Skripte.
            """
        case .mirrorAge(let age): "auf diesem Rechner, \(age)"
        case .mirror: "auf diesem Rechner"
        }
    }

    private static func germanWork(_ work: MirrorProgress.Work) -> TerminalText {
        switch work {
        case .filling: "Füllen"
        case .refreshing: "Neues suchen"
        case .sweeping: "Verschwundenes suchen"
        case .records: "Ganze Beschreibungen lesen"
        }
    }

    private static func germanShare(_ progress: MirrorProgress, _ c: Phrasing) -> TerminalText {
        progress.total.map { "\(c.number(progress.done)) von \(c.count($0, .dataset, .dative))" }
            ?? "\(c.number(progress.done))"
    }
}
