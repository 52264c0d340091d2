import TerminalCanvas

/// What is said at several places.
enum CommonWords: Equatable {
    case triesAgain
    case requestID(id: String)
    case loading
    case askingPortal
    case asOf(age: String)
    case waiting(seconds: Int)
    case stops(key: TerminalText)
    case inBasket
    case stopsWaiting(key: TerminalText)
    case committeeWrote(words: TerminalText)
    case noAnswer
    case noTitle
    case invited
    case member
    case accepted
    case notAccepted
    case licences
    case datasets
    case answers
    case email
    case name
    case nothingHasThisName
    case moreLines(count: Int)
    case andMore(titles: TerminalText, count: Int)
    case quoted(title: TerminalText)
    case example(words: TerminalText)
}
