import TerminalCanvas

/// Signing in.
enum LoginWords: Equatable {
    case title
    case address
    case pasteHere
    case signedOut
    case nothingLost
    case beginOrLater
    case asking
    case startsAgain(other: TerminalText)
    case showsPortals
    case openAnywhere
    case typeCode
    case pointCamera
    case confirmOnlyYours
    case largerShowsQR
    case openInBrowser
    case browserEndsElsewhere
    case runTunnel
    case byBrowser
    case byCode
    case timeLeft(minutes: Int, zero: String, rest: Int)
}
