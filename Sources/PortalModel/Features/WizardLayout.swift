/// Where the wizard's parts lie on the screen: the reducer moves a cursor by the same rows that the view draws.
public struct WizardLayout: Hashable, Sendable {
    public let columns: Int
    public let rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    init(_ terminal: TerminalState) { self.init(columns: terminal.columns, rows: terminal.rows) }

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

    /// Rows of the form between the lines above and below.
    public var bodyRows: Int { max(rows - (isLow ? 5 : 9), 3) }

    /// Too few rows for rules and for more than one line of explanation.
    public var isLow: Bool { rows < 18 }

    /// Most rows that the editor of a long text takes.
    public var editorRows: Int { max(bodyRows - 3, 1) }
}
