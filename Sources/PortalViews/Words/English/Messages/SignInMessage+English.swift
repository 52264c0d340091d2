import PortalModel
import TerminalCanvas

extension SignInMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .signedInAs(let name): "Signed in as \(name)."
        case .signedIn: "Signed in."
        case .signingOut: "Signing out\(c.glyphs.ellipsis)"
        case .signedOut: "Signed out. Drafts and basket are kept on this machine."
        case .goOnWriting:
            """
            You are signed out. Go on writing, it is kept on this machine; \(c.keyEverywhere(.signIn)) signs in.
            """
        case .nobody: "Nobody is signed in."
        case .serviceAccount(let name): "You are here as \(name): there is nothing to sign in to."
        case .noPlace:
            """
            This portal is set up without a place to sign in. \(c.key(.showPortals, in: .global)) (or \
            \(c.keyEverywhere(.showPortals))), then \(c.key(.editPortal, in: .portals)) adds the sign-in \
            address and client; whoever runs the portal knows both.
            """
        }
    }
}
