import FoundationEssentials
import PortalModel
import TerminalCanvas

/// What the catalogue on this machine holds, how old it is, and how far its filling is.
struct MirrorOverlay {
    let offset: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let inner = OverlayPane(
            title: context.words(MirrorPaneWords.title),
            note: context.words(MirrorPaneWords.asked(source: state.browser.source))
        ).draw(on: room, context)
        text(columns: inner.columns).draw(on: inner, offset: offset, context: context)
    }

    private func text(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: columns, texts: context.texts)
        if let filling = state.mirror.filling {
            describe(filling, in: &builder)
            builder.blank()
        }
        if let facts = state.mirror.facts {
            describe(facts, in: &builder)
        } else if state.mirror.isKnown, state.mirror.problem == nil {
            builder.paragraph(context.words(MirrorPaneWords.none))
        }
        if state.mirror.filling == nil, let problem = state.mirror.problem {
            builder.blank()
            builder.paragraph("\(context.glyphs.cross) \(context.words(problem))", style: .error)
            builder.paragraph(context.words.reason(problem))
        }
        builder.blank()
        builder.paragraph(context.words(MirrorPaneWords.howTo), style: .dim)
        return builder.text
    }

    private func describe(_ facts: MirrorFacts, in builder: inout ScrollTextBuilder) {
        let age = facts.checkedAt.map { context.words.age(of: $0, now: state.now) }
        var lines: [MirrorPaneWords] = [
            .holds(datasets: facts.datasets, total: facts.total, isWhole: facts.isWhole, bytes: facts.bytes)
        ]
        if let age { lines.append(.asOf(age: age)) }
        if facts.isWhole { lines.append(.fullRecords(count: facts.fullRecords, of: facts.datasets)) }
        lines.append(.whose(isPrivate: facts.isPrivate, isShared: facts.isShared))
        for (index, line) in lines.enumerated() {
            builder.paragraph(context.words(line), style: index == 0 ? .title : .plain)
        }
        builder.paragraph(TerminalText(singleLine: facts.path), style: .dim)
    }

    private func describe(_ filling: MirrorPaneState.Filling, in builder: inout ScrollTextBuilder) {
        guard let progress = filling.progress else {
            builder.paragraph(context.words(MirrorPaneWords.beginning), style: .accent)
            return
        }
        builder.paragraph(context.words(MirrorPaneWords.progress(progress)), style: .accent)
        guard let part = progress.part else { return }
        builder.bar(part, label: context.words(MirrorPaneWords.share(percent: Int(part * 100))), context.glyphs)
    }
}
