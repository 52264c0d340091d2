import TerminalCanvas

/// How the portal's services are.
enum HealthWords: Equatable {
    case title(title: TerminalText)
    case asking(elapsed: String)
    case asked(age: String)
    case showsMore
    case askingShort
    case milliseconds(count: Int)
    case version(version: TerminalText)
    case leftAlone(rest: Int)
    case notAsked
    case healthy
    case unhealthy
    case unreachable
    case changes
    case live
    case connecting
    case lost(age: String, rest: String)
    case notFollowed
    case interval(elapsed: String)
}
