import TerminalCanvas

/// The personal profile.
enum PersonWords: Equatable {
    case title
    case onThisMachine
    case howUsed
}
