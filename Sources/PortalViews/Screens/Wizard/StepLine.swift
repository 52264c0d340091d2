import PortalModel
import TerminalCanvas

/// The steps in one line, each with a sign for how far it is. Where room is short the names of those that are not open
/// are cut, and left out at last.
struct StepLine: Equatable {
    private let steps: [Step]
    /// The open one, by its place.
    private let here: Int

    /// What is told of a step.
    private struct Step: Equatable {
        var step: WizardStep
        var progress: StepProgress
        /// Of a form, in the person's language.
        var title = ""
        /// How much of it is there, and of how much; nil where that is not told.
        var answered: Int?
        var all: Int?
    }

    private static let widestName = 40
    private static let leastName = 9
    /// The open step keeps this much of its name.
    private static let openName = 24

    init(wizard: WizardState, languages: [String]) {
        let steps = wizard.steps
        here = steps.firstIndex(of: wizard.step) ?? 0
        self.steps = steps.map { Self.told(of: $0, wizard, languages) }
    }

    /// Of forms that are not open it is counted only while they are half done.
    private static func told(of step: WizardStep, _ wizard: WizardState, _ languages: [String]) -> Step {
        let progress = wizard.progress(of: step)
        var told = Step(step: step, progress: progress)
        switch step {
        case .datasets: told.answered = wizard.session.draft.datasets.count
        case .form(let id):
            guard let form = wizard.session.application?.forms.first(where: { $0.id == id }) else { break }
            told.title = form.title.text(in: languages)
            if progress == .begun || progress == .notBegun && step == wizard.step {
                let count = wizard.count(in: form)
                (told.answered, told.all) = (count.answered, count.all)
            }
        case .licences:
            let all = wizard.session.application?.licences.count ?? 0
            (told.answered, told.all) = (all - wizard.session.licencesToAccept.count, all)
        case .review, .result: break
        }
        return told
    }

    /// - Parameter canvas: one row.
    func draw(on canvas: Canvas, context: ViewContext) {
        context.stepLine.draw(self, on: canvas, context: context) { canvas in
            let (parts, gap) = fitting(canvas.columns - 2, context)
            var column = 1
            for (index, part) in parts.enumerated() {
                let style: Style = index == here ? .focus : steps[index].progress == .done ? .success : .plain
                let end = canvas.drawCut(
                    part, column: column, row: 0, style: style, upTo: canvas.columns - 1, glyphs: context.glyphs)
                let area = ScreenArea(column: column, row: 0, columns: end - column, rows: 1)
                context.note(.step(steps[index].step), on: canvas, area)
                column = end + gap
            }
        }
    }

    /// The longest labels that fit, and the columns between them.
    private func fitting(_ room: Int, _ context: ViewContext) -> (parts: [TerminalText], gap: Int) {
        let names = steps.map { name($0, context) }
        // Where names would be cut to stumps, those beside the open step are shown rather than a little of all.
        for (least, neighbours) in [(Self.leastName, Int.max), (Self.leastName, 1)] {
            for width in stride(from: Self.widestName, through: least, by: -1) {
                let parts = labels(names, otherNames: width, within: neighbours, context.glyphs)
                for gap in [3, 2] where Self.columns(parts, gap: gap) <= room { return (parts, gap) }
            }
        }
        let parts = labels(names, otherNames: 0, within: 0, context.glyphs)
        return (parts, Self.columns(parts, gap: 2) <= room ? 2 : 1)
    }

    private static func columns(_ parts: [TerminalText], gap: Int) -> Int {
        parts.reduce(0) { $0 + $1.columns } + max(parts.count - 1, 0) * gap
    }

    /// - Parameters:
    ///   - width: columns for the names of the steps that are not open; 0 leaves them out.
    ///   - neighbours: how far from the open step names are shown.
    private func labels(
        _ names: [TerminalText], otherNames width: Int, within neighbours: Int, _ glyphs: GlyphSet
    ) -> [TerminalText] {
        zip(steps, names).enumerated().map { index, told in
            let room = index == here ? max(width, Self.openName) : abs(index - here) <= neighbours ? width : 0
            let name = told.1.truncated(to: room, ellipsis: glyphs.ellipsis)
            return sign(told.0, glyphs) + (room == 0 ? .empty : " " + name) + count(told.0)
        }
    }

    private func sign(_ step: Step, _ glyphs: GlyphSet) -> TerminalText {
        switch step.progress {
        case .notBegun: glyphs.circle
        case .begun: glyphs.halfCircle
        case .done: glyphs.disc
        }
    }

    private func name(_ step: Step, _ context: ViewContext) -> TerminalText {
        switch step.step {
        case .datasets: context.words(CommonWords.datasets)
        case .form: step.title.isEmpty ? context.words(WizardWords.form) : TerminalText(singleLine: step.title)
        case .licences: context.words(CommonWords.licences)
        case .review: context.words(WizardWords.review)
        case .result: context.words(WizardWords.submitted)
        }
    }

    private func count(_ step: Step) -> TerminalText {
        guard let answered = step.answered else { return .empty }
        guard let all = step.all else { return " \(answered)" }
        return " \(answered)/\(all)"
    }
}
