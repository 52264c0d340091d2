/// What a session has to say. The words are whoever's shows it.
enum SessionNotice: Equatable, Sendable {
    // Answers
    /// Changed at the portal and taken over here.
    case takenFromPortal([FormField])
    /// Both sides have changed the same answers, the other side being another program or the portal.
    case conflicts([FormField], AnswerConflict.Other)
    /// Answers of an earlier request have found their places; what has none is told with the reason.
    case copied(Int, from: ApplicationID, left: [UnplacedAnswer])
    /// A text came back for a field that cannot take it any more.
    case unplaced(String, isLocked: Bool)

    // The draft on this machine
    case notKept(PortalError)
    case takenOver(PortalError)
    case notTakenBack(PortalError)
    case isOursAgain

    // Sending
    /// The portal still has it in this state: it was not submitted.
    case notSubmitted(ApplicationState)
    /// The form is another one than was reviewed.
    case formHasChanged
    /// The person chose that none of the portal's requests is this one.
    case nothingWasSent

    // Files
    case notAttached(file: String, PortalError)
    case licenceKept(path: String)
    case licenceNotFetched(LicenceFile, PortalError)
}
