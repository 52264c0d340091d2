import FoundationEssentials

/// A message belongs to the place where it was shown, and goes with the next key or when the place is left.
struct MessageState: Equatable, Sendable {
    /// How many were shown so far, so that one can be told from the next.
    var number = 0
    var at = Date.distantPast
    /// A key has brought it: the person was looking.
    var answersKey = false
}

/// Where somebody is, as far as messages are concerned.
struct Place: Equatable {
    private let screen: Screen
    private let focus: BrowserState.Focus
    private let request: ApplicationID?
    private let isGranted: Bool
    private let overlay: KeyContext?
    private let step: WizardStep?
    private let dataset: DatasetID?

    init(_ state: borrowing AppState) {
        screen = state.screen
        focus = state.browser.focus
        request = state.requests.open?.id
        isGranted = state.requests.granted != nil
        overlay = state.overlay?.pane.context(in: state)
        step = state.wizard?.step
        dataset = state.browser.focus == .detail ? state.browser.detail?.id : nil
    }
}

extension AppState {
    /// A key was pressed. What came by itself while somebody types stays long enough to be seen.
    mutating func letMessageGo() {
        guard let toast else { return }
        let least = message.answersKey ? 0 : toast.kind == .failure ? 4 : 1.5
        if now.timeIntervalSince(message.at) >= least { self.toast = nil }
    }

    /// After an action: what was said elsewhere is not said here, but for what the way there has to say.
    mutating func settleMessage(from place: Place, number: Int, isKey: Bool) {
        if message.number != number {
            message.at = now
            message.answersKey = isKey
        } else if toast != nil, Place(self) != place {
            toast = nil
        }
    }
}
