import PortalModel
import TerminalCanvas

extension WizardMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .nothingMissing: "Nothing is missing."
        case .notAnswered: "The portal has not answered yet; the request can be sent then."
        case .fileOnItsWay: "A file is still on its way."
        case .takenOver: "Another program has this draft: \(c.key(.takeOver, in: .wizardText)) takes it over."
        case .beingSent: "The request is being sent."
        case .outcomeUnknown: "It is not known yet whether the portal has the request."
        case .portalAway: "The portal is not there. It is kept here, and sent when it is back."
        case .nothingToSave: "Nothing new to save at the portal."
        case .keptUntilSubmit: "It is kept here; the portal gets it when you submit."
        case .createAgain:
            "The portal does not have this request any more. Make a new one with the answers kept here?"
        case .allChosen: "Everything is chosen."
        case .goneElsewhere: "This draft was sent or deleted in another portal program."
        case .typePath: "Type a file's path, or choose one below it."
        case .noSuchFile(let path): "There is no file \(path). Nothing was attached; type on."
        case .noFile: "No file is attached here."
        case .fileNotThere: "The portal does not have this file."
        case .kept(let path): "Kept as \(path)."
        case .notFetched(let name, let error): "“\(name)” could not be fetched. \(c.reason(error))"
        case .allAccepted: "All licences are accepted."
        case .acceptedThere: "The portal has it as accepted already."
        case .oneLanguage: "The portal has these terms in one language only."
        case .nothingToCopy:
            """
            There is nothing to copy before the file is fetched: \(c.key(.open, in: .wizardLicences)) fetches \
            it.
            """
        case .purpose(let choice): c(DataUseWords.choice(choice))
        case .purposeSaid: "Taken for the hints alone: the committee reads your answers, and gets nothing of it."
        case .notAsked: "The portal does not ask for this any more"
        case .answerOut: "The answer is out again."
        case .answersOut: "The answers are out again."
        case .noRow: "There was no row to paste."
        case .takenFromPortal(let names): "Changed at the portal and taken over here: \(c.names(names))."
        case .isOursAgain: "The draft is this program's again."
        case .notSubmitted(let state):
            "The portal still has it as \(c(state)): it was not submitted. It is safe here."
        case .formChanged: "The form has changed at the portal since you reviewed it. Read it once more."
        case .nothingSent: "Nothing was sent. The request is here; submitting it makes a new one."
        case .differs(let count):
            """
            \(count == 1 ? "One answer differs" : "\(count) answers differ") at the portal: \
            \(c.key(.compareAnswers)) shows both and lets you choose.
            """
        case .missing(let count):
            """
            \(count == 1 ? "One thing is" : "\(count) things are") missing: \(c.key(.nextMissing)) goes there.
            """
        case .unchangeable(let state): "The portal has it as \(c(state)): it cannot be changed any more."
        case .takeOver(let error):
            """
            \(error.map { c.reason($0) } ?? "") Take it over? The other program stops writing; what it has \
            saved is here, and what it has not stays on its screen.
            """
        case .submit(let count, let unchanged):
            """
            Submit the request for \(count == 1 ? "one dataset" : "\(count) datasets")? The committee gets your \
            answers as they are now.\(c.warning(unchanged))
            """
        case .offersTaken(let count):
            """
            \(count == 1 ? "One answer is" : "\(count) answers are") taken over. Read \
            \(count == 1 ? "it" : "them") through; \(c.key(.undoOffers)) takes \(count == 1 ? "it" : "them") \
            back.
            """
        case .rowsPasted(let count):
            "\(count == 1 ? "One row" : "\(count) rows") pasted. \(c.undoKey) takes them back."
        case .conflicts(let names, let inProgram):
            """
            Changed here and \(inProgram ? "in the other program" : "at the portal"): \(c.names(names)). \
            Nothing was written over; \(c.key(.compareAnswers)) shows both and lets you choose.
            """
        case .copyWhatYouWrote(let locked):
            """
            \(locked ? "The request cannot be changed any more" : "The portal does not ask for this any more"). \
            Copy what you wrote:
            """
        case .notSavedHere(let error):
            """
            This draft could not be saved on this machine; it is kept in memory and tried again. \
            \(c.reason(error))
            """
        case .takenOverBy(let error):
            """
            \(c.reason(error)) Nothing is written here until then; your words stay on this screen. \
            \(c.key(.takeOver, in: .wizardText)) takes the draft over.
            """
        case .notReadHere(let error):
            """
            \(c.reason(error)) Nothing was attached; \(c.key(.removeFile, in: .wizardFiles)) in its field takes \
            it off the list.
            """
        case .notArrived(let file):
            """
            “\(file)” did not arrive at the portal. \(c.key(.retryUpload, in: .wizardFiles)) in its field sends \
            it again.
            """
        case .answersTaken(let count, let number):
            "\(count == 1 ? "One answer is" : "\(count) answers are") taken over from request \(number)."
        case .notTakenOver(let number): "Not taken over from request \(number)"
        case .left(let answers): c.paragraphs(answers.map { "\($0.title): \($0.reason.english)." })
        case .editorFailed(let error):
            "The editor did not give the text back. \(c(error.reason)) It is as it was before."
        }
    }
}

extension UnplacedAnswer.Reason {
    fileprivate var english: TerminalText {
        switch self {
        case .notAsked: "this form does not ask for it"
        case .isFile: "a file belongs to its request, and is to be attached again"
        case .choiceNotOffered: "this choice is not offered here"
        case .choicesNotOffered: "not all of its choices are offered here"
        case .columnsNotAsked: "not all of its columns are asked for here"
        }
    }
}
