import PortalModel
import PortalViews
import TerminalCanvas

extension FailureWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .call(let error): Self.germanSentences(of: error, c)
        case .signIn(.failed(let error)):
            "Die Anmeldung ist nicht gelungen. \(c(LoginFailure.failed(error))) \(c.advice(on: .failed(error)))"
        case .signIn(let failure): "\(c(failure)) \(c.advice(on: failure))"
        case .waiting(let wait, let now):
            "\(c.operation(wait.operation)): \(c.wait(wait, now: now)). Strg-C bricht ab."
        case .unknown(let words): TerminalText(sanitizing: words)
        }
    }

    private static func germanSentences(of error: PortalError, _ c: Phrasing) -> TerminalText {
        var sentences: [TerminalText] = []
        if error.isToldAsCall {
            sentences.append("Nicht gelungen: \(c.operation(error.operation)).")
            sentences.append(error.kind == .notFound && error.archive == nil ? "Das hat das Portal nicht." : c(error))
        }
        if let reason = error.reasonOfItsOwn { sentences.append(c(reason).endingSentence) }
        if !error.saysWhatToDo, let advice = germanAdvice(error) { sentences.append(advice) }
        if let requestID = error.requestID { sentences.append("Anfrage-ID: \(requestID).") }
        return sentences.joined(separator: " ")
    }

    private static func germanAdvice(_ error: PortalError) -> TerminalText? {
        switch error.kind {
        case .offline where error.archive != nil:
            "Die Adresse des Archivs und das Netz prüfen, dann noch einmal versuchen."
        case .timedOut where error.archive != nil, .serverFault where error.archive != nil,
            .unreadableAnswer where error.archive != nil:
            "Später noch einmal versuchen; wie es dem Archiv geht, weiß, wer es betreibt."
        case .notKept:
            """
            Ohne --cached (oder --offline) aufrufen, wenn das Portal zu erreichen ist: was es dann antwortet, wird \
            aufgehoben.
            """
        case .offline: "Die Adresse (portal config show) und das Netz prüfen, dann noch einmal versuchen."
        case .timedOut, .serverFault, .unreadableAnswer:
            "Später noch einmal versuchen; portal health sagt, wie es den Diensten geht."
        case .signedOut: "Mit portal login anmelden, oder ein Token in PORTAL_TOKEN legen."
        case .tooManyRequests, .unavailable, .notTried: "Danach noch einmal versuchen."
        case .forbidden, .notFound, .refused, .conflict, .invalid, .unsupported, .local, .heldElsewhere,
            .changedElsewhere, .cancelled:
            nil
        }
    }
}
