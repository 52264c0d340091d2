import PortalModel

/// Commands that change a request which the portal has: closing it, its datasets, people and files; and comparing it with
/// what was submitted.
enum RequestChangeWords {
    // Closing.
    case closed(id: String)
    case closedAlready(id: String)
    case draftIsDeleted(id: String)
    case nothingToClose(ApplicationState)
    case approvedStays, mayNotClose
    case addYesToClose
    case typeClose(id: String)
    case notClosed
    /// It is closed; why its draft stays on this machine.
    case notForgotten(id: String, PortalError)
    // Datasets.
    case noDatasets
    case datasetsChanged(count: Int)
    case datasetsStay
    case datasetsFixed(ApplicationState)
    case mayNotChangeDatasets
    /// - known: what the request asks for.
    case notAskedFor(String, known: [String])
    case takenOutAlready(String)
    case oneDatasetAtLeast
    // People.
    case uninvited(name: String)
    case removed(name: String)
    case takesPart(name: String)
    case onlyInvited(name: String)
    case severalMeant(String)
    /// - known: whom the request has.
    case notInvited(String, known: [String])
    case noMember(String, known: [String])
    // Files.
    case detached(name: String, fields: Int)
    case inNoField(name: String)
    case inOtherFields(String, places: [String])
    case filesFixed(ApplicationState)
    case severalFiles(String, ids: [Int64])
    case noFile(String, known: [String])
    // What the data are wanted for.
    /// A word of a purpose that stands for no code.
    case noCode(String)
    case severalAims(String, String)
    case purposeFixed(ApplicationState)
    // What was submitted.
    case onlyReturned(ApplicationState)
    // What follows a request.
    case nothingToRenew(ApplicationState)
    /// - flags: that name the portal, for what is typed next.
    case renewed(id: String?, of: String, flags: [String])
    case renewalIsThere(id: String)
    /// A request for the same datasets was sent since.
    case renewalWasSent(id: String, ApplicationState)
    case toLookThrough(number: String, same: Int)
    case passedDay(title: String, day: String)
    case submittedUnknown(id: String)
    case answersSame
    case asSubmitted, asNow, noAnswer
    // What was looked at.
    case seen(count: Int)
    case seenOfAnswer
    case exitCodeOfAnswer
}
