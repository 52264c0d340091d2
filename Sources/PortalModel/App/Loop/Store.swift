import FoundationEssentials

/// Holds the state and runs the loop's inner half: action → reduce → effects. Belongs to one isolation: the UI's.
public final class Store {
    /// What the next frame is drawn from. Only `send` changes it.
    public private(set) var state: AppState
    private let now: () -> Date
    /// Carries out what a reducer asked for.
    public var perform: (Effect) -> Void

    public init(state: AppState, now: @escaping () -> Date, perform: @escaping (Effect) -> Void = { _ in }) {
        self.state = state
        self.now = now
        self.perform = perform
    }

    /// Lets something happen.
    public func send(_ action: AppAction) {
        state.now = now()
        for effect in reduce(into: &state, action) { perform(effect) }
    }
}
