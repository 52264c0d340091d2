import PortalModel

/// How a command ended, for the shell.
enum ExitStatus: Int32 {
    case done = 0, failed, usage, notFound, authentication, network, validation
    case interrupted = 130

    init(_ kind: PortalError.Kind) {
        self =
            switch kind {
            case .notFound, .notKept: .notFound
            case .signedOut, .forbidden: .authentication
            case .offline, .timedOut, .tooManyRequests, .serverFault, .unavailable, .notTried, .unreadableAnswer,
                .refused:
                .network
            case .invalid: .validation
            case .cancelled: .interrupted
            case .conflict, .unsupported, .local, .heldElsewhere, .changedElsewhere: .failed
            }
    }
}

/// Why a command did not do what it was asked for.
package struct CommandFailure: Error {
    /// What happened, what is safe, what to do next. Empty when all was said already.
    package var words: String
    var status: ExitStatus

    init(_ words: String, _ status: ExitStatus = .failed) {
        self.words = words
        self.status = status
    }

    init(_ error: PortalError) {
        status = ExitStatus(error.kind)
        var sentences: [String] = []
        // What is not offered is named by its detail alone, unless it is the portal that says so.
        if error.kind != .unsupported || error.detail == nil || error.requestID != nil {
            sentences.append("\(error.operation.prefix(1).uppercased())\(error.operation.dropFirst()) did not work.")
            // Somebody may have typed it: it need not ever have been there.
            sentences.append(error.kind == .notFound ? "The portal does not have this." : error.sentence)
        }
        if let detail = error.detail, detail != error.sentence {
            sentences.append(detail.last.map { ".!?…".contains($0) } == true ? detail : detail + ".")
        }
        if let advice = error.advice { sentences.append(advice) }
        if let requestID = error.requestID { sentences.append("Request id: \(requestID).") }
        words = sentences.joined(separator: " ")
    }
}

extension PortalError {
    /// What to do next at a command line.
    fileprivate var advice: String? {
        switch kind {
        case .notKept: "Run it without --cached while the portal can be reached: what it answers then is kept."
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
