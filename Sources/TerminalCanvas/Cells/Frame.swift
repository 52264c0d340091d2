import PortalModel

/// One picture of the screen while it is drawn: its cells and the cursor. Belongs to one thread.
public final class Frame {
    /// The cells drawn so far.
    public internal(set) var buffer: CellBuffer
    /// Where the hardware cursor stands, from the top left corner; nil hides it.
    public internal(set) var cursor: CursorPosition?

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
        cuts.removeAll(keepingCapacity: true)
    }

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
