import PortalModel

/// A value in one line that can be edited; scrolls sideways so that the cursor stays in sight.
public struct TextField {
    /// What is typed.
    public var value: String
    /// Characters before the cursor.
    public var cursor: Int
    /// Whether the terminal's cursor stands in it.
    public var isFocused: Bool
    /// The whole value is selected.
    public var isSelected: Bool
    /// Shown in place of an empty value.
    public var placeholder: TerminalText
    /// How the text looks.
    public var style: Style

    public init(
        _ value: String, cursor: Int, isFocused: Bool, isSelected: Bool = false, placeholder: TerminalText = .empty,
        style: Style = .plain
    ) {
        self.value = value
        self.cursor = cursor
        self.isFocused = isFocused
        self.isSelected = isSelected
        self.placeholder = placeholder
        self.style = style
    }

    /// Draws the field over the whole width of a row, and places the hardware cursor when it has the focus.
    public func draw(on canvas: Canvas, row: Int, glyphs: GlyphSet) {
        let line = canvas.subcanvas(ScreenArea(column: 0, row: row, columns: canvas.columns, rows: 1))
        line.fill(style: isFocused ? style.underlined : style)
        let cursorColumn = cursorColumn
        let scroll = scroll(columns: line.columns)
        if value.isEmpty {
            line.draw(placeholder, column: 0, row: 0, style: .dim)
        } else {
            let text = TerminalText(singleLine: value)
            let look: Style = isFocused && isSelected ? .selection : isFocused ? style.underlined : style
            line.draw(text, column: -scroll, row: 0, style: look)
            if scroll > 0 { line.draw(glyphs.left, column: 0, row: 0, style: .dim) }
            if text.columns - scroll > line.columns {
                line.draw(glyphs.right, column: line.columns - 1, row: 0, style: .dim)
            }
        }
        if isFocused { line.placeCursor(column: cursorColumn - scroll, row: 0) }
    }

    private var cursorColumn: Int { TerminalText(singleLine: String(value.prefix(max(cursor, 0)))).columns }

    /// Columns of the value that are hidden at the left when it is drawn over so many columns.
    public func scroll(columns: Int) -> Int {
        isFocused ? Self.scroll(cursorColumn: cursorColumn, width: columns) : 0
    }

    /// Columns hidden at the left: none while the cursor fits, then in steps of half a width, so that typing does not
    /// redraw the line with every letter.
    static func scroll(cursorColumn: Int, width: Int) -> Int {
        guard width > 2, cursorColumn >= width - 1 else { return 0 }
        let step = max(width / 2, 1)
        return (cursorColumn - (width - 2) + step - 1) / step * step
    }
}
