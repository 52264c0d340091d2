/// A size in cells.
public struct Size: Hashable, Sendable {
    /// The width, in cells.
    public var columns: Int
    /// The height, in cells.
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}
