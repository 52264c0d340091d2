extension KeyContext {
    /// One request in full.
    public static let request = KeyContext("request", "A request", moves: .record)
}

/// One request, as the portal has it.
struct RequestPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("x")], .closeRequest, in: [.request], "close",
            "Close the request: the committee goes no further with it.", importance: 4, isDestructive: true,
            also: ["withdraw", "cancel"], when: { $0.unlessChanging { $0.closing(of: $1) } },
            run: { $0.askToCloseRequest() }),
        CommandSpec(
            [.character("R")], .renewAccess, in: [.request], "renew",
            "Ask for the access again with these answers; what changes is shown.", importance: 4,
            also: ["extend", "prolong"], when: { $0.unlessChanging { $0.renewing(of: $1) } },
            run: { state in state.requests.open.map { state.renewRequest($0.id) } ?? [] }),
        CommandSpec(
            [.character("D")], .changeDatasets, in: [.request], "datasets",
            "Ask for other datasets, out of those of the request and of the basket.", importance: 3,
            when: { $0.unlessChanging { $0.changing(of: $1) } }, run: { $0.chooseDatasets() }),
        CommandSpec(
            [.character("a")], .showFiles, in: [.request], "files", "Fetch an attached file, or read it here.",
            importance: 3, also: ["download", "save", "attachments"],
            when: {
                $0.unlessChanging { state, application in
                    application.attachments.isEmpty
                        ? .unavailable(reason: .requests(.noFile)) : state.offered(.downloadAttachment)
                }
            },
            run: { $0.showFiles() }),
        CommandSpec(
            [.character("u")], .copyAddress, in: [.request], "copy address",
            "Copy the address at which the portal's REMS shows the request.", run: { $0.copyAddressOfRequest() }),
        CommandSpec(
            [.character("y")], .copyIdentifier, in: [.request], "copy id", "Copy the identifier.", importance: 3,
            run: { state in state.requests.open.map { [.host(.copy($0.id.rawValue))] } ?? [] }),
        CommandSpec(
            [.escape, .left, .character("h"), .character("q")], .goBack, in: [.request], "back", "Back to the list.",
            importance: 6, run: { $0.closeRequestPage() }),
    ]

    func context(in state: AppState) -> KeyContext { .request }
    func pageRows(in state: AppState) -> Int { state.requestsLayout.detailText.rows }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        guard let open = state.requests.open else { return [] }
        let offset = state.scrolled(open.offset, movement)
        state.requests.open?.offset = offset
        return []
    }
}

extension AppState {
    fileprivate mutating func closeRequestPage() -> [Effect] {
        requests.open = nil
        return [.cancelRead(.application)]
    }

    fileprivate mutating func askToCloseRequest() -> [Effect] {
        guard let application = requests.open?.application else { return [] }
        overlay = .confirm(confirmation(beforeClosing: application))
        return []
    }

    fileprivate mutating func chooseDatasets() -> [Effect] {
        guard let application = requests.open?.application else { return [] }
        var menu = Menu(.datasets(application.id))
        menu.ticked = Set(application.datasets.map(\.identifier))
        overlay = .menu(menu)
        return []
    }

    fileprivate mutating func showFiles() -> [Effect] {
        guard let application = requests.open?.application else { return [] }
        overlay = .menu(Menu(.files(application.id)))
        return []
    }

    fileprivate mutating func copyAddressOfRequest() -> [Effect] {
        guard let application = requests.open?.application else { return [] }
        guard let address = remsAddress(of: application.id) else {
            return show(.information, .requests(.noREMSAddress))
        }
        return [.host(.copy(address))]
    }

    /// What can be done to the request that is open, as soon as it is here and nothing is being changed.
    fileprivate func unlessChanging(_ condition: (AppState, Application) -> Availability) -> Availability {
        guard let application = requests.open?.application else {
            return .unavailable(reason: .requests(.notAnswered))
        }
        if requests.changing[application.id] != nil {
            return .unavailable(reason: .requests(.beingChanged))
        }
        return condition(self, application)
    }
}
