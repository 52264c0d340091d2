import PortalModel
import TerminalCanvas

/// The saved searches, two lines each, and below them what is new of the one under the cursor.
struct SavedSearchesOverlay {
    let state: AppState
    let context: ViewContext

    private static let rowsOfOne = 2
    private var saved: SavedSearchesState { state.saved }

    func draw(on room: Canvas) {
        if let naming = saved.naming { return draw(naming, on: room) }
        let list = saved.list ?? []
        let inner = OverlayPane(title: context.words(SavedSearchWords.title), note: note).draw(on: room, context)
        guard !list.isEmpty else { return drawNothing(on: inner) }
        let below = below(columns: inner.columns - 2)
        // Half of the room is the list's, and what it does not need is for what stands below.
        let listRows = min(list.count * Self.rowsOfOne, below.lineCount == 0 ? inner.rows : max(inner.rows / 2, 2))
        let visible = max(listRows / Self.rowsOfOne, 1)
        let viewport = ListViewport(itemCount: list.count, rows: visible)
        let top = viewport.top(selected: saved.selection, from: 0)
        for index in viewport.visible(from: top) {
            let area = ScreenArea(
                column: 0, row: (index - top) * Self.rowsOfOne, columns: inner.columns, rows: Self.rowsOfOne)
            let lines = inner.subcanvas(area)
            for row in 0..<Self.rowsOfOne { context.note(.overlayItem(index), on: lines, row: row) }
            draw(list[index], isSelected: index == saved.selection, on: lines)
        }
        let used = min(visible, list.count) * Self.rowsOfOne
        let gap = inner.rows - used > below.lineCount ? 1 : 0
        below.draw(
            on: inner.inset(left: 2, top: min(used + gap, inner.rows)), offset: 0, context: context, reports: false)
    }

    private var note: TerminalText {
        if !saved.checking.isEmpty { return context.words(SavedSearchWords.asking(left: saved.checking.count - 1)) }
        guard let list = saved.list else { return context.words(SavedSearchWords.reading) }
        return list.isEmpty ? .empty : context.words(SavedSearchWords.several(count: list.count))
    }

    private func drawNothing(on inner: Canvas) {
        var builder = ScrollTextBuilder(width: inner.columns, texts: context.texts)
        if let problem = saved.problem {
            builder.paragraph("\(context.glyphs.cross) \(context.words.reason(problem))", style: .error)
        } else if saved.list != nil {
            builder.paragraph(context.words(SavedSearchWords.none))
            builder.blank()
            builder.paragraph(context.words(SavedSearchWords.howToSave), style: .dim)
        }
        builder.text.draw(on: inner, offset: 0, context: context, reports: false)
    }

    // MARK: - A search

    private func draw(_ listed: ListedSearch, isSelected: Bool, on lines: Canvas) {
        let search = listed.search
        if isSelected {
            lines.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
            lines.placeCursor(column: 0, row: 0)
        }
        let (words, style) = standing(of: search)
        let end = lines.inset(right: 1).drawTrailing(words, row: 0, style: style)
        lines.drawCut(
            TerminalText(singleLine: search.name), column: 2, row: 0, style: isSelected ? .focus : .plain,
            upTo: max(end - 1, 3), glyphs: context.glyphs)
        let count = TerminalText(singleLine: context.words.count(search.total, .dataset))
        let start = lines.inset(right: 1).drawTrailing(count, row: 1, style: .dim)
        let line =
            search.line.isEmpty
            ? context.words(SavedSearchWords.allDatasets) : TerminalText(singleLine: search.line)
        lines.drawCut(line, column: 4, row: 1, style: .dim, upTo: max(start - 1, 5), glyphs: context.glyphs)
    }

    private func standing(of search: SavedSearch) -> (TerminalText, Style) {
        if saved.failures[search.id] != nil {
            return ("\(context.glyphs.warning) \(context.words(SavedSearchWords.notAsked))", .warning)
        }
        guard !search.news.isEmpty else {
            return (context.words(SavedSearchWords.nothingSince(search.seenAt, now: state.now)), .dim)
        }
        let words = context.words(SavedSearchWords.newsSince(search.news, search.seenAt, now: state.now))
        return ("\(context.glyphs.bullet) \(words)", .info)
    }

    // MARK: - What is new of the one under the cursor

    private func below(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: max(columns, 8), texts: context.texts)
        if let problem = saved.problem {
            builder.paragraph("\(context.glyphs.cross) \(context.words.reason(problem))", style: .error)
        }
        guard let listed = saved.selected else { return builder.text }
        if let failure = saved.failures[listed.search.id] {
            builder.paragraph("\(context.glyphs.warning) \(context.words.reason(failure))", style: .warning)
        }
        builder.entries(
            listed.items.map { item in
                let kind = context.words.text(item.isNew ? SavedSearchWords.new : .changed)
                let day = item.modified.map { "  \(context.words.day($0))" } ?? ""
                return (kind, [item.title + day], item.isNew ? .plain : .dim)
            }, labelStyle: .info)
        let more = listed.search.news.new + listed.search.news.changed - listed.items.count
        if more > 0 { builder.paragraph(context.words(SavedSearchWords.more(count: more)), style: .dim) }
        let gone = listed.search.news.gone
        if gone > 0 { builder.paragraph(context.words(SavedSearchWords.gone(count: gone)), style: .dim) }
        return builder.text
    }

    // MARK: - A name

    private func draw(_ naming: SavedSearchesState.Naming, on room: Canvas) {
        let title: SavedSearchWords
        let line: String
        switch naming.subject {
        case .line(let shown): (title, line) = (.saveAs, shown)
        case .search(let search): (title, line) = (.renameTo, search.line)
        }
        let inner = OverlayPane(title: context.words(title)).draw(
            on: room, find: naming.name, placeholder: context.words(SavedSearchWords.namePlaceholder), context)
        var builder = ScrollTextBuilder(width: inner.columns, texts: context.texts)
        builder.paragraph(
            line.isEmpty ? context.words(SavedSearchWords.allDatasets) : TerminalText(singleLine: line))
        builder.blank()
        if let problem = naming.problem {
            builder.paragraph("\(context.glyphs.cross) \(context.words.reason(problem))", style: .error)
        } else if naming.isSaving {
            builder.paragraph(context.words(SavedSearchWords.saving), style: .info)
        } else if case .line = naming.subject {
            builder.paragraph(context.words(SavedSearchWords.seenFromNow), style: .dim)
        }
        builder.text.draw(on: inner, offset: 0, context: context, reports: false)
    }
}
