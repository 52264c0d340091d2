import PortalModel
import TerminalCanvas

/// The stages of a request, what is done once it is granted, and whom to ask.
struct RequestNextSteps {
    let application: Application
    /// Of the profile; nil where it names none.
    let helpdesk: String?
    /// What makes a command mean this portal.
    let flags: [String]
    /// The portal gives visas.
    let hasPassport: Bool

    func stages(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        let stages = application.state.stages
        guard !stages.isEmpty else { return }
        let words = stages.map { stage -> TerminalText in
            let (mark, word) = (
                Self.mark(stage.progress, context.glyphs), context.words(NextStepWords.step(stage.step))
            )
            return mark + " " + word
        }
        builder.paragraph(words.joined(separator: "   "), style: .dim)
    }

    func next(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        let steps = application.nextSteps.filter { $0 != .passport || hasPassport }
        guard !steps.isEmpty else { return }
        builder.heading(context.words.text(NextStepWords.heading))
        for step in steps {
            builder.paragraph(TerminalText(singleLine: step.command(flags)), style: .link)
            builder.paragraph(context.words(NextStepWords.what(step)) as TerminalText, style: .dim, indent: 2)
        }
    }

    func questions(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard application.state != .draft else { return }
        let words =
            helpdesk.map { NextStepWords.helpdesk(place: $0, id: application.id.rawValue) } ?? .noNotes
        builder.paragraph(context.words(words) as TerminalText, style: .dim)
    }

    private static func mark(_ progress: RequestStage.Progress, _ glyphs: GlyphSet) -> TerminalText {
        switch progress {
        case .ahead: glyphs.circle
        case .current: glyphs.halfCircle
        case .done: glyphs.check
        case .refused, .closed: glyphs.cross
        }
    }
}
