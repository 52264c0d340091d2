import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The lines above a step: which request, what of it is saved where, and how far each step is.
struct WizardHead {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    private var glyphs: GlyphSet { context.glyphs }
    private var isNarrow: Bool { state.terminal.columns < 60 }

    func draw(on canvas: Canvas) {
        let parts = [
            WizardSavedText.here(wizard, state, context.words),
            WizardSavedText.service(wizard, state, context.words),
        ].compactMap(\.self)
        let line = fitting(parts, in: canvas.columns)
        if line.columns + place.columns + 3 <= canvas.columns {
            canvas.inset(right: 1).drawTrailing(place, row: 0, style: .dim)
        }
        var column = 1
        for (text, style) in line.spans {
            column = canvas.drawCut(text, column: column, row: 0, style: style, glyphs: glyphs)
        }
        StepLine(wizard: wizard, languages: state.languages).draw(
            on: canvas.subcanvas(ScreenArea(column: 0, row: 1, columns: canvas.columns, rows: 1)), context: context)
        guard canvas.rows > 2 else { return }
        canvas.rule(row: 2, glyphs: glyphs)
        drawExplanation(parts, on: canvas)
    }

    /// On the rule, so that nothing moves when it comes and goes.
    private func drawExplanation(_ parts: [WizardSavedText.Part], on canvas: Canvas) {
        guard let part = parts.first(where: { !$0.explanations.isEmpty }) else { return }
        let text = part.explanations.first { $0.columns <= canvas.columns - 3 } ?? part.explanations.last ?? .empty
        canvas.drawCut(" " + text + " ", column: 0, row: 2, style: part.style, glyphs: glyphs)
    }

    /// One line that fits: words are saved before the name is, since what is saved where has to be in sight.
    private struct Line {
        var spans: [(TerminalText, Style)]
        var columns: Int { spans.reduce(1) { $0 + $1.0.columns } }
    }

    private func fitting(_ parts: [WizardSavedText.Part], in columns: Int) -> Line {
        var line = Line(spans: [])
        for (wordiness, name) in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1), (1, 2), (2, 2), (2, 3)] {
            line = self.line(parts, level: wordiness, name: names[name])
            if line.columns <= columns { break }
        }
        return line
    }

    private func line(_ parts: [WizardSavedText.Part], level: Int, name: TerminalText) -> Line {
        var spans: [(TerminalText, Style)] = name.isEmpty ? [] : [(name, .title)]
        for part in parts {
            if !spans.isEmpty { spans.append((" \(glyphs.separator) ", .dim)) }
            let text = part.text(level)
            spans.append((part.isAlarming ? glyphs.warning + " " + text : text, part.style))
        }
        return Line(spans: spans)
    }

    /// Left out where what is saved needs the room: the line below shows it too.
    private var place: TerminalText {
        let steps = wizard.steps
        guard let index = steps.firstIndex(of: wizard.step), steps.count > 1, !isNarrow else { return .empty }
        return context.words(WizardWords.step(index: index + 1, count: steps.count))
    }

    /// The longest first.
    private var names: [TerminalText] {
        let number =
            wizard.session.draft.application.map { TerminalText(singleLine: $0.rawValue) }
            ?? context.words(WizardWords.newNumber)
        let short: TerminalText = context.words(WizardWords.request(number: number))
        guard !isNarrow, let application = wizard.session.application else { return [short, short, number, .empty] }
        return ["\(short) \(glyphs.separator) \(context.words(application.state))", short, number, .empty]
    }
}
