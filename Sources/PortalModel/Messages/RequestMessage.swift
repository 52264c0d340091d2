/// What is told of the requests and the access that they gave.
public enum RequestMessage: Equatable, Sendable {
    /// The service was asked for it already.
    case beingCopied
    /// An entitlement names a dataset, and no request that is known here asked for it.
    case originUnknown
    /// The list of what was granted is empty.
    case noAccess
    /// A draft is not closed but deleted.
    case notSubmittedYet
    /// There is nothing left to end.
    case closedAlready
    /// Rejected or revoked, it has ended by itself.
    case nothingToClose(state: ApplicationState)
    /// What ends then is the access, which is the committee's to end.
    case approvedStays
    /// Not among what the service lets the user do.
    case mayNotClose
    /// Nothing else can be done with it until the service has answered.
    case beingSent
    /// Only drafts and returned requests can have others.
    case datasetsFixed(state: ApplicationState)
    /// Not among what the service lets the user do.
    case mayNotChange
    /// Asks whether to close it. `kept`: no answers lie here that would be lost.
    case close(number: String, kept: Bool)
    /// A file of the request is on its way here.
    case fetching(name: String)
    /// The committee has it, or has decided.
    case notEditable(state: ApplicationState)
    /// A service that creates and submits in one call has no drafts.
    case takenWhole
    /// A member may read it.
    case mayNotEdit
    /// The program that has the draft, in words.
    case openElsewhere(holder: String)
    /// What was submitted stays.
    case notDeletable(state: ApplicationState)
    /// A member may read it.
    case mayNotDelete
    /// Nothing is under the cursor.
    case noRequest
    /// The service was asked for it already.
    case beingDeleted
    /// The service creates it, so that it has no number yet.
    case beingMade
    /// There is nothing to fetch.
    case noFile
    /// The request is not here yet.
    case notAnswered
    /// The service was asked for something else, one change at a time.
    case beingChanged
    /// The list is empty.
    case noneYet
    /// Every dataset was unticked.
    case oneDatasetAtLeast
    /// The same ones are ticked as before.
    case datasetsStay
    /// The answer was lost: the request is being looked at.
    case shownWhenAnswered
    /// What is safe after the service refused to change it.
    case nothingChanged
    /// The service has the new ones.
    case datasetsChanged(number: String)
    /// The service has ended it.
    case closed(number: String)
    /// What tells after the answer to a deletion was lost.
    case listShows
    /// What is safe after deleting failed.
    case draftIsThere
    /// What to do next after deleting failed.
    case deleteAgain
    /// Gone here and at the service.
    case draftDeleted
    /// The service has it, and the disk has not taken note.
    case submittedNotNoted
    /// What happens next when the disk could not forget a draft.
    case draftNextStart
    /// A state that is news, for the bell: nothing of a dataset, since others may read along.
    case hasChanged(number: String, state: ApplicationState)
    /// The same of several.
    case haveChanged(count: Int)
    /// The portal does not tell at once what changes: it does not take the sign-in.
    case notFollowed
    /// The mark of what is new is off one request.
    case readOne
    /// The marks are off so many.
    case readSeveral(count: Int)
    /// There was no mark to take off.
    case nothingNew
    /// Asks whether to make a draft of its datasets and answers.
    case copy(number: String)
    /// Asks whether to make a draft that follows it when its access ends.
    case renew(number: String)
    /// The same where another request was sent for the same datasets since.
    case renewAgain(number: String, other: String, state: ApplicationState)
    /// Nothing was granted that could be renewed.
    case nothingToRenew(state: ApplicationState)
    /// The service makes the copy.
    case copying
    /// What is safe after copying failed.
    case notCopied
    /// What to do next after copying failed.
    case copyAgain
    /// A copy of the same request lies here, and is opened in place of another one.
    case copyBegun
    /// The service has no `copy-as-new`: a draft is made here and filled in.
    case copiedHere
    /// Looked for after a lost answer, none was found.
    case noCopy
    /// The copy is there, with answers and without accepted licences.
    case copied(number: String)
    /// A draft of this machine has no page at the service.
    case notAtPortal
    /// A draft for the same datasets lies here, and is opened in place of another one.
    case begunBefore
    /// Another program makes such a request at the moment; it is named in words.
    case workedOnElsewhere(holder: String)
    /// A request was sent from here, and what became of it cannot be asked without signing in.
    case sentSignInFirst
    /// An empty draft at the service, most likely of a creation that was given up on, and the request that it doubles.
    case leftOver(number: String, other: String)
    /// Asks whether to delete it, wherever it lies.
    case deleteDraft(title: String)
    /// Asks whether to delete a left over draft; the request that it doubles stays.
    case deleteEmpty(number: String, other: String)
    /// The profile does not say where people read requests in REMS.
    case noREMSAddress
    /// A line of the menu of states.
    case filter(filter: RequestFilter)
    /// Beside a dataset that the request does not ask for yet.
    case inBasket
}
