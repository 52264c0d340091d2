extension KeyContext {
    /// The list of requests.
    public static let requests = KeyContext("requests", "Requests", moves: .list)
    /// The line in which the list is narrowed.
    public static let requestsFind = KeyContext("requestsFind", "Finding a request", takesText: true)
}

/// The list of requests. A request that is open, and the list of what was granted, are panes of their own.
struct RequestsPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.enter, .right, .character("l")], .open, in: [.requests], "open",
            "Open the request; go on with it when it is a draft.", importance: 9,
            when: {
                $0.selectedRequest == nil ? .unavailable(reason: .requests(.noneYet)) : .available
            },
            run: { $0.openSelectedRequest() }),
        CommandSpec(
            [.character("e")], .editRequest, in: [.requests, .request], "edit",
            "Go on with the draft, or with the returned request.", importance: 7,
            also: ["continue", "change", "fill in"], when: { $0.editAvailability }, run: { $0.editRequest() }),
        CommandSpec(
            [.character("n")], .newRequest, in: [.requests], "new request",
            "Ask for access to what is in the basket.", importance: 5, when: { $0.newRequestAvailability },
            run: { $0.beginRequest() }),
        CommandSpec(
            [.character("c")], .copyRequest, in: [.requests, .request], "copy as new",
            "Make a new request for the same datasets, with these answers.", importance: 3,
            also: ["duplicate", "clone"], when: { $0.copyAvailability }, run: { $0.copyRequest() }),
        CommandSpec(
            [.character("d"), .delete], .deleteRequest, in: [.requests, .request], "delete", "Delete the draft.",
            importance: 4, isDestructive: true, also: ["discard", "remove"], when: { $0.deleteAvailability },
            run: { $0.askToDeleteRequest() }),
        CommandSpec(
            [.character("/")], .findRequest, in: [.requests], "find", "Find among the requests.", importance: 4,
            also: ["find", "query", "look for"], run: { $0.findRequest() }),
        CommandSpec(
            [.character("s")], .sortRequests, in: [.requests], "sort", "Next order.", importance: 3,
            also: ["order"], run: { $0.sortRequests() }),
        CommandSpec(
            [.character("f")], .filterRequests, in: [.requests], "state", "Show the requests of one state only.",
            importance: 4, run: { $0.chooseFilter() }),
        CommandSpec(
            [.character("a")], .showGranted, in: [.requests], "access", "Show what you have access to, and until when.",
            importance: 3, also: ["entitlements", "permissions", "granted"], when: { $0.offered(.entitlements) },
            run: { $0.showGranted() }),
        CommandSpec(
            [.character("m")], .markAllRead, in: [.requests], "read", "Mark all that is new as read.", importance: 1,
            when: { $0.readingAvailability }, run: { $0.markAllRequestsRead() }),
        CommandSpec(
            [.enter, .down], .choose, in: [.requestsFind], "to the list", "Go to the list.", importance: 9,
            run: { $0.goToFoundRequests() }),
        CommandSpec(
            [.escape], .goBack, in: [.requestsFind], "clear", "Show all again.", importance: 8,
            run: { $0.leaveFind() }),
    ]

    private func inner(of state: AppState) -> (any Pane)? {
        state.requests.open != nil ? RequestPane() : state.requests.granted != nil ? GrantedPane() : nil
    }

    func context(in state: AppState) -> KeyContext {
        inner(of: state)?.context(in: state) ?? (state.requests.isFinding ? .requestsFind : .requests)
    }

    func pageRows(in state: AppState) -> Int {
        inner(of: state)?.pageRows(in: state) ?? state.requestsLayout.visibleRequests
    }

    func application(in state: AppState) -> Application? { state.requests.open?.application }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        if let inner = inner(of: state) { return inner.move(movement, in: &state) }
        state.moveRequests(movement)
        return []
    }

    func goBack(in state: inout AppState) -> [Effect] { state.leaveFind() }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard state.requests.isFinding else { return [] }
        change(&state.requests.find)
        state.requests.selection = 0
        state.requests.top = 0
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        if let inner = inner(of: state) { return inner.clicked(target, kind, in: &state) }
        guard case .row(let index) = target, index < state.requests.rows.count else { return [] }
        let again = index == state.requests.selection
        state.requests.selection = index
        return again || kind == .doubleClick ? state.perform(.open) : []
    }
}

extension AppState {
    fileprivate mutating func openSelectedRequest() -> [Effect] {
        guard let row = selectedRequest else { return [] }
        guard let application = row.application, application.state != .draft || isTakenWhole(row) else {
            return perform(.editRequest)
        }
        return openRequest(application.id)
    }

    fileprivate mutating func findRequest() -> [Effect] {
        requests.isFinding = true
        requests.find.selectAll()
        return []
    }

    fileprivate mutating func goToFoundRequests() -> [Effect] {
        requests.isFinding = false
        return []
    }

    fileprivate mutating func sortRequests() -> [Effect] {
        let orders = RequestSort.allCases
        let index = orders.firstIndex(of: requests.sort) ?? 0
        let chosen = selectedRequest
        requests.sort = orders[(index + 1) % orders.count]
        keepChosen(chosen)
        return []
    }

    fileprivate mutating func askToDeleteRequest() -> [Effect] { askToDelete(requestInHand) }
    fileprivate mutating func editRequest() -> [Effect] { requestInHand.map { editRequest($0) } ?? [] }

    /// The request that is open, or the one under the cursor.
    var requestInHand: RequestRow? {
        guard let open = requests.open else { return selectedRequest }
        return requests.everyRow.first { $0.application?.id == open.id }
    }
}
