import PortalModel
import TerminalCanvas

/// Where sending stands, above the review.
struct WizardNotice {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    func lines(width: Int) -> [(TerminalText, Style)] {
        let (text, style) = notice
        return text.wrapped(to: max(width, 8)).map { ($0, style) }
    }

    private var notice: (TerminalText, Style) {
        let submit = context.key(.submitRequest)
        switch wizard.session.submission {
        case .asking, .journalling, .underWay, .verifying: return ("\(doing)\(waited)", .info)
        case .checking: return ("The answer was lost. Asking the portal whether it has the request\(waited)", .info)
        case .unknown(_, let error):
            return (
                "It is not known whether the portal has the request. \(error.sentence)\(error.idNote) It is asked again by itself; "
                    + "\(submit) asks now. It is not sent twice.", .warning
            )
        case .stopped(.submitting, .some(let error)) where error.outcomeIsUnknown:
            return (
                "Not submitted: the portal still has it as a draft. \(error.sentence)\(error.idNote) \(submit) sends "
                    + "it again.", .warning
            )
        case .stopped(_, .some(let error)):
            let detail = error.detail.map { " \($0)" } ?? ""
            return (
                "Not submitted. \(error.sentence)\(detail)\(error.idNote) Everything is kept; \(submit) sends it again.",
                .error
            )
        case .stopped(.creating, .none):
            return (
                "Its answer was lost, and the portal does not have the request. It may still arrive: \(submit) looks "
                    + "once more, and only then sends it again.", .warning
            )
        case .stopped(_, .none):
            return ("Not submitted: the portal still has it as a draft. \(submit) sends it again.", .warning)
        case .none, .done: break
        }
        if let application = wizard.session.application, !application.state.isEditable {
            return ("The portal has it as \(application.state.word): it cannot be changed any more.", .warning)
        }
        if let other = wizard.session.otherWarnings.first { return (TerminalText(singleLine: other.sentence), .error) }
        if let upload = wizard.session.uploads.first(where: { !$0.isUnderWay }) {
            return (
                "“\(TerminalText(singleLine: upload.name))” did not arrive at the portal. In its field "
                    + "\(context.key(.retryUpload)) sends it again and \(context.key(.removeFile)) forgets it.",
                .warning
            )
        }
        if wizard.session.missingCount > 0 {
            return ("Not complete yet: \(context.label("↵")) goes to the line with the cursor.", .plain)
        }
        if wizard.session.application?.state == .returned {
            return (
                "\(asked) \(context.label("↵")) changes the answer under the cursor; "
                    + "\(submit) submits it again.", .warning
            )
        }
        return ("Everything is there. Read it once more; \(submit) submits it.", .success)
    }

    private var asked: TerminalText {
        guard let comment = wizard.session.application?.returnComment else { return "The committee asked for changes." }
        return "The committee asked for changes: “\(TerminalText(singleLine: comment))”"
    }

    private var waited: TerminalText {
        if let wait = state.wizardWait { return TerminalText(singleLine: ". \(wait.words(now: state.now)).") }
        return wizard.waited(now: state.now).map { ", \($0)" } ?? context.glyphs.ellipsis
    }

    private var doing: TerminalText {
        let phase: SubmissionPhase =
            switch wizard.session.submission {
            case .journalling(let phase, _): phase
            case .underWay(let call, _, _): call.phase
            case .none, .asking, .verifying, .checking, .unknown, .stopped, .done: .editing
            }
        if case .asking = wizard.session.submission { return "Asking the portal what it has" }
        return switch phase {
        case .saving: "Saving the answers at the portal"
        case .acceptingLicences: "Accepting the licences"
        case .editing, .creating, .submitting, .submitted: "Submitting"
        }
    }
}

/// After submission: what the portal has, and what happens next.
struct WizardResultView {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: min(canvas.columns - 4, 90), texts: context.texts)
        let number = wizard.session.draft.application.map { "\($0.rawValue)" } ?? ""
        builder.paragraph("\(context.glyphs.check) Request \(number) was submitted.", style: .success)
        builder.blank()
        if let application = wizard.session.application, application.state != .draft {
            let mark = application.state.mark(context.glyphs)
            builder.paragraph("The portal has it as \(mark.word).", style: mark.style)
        }
        builder.paragraph("\(CountText.text(wizard.session.draft.datasets.count, "dataset")) asked for:")
        for dataset in wizard.session.draft.datasets {
            builder.paragraph(TerminalText(singleLine: dataset.title), style: .dim, indent: 2)
        }
        members(in: &builder)
        builder.blank()
        builder.paragraph(
            "A data access committee now reads it. It may approve it, reject it, or return it with a question; the "
                + "requests (\(context.key(.showRequests))) show it as soon as it has decided.")
        if wizard.session.application?.members.contains(where: \.isPending) == true {
            builder.paragraph(
                "Whoever is invited becomes a member by accepting in REMS; \(context.key(.showMembers)) shows who has.")
        }
        builder.text.draw(on: canvas.inset(left: 2), offset: 0, context: context, reports: false)
        if state.overlay == nil { canvas.placeCursor(column: 0, row: 0) }
    }

    private func members(in builder: inout ScrollTextBuilder) {
        guard let members = wizard.session.application?.members, !members.isEmpty else { return }
        builder.paragraph("Taking part besides you:")
        for member in members {
            let name = TerminalText(singleLine: member.name)
            let line: TerminalText = member.isPending ? "\(name), invited and not yet accepted" : name
            builder.paragraph(line, style: .dim, indent: 2)
        }
    }
}
