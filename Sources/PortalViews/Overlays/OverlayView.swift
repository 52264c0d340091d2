import PortalModel
import TerminalCanvas

/// What lies over the screen: one box, which has the keys and the cursor.
struct OverlayView {
    let state: AppState
    let context: ViewContext

    /// - Parameter canvas: the whole screen; the header and the footer stay in sight.
    func draw(on canvas: Canvas) {
        guard let overlay = state.overlay else { return }
        // What lies below takes no clicks.
        context.forgetTargets()
        let room = canvas.subcanvas(state.layout.body)
        switch overlay {
        case .help(let find, let offset): help(find: find, offset: offset, on: room)
        case .palette(let palette): PaletteOverlay(palette: palette, state: state, context: context).draw(on: room)
        case .failures(let offset): failures(offset: offset, on: room)
        case .passport(let offset): PassportOverlay(offset: offset, state: state, context: context).draw(on: room)
        case .fetching: FetchingOverlay(state: state, context: context).draw(on: room)
        case .health(let offset): HealthOverlay(offset: offset, state: state, context: context).draw(on: room)
        case .sort(let selection): SortOverlay(selection: selection, state: state, context: context).draw(on: room)
        case .menu(let menu): MenuOverlay(menu: menu, state: state, context: context).draw(on: room)
        case .chooseRequest(let selection):
            RequestChoiceOverlay(selection: selection, state: state, context: context).draw(on: room)
        case .confirm(let question): ConfirmOverlay(question: question, context: context).draw(on: room)
        case .licence(let offset):
            LicenceOverlay(offset: offset, state: state, context: context).draw(on: room)
        case .members(let id):
            if let people = state.members[id] {
                MembersOverlay(people: people, state: state, context: context).draw(on: room)
            }
        case .export(let selection): ExportOverlay(selection: selection, context: context).draw(on: room)
        case .answersFile(let prompt):
            AnswersFileOverlay(prompt: prompt, progress: state.exporting?.progress, context: context).draw(on: room)
        case .login:
            if let login = state.login { LoginOverlay(login: login, state: state, context: context).draw(on: room) }
        case .person(let form): PersonOverlay(form: form, context: context).draw(on: room)
        case .comparison:
            if let comparison = state.comparison {
                ComparisonOverlay(comparison: comparison, state: state, context: context).draw(on: room)
            }
        case .mirror(let offset): MirrorOverlay(offset: offset, state: state, context: context).draw(on: room)
        case .portals: PortalsOverlay(state: state, context: context).draw(on: room)
        case .allPortals: AllPortalsOverlay(state: state, context: context).draw(on: room)
        case .frequencies: FrequenciesOverlay(state: state, context: context).draw(on: room)
        case .datasetFind(let find, let offset):
            DatasetFindOverlay(find: find, offset: offset, state: state, context: context).draw(on: room)
        case .savedSearches: SavedSearchesOverlay(state: state, context: context).draw(on: room)
        case .news(let selection): NewsOverlay(selection: selection, state: state, context: context).draw(on: room)
        case .text(let title, let body, let offset): text(title: title, body: body, offset: offset, on: room)
        }
    }

    private func help(find: TextBuffer, offset: Int, on room: Canvas) {
        var below = state
        below.overlay = nil
        let place = below.keyContexts.first.map { context.words($0) } ?? .empty
        let inner = OverlayPane(title: context.words(OverlayWords.help(place: place)))
            .draw(on: room, find: find, placeholder: context.words(OverlayWords.typeToFind), context)
        draw(.help(helpLines(find: find.text), legend: find.isEmpty), offset: offset, on: inner)
    }

    /// The commands of the screen below.
    private func helpLines(find: String) -> [HelpLine] {
        var below = state
        below.overlay = nil
        return context.keyMap.help(for: below, find: find)
    }

    private func failures(offset: Int, on room: Canvas) {
        draw(
            .failures(state.failures), offset: offset,
            on: OverlayPane(title: context.words(OverlayWords.failures)).draw(on: room, context)
        )
    }

    private func text(title: Message, body: Message, offset: Int, on room: Canvas) {
        let pane = OverlayPane(title: context.words(title))
        draw(.text(body), offset: offset, on: pane.draw(on: room, context))
    }

    private func draw(_ content: OverlayText.Content, offset: Int, on canvas: Canvas) {
        context.overlayText(OverlayText(content: content, width: canvas.columns)) { $0.compose(context: context) }
            .draw(on: canvas, offset: offset, context: context)
    }
}

/// An overlay that needs much room takes all of it: a box would only cost lines.
struct OverlayPane {
    /// Longer lines are hard to read.
    static let widestText = 100

    var title: TerminalText
    /// At the right edge of the heading.
    var note: TerminalText = .empty

    /// Draws the heading, and returns the room for a text.
    func draw(on room: Canvas, _ context: ViewContext) -> Canvas {
        room.fill()
        let head = room.rows >= 10 ? 2 : 1
        PaneHeading(title: title, note: note).draw(on: room, rows: head, glyphs: context.glyphs)
        let inner = room.subcanvas(
            ScreenArea(column: 1, row: head, columns: min(room.columns - 1, Self.widestText), rows: room.rows - head))
        inner.placeCursor(column: 0, row: 0)
        return inner
    }

    /// With a line in which to type what to find.
    func draw(on room: Canvas, find: TextBuffer, placeholder: TerminalText, _ context: ViewContext) -> Canvas {
        let inner = draw(on: room, context)
        let start = title.columns + 3
        let field = room.subcanvas(ScreenArea(column: start, row: 0, columns: room.columns - start - 1, rows: 1))
        TextField(
            find.text, cursor: find.cursor, isFocused: true, isSelected: find.isSelected, placeholder: placeholder
        )
        .draw(on: field, row: 0, glyphs: context.glyphs)
        return inner
    }
}

/// What an overlay's scrolling text is made from.
struct OverlayText: Equatable {
    enum Content: Equatable {
        case help([HelpLine], legend: Bool)
        case failures([FailureRecord])
        case text(Message)
    }

    var content: Content
    var width: Int

    func compose(context: ViewContext) -> ScrollText {
        var builder = ScrollTextBuilder(width: width, texts: context.texts)
        switch content {
        case .help(let lines, let legend):
            help(lines, in: &builder, context: context)
            if legend { HelpLegend(context: context).compose(in: &builder) }
        case .failures(let failures): describe(failures, in: &builder, context)
        case .text(.verbatim(let text)): builder.paragraph(text)
        case .text(let message): builder.paragraph(context.words(message))
        }
        return builder.text
    }

    private func help(_ lines: [HelpLine], in builder: inout ScrollTextBuilder, context: ViewContext) {
        if lines.isEmpty { builder.paragraph(context.words(OverlayWords.noCommand), style: .dim) }
        // One column of keys for all the parts.
        let widest = lines.map { context.label($0.keys).columns }.max()
        for group in HelpLine.Group.allCases {
            let part = lines.filter { $0.group == group }
            if part.isEmpty { continue }
            builder.heading(group.title(context.words))
            builder.entries(
                part.map { line in
                    let keys = context.label(line.keys).plain
                    guard let reason = line.reason else { return (keys, [line.help], .plain) }
                    return (
                        keys,
                        [context.words.text(OverlayWords.notNow(help: line.help, reason: context.words.text(reason)))],
                        .dim
                    )
                }, labelStyle: .key, labelColumns: widest)
        }
    }

    private func describe(_ failures: [FailureRecord], in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard !failures.isEmpty else {
            builder.paragraph(context.words(OverlayWords.noFailures))
            return
        }
        for failure in failures.reversed() {
            let error = failure.error
            let operation = context.words(OperationWords(operation: error.operation))
            builder.paragraph("\(context.words.minute(failure.at))  \(operation)", style: .title)
            builder.paragraph(context.words(error), style: .error, indent: 2)
            if let reason = error.reason { builder.paragraph(context.words(reason), indent: 2) }
            if let id = error.requestID {
                builder.paragraph(context.words(CommonWords.requestID(id: id)), style: .dim, indent: 2)
            }
        }
        builder.blank()
        builder.paragraph(context.words(OverlayWords.timesAreUTC), style: .dim)
    }
}

extension HelpLine.Group {
    fileprivate func title(_ words: Phrasing) -> TerminalText {
        switch self {
        case .here: words(OverlayWords.here)
        case .moving: words(OverlayWords.moving)
        case .everywhere: words(OverlayWords.everywhere)
        }
    }
}
