import PortalModel
import PortalViews
import TerminalCanvas

extension SignInCommandWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .oneWay: "--device, --loopback and --token exclude each other."
        case .tokenByInput: "Give the token through standard input: --token - ; a command line can be seen by all."
        case .tokenKept: "The token is kept. Nobody can renew it: when it has ended, give another one."
        case .noToken: "Standard input holds no token, or signs that no token has. Nothing was kept or changed."
        case .signedIn(let name): "Signed in\(name.map { " as \($0)" } ?? "")."
        case .tryingOtherWay(let failure): "\(c(failure)) Trying the other way."
        case .openAndType(let address, let code): "Open \(address) on any device and type the code \(code)"
        case .orOpen(let address): "or open \(address)"
        case .onlyYours: "Only go on there if you started this yourself. Waiting; ^C stops."
        case .openInBrowser(let address): "Open this address in a browser:\n\(address)"
        case .tunnel(let command): "A browser on another machine reaches this one after: \(command)"
        case .orPaste: "Or paste the address that the browser was sent to here, and press Enter. ^C stops."
        case .pasteRefused(let failure): "\(c(failure)) \(c.advice(on: failure))"
        case .demo: "At the demo portal you are signed in already, as Ada."
        case .byVariable: "PORTAL_TOKEN signs you in: unset it to sign in otherwise, or to be signed out."
        case .asService: "This profile calls as a service, with a client secret: nobody signs in or out."
        case .noPlace:
            """
            This portal is configured without a place to sign in. Add identity: {issuer: URL, client: ID} to its profile, \
            or give --issuer and --client-id.
            """
        case .badVariable: "PORTAL_TOKEN is no token: it holds spaces or signs that no token has."
        case .nobody: "Nobody is signed in here."
        case .stillSignedIn: "You are not signed out here."
        case .signedOut: "Signed out."
        case .awaitsAnswer:
            "waiting for the sign-in service's answer, so that you stay signed in. Another Ctrl-C ends at once."
        case .awaitsAnswerOfScreen:
            "waiting for the sign-in service's answer, so that you stay signed in. Ctrl-C ends at once."
        case .profile(let name): "profile: \(name)"
        case .signedInByVariable: "signed in by PORTAL_TOKEN"
        case .callsAsService(let name): "calls for itself as the service \(name)"
        case .noPlaceConfigured: "not signed in: this portal is configured without a place to sign in"
        case .isSignedIn(let name): "signed in\(name.map { " as \($0)" } ?? ", by a token that names nobody")"
        case .isNot: "not signed in"
        case .issuer(let issuer, let client): "issuer: \(issuer) (client \(client))"
        case .until(let time, let isRenewed): "until: \(time)\(isRenewed ? ", renewed without asking" : "")"
        case .kept(let path, let isSignedIn): "\(isSignedIn ? "kept" : "would be kept") in: \(path)"
        }
    }
}
