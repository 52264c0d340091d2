import TerminalCanvas

/// The first start.
enum SetupWords: Equatable {
    case about
    case whichPortal
    case demo
    case aboutDemo
    case own
    case aboutOwn
    case opening
}
