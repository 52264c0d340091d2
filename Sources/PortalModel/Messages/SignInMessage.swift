/// What is told of signing in and out.
public enum SignInMessage: Equatable, Sendable {
    case signedInAs(name: String)
    case signedIn
    case signingOut
    case signedOut
    case goOnWriting
    case nobody
    case serviceAccount(name: String)
    case noPlace
}
