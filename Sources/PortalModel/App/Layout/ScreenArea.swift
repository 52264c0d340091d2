/// A rectangle of cells; columns go right and rows go down. Counted from the top left corner of the screen, or of the
/// part of it that is drawn on.
public struct ScreenArea: Hashable, Sendable {
    /// Of its left edge.
    public var column: Int
    /// Of its upper edge.
    public var row: Int
    /// How wide it is; never negative.
    public var columns: Int
    /// How high it is; never negative.
    public var rows: Int

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
    }

    /// No cell lies in it.
    public var isEmpty: Bool { columns == 0 || rows == 0 }
    /// The column right of its last one.
    public var endColumn: Int { column + columns }
    /// The row below its last one.
    public var endRow: Int { row + rows }

    /// Whether a cell lies in it, counted from the same corner.
    public func contains(column: Int, row: Int) -> Bool {
        column >= self.column && column < endColumn && row >= self.row && row < endRow
    }

    /// The cells that both have; empty where they do not meet.
    public func intersection(_ other: ScreenArea) -> ScreenArea {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return ScreenArea(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }
}
