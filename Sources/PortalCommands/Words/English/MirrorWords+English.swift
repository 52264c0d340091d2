import PortalMirror
import PortalModel
import PortalViews
import TerminalCanvas

extension MirrorWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .ephemeral: "With --ephemeral nothing is kept, and a mirror is: leave it out, or name a file with --path."
        case .recordsNumber: "--records takes a number from 1 on."
        case .progress(let progress): "\(Self.work(progress.work)): \(Self.share(progress, c))."
        case .synced(let record): Self.synced(record, c)
        case .status(let record): Self.status(record, c)
        case .dropped(let bytes): "The mirror is removed; \(c.bytes(bytes)) are free again."
        case .nothingToDrop: "There was no mirror."
        case .onlyLine:
            "--offline takes a line: write what --facet, --series, --any, --beacon and --cached say into it, or leave them out."
        case .mirrorOfOffline: "--mirror is for a search offline: add --offline."
        case .cachedAndOffline: "--cached reads what was answered before, and --offline the mirror: leave one out."
        case .whyOfOffline: "--why is for a search offline: add --offline."
        case .instead(let error): "\(c(error)) The mirror on this machine answers instead."
        case .gap(let gap):
            "\(gap.field.label) is known for \(c.number(gap.known)) of \(c.count(gap.total, .dataset))."
        case .undecided(let count):
            "\(c.count(count, .dataset)) more may belong to these: what is asked for is not known of them. "
                + "portal mirror sync --records reads full records."
        case .partial(let state):
            "The mirror is not full yet: it holds \(c.number(state.datasets)) of "
                + "\(state.total.map { c.number($0) } ?? "?") datasets. portal mirror sync goes on filling it."
        case .notInMirror(let id): "The mirror has no dataset “\(id)”."
        }
    }

    private static func work(_ work: SyncProgress.Work) -> TerminalText {
        switch work {
        case .filling: "Filling the mirror"
        case .refreshing: "Looking for what is new"
        case .sweeping: "Looking for what is gone"
        case .records: "Reading full records"
        }
    }

    private static func share(_ progress: SyncProgress, _ c: Phrasing) -> TerminalText {
        progress.total.map { "\(c.number(progress.done)) of \(c.count($0, .dataset))" } ?? "\(c.number(progress.done))"
    }

    private static func synced(_ record: MirrorSyncRecord, _ c: Phrasing) -> TerminalText {
        var text: TerminalText = "The mirror holds \(c.count(record.datasets, .dataset))"
        let news = record.new + record.changed + record.removed
        text +=
            news == 0
            ? "; nothing has changed."
            : ": \(c.number(record.new)) new, \(c.number(record.changed)) changed, \(c.number(record.removed)) removed."
        if record.fullRecords > 0 {
            text += " Full records are known of \(c.number(record.fullRecords)) of them."
        }
        if record.left > 0 {
            text += """
                 \(c.number(record.left)) more records of the portal cannot be kept: they could not be read, have no id, or \
                that of another.
                """
        }
        return text
    }

    private static func status(_ record: MirrorStatusRecord, _ c: Phrasing) -> TerminalText {
        var lines: [TerminalText] = ["file: \(record.path) (\(c.bytes(record.bytes)))"]
        lines.append(
            record.isWhole
                ? "datasets: \(c.number(record.datasets))"
                : "datasets: \(c.number(record.datasets)) of \(record.total.map { c.number($0) } ?? "?"), not full yet")
        lines.append("as of: \(record.age.map { c.age(seconds: Double($0)) } ?? "never")")
        lines.append(
            "holds: \(record.isPrivate ? "what you see while you are signed in" : "what everybody may see")"
                + "\(record.isShared ? ", shared" : "")")
        lines.append("full records: \(c.number(record.fullRecords)) of \(c.number(record.datasets))")
        for field in record.fields where field.known < record.datasets {
            lines.append("\(field.name): known for \(c.number(field.known)) of \(c.number(record.datasets))")
        }
        return lines.joined(separator: "\n")
    }
}
