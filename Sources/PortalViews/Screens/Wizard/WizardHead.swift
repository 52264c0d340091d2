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
        StepLine(wizard: wizard, languages: state.languages, context: context).draw(on: canvas, row: 1)
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

/// The steps in one line, each with a sign for how far it is. Where room is short the names of those that are not open
/// are cut, and left out at last.
struct StepLine {
    let wizard: WizardState
    let languages: [String]
    let context: ViewContext

    private var glyphs: GlyphSet { context.glyphs }

    private static let widestName = 40
    private static let leastName = 9
    /// The open step keeps this much of its name.
    private static let openName = 24

    func draw(on canvas: Canvas, row: Int) {
        let (parts, gap) = fitting(canvas.columns - 2)
        var column = 1
        for (step, part) in zip(wizard.steps, parts) {
            let style: Style = step == wizard.step ? .focus : wizard.progress(of: step) == .done ? .success : .plain
            let end = canvas.drawCut(
                part, column: column, row: row, style: style, upTo: canvas.columns - 1, glyphs: glyphs)
            context.note(.step(step), on: canvas, ScreenArea(column: column, row: row, columns: end - column, rows: 1))
            column = end + gap
        }
    }

    /// The longest labels that fit, and the columns between them.
    private func fitting(_ room: Int) -> (parts: [TerminalText], gap: Int) {
        // Where names would be cut to stumps, those beside the open step are shown rather than a little of all.
        for (least, neighbours) in [(Self.leastName, Int.max), (Self.leastName, 1)] {
            for width in stride(from: Self.widestName, through: least, by: -1) {
                let parts = labels(otherNames: width, within: neighbours)
                for gap in [3, 2] where Self.columns(parts, gap: gap) <= room { return (parts, gap) }
            }
        }
        let parts = labels(otherNames: 0, within: 0)
        return (parts, Self.columns(parts, gap: 2) <= room ? 2 : 1)
    }

    private static func columns(_ parts: [TerminalText], gap: Int) -> Int {
        parts.reduce(0) { $0 + $1.columns } + max(parts.count - 1, 0) * gap
    }

    /// - Parameters:
    ///   - width: columns for the names of the steps that are not open; 0 leaves them out.
    ///   - neighbours: how far from the open step names are shown.
    private func labels(otherNames width: Int, within neighbours: Int) -> [TerminalText] {
        let here = wizard.steps.firstIndex(of: wizard.step) ?? 0
        return wizard.steps.enumerated().map { index, step in
            let room = index == here ? max(width, Self.openName) : abs(index - here) <= neighbours ? width : 0
            let name = name(step).truncated(to: room, ellipsis: glyphs.ellipsis)
            return sign(step) + (room == 0 ? .empty : " " + name) + count(step)
        }
    }

    private func sign(_ step: WizardStep) -> TerminalText {
        switch wizard.progress(of: step) {
        case .notBegun: glyphs.circle
        case .begun: glyphs.halfCircle
        case .done: glyphs.disc
        }
    }

    private func name(_ step: WizardStep) -> TerminalText {
        switch step {
        case .datasets: context.words(CommonWords.datasets)
        case .form(let id): TerminalText(singleLine: title(of: id))
        case .licences: context.words(CommonWords.licences)
        case .review: context.words(WizardWords.review)
        case .result: context.words(WizardWords.submitted)
        }
    }

    private func title(of id: Int64) -> String {
        let title = wizard.session.application?.forms.first { $0.id == id }?.title.text(in: languages) ?? ""
        return title.isEmpty ? context.words.text(WizardWords.form) : title
    }

    /// How much of it is there; of the forms that are not open only while they are half done.
    private func count(_ step: WizardStep) -> TerminalText {
        if case .form = step {
            let progress = wizard.progress(of: step)
            if progress == .done || progress == .notBegun && step != wizard.step { return .empty }
        }
        switch step {
        case .datasets: return " \(wizard.session.draft.datasets.count)"
        case .form(let id):
            guard let form = wizard.session.application?.forms.first(where: { $0.id == id }) else { return .empty }
            let count = wizard.count(in: form)
            return " \(count.answered)/\(count.all)"
        case .licences:
            let all = wizard.session.application?.licences.count ?? 0
            return " \(all - wizard.session.licencesToAccept.count)/\(all)"
        case .review, .result: return .empty
        }
    }
}
