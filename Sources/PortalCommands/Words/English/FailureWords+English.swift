import PortalModel
import PortalViews
import TerminalCanvas

extension FailureWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .call(let error): Self.sentences(of: error, c)
        // Other services answer too; which one it was that did not is not to be guessed.
        case .signIn(.failed(let error)):
            "Signing in did not work. \(c(LoginFailure.failed(error))) \(c.advice(on: .failed(error)))"
        case .signIn(let failure): "\(c(failure)) \(c.advice(on: failure))"
        case .waiting(let wait, let now): "\(wait.operation): \(c.wait(wait, now: now)). Ctrl-C stops."
        case .unknown(let words): TerminalText(sanitizing: words)
        }
    }

    private static func sentences(of error: PortalError, _ c: Phrasing) -> TerminalText {
        var sentences: [TerminalText] = []
        if error.isToldAsCall {
            sentences.append("\(error.operation.prefix(1).uppercased())\(error.operation.dropFirst()) did not work.")
            // Somebody may have typed it: it need not ever have been there.
            sentences.append(
                error.kind == .notFound && error.archive == nil ? "The portal does not have this." : c(error))
        }
        if let reason = error.reasonOfItsOwn { sentences.append(c(reason).endingSentence) }
        if !error.saysWhatToDo, let advice = advice(error) { sentences.append(advice) }
        if let requestID = error.requestID { sentences.append("Request id: \(requestID).") }
        return sentences.joined(separator: " ")
    }

    /// What to do next at a command line.
    private static func advice(_ error: PortalError) -> TerminalText? {
        switch error.kind {
        case .offline where error.archive != nil:
            "Look at the archive's address and the network, then try again."
        case .timedOut where error.archive != nil, .serverFault where error.archive != nil,
            .unreadableAnswer where error.archive != nil:
            "Try again in a while; who runs the archive can tell how it is."
        case .notKept:
            """
            Run it without --cached (or --offline) while the portal can be reached: what it answers then is kept.
            """
        case .offline: "Look at the address (portal config show) and the network, then try again."
        case .timedOut, .serverFault, .unreadableAnswer:
            "Try again in a while; portal health tells how its services are."
        case .signedOut: "Sign in with portal login, or put a token into PORTAL_TOKEN."
        case .tooManyRequests, .unavailable, .notTried: "Try again after that."
        case .forbidden, .notFound, .refused, .conflict, .invalid, .unsupported, .local, .heldElsewhere,
            .changedElsewhere, .cancelled:
            nil
        }
    }
}

extension PortalError {
    /// What is not offered is named by its reason alone, unless it is the portal that says so.
    var isToldAsCall: Bool { kind != .unsupported || reason == nil || requestID != nil }

    /// Who asks for a sign-in that is none of the portal's will ask for it in a while too.
    var saysWhatToDo: Bool {
        switch reason {
        case .answer(.signInPage), .connection(.redirectToSignIn): true
        default: false
        }
    }

    /// Nil where it says no more than the kind does.
    var reasonOfItsOwn: Reason? { reason.flatMap { $0.sentence == sentence ? nil : $0 } }
}

extension TerminalText {
    /// With a full stop, where the words of a service have none.
    var endingSentence: TerminalText { plain.last.map { ".!?…".contains($0) } == true ? self : self + "." }
}
