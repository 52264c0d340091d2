extension KeyContext {
    /// The list of datasets.
    public static let browserList = KeyContext("browserList", "Datasets", moves: .list)
    /// The line in which datasets are searched.
    public static let browserSearch = KeyContext("browserSearch", "Searching", takesText: true)
}

/// The list of datasets and the line in which they are searched. The facets and the dataset beside them are panes of
/// their own, which have the keys while they have the focus.
struct BrowserPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.enter, .right, .character("l")], .open, in: [.browserList], "open", "Open the dataset.", importance: 9,
            when: {
                $0.browser.results.total == 0 ? .unavailable(reason: .search(.nothingToOpen)) : .available
            },
            run: { $0.openSelected() }),
        CommandSpec(
            [.character(" ")], .toggleMark, in: [.browserList], "mark",
            "Mark the dataset; marked ones go into the basket together.", importance: 4, run: { $0.toggleMark() }),
        CommandSpec(
            [.character("V")], .markRange, in: [.browserList], "range",
            "Mark from the last marked dataset to the cursor.",
            when: {
                $0.browser.markAnchor == nil
                    ? .unavailable(reason: .search(.markFirst)) : .available
            },
            run: { $0.markRange() }),
        CommandSpec(
            [.character("b")], .addToBasket, in: [.browserList], "basket",
            "Put the dataset, or all marked ones, into the basket; takes it out when it is in.", importance: 8,
            also: ["cart", "put", "collect"], when: { $0.basketAvailability }, run: { $0.toggleBasket() }),
        CommandSpec(
            [.character("b")], .addToBasket, in: [.dataset], "basket",
            "Put the dataset, or all marked ones, into the basket; takes it out when it is in.", importance: 8,
            when: { $0.basketAvailability }, run: { $0.offerSeries() ?? $0.toggleBasket() }),
        CommandSpec(
            [.character("f")], .showFacets, in: [.browserList], "facets", "Narrow the results by facets.",
            importance: 6, also: ["filter", "narrow", "refine"], when: { $0.offered(.filters) },
            run: { $0.showFacets() }),
        CommandSpec(
            [.character("s")], .chooseSort, in: [.browserList], "sort", "Choose the order.", importance: 3,
            also: ["order"], run: { $0.chooseSort() }),
        CommandSpec(
            [.character("/")], .search, in: [.browserList, .basket], "search", "Search as you type.",
            importance: 7, also: ["find", "query", "look for"], run: { $0.beginSearch() }),
        CommandSpec(
            [.character("Y")], .copySearch, in: [.browserList], "copy search",
            "Copy the search as one line, for portal search and for others.", also: ["link", "share", "query"],
            when: { $0.copyLineAvailability }, run: { [.host(.copy($0.lineOfSearch))] }),
        CommandSpec(
            [.character("t")], "toggleTable", in: [.browserList], "table",
            "Show the datasets as a table, a line each, or in two lines.", importance: 2,
            also: ["dense", "compact", "columns"], run: { $0.toggleTable() }),
        CommandSpec(
            [.character("T")], "chooseColumns", in: [.browserList], "columns",
            "Choose the columns of the table, their order and their widths.", also: ["table", "fields"],
            run: { $0.chooseColumns() }),
        CommandSpec(
            [.character("e")], "exportDatasets", in: [.browserList, .basket], "export",
            "Write the marked datasets, or all that are listed, into a file: a table, citations, or their files.",
            importance: 2, also: ["csv", "bibtex", "citation", "manifest", "download", "save", "sample sheet"],
            when: { $0.collectionAvailability }, run: { $0.chooseCollectionFormat() }),
        CommandSpec(
            [.character("n")], .newRequest, in: [.browserList, .dataset], "request",
            "Ask for access to this dataset now.", importance: 5, also: ["ask", "apply", "application", "access"],
            when: { $0.datasetRequestAvailability }, run: { $0.requestDataset() }),
        CommandSpec(
            [.character("a")], .toggleMatching, in: [.browserList], "all/any",
            "Match all of the words, or any of them. Facets have no part in it.",
            when: { $0.offered(.matchingAny) }, run: { $0.toggleMatching() }),
        CommandSpec(
            [.character("B")], .toggleBeacon, in: [.browserList], "Beacon",
            "Ask the Beacon network too: its facets need it (slower, and only for people who signed in).",
            when: { $0.beaconAvailability }, run: { $0.toggleBeacon() }),
        CommandSpec(
            [.character("x"), .backspace], .removeLastFacet, in: [.browserList], "last facet",
            "Take the facet off that was added last.", when: { $0.anyFacet }, run: { $0.removeLastFacet() }),
        CommandSpec(
            [.character("X")], .clearFacets, in: [.browserList], "no facets", "Remove all facets.",
            when: { $0.anyFacet }, run: { $0.clearFacets() }),
        CommandSpec(
            [.character("z"), .control("_")], .undoSearch, in: [.browserList], "undo",
            "Take back the last change of the facets or the search.", also: ["undo", "restore"],
            when: { $0.undoAvailability }, run: { $0.undoSearch() }),
        CommandSpec(
            [.enter], .leaveSearch, in: [.browserSearch], "to the list", "Search for the line and go to the results.",
            importance: 9, run: { $0.submitLine() }),
        CommandSpec(
            [.tab], .completeLine, in: [.browserSearch], "complete",
            "Complete the word at the cursor: a filter's name, or its value.", importance: 7,
            run: { $0.completeLine(by: 1) }),
        CommandSpec(
            [.backTab], .completeLineBefore, in: [.browserSearch], "one before",
            "What the word may become before that.",
            run: { $0.completeLine(by: -1) }),
        CommandSpec(
            [.up], .earlierLine, in: [.browserSearch], "earlier",
            "Go to the search before this one, or up in what is offered.", importance: 5, also: ["history", "recall"],
            run: { $0.goUpInLine() }),
        CommandSpec(
            [.down], .laterLine, in: [.browserSearch], "later one",
            "Go to the results, to the search after this one, or down in what is offered.",
            run: { $0.goDownInLine() }),
        CommandSpec(
            [.control("r")], .showEarlierSearches, in: [.browserList, .browserSearch], "earlier searches",
            "Choose one of the earlier searches.", also: ["history", "recent", "recall"],
            when: { $0.earlierSearchesAvailability }, run: { $0.showEarlierSearches() }),
        CommandSpec(
            [.escape], .clearSearch, in: [.browserSearch], "clear", "Clear the search and go to the list.",
            importance: 8, run: { $0.leaveOrClear() }),
    ]

    /// Facets and dataset of the same screen, while they have the focus.
    private func inner(of state: AppState) -> (any Pane)? {
        switch state.browser.focus {
        case .list, .search: nil
        case .facets: FacetsPane()
        case .detail: DatasetPane()
        }
    }

    func context(in state: AppState) -> KeyContext {
        inner(of: state)?.context(in: state) ?? (state.browser.focus == .search ? .browserSearch : .browserList)
    }

    func pageRows(in state: AppState) -> Int {
        inner(of: state)?.pageRows(in: state) ?? state.browserLayout.visibleResults
    }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        if let inner = inner(of: state) { return inner.move(movement, in: &state) }
        let top = state.browser.top
        state.moveBrowser(movement)
        let pages = state.ensurePages()
        let preview = state.restPreview()
        if !preview.isEmpty { state.browser.clearsWay(from: top, inSight: state.browserLayout.visibleResults) }
        return pages + preview
    }

    func goBack(in state: inout AppState) -> [Effect] { state.leaveOrClear() }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        if let inner = inner(of: state) { return inner.edit(change, in: &state) }
        guard state.browser.focus == .search else { return [] }
        change(&state.browser.searchField)
        return state.searchTextChanged()
    }

    /// Everything that is in sight takes clicks, whatever has the keys.
    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        // What is typed and not searched for yet is not left behind unsaid.
        var effects: [Effect] = []
        if state.browser.focus == .search, !state.isOfLine(target) {
            effects = state.submitLine()
            if state.browser.focus == .search { return effects }
        }
        return effects + act(on: target, kind, in: &state)
    }

    private func act(on target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        switch target {
        case .searchLine: state.beginSearch()
        case .facetPanel: state.browser.focus == .facets ? [] : state.showFacets()
        case .dataset:
            state.browser.focus == .detail || state.browser.results.total == 0 ? [] : state.openSelected()
        case .candidate(let index): state.clickCompletion(index)
        case .facet(let index): state.clickFacet(index)
        case .facetValue(let index, let filter): state.clickFacetValue(index, of: filter)
        case .row(let index): state.clickResult(index, kind)
        default: []
        }
    }
}

extension AppState {
    /// To the row; once more, or twice at once, opens it.
    fileprivate mutating func clickResult(_ index: Int, _ kind: MouseEvent.Kind) -> [Effect] {
        guard index < browser.results.total else { return [] }
        let again = index == browser.selection && browser.focus == .list
        browser.focus = .list
        browser.selection = index
        return again || kind == .doubleClick ? perform(.open) : restPreview()
    }

    fileprivate mutating func chooseSort() -> [Effect] {
        overlay = .sort(selection: offeredOrders.firstIndex { isInForce($0) } ?? 0)
        return []
    }

    fileprivate mutating func toggleMatching() -> [Effect] {
        browser.query.matching = browser.query.matching == .all ? .any : .all
        return runSearch()
    }

    fileprivate mutating func removeLastFacet() -> [Effect] {
        browser.query.facets.removeLast()
        return runSearch()
    }

    mutating func clearFacets() -> [Effect] {
        browser.query.facets = []
        return runSearch()
    }

    var anyFacet: Availability {
        browser.query.facets.isEmpty ? .unavailable(reason: .search(.noFacet)) : .available
    }

    var undoAvailability: Availability {
        browser.changes.isEmpty
            ? .unavailable(reason: .search(.nothingToUndo)) : .available
    }

    var basketAvailability: Availability {
        guard datasetInHand != nil || !browser.marks.isEmpty else {
            return .unavailable(reason: .search(.noDataset))
        }
        return .available
    }
}
