/// What is told in the wizard.
public enum WizardMessage: Equatable, Sendable {
    /// The request can be submitted.
    case nothingMissing
    /// The form that is shown was kept from before: what is sent is compared with the service's first.
    case notAnswered
    /// An answer would lack its file.
    case fileOnItsWay
    /// Why nothing can be written here.
    case takenOver
    /// Why nothing can be changed now.
    case beingSent
    /// The answer to the submission was lost, and the service could not be asked yet.
    case outcomeUnknown
    /// What happens to what cannot be sent now.
    case portalAway
    /// The service has every answer.
    case nothingToSave
    /// A service that creates and submits in one call gets nothing before.
    case keptUntilSubmit
    /// Asks whether to make a new request of what lies here.
    case createAgain
    /// No conflict is left.
    case allChosen
    /// The draft is not on the disk any more.
    case goneElsewhere
    /// Nothing was typed.
    case typePath
    /// As it was typed.
    case noSuchFile(path: String)
    /// Nothing is under the cursor.
    case noFile
    /// It is on its way, or did not arrive.
    case fileNotThere
    /// Where the file lies that was fetched.
    case kept(path: String)
    /// A file of the request, and why.
    case notFetched(name: String, error: PortalError)
    /// There is no licence left to accept.
    case allAccepted
    /// It cannot be taken back: a service is told what is accepted, and not what is not any more.
    case acceptedThere
    /// There is no other to change to.
    case oneLanguage
    /// The terms are a file that is not here.
    case nothingToCopy
    /// A line of the menu of purposes.
    case purpose(PurposeChoice)
    /// What was said of the purpose: a hint is held against it, and nothing of it is sent.
    case purposeSaid
    /// Heading of an answer without a question.
    case notAsked
    /// What was taken over is taken back.
    case answerOut
    /// The same for several.
    case answersOut
    /// The clipboard held nothing that fits the table.
    case noRow
    /// Fields that were changed there and not here.
    case takenFromPortal(names: NamedFields)
    /// The lease is this program's, and its words are merged.
    case isOursAgain
    /// Looked at after a lost answer, the application stands where it did.
    case notSubmitted(state: ApplicationState)
    /// What was confirmed is not what would be sent: nothing was.
    case formChanged
    /// Looked for after a lost answer, no request was found.
    case nothingSent
    /// Why it cannot be submitted: conflicts that nobody has settled.
    case differs(count: Int)
    /// Why it cannot be submitted: fields and licences.
    case missing(count: Int)
    /// It left the states in which answers can be saved.
    case unchangeable(state: ApplicationState)
    /// Asks whether to take the draft; the error names who has it.
    case takeOver(error: PortalError?)
    /// Asks whether to submit for so many datasets. `unchanged`: what the committee asked to be changed and is as it
    /// was.
    case submit(count: Int, unchanged: [String]?)
    /// So many fields were filled in from offers.
    case offersTaken(count: Int)
    /// So many rows came into the table.
    case rowsPasted(count: Int)
    /// Changed on both sides. `inProgram`: the other side is a program on this machine.
    case conflicts(names: NamedFields, inProgram: Bool)
    /// Heading of an answer that has no place any more. `locked`: because of the request's state.
    case copyWhatYouWrote(locked: Bool)
    /// The disk refused the draft.
    case notSavedHere(error: PortalError)
    /// Another program has taken the draft; the error names it.
    case takenOverBy(error: PortalError)
    /// A file that was to be attached cannot be read on this machine.
    case notReadHere(error: PortalError)
    /// A file whose upload failed.
    case notArrived(file: String)
    /// So many answers of an earlier request are in the copy.
    case answersTaken(count: Int, number: String)
    /// Heading of what has no place in the copy.
    case notTakenOver(number: String)
    /// What has no place in the copy, a paragraph each.
    case left(answers: [LeftAnswer])
    /// What the person's editor said or did.
    case editorFailed(error: PortalError)
}

/// An answer of an earlier request that has no place in a copy of it.
public struct LeftAnswer: Equatable, Sendable {
    /// Of the question that it answered, in the person's language.
    public var title: String
    /// Why it has no place.
    public var reason: UnplacedAnswer.Reason
}
