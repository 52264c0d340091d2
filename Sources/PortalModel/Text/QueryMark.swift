/// A line with a mark below what is meant, for people who look at columns of the same width.
public struct QueryMark: Equatable, Sendable {
    /// The line, or what of it is around the mark.
    public let line: String
    /// Columns in front of the mark.
    public let column: Int
    /// `^` and a `~` for every column behind the first one.
    public let sign: String

    /// - Parameter columns: that the line may take; a longer one is cut around the mark.
    public init(_ problem: QueryProblem, in line: String, columns: Int) {
        let characters = line.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        let widths = characters.map { TextWidth.of($0) }
        let start = min(problem.start, characters.count)
        let end = min(start + problem.length, characters.count)
        // As much of what stands before as leaves room for what is meant.
        var (first, needed) = (0, widths[..<end].reduce(1, +))
        while first < start, needed > columns {
            needed -= widths[first]
            first += 1
        }
        var (last, width) = (first, 0)
        while last < characters.count, width + widths[last] <= columns {
            width += widths[last]
            last += 1
        }
        self.line = String(characters[first..<last])
        column = widths[first..<start].reduce(0, +)
        let marked = widths[start..<max(start, min(end, last))].reduce(0, +)
        sign = "^" + String(repeating: "~", count: max(marked - 1, 0))
    }
}
