import PortalModel
import TerminalCanvas

/// A failure in few words, for a line beside other things.
struct ShortRefusal: Wording {
    let error: PortalError

    func english(_ c: Phrasing) -> TerminalText {
        switch error.kind {
        case .offline: "No connection."
        case .timedOut: "No answer in time."
        case .notTried(let seconds): "Failing: not asked for \(seconds) s."
        case .unsupported: "Not offered here."
        case .signedOut, .forbidden, .notFound, .refused, .conflict, .invalid, .tooManyRequests, .serverFault,
            .unavailable, .unreadableAnswer, .local, .heldElsewhere, .changedElsewhere, .cancelled, .notKept:
            c(error)
        }
    }

    func german(_ c: Phrasing) -> TerminalText? {
        switch error.kind {
        case .offline: "Keine Verbindung."
        case .timedOut: "Keine Antwort in der Zeit."
        case .notTried(let seconds): "Ausgefallen: für \(seconds) s nicht gefragt."
        case .unsupported: "Hier nicht angeboten."
        case .signedOut, .forbidden, .notFound, .refused, .conflict, .invalid, .tooManyRequests, .serverFault,
            .unavailable, .unreadableAnswer, .local, .heldElsewhere, .changedElsewhere, .cancelled, .notKept:
            c(error)
        }
    }
}

/// To stand behind a sentence: the beginning of the request id, which is enough to find the call by; empty without one.
struct RequestIDNote: Wording {
    let error: PortalError

    func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: error.idNote) }

    func german(_ c: Phrasing) -> TerminalText? { error.requestID.map { " (Anfrage-ID \($0.prefix(8)))" } ?? "" }
}

extension Phrasing {
    /// A failure in few words.
    func short(_ error: PortalError) -> TerminalText { self(ShortRefusal(error: error)) }

    func idNote(_ error: PortalError) -> TerminalText { self(RequestIDNote(error: error)) }
}
