extension AppState {
    /// The wheel moves as the arrows do. A press means what the view has drawn there, and comes as `AppAction.clicked`.
    mutating func handle(_ event: MouseEvent) -> [Effect] {
        guard overlay == nil else { return [] }
        switch event.kind {
        case .wheelUp: return pane.wheel(.up, in: &self)
        case .wheelDown: return pane.wheel(.down, in: &self)
        case .press, .doubleClick: return []
        }
    }

    /// A click does what the keys would do there. What lies below an overlay takes no clicks, but for the panes' names.
    mutating func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind) -> [Effect] {
        if case .pane(let command) = target { return overlay == nil ? perform(command) : [] }
        return pane.clicked(target, kind, in: &self)
    }
}
