import TerminalCanvas

/// The portals that are set up.
enum PortalWords: Equatable {
    case portal(name: TerminalText)
    case own
    case keeping
    case asking
    case triedFirst
    case tried
    case askingServices
    case choose
    case howTried
    case keeps
    case keepsAllTheSame
    case title
    case changingOver
    case reading
    case one
    case several(count: Int)
    case open
    case opensAtStart
    case demo
    case noSignIn
    case signInKept
    case withSignIn
    case browsingOnly
    case oneDraft
    case drafts(count: Int)
    case inConfiguration
}
