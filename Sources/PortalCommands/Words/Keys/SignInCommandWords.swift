import PortalModel

/// `portal login`, `portal logout` and `portal auth`.
package enum SignInCommandWords {
    case oneWay, tokenByInput
    case tokenKept, noToken
    case signedIn(name: String?)
    case tryingOtherWay(LoginFailure)
    case openAndType(address: String, code: String)
    case orOpen(address: String)
    case onlyYours
    case openInBrowser(address: String)
    case tunnel(command: String)
    case orPaste
    case pasteRefused(LoginFailure)
    // Where nobody signs in.
    case demo, byVariable, asService, noPlace
    case badVariable
    // The end.
    case nobody, stillSignedIn, signedOut
    case awaitsAnswer, awaitsAnswerOfScreen
    // Who is signed in.
    case profile(name: String)
    case signedInByVariable
    case callsAsService(name: String)
    case noPlaceConfigured
    case isSignedIn(name: String?), isNot
    case issuer(String, client: String)
    case until(String, isRenewed: Bool)
    case kept(path: String, isSignedIn: Bool)
}
