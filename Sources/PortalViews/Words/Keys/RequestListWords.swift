import TerminalCanvas

/// The list of requests.
enum RequestListWords: Equatable {
    case found(count: Int)
    case findExamples
    case title
    /// Behind a sentence.
    case olderBy(age: String)
    case asking(elapsed: String)
    case allStates
    case shownOf(count: Int, all: Int)
    case shownOfRequests(count: Int, all: Int)
    case state(name: TerminalText)
    case noTitleYet
    case deleting
    case emptyCopy
    case openElsewhere
    case copyOf(id: String)
    case newSince(age: String)
    case new
    case noMatch
    case noneInState(name: TerminalText)
    case nothingYet
    case howToBegin
    case showsWhomToAsk
    case draftsAreSafe(next: TerminalText)
    case signsIn
    case noSignIn
    case granted
    case moreGranted(hidden: Int)
    case showsPeriods
    case askingPortal
    case live
    case asksEvery(elapsed: String)
    case accessEndsToday
    case accessEnds(days: Int)
    case signedOut
}
