import PortalMirror
import PortalModel
import PortalViews
import TerminalCanvas

extension MirrorWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .ephemeral:
            "Mit --ephemeral bleibt nichts, ein Spiegel schon: es weglassen oder mit --path eine Datei nennen."
        case .recordsNumber: "--records nimmt eine Zahl ab 1."
        case .progress(let progress): "\(Self.germanWork(progress.work)): \(Self.germanShare(progress, c))."
        case .synced(let record): Self.germanSynced(record, c)
        case .status(let record): Self.germanStatus(record, c)
        case .dropped(let bytes): "Der Spiegel ist entfernt; \(c.bytes(bytes)) sind wieder frei."
        case .nothingToDrop: "Es gab keinen Spiegel."
        case .onlyLine:
            """
            --offline nimmt eine Zeile: was --facet, --series, --any, --beacon und --cached sagen, in sie schreiben oder \
            weglassen.
            """
        case .mirrorOfOffline: "--mirror gehört zu einer Suche ohne Netz: --offline dazuschreiben."
        case .cachedAndOffline: "--cached liest, was schon beantwortet war, und --offline den Spiegel: eines weglassen."
        case .whyOfOffline: "--why gehört zu einer Suche ohne Netz: --offline dazuschreiben."
        case .instead(let error): "\(c(error)) Stattdessen antwortet der Spiegel auf diesem Rechner."
        case .gap(let gap):
            "\(gap.field.label) ist von \(c.number(gap.known)) von \(c.count(gap.total, .dataset, .dative)) bekannt."
        case .undecided(let count):
            """
            \(count == 1 ? "1 Datensatz gehört" : "\(c.number(count)) Datensätze gehören") vielleicht noch dazu: wonach \
            gefragt ist, ist davon nicht bekannt. portal mirror sync --records liest ganze Datensätze.
            """
        case .partial(let state):
            """
            Der Spiegel ist noch nicht voll: er hält \(c.number(state.datasets)) von \
            \(state.total.map { c.number($0) } ?? "?") Datensätzen. portal mirror sync füllt weiter.
            """
        case .notInMirror(let id): "Der Spiegel hat keinen Datensatz „\(id)“."
        }
    }

    private static func germanWork(_ work: SyncProgress.Work) -> TerminalText {
        switch work {
        case .filling: "Den Spiegel füllen"
        case .refreshing: "Neues suchen"
        case .sweeping: "Verschwundenes suchen"
        case .records: "Ganze Datensätze lesen"
        }
    }

    private static func germanShare(_ progress: SyncProgress, _ c: Phrasing) -> TerminalText {
        progress.total.map { "\(c.number(progress.done)) von \(c.count($0, .dataset, .dative))" }
            ?? "\(c.number(progress.done))"
    }

    private static func germanSynced(_ record: MirrorSyncRecord, _ c: Phrasing) -> TerminalText {
        var text: TerminalText = "Der Spiegel hält \(c.count(record.datasets, .dataset))"
        let news = record.new + record.changed + record.removed
        text +=
            news == 0
            ? "; nichts hat sich geändert."
            : ": \(c.number(record.new)) neu, \(c.number(record.changed)) geändert, \(c.number(record.removed)) entfernt."
        if record.fullRecords > 0 {
            text += " Von \(c.number(record.fullRecords)) davon ist alles bekannt."
        }
        if record.left > 0 {
            text += """
                 \(c.number(record.left)) weitere des Portals sind nicht aufzuheben: nicht lesbar, ohne ID oder mit der eines \
                anderen.
                """
        }
        return text
    }

    private static func germanStatus(_ record: MirrorStatusRecord, _ c: Phrasing) -> TerminalText {
        var lines: [TerminalText] = ["Datei: \(record.path) (\(c.bytes(record.bytes)))"]
        lines.append(
            record.isWhole
                ? "Datensätze: \(c.number(record.datasets))"
                : "Datensätze: \(c.number(record.datasets)) von \(record.total.map { c.number($0) } ?? "?"), noch nicht voll"
        )
        lines.append("Stand: \(record.age.map { c.age(seconds: Double($0)) } ?? "nie")")
        lines.append(
            "hält: \(record.isPrivate ? "was Sie angemeldet sehen" : "was alle sehen dürfen")"
                + "\(record.isShared ? ", geteilt" : "")")
        lines.append("ganze Datensätze: \(c.number(record.fullRecords)) von \(c.number(record.datasets))")
        for field in record.fields where field.known < record.datasets {
            lines.append("\(field.name): von \(c.number(field.known)) von \(c.number(record.datasets)) bekannt")
        }
        return lines.joined(separator: "\n")
    }
}
