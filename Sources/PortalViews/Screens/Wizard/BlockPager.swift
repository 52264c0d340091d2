/// Pages of things of different heights: the page changes when the cursor leaves it, so that moving on a page redraws
/// next to nothing.
enum BlockPager {
    /// The blocks of the page that holds the one with the cursor.
    /// - Parameters:
    ///   - heights: rows of each; what is higher than a page gets a page of its own.
    ///   - isHeading: of a block that must not be the last of a page, because it speaks of the next one.
    static func page(
        heights: [Int], focus: Int, rows: Int, isHeading: (Int) -> Bool = { _ in false }
    ) -> Range<Int> {
        var start = 0
        var used = 0
        for (index, height) in heights.enumerated() {
            while used > 0, used + height > rows {
                var end = index
                while end - 1 > start, isHeading(end - 1) { end -= 1 }
                if end > focus { return start..<end }
                start = end
                used = heights[end..<index].reduce(0, +)
            }
            used += height
        }
        return start..<heights.count
    }
}
