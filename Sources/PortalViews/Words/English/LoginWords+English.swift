import PortalModel
import TerminalCanvas

extension LoginWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Sign in"
        case .address: "Address: "
        case .pasteHere: "paste it here"
        case .signedOut: "You are signed out."
        case .nothingLost: "Everything that you did is still here, and is asked for or sent again once you are back."
        case .beginOrLater: "\(c.key(.beginSignIn)) signs in, \(c.key(.goBack, in: .login)) leaves it for later."
        case .asking: "Asking the sign-in service\(c.glyphs.ellipsis)"
        case .startsAgain(let other): "\(c.key(.beginSignIn)) starts again, \(c.key(.otherSignInWay)) \(other)."
        case .showsPortals: "\(c.keyEverywhere(.showPortals)) shows the portals, where the sign-in address stands."
        case .openAnywhere: "Open this address on any device"
        case .typeCode: "and type this code (\(c.key(.copySignInCode)) copies it):"
        case .pointCamera: "Or point a telephone's camera at the picture."
        case .confirmOnlyYours: "Confirm it only if you started this yourself."
        case .largerShowsQR: "A larger terminal shows a QR code too."
        case .openInBrowser: "Open this address in a browser (\(c.key(.copySignInAddress)) copies it):"
        case .browserEndsElsewhere:
            """
            If the browser ends at a page that does not open, copy its address and press \(c.key(.pasteAnswer)) \
            to paste it here.
            """
        case .runTunnel: "Or, before you open it, run this where the browser is:"
        case .byBrowser: "signs in by a browser instead"
        case .byCode: "signs in by a code instead"
        case .timeLeft(let minutes, let zero, let rest): "Waiting for you: \(minutes):\(zero)\(rest) left."
        }
    }
}
