import PortalModel
import TerminalCanvas

extension MirrorPaneWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "The catalogue on this machine"
        case .asked(let source): source == .mirror ? "this machine is asked" : "the portal is asked"
        case .none: "There is no copy yet."
        case .holds(let datasets, let total, let isWhole, let bytes):
            isWhole
                ? "\(c.count(datasets, .dataset)) in \(c.bytes(bytes))"
                : "\(c.number(datasets)) of \(total.map { c.number($0) } ?? "?") datasets in \(c.bytes(bytes)), not full yet"
        case .asOf(let age): "as they were \(age)"
        case .fullRecords(let count, let all):
            "full descriptions of \(c.number(count)) of \(c.number(all)); of the others, what a list shows"
        case .whose(let isPrivate, let isShared):
            """
            \(isPrivate ? "what you see while you are signed in" : "what everybody may see")\(isShared ? ", shared" : "")
            """
        case .progress(let progress): "\(Self.work(progress.work)): \(Self.share(progress, c))"
        case .beginning: "Asking the portal\(c.glyphs.ellipsis)"
        case .share(let percent): "\(percent) %"
        case .howTo:
            """
            A copy of all datasets is searched without a network, with “not”, “or” and sorting by any field: docs/SEARCHING.md \
            has the line. \(c.key(.fillMirror)) fills it or brings it up to date, politely, a page after the other; it may be \
            stopped and goes on there. portal mirror does the same from a script.
            """
        case .mirrorAge(let age): "on this machine, \(age)"
        case .mirror: "on this machine"
        }
    }

    private static func work(_ work: MirrorProgress.Work) -> TerminalText {
        switch work {
        case .filling: "Filling"
        case .refreshing: "Looking for what is new"
        case .sweeping: "Looking for what is gone"
        case .records: "Reading full descriptions"
        }
    }

    private static func share(_ progress: MirrorProgress, _ c: Phrasing) -> TerminalText {
        progress.total.map { "\(c.number(progress.done)) of \(c.count($0, .dataset))" } ?? "\(c.number(progress.done))"
    }
}
