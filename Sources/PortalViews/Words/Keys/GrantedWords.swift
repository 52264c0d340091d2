import TerminalCanvas

/// What somebody has access to.
enum GrantedWords: Equatable {
    case title
    case endingWithin(counted: TerminalText, ending: Int, days: Int)
    case nothingYet
    case howItComes
    case knownWhenSignedIn
}
