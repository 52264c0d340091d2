/// How many rows the parts of a screen have: the reducer scrolls by it, the views draw by it.
public enum Geometry {
    /// Header line above every screen.
    public static let headerRows = 1
    /// Rule and hints below every screen.
    public static let footerRows = 2
    /// Search line, facet pills and rule above the results.
    public static let browserTopRows = 3
    /// Title, identifiers, tabs and rule above a dataset's text.
    public static let datasetTopRows = 4
    /// A result takes two rows, where there is room for at least four results.
    public static func resultRows(_ terminal: TerminalState) -> Int { terminal.rows >= 16 ? 2 : 1 }

    /// Rows between header and footer.
    public static func bodyRows(_ terminal: TerminalState) -> Int {
        max(1, terminal.rows - headerRows - footerRows)
    }

    /// Results in sight in the browser's list.
    public static func visibleResults(_ terminal: TerminalState) -> Int {
        max(1, (bodyRows(terminal) - browserTopRows) / resultRows(terminal))
    }

    /// Rows in sight of lists with a title line and a rule above (basket, requests, logs).
    public static func listRows(_ terminal: TerminalState) -> Int { max(1, bodyRows(terminal) - 2) }

    /// Lines in sight of a dataset's text.
    public static func datasetRows(_ terminal: TerminalState) -> Int {
        max(1, bodyRows(terminal) - datasetTopRows)
    }
}

/// A cursor in a list and the first row in sight.
struct ListPosition: Equatable {
    var selection: Int
    var top: Int

    /// Moves by a command; `visible` is the number of items in sight.
    mutating func move(_ command: Command, count: Int, visible: Int) {
        switch command {
        case .moveUp: selection -= 1
        case .moveDown: selection += 1
        case .pageUp: selection -= max(1, visible - 1)
        case .pageDown: selection += max(1, visible - 1)
        case .moveToStart: selection = 0
        case .moveToEnd: selection = count - 1
        default: break
        }
        clamp(count: count, visible: visible)
    }

    /// Keeps the cursor in the list and in sight.
    mutating func clamp(count: Int, visible: Int) {
        selection = min(max(0, selection), max(0, count - 1))
        if selection < top { top = selection }
        if selection >= top + visible { top = selection - visible + 1 }
        top = min(max(0, top), max(0, count - visible))
    }
}
