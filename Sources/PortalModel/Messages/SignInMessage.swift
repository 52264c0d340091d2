/// What is told of signing in and out.
public enum SignInMessage: Equatable, Sendable {
    /// The name that the provider tells.
    case signedInAs(name: String)
    /// The provider tells no name.
    case signedIn
    /// The provider is told to forget the tokens.
    case signingOut
    /// The tokens are gone here.
    case signedOut
    /// The sign-in has ended while a request is filled in.
    case goOnWriting
    /// There is nobody to sign out.
    case nobody
    /// Keys or tokens of the environment speak for somebody, by this name.
    case serviceAccount(name: String)
    /// The portal is set up without an issuer.
    case noPlace
}
