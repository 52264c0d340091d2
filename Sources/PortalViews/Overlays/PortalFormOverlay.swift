import PortalModel
import TerminalCanvas

/// The form in which a portal is set up or changed, and below it what was found when it was tried.
struct PortalFormOverlay {
    let form: PortalForm
    let context: ViewContext

    private static let labelColumns = 20
    private static let narrowLabelColumns = 13
    private static let widestLine = 76

    func draw(on room: Canvas) {
        let title: TerminalText =
            form.original.map { context.words(PortalWords.portal(name: TerminalText(singleLine: $0.name))) }
            ?? context.words(PortalWords.own)
        let inner = OverlayPane(title: title, note: note).draw(on: room, context)
        let lines = form.lines
        let labels = room.columns < 60 ? Self.narrowLabelColumns : Self.labelColumns
        let words = words(columns: inner.columns - 3)
        let wordRows = min(words.lineCount, max(inner.rows / 2, 1))
        // Of a screen that is too low for all, the lines around the cursor.
        let visible = min(max(inner.rows - wordRows - 1, 1), lines.count)
        let place = lines.firstIndex(of: form.line) ?? 0
        let top = ListViewport(itemCount: lines.count, rows: visible).top(selected: place, from: 0)
        for (row, line) in lines[top..<min(top + visible, lines.count)].enumerated() {
            draw(line, labels: labels, on: inner.line(row))
        }
        words.draw(
            on: inner.inset(left: 2, right: 1, top: min(visible + 1, inner.rows - 1)), offset: 0, context: context,
            reports: false)
    }

    private var note: TerminalText {
        if form.isKeeping { return context.words(PortalWords.keeping) }
        if case .running = form.trial { return context.words(PortalWords.asking) }
        return form.found == nil ? context.words(PortalWords.triedFirst) : context.words(PortalWords.tried)
    }

    private func draw(_ line: PortalForm.Line, labels: Int, on canvas: Canvas) {
        let isFocused = line == form.line
        context.note(.portalLine(line), on: canvas, row: 0)
        if isFocused { canvas.draw(context.glyphs.marker, column: 0, row: 0, style: .accent) }
        canvas.drawCut(
            context.words(PortalFormWords.label(of: line)), column: line.isChoice ? 4 : 2, row: 0,
            style: isFocused ? .focus : .plain, upTo: labels, glyphs: context.glyphs)
        let columns = max(min(canvas.columns - labels - 2, Self.widestLine), 8)
        let field = canvas.subcanvas(ScreenArea(column: labels + 1, row: 0, columns: columns, rows: 1))
        guard !line.isChoice else {
            let choice = context.words(PortalFormWords.choice(of: form.choice(of: line)))
            if isFocused { field.placeCursor(column: 0, row: 0) }
            field.drawCut(
                choice, column: 0, row: 0, style: isFocused ? .accent : .plain, upTo: columns, glyphs: context.glyphs)
            return
        }
        let text = form.text(of: line)
        TextField(
            text.text, cursor: text.cursor, isFocused: isFocused,
            placeholder: context.words(PortalFormWords.example(of: line))
        ).draw(on: field, row: 0, glyphs: context.glyphs)
    }

    private func words(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: max(columns, 8), texts: context.texts)
        if let problem = form.problem {
            builder.paragraph("\(context.glyphs.cross) \(context.words(problem))", style: .error)
        }
        if case .running = form.trial {
            builder.paragraph(context.words(PortalWords.askingServices), style: .info)
        } else if let found = form.found {
            PortalTrialLines(trial: found).compose(in: &builder, context)
            builder.paragraph(found.isWell ? keeps : keepsAllTheSame, style: .dim)
        } else if form.problem == nil {
            builder.paragraph(
                form.line.isChoice
                    ? context.words(PortalWords.choose)
                    : context.words(PortalWords.howTried), style: .dim)
        }
        return builder.text
    }

    private var keeps: TerminalText { context.words(PortalWords.keeps) }

    private var keepsAllTheSame: TerminalText {
        context.words(PortalWords.keepsAllTheSame)
    }
}
