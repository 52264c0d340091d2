import FoundationEssentials
import PortalModel

/// `portal request new` and `portal request submit`, and what keeps a request from being made or sent.
enum RequestMakingWords {
    case submitAndValidateOnly
    case goesOn
    case submittedBeforeAnswer
    case notSubmittable(ApplicationState)
    case notChangeable(ApplicationState)
    case noForm
    case notOpened
    // Before it is made: what is here and at the portal.
    case waitsForOther(holder: String)
    case notNoted(PortalError)
    case fateUnknown(Submission, PortalError)
    case openElsewhere(holder: String)
    case otherAnswers(id: String, ApplicationState)
    case submittedAlready(id: String, ApplicationState, offersAnother: Bool)
    // While it is worked on.
    case goneMeanwhile
    case unsubmittable(ApplicationState)
    case notTakenOnce
    case changedOnBothSides(titles: [String])
    case answerNotKept(PortalError)
    case kept(PortalError)
    case stillDraft(PortalError)
    case unknown(PortalError)
    case notThere
    case ambiguous(ids: [String])
    // What became of it.
    case notRemembered(PortalError)
    case notTold(id: String?, CommandFailure)
    case notTaken
    case before
    case nothingMissing
    /// What a dataset may be used for, held against the purpose.
    case dataUse(DataUseHint)
    case onlyHint
    case submitted, draftHere, draftThere
}
