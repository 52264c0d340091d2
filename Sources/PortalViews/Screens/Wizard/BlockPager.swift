/// Pages of things of different heights: the page changes when the cursor leaves it, so that moving on a page redraws
/// next to nothing.
enum BlockPager {
    /// The blocks of the page that holds the one with the cursor.
    /// - Parameter heights: rows of each; what is higher than a page gets a page of its own.
    static func page(heights: [Int], focus: Int, rows: Int) -> Range<Int> {
        var start = 0
        var used = 0
        for (index, height) in heights.enumerated() {
            if used > 0, used + height > rows {
                if index > focus { return start..<index }
                start = index
                used = 0
            }
            used += height
        }
        return start..<heights.count
    }
}
