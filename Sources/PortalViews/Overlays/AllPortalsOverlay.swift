import PortalModel
import TerminalCanvas

/// One search of all portals: the line, what became of each portal, and what they found, a line each. Over it the page of a
/// dataset, to be read.
struct AllPortalsOverlay {
    let state: AppState
    let context: ViewContext

    private var all: AllPortalsState { state.allPortals }

    func draw(on room: Canvas) {
        if let opened = all.opened { return draw(opened, on: room) }
        let inner = drawHead(on: room)
        let words = words(columns: max(inner.columns - 1, 8))
        // What is said of the portals takes no more than half of the room.
        let wordRows = min(words.lineCount, max(inner.rows / 2, 1))
        words.draw(on: inner.inset(bottom: inner.rows - wordRows), offset: 0, context: context, reports: false)
        let gap = inner.rows - wordRows > 4 && wordRows > 0 ? 1 : 0
        drawRows(on: inner.inset(top: min(wordRows + gap, inner.rows)))
        guard all.isTyping, let completion = all.completion else { return }
        let before = TerminalText(singleLine: String(all.line.characters.prefix(completion.start))).columns
        // Where the field begins: see `OverlayPane`.
        let start = title.columns + 2
        CompletionList(completion, context).draw(on: inner, column: start + before)
    }

    private var title: TerminalText {
        context.words(state.askedGroup.map { AllPortalsWords.titleOf(group: $0.name) } ?? .title)
    }

    private func drawHead(on room: Canvas) -> Canvas {
        let placeholder = context.words(AllPortalsWords.placeholder)
        guard !all.isTyping else {
            return OverlayPane(title: title).draw(on: room, find: all.line, placeholder: placeholder, context)
        }
        let line =
            all.line.isEmpty ? context.words(AllPortalsWords.everything) : TerminalText(singleLine: all.line.text)
        let note = line.truncated(to: max(room.columns - title.columns - 6, 1))
        return OverlayPane(title: title, note: note).draw(on: room, context)
    }

    // MARK: - The portals

    private func words(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: columns, texts: context.texts)
        let glyphs = context.glyphs
        if let problem = all.problem {
            builder.paragraph("\(glyphs.cross) \(context.words(problem.reason))", style: .error)
        }
        guard !all.portals.isEmpty else {
            builder.paragraph(
                context.words(
                    all.query == nil ? AllPortalsWords.howTo : all.isAsking ? .asking(names: []) : .noPortals),
                style: .dim)
            let groups = state.portals.groups.map(\.name)
            if all.query == nil, !groups.isEmpty {
                builder.paragraph(context.words(AllPortalsWords.groups(groups)), style: .dim)
            }
            return builder.text
        }
        let awaited = all.portals.filter { $0.outcome == nil }.map(\.name)
        if !awaited.isEmpty { builder.paragraph(context.words(AllPortalsWords.asking(names: awaited)), style: .info) }
        let found = all.portals.compactMap { portal in portal.outcome.map { total(portal.name, $0) } }
        if !found.isEmpty {
            builder.paragraph(context.words(AllPortalsWords.totals(found, inSeveral: all.inSeveral)), style: .dim)
        }
        for portal in all.portals { describe(portal, in: &builder) }
        return builder.text
    }

    private func total(_ name: String, _ outcome: PortalOutcome) -> AllPortalsWords.Total {
        let state: AllPortalsWords.Total.State =
            switch outcome {
            case .answered: .answered
            case .slow: .slow
            case .failed: .failed
            case .notAsked: .notAsked
            }
        let finds = outcome.finds
        return AllPortalsWords.Total(name: name, state: state, count: finds?.total, isCut: finds?.isCut == true)
    }

    /// What went wrong at it, and what of the line it was not asked.
    private func describe(_ portal: AllPortalsState.Asked, in builder: inout ScrollTextBuilder) {
        let glyphs = context.glyphs
        var leftOut = portal.outcome?.finds?.leftOut ?? []
        switch portal.outcome {
        case nil, .answered: break
        case .slow(let seconds, _):
            builder.paragraph(
                "\(glyphs.warning) \(context.words(AllPortalsWords.slow(name: portal.name, seconds: seconds)))",
                style: .warning)
        case .failed(let error, _):
            builder.paragraph(
                "\(glyphs.cross) \(context.words(AllPortalsWords.failed(name: portal.name, error)))", style: .error)
        case .notAsked(let parts):
            leftOut = parts
            builder.paragraph(
                "\(glyphs.warning) \(context.words(AllPortalsWords.notAsked(name: portal.name)))", style: .warning)
        }
        if let source = portal.outcome?.finds?.source, source != .portal {
            builder.paragraph(
                context.words(AllPortalsWords.insteadOf(name: portal.name, source, now: state.now)), style: .info)
        }
        for part in leftOut {
            builder.paragraph(
                "\(glyphs.warning) \(context.words(AllPortalsWords.leftOut(name: portal.name, part)))",
                style: .warning)
        }
    }

    // MARK: - The datasets

    private func drawRows(on canvas: Canvas) {
        guard !all.rows.isEmpty else {
            guard all.query != nil, !all.isAsking, !all.portals.isEmpty else { return }
            canvas.drawCut(
                context.words(AllPortalsWords.nothing), column: 0, row: 0, style: .dim, glyphs: context.glyphs)
            return
        }
        let names = all.rows.map { TerminalText(singleLine: $0.portals.joined(separator: ", ")) }
        let nameColumns = min(names.map(\.columns).max() ?? 0, max(canvas.columns / 3, 8))
        let viewport = ListViewport(itemCount: all.rows.count, rows: canvas.rows)
        let top = viewport.top(selected: all.selection, from: 0)
        for index in viewport.visible(from: top) {
            let line = canvas.line(index - top)
            context.note(.overlayItem(index), on: line, row: 0)
            let isSelected = index == all.selection && !all.isTyping
            if isSelected {
                line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
                line.placeCursor(column: 0, row: 0)
            }
            let dataset = all.rows[index].first.dataset
            line.drawCut(
                names[index], column: 2, row: 0, style: .info, upTo: 2 + nameColumns, glyphs: context.glyphs)
            let access = dataset.accessMark(context.words)
            let end =
                line.columns < 60
                ? line.columns : line.inset(right: 1).drawTrailing(access.text, row: 0, style: access.style)
            line.drawCut(
                TerminalText(singleLine: dataset.title), column: nameColumns + 4, row: 0,
                style: isSelected ? .focus : .plain, upTo: end - 1, glyphs: context.glyphs)
        }
    }

    // MARK: - A page

    private func draw(_ opened: AllPortalsState.Opened, on room: Canvas) {
        let placed = opened.placed
        let note = context.words(
            AllPortalsWords.at(name: placed.portal, place: opened.place + 1, of: opened.dataset.places.count))
        let title = TerminalText(singleLine: placed.dataset.title)
        let room = OverlayPane(title: title.truncated(to: max(room.columns - note.columns - 6, 8)), note: note)
            .draw(on: room, context)
        var column = 0
        for tab in AllPortalsState.tabs {
            column += room.draw(
                context.words(tab), column: column, row: 0, style: tab == opened.tab ? .accent : .dim)
            column += room.columns >= 52 ? 3 : 1
        }
        let inner = room.inset(top: room.rows > 6 ? 2 : 1)
        DatasetText(
            dataset: placed.dataset.id, summary: placed.dataset, detail: opened.detail, tab: opened.tab,
            error: opened.error, age: nil, wait: nil, isLoading: opened.isLoading, width: inner.columns,
            titleColumns: max(room.columns - note.columns - 6, 8)
        ).compose(context: context).draw(on: inner, offset: opened.offset, context: context)
    }
}
