/// Which items of a long list are in sight. Knows numbers only, so that a list of any length costs the same.
public struct ListViewport: Hashable, Sendable {
    /// How many items the whole list has.
    public let itemCount: Int
    /// Rows that every item takes.
    public let rowsPerItem: Int
    /// Rows that there are.
    public let rows: Int

    public init(itemCount: Int, rowsPerItem: Int = 1, rows: Int) {
        self.itemCount = max(itemCount, 0)
        self.rowsPerItem = max(rowsPerItem, 1)
        self.rows = max(rows, 0)
    }

    /// Whole items that fit; at least one, of which only the beginning may fit.
    public var itemsInSight: Int { max(rows / rowsPerItem, 1) }

    /// The first item in sight that keeps `selected` in sight and moves as little as possible from `top`.
    public func top(selected: Int, from top: Int) -> Int {
        let highest = max(itemCount - itemsInSight, 0)
        let wanted = min(max(top, selected - itemsInSight + 1), selected)
        return min(max(wanted, 0), highest)
    }

    /// Items to draw from `top`, the last one perhaps cut.
    public func visible(from top: Int) -> Range<Int> {
        guard rows > 0, top < itemCount else { return 0..<0 }
        let count = (rows + rowsPerItem - 1) / rowsPerItem
        return max(top, 0)..<min(max(top, 0) + count, itemCount)
    }

    /// The row of an item when `top` is the first in sight.
    public func row(of item: Int, top: Int) -> Int { (item - top) * rowsPerItem }

    /// The item at a row, for the mouse; nil below the last one.
    public func item(atRow row: Int, top: Int) -> Int? {
        guard row >= 0, row < rows else { return nil }
        let item = top + row / rowsPerItem
        return item < itemCount ? item : nil
    }
}
