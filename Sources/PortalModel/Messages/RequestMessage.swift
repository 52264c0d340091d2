/// What is told of the requests and the access that they gave.
public enum RequestMessage: Equatable, Sendable {
    case beingCopied
    case originUnknown
    case noAccess
    case notSubmittedYet
    case closedAlready
    case nothingToClose(state: ApplicationState)
    case approvedStays
    case mayNotClose
    case beingSent
    case datasetsFixed(state: ApplicationState)
    case mayNotChange
    case close(number: String, kept: Bool)
    case fetching(name: String)
    case notEditable(state: ApplicationState)
    case takenWhole
    case mayNotEdit
    case openElsewhere(holder: String)
    case notDeletable(state: ApplicationState)
    case mayNotDelete
    case noRequest
    case beingDeleted
    case beingMade
    case noFile
    case notAnswered
    case beingChanged
    case noneYet
    case oneDatasetAtLeast
    case datasetsStay
    case shownWhenAnswered
    case nothingChanged
    case datasetsChanged(number: String)
    case closed(number: String)
    case listShows
    case draftIsThere
    case deleteAgain
    case draftDeleted
    case submittedNotNoted
    case draftNextStart
    case readOne
    case readSeveral(count: Int)
    case nothingNew
    case copy(number: String)
    case copying
    case notCopied
    case copyAgain
    case copyBegun
    case copiedHere
    case noCopy
    case copied(number: String)
    case notAtPortal
    case begunBefore
    case workedOnElsewhere(holder: String)
    case sentSignInFirst
    case leftOver(number: String, other: String)
    case deleteDraft(title: String)
    case deleteEmpty(number: String, other: String)
    case noREMSAddress
    case filter(filter: RequestFilter)
    case inBasket
}
