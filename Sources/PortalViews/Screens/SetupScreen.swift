import PortalModel
import TerminalCanvas

/// The first start: the demo portal, or a real one, which `PortalFormOverlay` asks for.
struct SetupScreen {
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let isRoomy = canvas.rows >= 14
        let inner = canvas.inset(left: isRoomy ? 3 : 0, right: 1, top: isRoomy ? 2 : 0)
        var row = 0
        if isRoomy {
            let about: TerminalText =
                context.words(SetupWords.about)
            for line in about.wrapped(to: max(min(inner.columns - 2, 74), 8)) {
                inner.draw(line, column: 1, row: row, style: .dim)
                row += 1
            }
            row += 1
        }
        inner.draw(context.words(SetupWords.whichPortal), column: 1, row: row, style: .title)
        let rest = inner.inset(top: row + (isRoomy ? 2 : 1))
        let used = drawChoice(on: rest)
        drawState(on: rest.inset(left: 3, top: used + (isRoomy ? 1 : 0)))
    }

    private func drawChoice(on canvas: Canvas) -> Int {
        let choices: [(TerminalText, String)] = [
            (
                context.words(SetupWords.demo),
                context.words.text(SetupWords.aboutDemo)
            ),
            (
                context.words(SetupWords.own),
                context.words.text(SetupWords.aboutOwn)
            ),
        ]
        var row = 0
        for (index, choice) in choices.enumerated() {
            canvas.draw(choice.0, column: 3, row: row, style: index == state.setup.selection ? .title : .plain)
            if index == state.setup.selection {
                canvas.draw(context.glyphs.marker, column: 1, row: row, style: .accent)
                if state.overlay == nil { canvas.placeCursor(column: 1, row: row) }
            }
            row += 1
            for line in TerminalText(singleLine: choice.1).wrapped(to: min(canvas.columns - 6, 70)) {
                canvas.draw(line, column: 5, row: row, style: .dim)
                row += 1
            }
            if canvas.rows >= 10 { row += 1 }
        }
        return row
    }

    private func drawState(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: canvas.columns, texts: context.texts)
        if let problem = state.setup.problem {
            builder.paragraph("\(context.glyphs.cross) \(context.words(problem))", style: .error)
        } else if state.setup.isOpening {
            builder.paragraph(context.words(SetupWords.opening), style: .accent)
        }
        builder.text.draw(on: canvas, offset: 0, context: context, reports: false)
    }
}
