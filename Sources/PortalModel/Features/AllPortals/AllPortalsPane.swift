extension KeyContext {
    /// What several portals found.
    public static let allPortals = KeyContext("allPortals", "All portals", moves: .list)
    /// The line that they are asked.
    public static let allPortalsLine = KeyContext("allPortalsLine", "All portals: the search", takesText: true)
    /// A dataset of one of them.
    public static let allPortalsDataset = KeyContext("allPortalsDataset", "All portals: a dataset", moves: .text)
}

/// One search of all portals that are set up: a line, a list, and the page of a dataset to be read.
struct AllPortalsPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("A")], .showAllPortals, in: [.browserList], "all portals",
            "Search all portals that are set up at once.",
            also: ["several portals", "federated", "everywhere"], when: { $0.isOpen },
            run: { $0.showAllPortals() }),
        CommandSpec(
            [.enter], .choose, in: [.allPortalsLine], "search", "Search all portals.", importance: 9,
            run: { $0.searchAllPortals() }),
        CommandSpec(
            [.tab], .completeLine, in: [.allPortalsLine], "complete",
            "Complete the word at the cursor: a filter's name, or its value.", importance: 7,
            run: { $0.completeAllPortals(by: 1) }),
        CommandSpec(
            [.backTab, .up], .completeLineBefore, in: [.allPortalsLine], "one before",
            "What the word may become before that.",
            when: { $0.allPortals.completion == nil ? .hidden : .available },
            run: { $0.completeAllPortals(by: -1) }),
        CommandSpec(
            [.down], .next, in: [.allPortalsLine], "to the list", "To what was found, or down in what is offered.",
            importance: 6,
            when: { $0.allPortals.query == nil && $0.allPortals.completion == nil ? .hidden : .available },
            run: { $0.allPortals.completion == nil ? $0.leaveAllPortals() : $0.completeAllPortals(by: 1) }),
        CommandSpec(
            [.escape], .goBack, in: [.allPortalsLine], "back", "One level up.", importance: 8,
            run: { $0.leaveAllPortals() }),
        CommandSpec(
            [.enter, .right, .character("l")], .choose, in: [.allPortals], "open", "Read the dataset's page.",
            importance: 9, when: { $0.onRowOfAll }, run: { $0.openOfAll() }),
        CommandSpec(
            [.character("/")], .search, in: [.allPortals], "search", "Change the search.", importance: 8,
            when: { $0.overlay == .allPortals ? .available : .hidden },
            run: {
                $0.allPortals.isTyping = true
                return []
            }),
        CommandSpec(
            [.character("b"), .character("n")], "goToItsPortal", in: [.allPortals, .allPortalsDataset], "go there",
            "Go on with the dataset at its portal, where access is asked for.", importance: 7,
            also: ["request", "access", "basket"], when: { $0.onRowOfAll }, run: { $0.goToItsPortal() }),
        CommandSpec(
            [.character("m")], "moreOfAll", in: [.allPortals], "more", "Ask each portal for more datasets.",
            importance: 5,
            when: { $0.allPortals.hasMore ? .available : .unavailable(reason: .portals(.noMore)) },
            run: { $0.askAllForMore() }),
        CommandSpec(
            [.character("p"), .function(4)], .chooseGroup, in: [.allPortals], "group",
            "Ask the portals of a group alone, or all of them again.", importance: 6,
            also: ["which portals", "profiles", "groups"], when: { $0.choosesGroup }, run: { $0.chooseGroup() }),
        CommandSpec(
            [.function(4)], .chooseGroup, in: [.allPortalsLine], "group",
            "Ask the portals of a group alone, or all of them again.", importance: 6, when: { $0.choosesGroup },
            run: { $0.chooseGroup() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.allPortals], "ask again", "Ask all portals again.", importance: 4,
            when: { $0.overlay == .allPortals ? .available : .hidden }, run: { $0.askAllPortals() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.allPortalsDataset], "ask again", "Ask the dataset's portal again.",
            run: { $0.describeAgain() }),
        CommandSpec(
            [.tab], "nextPart", in: [.allPortalsDataset], "next part", "Show the next part of the page.",
            importance: 8, run: { $0.showNextPart() }),
        CommandSpec(
            [.character("p")], "nextPlace", in: [.allPortalsDataset], "next portal",
            "Show the dataset as the next portal has it.", importance: 6,
            when: {
                $0.allPortals.opened?.dataset.places.count ?? 0 > 1
                    ? .available : .unavailable(reason: .portals(.oneOnly))
            }, run: { $0.showNextPlace() }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.allPortals, .allPortalsDataset], "back", "One level up.",
            importance: 6, run: { $0.leaveAllPortals() }),
    ]

    func context(in state: AppState) -> KeyContext {
        state.allPortals.opened != nil
            ? .allPortalsDataset : state.allPortals.isTyping ? .allPortalsLine : .allPortals
    }

    func pageRows(in state: AppState) -> Int { max(state.layout.body.rows - 6, 1) }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        if let opened = state.allPortals.opened {
            let offset = state.scrolled(opened.offset, movement)
            state.allPortals.opened?.offset = offset
        } else {
            state.allPortals.selection = ListPosition.moved(
                state.allPortals.selection, movement, count: state.allPortals.rows.count,
                visible: pageRows(in: state))
        }
        return []
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard state.allPortals.isTyping else { return [] }
        change(&state.allPortals.line)
        state.allPortalsLineChanged()
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        if case .candidate(let index) = target { return state.clickAllPortalsCompletion(index) }
        guard case .overlayItem(let index) = target, state.allPortals.rows.indices.contains(index) else { return [] }
        let again = index == state.allPortals.selection && !state.allPortals.isTyping
        state.allPortals.isTyping = false
        state.allPortals.selection = index
        return again || kind == .doubleClick ? state.openOfAll() : []
    }
}

extension AppState {
    fileprivate var onRowOfAll: Availability {
        guard overlay == .allPortals else { return .hidden }
        return allPortals.selected == nil ? .unavailable(reason: .search(.noDataset)) : .available
    }
}
