extension KeyContext {
    /// The description of a dataset, beside the list or in its place.
    public static let dataset = KeyContext("dataset", "A dataset", moves: .record)
}

/// A dataset's description, part by part; of a series, the datasets in it.
struct DatasetPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.enter], .open, in: [.dataset], "open",
            "Open the dataset of the series under the cursor, or what this dataset is part of.", importance: 5,
            when: { state in
                let leads =
                    state.browser.detail?.tab == .members || state.browser.detail?.detail?.partOf?.isEmpty == false
                return leads ? .available : .hidden
            },
            run: { $0.openInSeries() }),
        CommandSpec(
            [.character(" ")], .toggleMark, in: [.dataset], "mark", "Mark a dataset of the series.", importance: 4,
            when: { $0.browser.detail?.tab == .members ? .available : .hidden }, run: { $0.toggleMarkInSeries() }),
        CommandSpec(
            [.tab, .character("]")], .nextTab, in: [.dataset], "next part", "Next part of the description.",
            importance: 7, run: { $0.goToTab(by: 1) }),
        CommandSpec(
            [.backTab, .character("[")], .previousTab, in: [.dataset], "part before", "Part before.",
            run: { $0.goToTab(by: -1) }),
        CommandSpec(
            [.character("y")], .copyIdentifier, in: [.browserList, .dataset], "copy id", "Copy the identifier.",
            importance: 3, run: { $0.copyFromDataset(.identifier) }),
        CommandSpec(
            [.character("u")], .copyAddress, in: [.browserList, .dataset], "copy address",
            "Copy the address where the dataset is to be had.", importance: 3,
            run: { $0.copyFromDataset(.address) }),
        CommandSpec(
            [.character("c")], .copyContact, in: [.dataset], "copy contact", "Copy the address of the contact.",
            run: { $0.copyFromDataset(.contact) }),
        CommandSpec(
            [.character("e")], .exportDataset, in: [.dataset], "export",
            "Write the description into a file, as RDF/XML, Turtle or JSON-LD.", importance: 4,
            also: ["download", "save", "metadata", "rdf", "turtle", "json-ld"], when: { $0.offered(.export) },
            run: { $0.chooseExport() }),
        CommandSpec(
            [.escape, .left, .character("h"), .character("q")], .goBack, in: [.dataset], "back", "Back to the list.",
            importance: 6, run: { $0.leaveDataset() }),
    ]

    func context(in state: AppState) -> KeyContext { .dataset }
    func pageRows(in state: AppState) -> Int { max(state.browserLayout.detailText.rows, 1) }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        if state.browser.detail?.tab == .members {
            state.moveMembers(movement)
        } else {
            let offset = state.scrolled(state.browser.detail?.offset ?? 0, movement)
            state.browser.detail?.offset = offset
        }
        return []
    }
}

extension AppState {
    fileprivate mutating func goToTab(by step: Int) -> [Effect] {
        let tabs = browser.detail?.tabs ?? []
        guard !tabs.isEmpty else { return [] }
        let current = tabs.firstIndex { $0 == browser.detail?.tab } ?? 0
        browser.detail?.tab = tabs[(current + step + tabs.count) % tabs.count]
        browser.detail?.offset = 0
        // Keys that came with this one are handled before the new text is drawn and measured.
        scrollLimit = Self.unmeasured
        return []
    }

    fileprivate mutating func leaveDataset() -> [Effect] {
        let stopped = stopReads()
        if let before = browser.trail.popLast() {
            scrollLimit = Self.unmeasured
            browser.detail = before
            return stopped + loadSeries()
        }
        browser.focus = .list
        // Back to where it was opened.
        if let origin = browser.openedFrom {
            browser.openedFrom = nil
            screen = origin
            return stopped
        }
        return stopped + restPreview()
    }

    mutating func refreshDataset() -> [Effect] {
        guard let id = browser.detail?.id else { return [] }
        browser.detail?.members = nil
        return load(id, summary: browser.detail?.summary, anew: true)
    }
}
