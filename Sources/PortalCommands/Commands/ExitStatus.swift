import PortalModel
import PortalViews
import TerminalCanvas

/// How a command ended, for the shell.
enum ExitStatus: Int32 {
    case done = 0, failed, usage, notFound, authentication, network, validation, nothingNew, changed, wrongChecksum
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
    /// What happened, what is safe, what to do next; nil when all was said already.
    let said: (any Wording & Sendable)?
    var status: ExitStatus
    /// What else the command was to do would meet it too.
    var endsAll = false

    init(_ words: some Wording & Sendable, _ status: ExitStatus = .failed) {
        said = words
        self.status = status
    }

    /// All was said already.
    init(told status: ExitStatus, endsAll: Bool = false) {
        said = nil
        self.status = status
        self.endsAll = endsAll
    }

    init(_ error: PortalError) {
        // What is said of a mirror or of a saved search says all.
        switch error.reason {
        case .mirror(let reason): self.init(reason, ExitStatus(error.kind))
        case .savedSearch(let reason): self.init(reason, ExitStatus(error.kind))
        case nil, .some: self.init(FailureWords.call(error), ExitStatus(error.kind))
        }
    }

    /// In the person's language. Empty when all was said already.
    package var words: String { Phrasing.person.text(self) }
}

extension CommandFailure: Wording {
    package func english(_ c: Phrasing) -> TerminalText { said.map { c($0) } ?? .empty }

    package func german(_ c: Phrasing) -> TerminalText? { said.map { c($0) } ?? .empty }
}
