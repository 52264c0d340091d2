import FoundationEssentials
import PortalModel
import TerminalCanvas

/// What commands say of calls besides, in the words of the screen.
extension Phrasing {
    /// Which call it was, such as "saving the draft".
    package func operation(_ name: String) -> TerminalText { self(OperationWords(operation: name)) }

    /// Why a call stands still, and for how long yet.
    package func wait(_ wait: CallWait, now: Date) -> TerminalText { self(WaitWords(wait, now: now)) }

    /// What to do about a sign-in that failed.
    package func advice(on failure: LoginFailure) -> TerminalText { self(LoginAdvice(failure: failure)) }

    /// What an empty entry of the profile shows.
    package func example(of entry: PersonalProfile.Entry) -> TerminalText { self(EntryExample(entry: entry)) }

    /// What a section of a dataset's details is called, or an entry of it.
    package func detail(_ label: String) -> TerminalText { self(DetailLabel(label: label)) }

    /// What a field takes, to stand in a list or in brackets.
    package func phrase(of guidance: FieldGuidance) -> TerminalText {
        let german = language == .german ? FieldGuidance.german[guidance] : nil
        return german ?? TerminalText(singleLine: guidance.phrase)
    }

    /// How a service is.
    package func state(_ state: ServiceFinding.State) -> TerminalText { self(state.words) }

    /// What of the person's stays on this machine when a portal is removed; nil when nothing does.
    package func leftBehind(by portal: KnownPortal) -> String? {
        language == .german ? portal.germanLeftBehind(self)?.words : portal.leftBehind
    }

    /// How open a dataset is.
    package func access(_ level: AccessLevel) -> TerminalText { level.mark(self).word }
}
