/// One thing that a person did at the keyboard or the mouse, after decoding.
public enum Key: Hashable, Sendable {
    /// A printable character: a whole grapheme cluster, already composed.
    case character(Character)
    /// Control with a letter, `a`…`z` or one of `@[\]^_`, in lower case.
    case control(Character)
    /// Alt (Meta) with a character: the terminal sends Esc first.
    case alt(Character)
    /// Keys that edit, and those that go on.
    case enter, tab, backTab, backspace, escape, delete, insert
    /// Keys that move.
    case up, down, left, right, home, end, pageUp, pageDown
    /// Word-wise movement: Control or Alt with an arrow.
    case wordLeft, wordRight
    /// F1 to F12.
    case function(Int)
}

/// What a mouse did, in cells from the top left corner.
public struct MouseEvent: Hashable, Sendable {
    /// What was done with the mouse.
    public enum Kind: Hashable, Sendable { case press, doubleClick, wheelUp, wheelDown }
    /// What was done.
    public var kind: Kind
    /// Counted from 0 at the left.
    public var column: Int
    /// Counted from 0 at the top.
    public var row: Int

    public init(kind: Kind, column: Int, row: Int) {
        self.kind = kind
        self.column = column
        self.row = row
    }
}

/// Everything that the terminal can tell the program.
public enum TerminalInput: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A bracketed paste, whole, with line ends as `\n`.
    case paste(String)
    /// The paste before was longer than is taken at once; the rest was dropped.
    case pasteWasCut(characters: Int)
    /// The mouse was used.
    case mouse(MouseEvent)
    /// The terminal's own answer `ESC[0n` to `ESC[5n`: everything sent before it has arrived.
    case statusAnswer
    /// The terminal has another size, in cells.
    case resized(columns: Int, rows: Int)
}
