import PortalModel
import TerminalCanvas

extension SubmissionWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .lostAnswer(let waited): "The answer was lost. Asking the portal whether it has the request\(waited)"
        case .unknown(let error, let id):
            """
            It is not known whether the portal has the request. \(error)\(id) It is asked again by itself; \
            \(c.key(.submitRequest)) asks now. It is not sent twice.
            """
        case .stillDraftBecause(let error, let id):
            """
            Not submitted: the portal still has it as a draft. \(error)\(id) \(c.key(.submitRequest)) sends it \
            again.
            """
        case .notSubmitted(let error, let detail, let id):
            """
            Not submitted. \(error)\(detail)\(id) Everything is kept; \(c.key(.submitRequest)) sends it again.
            """
        case .mayStillArrive:
            """
            Its answer was lost, and the portal does not have the request. It may still arrive: \
            \(c.key(.submitRequest)) looks once more, and only then sends it again.
            """
        case .stillDraft:
            "Not submitted: the portal still has it as a draft. \(c.key(.submitRequest)) sends it again."
        case .unchangeable(let state): "The portal has it as \(state): it cannot be changed any more."
        case .uploadFailed(let name):
            """
            “\(name)” did not arrive at the portal. In its field \(c.key(.retryUpload)) sends it again and \
            \(c.key(.removeFile)) forgets it.
            """
        case .incomplete:
            "Not complete yet: \(c.key(.jumpToField, in: .wizardReview)) goes to the line with the cursor."
        case .changesAnswer(let asked):
            """
            \(asked) \(c.key(.jumpToField, in: .wizardReview)) changes the answer under the cursor; \
            \(c.key(.submitRequest)) submits it again.
            """
        case .complete: "Everything is there. Read it once more; \(c.key(.submitRequest)) submits it."
        case .changesAsked: "The committee asked for changes."
        case .changesAskedFor(let comment): "The committee asked for changes: “\(comment)”"
        case .askingPortal: "Asking the portal what it has"
        case .savingAnswers: "Saving the answers at the portal"
        case .acceptingLicences: "Accepting the licences"
        case .submitting: "Submitting"
        case .wasSubmitted(let number): "\(c.glyphs.check) Request \(number) was submitted."
        case .state(let word): "The portal has it as \(word)."
        case .askedFor(let count): "\(c.count(count, .dataset)) asked for:"
        case .whatComes:
            """
            A data access committee now reads it. It may approve it, reject it, or return it with a question; \
            the requests (\(c.key(.showRequests))) show it as soon as it has decided.
            """
        case .returnedMeanwhile:
            """
            The committee asks for changes: \(c.key(.leaveWizard, in: .wizardResult)) goes to the requests, and \
            \(c.key(.editRequest)) edits it there.
            """
        case .renews(let number, let changed, let same):
            """
            It follows request \(number): \(c.count(same, .answer)) as then, \(c.number(changed)) changed. Does \
            each still hold? \(c.key(.jumpToField, in: .wizardReview)) changes the one under the cursor; \
            \(c.key(.submitRequest)) submits it.
            """
        case .passedDays(let count): "As it was, and the day has passed: does it still hold? (\(count))"
        case .changedSinceEarlier(let count, let number): "Changed since request \(number) (\(count))"
        case .changedSinceEarlierToo(let count, let number):
            """
            \(c.count(count, .answer)) changed since request \(number). \(c.key(.takeTheirs)) brings back what was \
            answered there.
            """
        case .invitedJoin:
            "Whoever is invited becomes a member by accepting in REMS; \(c.key(.showMembers)) shows who has."
        case .takingPart: "Taking part besides you:"
        case .invitedName(let name): "\(name), invited and not yet accepted"
        case .licenceMissing(let title): "Not accepted: \(title)"
        case .acceptedMark: " accepted"
        case .notYetMark: " not yet"
        case .before: "before  "
        case .now: "now     "
        case .noAnswerOptional: "no answer (optional)"
        case .noAnswerYet: "no answer yet"
        case .moreLines(let count): "\(c.glyphs.ellipsis) \(count) more lines"
        case .askedToChange: "Asked to change, and as it was"
        case .toDo: "Still to do"
        case .toDoCount(let count): "Still to do (\(count))"
        case .changed(let count): "Changed since it was submitted (\(count))"
        case .members: "Members"
        case .unasked: "Not asked any more, and not sent"
        case .licence: "Licence"
        case .changedSince(let count):
            """
            \(c.count(count, .answer)) changed since the request was submitted. \(c.key(.takeTheirs)) brings \
            back what was submitted.
            """
        case .inOtherProgram: "in another program"
        case .atPortal: "at the portal"
        case .changedOnBothSides(let answers, let place):
            """
            \(answers) changed here and \(place). Neither is written over until you choose: \(c.key(.keepMine)) \
            keeps yours, \(c.key(.takeTheirs)) takes the other.
            """
        case .sideNow: "Now"
        case .sideHere: "Here"
        case .sideBefore: "Before"
        case .sidePortal: "Portal"
        case .sideThere: "There"
        case .unchanged: "Nothing was changed since the committee returned it."
        case .asItWas(let titles): "The committee asked for another answer to \(titles), and it is as it was."
        }
    }
}
