import PortalModel
import TerminalCanvas

/// What lies over the screen: one box, which has the keys and the cursor.
struct OverlayView {
    let state: AppState
    let context: ViewContext

    /// - Parameter canvas: the whole screen; the header and the footer stay in sight.
    func draw(on canvas: Canvas) {
        guard let overlay = state.overlay else { return }
        let room = canvas.subcanvas(state.layout.body)
        switch overlay {
        case .help(let find, let offset): help(find: find, offset: offset, on: room)
        case .palette(let palette): PaletteOverlay(palette: palette, state: state, context: context).draw(on: room)
        case .failures(let offset): failures(offset: offset, on: room)
        case .sort(let selection): SortOverlay(selection: selection, state: state, context: context).draw(on: room)
        case .confirm(let question): ConfirmOverlay(question: question, context: context).draw(on: room)
        case .text(let title, let body, let offset): text(title: title, body: body, offset: offset, on: room)
        }
    }

    private func help(find: TextBuffer, offset: Int, on room: Canvas) {
        let inner = box("Help: what can be done here", on: room, columns: 84, rows: room.rows)
        drawFind(find, placeholder: "type to find a key or a command", on: inner.line(0))
        let input = OverlayText(content: .help(helpLines(find: find.text)), width: inner.columns)
        draw(input, offset: offset, on: inner.inset(top: inner.rows > 6 ? 2 : 1))
    }

    /// The commands of the screen below.
    private func helpLines(find: String) -> [HelpLine] {
        var below = state
        below.overlay = nil
        return context.keyMap.help(for: below, find: find)
    }

    private func failures(offset: Int, on room: Canvas) {
        let inner = box("Calls that failed", on: room, columns: 100, rows: room.rows)
        let input = OverlayText(content: .failures(state.failures), width: inner.columns)
        draw(input, offset: offset, on: inner)
        inner.placeCursor(column: 0, row: 0)
    }

    private func text(title: String, body: String, offset: Int, on room: Canvas) {
        let inner = box(TerminalText(singleLine: title), on: room, columns: room.columns, rows: room.rows)
        draw(OverlayText(content: .text(body), width: inner.columns), offset: offset, on: inner)
        inner.placeCursor(column: 0, row: 0)
    }

    private func draw(_ input: OverlayText, offset: Int, on canvas: Canvas) {
        context.overlayText(input) { $0.compose(context: context) }.draw(on: canvas, offset: offset, context: context)
    }

    private func box(_ title: TerminalText, on room: Canvas, columns: Int, rows: Int) -> Canvas {
        OverlayBox(title: title, columns: min(columns, room.columns - 2), rows: rows)
            .draw(on: room, glyphs: context.glyphs)
    }

    private func drawFind(_ find: TextBuffer, placeholder: TerminalText, on line: Canvas) {
        line.draw("/", column: 0, row: 0, style: .key)
        TextField(find.text, cursor: find.cursor, isFocused: true, placeholder: placeholder)
            .draw(on: line.inset(left: 2), row: 0, glyphs: context.glyphs)
    }
}

/// What an overlay's scrolling text is made from.
struct OverlayText: Equatable {
    enum Content: Equatable {
        case help([HelpLine])
        case failures([FailureRecord])
        case text(String)
    }

    var content: Content
    var width: Int

    func compose(context: ViewContext) -> ScrollText {
        var builder = ScrollTextBuilder(width: width, texts: context.texts)
        switch content {
        case .help(let lines): help(lines, in: &builder, context: context)
        case .failures(let failures): describe(failures, in: &builder, glyphs: context.glyphs)
        case .text(let text): builder.paragraph(text)
        }
        return builder.text
    }

    private func help(_ lines: [HelpLine], in builder: inout ScrollTextBuilder, context: ViewContext) {
        if lines.isEmpty { builder.paragraph("No command has these words.", style: .dim) }
        builder.entries(
            lines.map { line in
                let keys = context.label(line.keys).plain
                guard let reason = line.reason else { return (keys, [line.help], .plain) }
                return (keys, ["\(line.help) Not now: \(reason)"], .dim)
            })
    }

    private func describe(_ failures: [FailureRecord], in builder: inout ScrollTextBuilder, glyphs: GlyphSet) {
        guard !failures.isEmpty else {
            builder.paragraph("No call has failed since the program started.")
            return
        }
        for failure in failures.reversed() {
            let error = failure.error
            builder.paragraph("\(DateText.minute(failure.at))  \(error.operation)", style: .title)
            builder.paragraph(error.sentence, style: .error, indent: 2)
            if let detail = error.detail, !detail.isEmpty { builder.paragraph(detail, indent: 2) }
            if let id = error.requestID { builder.paragraph("request id \(id)", style: .dim, indent: 2) }
        }
        builder.blank()
        builder.paragraph("Times are UTC. Whoever runs the portal finds a call by its request id.", style: .dim)
    }
}
