extension KeyContext {
    /// The list of what access was granted.
    public static let granted = KeyContext("granted", "Granted access", moves: .list)
}

/// What access was granted, and until when.
struct GrantedPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.enter, .right, .character("l")], .open, in: [.granted], "open", "Open the request that it came from.",
            importance: 8, when: { $0.cameFromRequest },
            run: { state in state.selectedGrant?.application.map { state.openRequest($0) } ?? [] }),
        CommandSpec(
            [.character("c"), .character("R")], .renewAccess, in: [.granted], "renew",
            "Ask for it again with the answers of its request; what changes is shown.",
            importance: 7, also: ["extend", "prolong"],
            when: {
                guard $0.selectedGrant == nil || $0.requests.copying == nil else {
                    return .unavailable(reason: .requests(.beingCopied))
                }
                return $0.cameFromRequest
            },
            run: { state in state.selectedGrant.map { state.renewAccess($0) } ?? [] }),
        CommandSpec(
            [.character("C")], .copyTable, in: [.granted], "copy as CSV",
            "Copy the whole list as comma-separated values.", importance: 5,
            when: { $0.selectedGrant == nil ? .noAccess : .available },
            run: { [.host(.copy(AppState.csv(of: $0.grantedAccess, at: $0.now)))] }),
        CommandSpec(
            [.character("y")], .copyIdentifier, in: [.granted], "copy id", "Copy the dataset's identifier.",
            importance: 3,
            run: { state in state.selectedGrant.map { [.host(.copy($0.entitlement.datasetIdentifier))] } ?? [] }),
        CommandSpec(
            [.escape, .left, .character("h"), .character("q")], .goBack, in: [.granted], "back",
            "Back to the requests.", importance: 6,
            run: {
                $0.requests.granted = nil
                return []
            }),
    ]

    func context(in state: AppState) -> KeyContext { .granted }
    func pageRows(in state: AppState) -> Int { GrantedLayout(state.layout).visibleRows }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.moveGranted(movement)
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .row(let index) = target, index < state.requests.entitlements.count else { return [] }
        let again = index == state.requests.granted?.selection
        state.requests.granted?.selection = index
        return again || kind == .doubleClick ? state.perform(.open) : []
    }
}

extension AppState {
    fileprivate var cameFromRequest: Availability {
        guard let access = selectedGrant else { return .noAccess }
        return access.application == nil
            ? .unavailable(reason: .requests(.originUnknown)) : .available
    }
}

extension Availability {
    fileprivate static let noAccess = Availability.unavailable(reason: .requests(.noAccess))
}
