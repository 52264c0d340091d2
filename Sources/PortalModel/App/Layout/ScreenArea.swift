/// A rectangle of cells; columns go right and rows go down. Counted from the top left corner of the screen, or of the
/// part of it that is drawn on.
public struct ScreenArea: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var columns: Int
    public var rows: Int

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
    }

    public var isEmpty: Bool { columns == 0 || rows == 0 }
    public var endColumn: Int { column + columns }
    public var endRow: Int { row + rows }

    public func contains(column: Int, row: Int) -> Bool {
        column >= self.column && column < endColumn && row >= self.row && row < endRow
    }

    public func intersection(_ other: ScreenArea) -> ScreenArea {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return ScreenArea(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }
}
