/// Where the wizard's parts lie on the screen: the reducer moves a cursor by the same rows that the view draws.
public struct WizardLayout: Hashable, Sendable {
    /// Of the terminal.
    public let columns: Int
    /// Of the terminal.
    public let rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    public init(_ terminal: TerminalState) { self.init(columns: terminal.columns, rows: terminal.rows) }

    /// From 120 columns the focused field's explanation stands at the right.
    public var hasInfoBeside: Bool { columns >= 120 }

    /// Columns of the explanation at the right.
    public var infoColumns: Int { hasInfoBeside ? min(columns / 3, 56) : 0 }

    /// Columns of the form: lines longer than about 100 columns are hard to read.
    public var formColumns: Int { hasInfoBeside ? min(columns - infoColumns - 3, 104) : columns }

    /// Columns before a field's value.
    public static let indent = 2

    /// Columns of a text being edited, without the one that is left for the cursor.
    public var textColumns: Int { max(formColumns - Self.indent - 2, 2) }

    /// Too few rows for rules and for more than one line of explanation.
    public var isLow: Bool { rows < ScreenLayout.roomyRows }

    /// Rows of the lines above the form: where it stands, its steps, a rule.
    public var headRows: Int { isLow ? 2 : 3 }

    /// Rows of the explanation below the form, with its rule.
    public var infoRows: Int { hasInfoBeside ? 0 : isLow ? 1 : rows < 22 ? 3 : 4 }

    /// Rows of the form between what is above and below it.
    public var bodyRows: Int { max(rows - (isLow ? 2 : 3) - headRows - infoRows, 1) }

    /// Most rows that the editor of a long text takes.
    public var editorRows: Int { max(bodyRows - 3, 1) }
}
