/// Where everything lies on the screen. The views draw by it, and the reducer pages, scrolls and understands the mouse
/// by it, so that the two cannot disagree.
public struct ScreenLayout: Equatable, Sendable {
    /// Rows from which there is room for lines that only give air.
    static let roomyRows = 16

    /// Of the whole terminal.
    public let columns: Int
    /// Of the whole terminal.
    public let rows: Int
    /// Between the header and the footer.
    public let body: ScreenArea
    /// A rule above the footer that messages take the place of; without room they cover the footer.
    public let messageRow: Int?
    /// The last one, with the keys that can be pressed.
    public let footerRow: Int

    public init(_ terminal: TerminalState) {
        columns = terminal.columns
        rows = terminal.rows
        let isRoomy = rows >= Self.roomyRows
        messageRow = isRoomy ? rows - 2 : nil
        footerRow = rows - 1
        body = ScreenArea(column: 0, row: 1, columns: columns, rows: rows - (isRoomy ? 3 : 2))
    }

    var isRoomy: Bool { messageRow != nil }
}

extension AppState {
    /// Made from the size of the terminal alone; cheap enough to be asked for many times a frame.
    public var layout: ScreenLayout { ScreenLayout(terminal) }
    /// Where the parts of the datasets' screen lie now. Measures the Beacon's refusal where there is one, so keep it
    /// for a frame.
    public var browserLayout: BrowserLayout { BrowserLayout(self) }

    /// Rows of the list or text that has the keys: what a page is.
    public var pageRows: Int { screen.pane.pageRows(in: self) }
}

/// The browser pane: the search above, and below it facets, results and detail as far as there is room.
public struct BrowserLayout: Equatable, Sendable {
    /// A result takes a line for its title and one for what matters in the decision; in the table it takes one.
    public let resultRows: Int
    /// Of the names of the table's columns, above the list.
    public let headingRows: Int
    static let facetColumns = 36
    static let leastListColumns = 36
    /// Below it the list does not give room to the detail, unless the detail has the keys.
    static let leastSharedColumns = 100

    /// The search line; nil while a dataset takes the whole pane.
    public let searchRow: Int?
    /// Pills and the age of the results; without room they are left out, and without pills they stand in the rule.
    public let statusRow: Int?
    /// Between the search and what it found, with the number of results; nil without room.
    public let ruleRow: Int?
    /// Why the results are not all that was asked for, in the service's words; below the rule.
    public let notice: ScreenArea?
    /// At the left where the screen is very wide; else in the place of the list while the panel is open.
    public let facets: ScreenArea?
    /// Nil while facets or a dataset take its place.
    public let list: ScreenArea?
    /// Beside the list, or in place of everything else.
    public let detail: ScreenArea?

    init(_ state: borrowing AppState) {
        resultRows = state.browser.table.isOn ? 1 : 2
        headingRows = state.browser.table.isOn ? 1 : 0
        let layout = state.layout
        let body = layout.body
        let takesAll = state.browser.focus == .detail && !state.terminal.isWide
        if takesAll {
            searchRow = nil
            statusRow = nil
            ruleRow = nil
            notice = nil
            facets = nil
            list = nil
            detail = body
            return
        }
        searchRow = body.row
        statusRow = layout.isRoomy ? body.row + 1 : nil
        let statusRows = state.browser.query.facets.isEmpty ? 0 : 1
        ruleRow = layout.isRoomy ? body.row + 1 + statusRows : nil
        let head = body.row + (layout.isRoomy ? 2 + statusRows : 1)
        let noticeRows = layout.isRoomy ? Self.noticeRows(state, columns: body.columns) : 0
        notice =
            noticeRows == 0
            ? nil : ScreenArea(column: 0, row: head, columns: body.columns, rows: noticeRows)
        let top = head + noticeRows
        let rows = body.row + body.rows - top
        var rest = ScreenArea(column: 0, row: top, columns: body.columns, rows: rows)
        facets = Self.cutFacets(from: &rest, state)
        let wanted = state.browser.table.isOn ? state.browser.table.wantedColumns : Self.leastListColumns
        let hasRoom =
            rest.columns >= Self.leastSharedColumns && rest.columns * 11 / 20 >= wanted
            || state.browser.focus == .detail
        detail = state.terminal.isWide && hasRoom ? Self.cutDetail(from: &rest) : nil
        list = rest.columns >= Self.leastListColumns ? rest : nil
    }

    /// How long the words are that stand before the service's own, in each language: a test of the views holds them.
    public static let noticeShapes = [
        "xxx xxxxxx xxxxxxx xxxx xxxxxxx; xxxxx xxx xxx xxxxxxxxx'x xxxxxxx.",
        "xxx xxxxxx-xxxx xxxxx xxxxxx; xxxx xxxxx xxx xxxxxxx xxxxxx.",
    ]

    /// At most a third of the screen: the results stand all the same.
    private static func noticeRows(_ state: AppState, columns: Int) -> Int {
        let shapes: [String]
        if let reason = state.browser.results.beaconError {
            shapes = noticeShapes.map { $0 + " " + reason }
        } else if case .mirror(.remarks(let remarks)) = state.browser.notice {
            shapes = [remarks.shape]
        } else {
            return 0
        }
        let lines = shapes.map { shape in
            TextWrapping.wrappedLines(of: shape, width: max(columns - 4, 1)).count
        }
        return min(lines.max() ?? 0, max(state.layout.body.rows / 3, 1))
    }

    /// Datasets that are wholly in sight.
    public var visibleResults: Int { max(((list?.rows ?? resultRows) - headingRows) / resultRows, 1) }

    /// The scrolling part of the detail: below title, identity line, tabs and rule.
    public var detailText: ScreenArea {
        guard let detail else { return ScreenArea(column: 0, row: 0, columns: 0, rows: 0) }
        let head = DatasetLayout.headRows(in: detail)
        return ScreenArea(
            column: detail.column, row: detail.row + head, columns: detail.columns, rows: detail.rows - head)
    }

    private static func cutFacets(from rest: inout ScreenArea, _ state: AppState) -> ScreenArea? {
        guard state.terminal.isVeryWide || state.browser.facets.isOpen else { return nil }
        let leavesList = rest.columns >= facetColumns + 1 + leastListColumns
        return rest.cutLeft(leavesList ? facetColumns : rest.columns)
    }

    private static func cutDetail(from rest: inout ScreenArea) -> ScreenArea {
        let list = rest.cutLeft(max(rest.columns * 11 / 20, leastListColumns))
        let detail = rest
        rest = list
        return detail
    }
}

/// The head of a dataset: it shrinks where rows are few.
public enum DatasetLayout {
    /// Rows of title, identity line, tabs and rule; of a low area those of title and tabs.
    public static func headRows(in area: ScreenArea) -> Int { area.rows >= 12 ? 4 : 2 }
}

/// The basket pane: a heading, then one line a dataset.
public struct BasketLayout: Equatable, Sendable {
    /// Below the heading.
    public let list: ScreenArea

    public init(_ layout: ScreenLayout) { list = layout.body.below(layout.isRoomy ? 2 : 1) }

    /// Lines that are wholly in sight; 1 at least, so that a cursor has a place.
    public var visibleItems: Int { max(list.rows, 1) }
}

/// The requests pane: a heading, one line a request, and below them what access was granted.
public struct RequestsLayout: Equatable, Sendable {
    /// Below the heading and above the entitlements.
    public let list: ScreenArea
    /// What access was granted, below the list: a third of it at most; nil where there is none, or no room.
    public let entitlements: ScreenArea?
    /// The scrolling text of the request that is open.
    public let detailText: ScreenArea

    init(_ layout: ScreenLayout, entitlementCount: Int) {
        let head = layout.isRoomy ? 2 : 1
        var list = layout.body.below(head)
        detailText = layout.body.below(head)
        let wanted = entitlementCount == 0 || !layout.isRoomy ? 0 : min(entitlementCount + 2, list.rows / 3)
        entitlements =
            wanted == 0
            ? nil
            : ScreenArea(
                column: 0, row: list.row + list.rows - wanted, columns: list.columns, rows: wanted)
        list.rows -= wanted
        self.list = list
    }

    /// Lines that are wholly in sight; 1 at least.
    public var visibleRequests: Int { max(list.rows, 1) }
}

/// The list of granted accesses: a heading, one line an access.
public struct GrantedLayout: Equatable, Sendable {
    /// Below the heading.
    public let list: ScreenArea

    public init(_ layout: ScreenLayout) { list = layout.body.below(layout.isRoomy ? 2 : 1) }

    /// Lines that are wholly in sight; 1 at least.
    public var visibleRows: Int { max(list.rows, 1) }
}

extension AppState {
    /// Where the parts of the requests' screen lie now.
    public var requestsLayout: RequestsLayout {
        RequestsLayout(layout, entitlementCount: requests.entitlements.count)
    }
}

extension ListTable {
    /// So many columns the list takes before a dataset is shown beside it: with every column of the table, and a title
    /// that can be told from others. A table without its columns would say less than the list of two lines.
    var wantedColumns: Int { columns.reduce(Self.wantedTitle) { $0 + $1.width + 2 } }

    private static let wantedTitle = 40
}

extension ScreenArea {
    /// Takes a part off the left, and a column between that stays empty or gets a rule.
    mutating func cutLeft(_ count: Int) -> ScreenArea {
        let part = ScreenArea(column: column, row: row, columns: min(count, columns), rows: rows)
        column += part.columns + 1
        columns = max(columns - part.columns - 1, 0)
        return part
    }

    func below(_ count: Int) -> ScreenArea {
        ScreenArea(column: column, row: row + min(count, rows), columns: columns, rows: rows - count)
    }
}

extension MirrorRemarks {
    /// As long as its words are, in any language.
    fileprivate var shape: String {
        var parts = gaps.map { "\($0.label) xxx xxx 100,000 xxx 100,000 xxxxxxxxxxxx xxxxxxx." }
        if undecided > 0 { parts.append("100,000 xxxxxxxxxxx xxxxxxxx xxxxxxxxxxx xxxx xxxx.") }
        if !isWhole { parts.append("xxx xxxxxxx xxx xxxx xxxxx xxxx: xxx xxxxxxx.") }
        return parts.joined(separator: " ")
    }
}
