/// One thing that a person did at the keyboard or the mouse, after decoding.
public enum Key: Hashable, Sendable {
    /// A printable character: a whole grapheme cluster, already composed.
    case character(Character)
    /// Control with a letter, `a`…`z` or one of `@[\]^_`, in lower case.
    case control(Character)
    /// Alt (Meta) with a character: the terminal sends Esc first.
    case alt(Character)
    case enter, tab, backTab, backspace, escape, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// Word-wise movement: Control or Alt with an arrow.
    case wordLeft, wordRight
    /// F1 to F12.
    case function(Int)
}

/// What a mouse did, in cells from the top left corner.
public struct MouseEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case press, doubleClick, wheelUp, wheelDown }
    public var kind: Kind
    public var column: Int
    public var row: Int

    public init(kind: Kind, column: Int, row: Int) {
        self.kind = kind
        self.column = column
        self.row = row
    }
}

/// Everything that the terminal can tell the program.
public enum TerminalInput: Hashable, Sendable {
    case key(Key)
    /// A bracketed paste, whole, with line ends as `\n`.
    case paste(String)
    /// The paste before was longer than is taken at once; the rest was dropped.
    case pasteWasCut(characters: Int)
    case mouse(MouseEvent)
    /// The terminal's own answer `ESC[0n` to `ESC[5n`: everything sent before it has arrived.
    case statusAnswer
    case resized(columns: Int, rows: Int)
}
