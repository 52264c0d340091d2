import PortalModel
import PortalViews
import TerminalCanvas

extension RequestMakingWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .submitAndValidateOnly: "--submit and --validate-only exclude each other."
        case .goesOn: "Going on with the draft that was begun before; --another makes a new one."
        case .submittedBeforeAnswer: "The request had been submitted already, before its answer was lost."
        case .notSubmittable(let state): "The portal has the request as \(state.word): it cannot be submitted again."
        case .notChangeable(let state): "The portal has the request as \(state.word): it cannot be changed any more."
        case .noForm: "The portal gave no form."
        case .notOpened: "The request could not be opened."
        case .waitsForOther(let holder):
            "Another program works on a request for these datasets (\(holder)): waiting for it."
        case .notNoted(let error):
            """
            What is asked for could not be noted on this machine, so nothing was made and nothing was sent. \
            \(c(FailureWords.call(error)))
            """
        case .fateUnknown(let submission, let error):
            """
            A request for these datasets \(submission.phase == .submitted ? "was submitted" : "was about to be submitted")\
            \(submission.application.map { " as request \($0.rawValue)" } ?? "") on \(c.day(submission.time)), and the \
            portal could not be asked what became of it. Nothing was made. \(c(FailureWords.call(error)))
            """
        case .openElsewhere(let holder):
            """
            A draft of this request is open in another program (\(holder)). Nothing was made or sent. Close it there, or \
            make a new request with --another.
            """
        case .otherAnswers(let id, let state):
            """
            A request for these datasets is at the portal already, with other answers: \(id), \(state.word). Nothing was \
            made or sent. --another makes a second one.
            """
        case .submittedAlready(let id, let state, let offersAnother):
            """
            The request was submitted already, as \(id); the portal has it as \(state.word). Nothing was sent.\
            \(offersAnother ? " --another makes a second one." : "")
            """
        case .goneMeanwhile: "The draft was sent or deleted by another portal program meanwhile. Nothing was made."
        case .unsubmittable(let state):
            """
            The portal has the request as \(state.word): it cannot be changed any more. The answers here that differ from \
            it are kept; --another makes a new request.
            """
        case .notTakenOnce: "The portal did not take the request. Nothing was sent twice; run this again."
        case .changedOnBothSides(let titles):
            """
            Changed here and at the portal too: \(titles.map { "“\($0)”" }.joined(separator: ", ")). Nothing was written \
            over. Open the draft in portal to choose between the answers, then run this again.
            """
        case .answerNotKept(let error):
            """
            \(c(FailureWords.call(error))) The last answer could not be kept on this machine; those before it are.
            """
        case .kept(let error):
            """
            \(c(FailureWords.call(error))) Nothing was submitted; the draft and its answers are kept, and the same \
            command goes on with them.
            """
        case .stillDraft(let error):
            """
            \(c(FailureWords.call(error))) The portal still has the request as a draft, and the call may yet arrive \
            there: run the same command again. It looks first, and sends the request only if it is not submitted.
            """
        case .unknown(let error):
            """
            An answer of the portal was lost, and it could not be asked what it has. Nothing is sent again before that \
            is known: run the same command again. \(c(FailureWords.call(error)))
            """
        case .notThere:
            """
            An answer of the portal was lost, and it does not have the request. It may still arrive there: run the same \
            command again in a while. It looks once more, and sends it again only if it is not there.
            """
        case .ambiguous(let ids):
            """
            An answer of the portal was lost, and several requests could be the one that was made: \
            \(ids.joined(separator: ", ")). Look at them with portal request show, and go on with portal request submit \
            ID; --another makes a new one.
            """
        case .notRemembered(let error):
            """
            That the request is submitted could not be noted on this machine: \(c(error.why)) The same command asks the \
            portal.
            """
        case .notTold(let id, let failure):
            """
            The request is submitted\(id.map { " as \($0)" } ?? ""). It is not to be submitted again: only that could \
            not be told. \(c(failure))
            """
        case .notTaken: "The portal did not take the request."
        case .before: "Before the request can be submitted:"
        case .dataUse(let hint):
            """
            \(TerminalText(singleLine: hint.title)): \(c(DataUseWords.hint(hint.answer))). \
            \(c(DataUseWords.allowed(hint.uses)))\(Self.purpose(of: hint, c))
            """
        case .onlyHint: c(DataUseWords.onlyHint)
        case .nothingMissing: "Nothing is missing. Nothing was submitted."
        case .submitted: "The request is submitted."
        case .draftHere: "The request is a draft on this machine, where the same command with --submit goes on."
        case .draftThere: "The request is a draft at the portal; nothing was submitted."
        }
    }

    /// Behind what a dataset may be used for; nothing where that is not said.
    static func purpose(of hint: DataUseHint, _ c: Phrasing) -> TerminalText {
        hint.uses.isEmpty ? .empty : " \(c(DataUseWords.purposeSays(hint.purpose?.written)))"
    }
}
