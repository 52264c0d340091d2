import PortalModel
import TerminalCanvas

/// The first start: the demo portal, or the addresses of a real one.
struct SetupScreen {
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let isRoomy = canvas.rows >= 14
        let inner = canvas.inset(left: isRoomy ? 3 : 0, right: 1, top: isRoomy ? 2 : 0)
        var row = 0
        if isRoomy {
            let about: TerminalText =
                "Find genomic datasets, ask their committees for access, and follow what becomes of it."
            for line in about.wrapped(to: max(min(inner.columns - 2, 74), 8)) {
                inner.draw(line, column: 1, row: row, style: .dim)
                row += 1
            }
            row += 1
        }
        inner.draw("Which portal?", column: 1, row: row, style: .title)
        let rest = inner.inset(top: row + (isRoomy ? 2 : 1))
        let used = state.setup.step == .choice ? drawChoice(on: rest) : drawForm(on: rest)
        drawState(on: rest.inset(left: 3, top: used + (isRoomy ? 1 : 0)))
    }

    private func drawChoice(on canvas: Canvas) -> Int {
        let choices: [(TerminalText, String)] = [
            (
                "The demo portal",
                "Runs on this machine, with its own catalogue and a committee that decides within seconds. "
                    + "Nothing leaves your computer."
            ),
            (
                "A portal of yours",
                "Give the addresses of its discovery and access services; they are kept for next time."
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

    private func drawForm(on canvas: Canvas) -> Int {
        let setup = state.setup
        let fields: [(SetupState.Field, TerminalText, TextBuffer, TerminalText)] = [
            (.name, "Short name", setup.name, "such as gdi; names the profile"),
            (.discovery, "Discovery address", setup.discovery, "https://portal.example/discovery"),
            (.access, "Access address", setup.access, "https://portal.example/daam; empty: browsing only"),
        ]
        let labelColumns = 20
        var row = 0
        for (field, label, text, placeholder) in fields {
            let isFocused = setup.field == field
            canvas.draw(label, column: 1, row: row, style: isFocused ? .accent : .plain)
            let line = canvas.subcanvas(
                ScreenArea(column: labelColumns, row: row, columns: canvas.columns - labelColumns - 1, rows: 1))
            TextField(
                text.text, cursor: text.cursor, isFocused: isFocused && state.overlay == nil, placeholder: placeholder
            ).draw(on: line, row: 0, glyphs: context.glyphs)
            row += canvas.rows >= 10 ? 2 : 1
        }
        return row
    }

    private func drawState(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: canvas.columns, texts: context.texts)
        if let problem = state.setup.problem {
            builder.paragraph("\(context.glyphs.cross) \(problem)", style: .error)
        } else if state.setup.isOpening {
            builder.paragraph("Opening\(context.glyphs.ellipsis)", style: .accent)
        }
        builder.text.draw(on: canvas, offset: 0, context: context, reports: false)
    }
}
