import PortalModel

/// One picture of the screen while it is drawn: its cells and the cursor. Belongs to one thread.
public final class Frame {
    /// The cells drawn so far.
    public internal(set) var buffer: CellBuffer
    /// Where the hardware cursor stands, from the top left corner; nil hides it.
    public internal(set) var cursor: CursorPosition?

    /// The rows that were drawn since the frame was shown last; nil where any may have been, after ``clear()`` for one.
    public private(set) var touched: RowSet?

    /// Texts since it was cleared that went on where their room ended, without an ellipsis: for tests.
    public internal(set) var cuts: [TerminalText] = []

    /// Where the terminal's cursor is shown.
    public struct CursorPosition: Hashable, Sendable {
        /// Counted from 0 at the left.
        public var column: Int
        /// Counted from 0 at the top.
        public var row: Int
    }

    public init(columns: Int, rows: Int) {
        buffer = CellBuffer(columns: columns, rows: rows)
    }

    /// Makes everything blank and hides the cursor, keeping the memory.
    public func clear() {
        buffer.clear()
        cursor = nil
        touched = nil
        cuts.removeAll(keepingCapacity: true)
    }

    /// Goes on from what was drawn and shown: all rows stay but those that are ``Canvas/touch(rows:)``ed and drawn anew. The
    /// cursor has to be placed again.
    public func goOn() {
        cursor = nil
        cuts.removeAll(keepingCapacity: true)
        touched = RowSet()
    }

    func touch(_ rows: Range<Int>) { touched?.insert(rows) }

    /// The whole frame to draw on.
    public var canvas: Canvas {
        let area = ScreenArea(column: 0, row: 0, columns: buffer.columns, rows: buffer.rows)
        return Canvas(frame: self, area: area, clip: area)
    }

    /// The frame as text, one line a row, without spaces at the ends: for goldens.
    public var text: String {
        (0..<buffer.rows).map { row in
            let line = buffer.text(row: row)
            let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
            return String(line[..<end])
        }.joined(separator: "\n")
    }

    /// How the frame looks, one letter a cell (see `Style.letter`), without plain cells at the ends: for goldens.
    public var styles: String {
        (0..<buffer.rows).map { row in
            let letters = (0..<buffer.columns).map { buffer[$0, row].style.letter }
            let end = letters.lastIndex { $0 != Style.plain.letter }.map { $0 + 1 } ?? 0
            return String(letters[..<end])
        }.joined(separator: "\n")
    }
}
