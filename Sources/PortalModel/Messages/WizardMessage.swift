/// What is told in the wizard.
public enum WizardMessage: Equatable, Sendable {
    case nothingMissing
    case notAnswered
    case fileOnItsWay
    case takenOver
    case beingSent
    case outcomeUnknown
    case portalAway
    case nothingToSave
    case keptUntilSubmit
    case createAgain
    case allChosen
    case goneElsewhere
    case typePath
    case noSuchFile(path: String)
    case noFile
    case fileNotThere
    case kept(path: String)
    case notFetched(name: String, error: PortalError)
    case allAccepted
    case acceptedThere
    case oneLanguage
    case nothingToCopy
    case notAsked
    case answerOut
    case answersOut
    case noRow
    case takenFromPortal(names: NamedFields)
    case isOursAgain
    case notSubmitted(state: ApplicationState)
    case formChanged
    case nothingSent
    case differs(count: Int)
    case missing(count: Int)
    case unchangeable(state: ApplicationState)
    case takeOver(error: PortalError?)
    case submit(count: Int, unchanged: [String]?)
    case offersTaken(count: Int)
    case rowsPasted(count: Int)
    case conflicts(names: NamedFields, inProgram: Bool)
    case copyWhatYouWrote(locked: Bool)
    case notSavedHere(error: PortalError)
    case takenOverBy(error: PortalError)
    case notReadHere(error: PortalError)
    case notArrived(file: String)
    case answersTaken(count: Int, number: String)
    case notTakenOver(number: String)
    case editorFailed(detail: String)
}
