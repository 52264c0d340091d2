import FoundationEssentials
import PortalModel
import TerminalCanvas

// The English words of these are the model's own: JSON, the log and the documents, which speak English alone, say them
// too.

extension ApplicationState: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: word) }
}

extension ApplicationEvent: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: words) }
}

extension RequestFilter: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: label) }
}

extension RequestSort: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: label) }
}

extension SearchSort: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: label) }
}

extension FieldProblem: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: sentence) }
}

extension PortalError.Kind: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: sentence) }
}

extension PortalError: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: sentence) }
}

extension PortalService: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: words) }
}

extension LoginFailure: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: sentence) }
}

extension DatasetState.Tab: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: label) }
}

/// Why a call stands still, and for how long yet.
struct WaitWords: Wording {
    let reason: CallWait.Reason
    let seconds: Int
    /// The host of an archive; nil for the portal.
    let archive: String?
    private let words: String

    init(_ wait: CallWait, now: Date) {
        reason = wait.reason
        archive = wait.archive
        seconds = wait.secondsLeft(now: now)
        words = wait.words(now: now)
    }

    func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: words) }
}

/// What to do about a sign-in that failed.
struct LoginAdvice: Wording {
    let failure: LoginFailure

    func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: failure.advice) }
}
