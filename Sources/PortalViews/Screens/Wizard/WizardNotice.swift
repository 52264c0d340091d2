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
        switch wizard.session.submission {
        case .asking, .journalling, .underWay, .verifying: return ("\(doing)\(waited)", .info)
        case .checking: return (context.words(SubmissionWords.lostAnswer(waited: waited)), .info)
        case .unknown(_, let error):
            return (
                context.words(SubmissionWords.unknown(error: context.words(error), id: context.words.idNote(error))),
                .warning
            )
        case .stopped(.submitting, .some(let error)) where error.outcomeIsUnknown:
            return (
                context.words(
                    SubmissionWords.stillDraftBecause(error: context.words(error), id: context.words.idNote(error))),
                .warning
            )
        case .stopped(_, .some(let error)):
            return (
                context.words(
                    SubmissionWords.notSubmitted(
                        error: context.words(error), detail: context.words.text(behind: error.reason),
                        id: context.words.idNote(error))),
                .error
            )
        case .stopped(.creating, .none):
            return (
                context.words(SubmissionWords.mayStillArrive), .warning
            )
        case .stopped(_, .none):
            return (context.words(SubmissionWords.stillDraft), .warning)
        case .none, .done: break
        }
        if let application = wizard.session.application, !application.state.isEditable {
            return (context.words(SubmissionWords.unchangeable(state: context.words(application.state))), .warning)
        }
        if let other = wizard.session.otherWarnings.first { return (context.words(other), .error) }
        if let upload = wizard.session.uploads.first(where: { !$0.isUnderWay }) {
            return (
                context.words(SubmissionWords.uploadFailed(name: TerminalText(singleLine: upload.name))),
                .warning
            )
        }
        if let expires = wizard.session.application?.expires {
            let left = context.words.remaining(until: expires, now: state.now).text
            return (context.words(RequestWords.expires(day: context.words.day(expires), left: left)), .warning)
        }
        if wizard.session.missingCount > 0 {
            return (context.words(SubmissionWords.incomplete), .plain)
        }
        if wizard.session.application?.state == .returned {
            return (
                context.words(SubmissionWords.changesAnswer(asked: asked)), .warning
            )
        }
        if let renewal = wizard.session.renewal {
            return (
                context.words(
                    SubmissionWords.renews(
                        number: renewal.request.rawValue, changed: renewal.changed, same: renewal.same)), .info
            )
        }
        return (context.words(SubmissionWords.complete), .success)
    }

    private var asked: TerminalText {
        guard let comment = wizard.session.application?.returnComment else {
            return context.words(SubmissionWords.changesAsked)
        }
        return context.words(SubmissionWords.changesAskedFor(comment: TerminalText(singleLine: comment)))
    }

    private var waited: TerminalText {
        if let wait = state.wizardWait { return ". \(context.words(WaitWords(wait, now: state.now)))." }
        return wizard.waited(now: state.now).map { ", \($0)" } ?? context.glyphs.ellipsis
    }

    private var doing: TerminalText {
        let phase: SubmissionPhase =
            switch wizard.session.submission {
            case .journalling(let call, _), .underWay(let call, _, _): call.phase
            case .none, .asking, .verifying, .checking, .unknown, .stopped, .done: .editing
            }
        if case .asking = wizard.session.submission { return context.words(SubmissionWords.askingPortal) }
        return switch phase {
        case .saving: context.words(SubmissionWords.savingAnswers)
        case .acceptingLicences: context.words(SubmissionWords.acceptingLicences)
        case .editing, .creating, .submitting, .submitted: context.words(SubmissionWords.submitting)
        }
    }
}
