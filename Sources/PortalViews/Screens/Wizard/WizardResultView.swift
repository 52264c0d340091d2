import PortalModel
import TerminalCanvas

/// After submission: what the portal has, what the committee has made of it meanwhile, and what happens next.
struct WizardResultView {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: min(canvas.columns - 4, 90), texts: context.texts)
        let number = wizard.session.draft.application.map { "\($0.rawValue)" } ?? ""
        builder.paragraph(context.words(SubmissionWords.wasSubmitted(number: number)), style: .success)
        builder.blank()
        let application = wizard.session.application
        if let application, application.state != .draft {
            let mark = application.state.mark(context.words)
            builder.paragraph(context.words(SubmissionWords.state(word: mark.word)), style: mark.style)
            decision(on: application, in: &builder)
        }
        builder.paragraph(context.words(SubmissionWords.askedFor(count: wizard.session.draft.datasets.count)))
        for dataset in wizard.session.draft.datasets {
            builder.paragraph(TerminalText(singleLine: dataset.title), style: .dim, indent: 2)
        }
        members(in: &builder)
        if application.map({ Self.awaitsDecision($0.state) }) != false {
            builder.blank()
            builder.paragraph(context.words(SubmissionWords.whatComes))
        }
        if application?.members.contains(where: \.isPending) == true {
            builder.paragraph(context.words(SubmissionWords.invitedJoin))
        }
        builder.text.draw(on: canvas.inset(left: 2), offset: 0, context: context, reports: false)
        if state.overlay == nil { canvas.placeCursor(column: 0, row: 0) }
    }

    private static func awaitsDecision(_ state: ApplicationState) -> Bool { state == .submitted || state == .draft }

    /// What the committee has made of it while this page was open: above what does not change any more.
    private func decision(on application: Application, in builder: inout ScrollTextBuilder) {
        let feedback = RequestFeedback(
            application: application, remsAddress: state.remsAddress(of: application.id), languages: state.languages)
        switch application.state {
        case .draft, .submitted: return
        case .returned:
            builder.paragraph(context.words(SubmissionWords.returnedMeanwhile), style: .warning)
            feedback.compose(in: &builder, context)
        case .rejected: feedback.compose(in: &builder, context)
        case .approved:
            RequestNextSteps(
                application: application, helpdesk: nil, flags: state.profile?.flags ?? [],
                hasPassport: state.profile?.capabilities.availability(of: .passport).isAvailable ?? false
            ).next(in: &builder, context)
        case .revoked, .closed, .other: break
        }
        builder.blank()
    }

    private func members(in builder: inout ScrollTextBuilder) {
        guard let members = wizard.session.application?.members, !members.isEmpty else { return }
        builder.paragraph(context.words(SubmissionWords.takingPart))
        for member in members {
            let name = TerminalText(singleLine: member.name)
            let line: TerminalText = member.isPending ? context.words(SubmissionWords.invitedName(name: name)) : name
            builder.paragraph(line, style: .dim, indent: 2)
        }
    }
}
