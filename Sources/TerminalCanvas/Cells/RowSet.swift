/// Rows of a screen, counted from 0 at the top. It costs no allocation: a set is made for every frame.
public struct RowSet: Hashable, Sendable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    /// Further down rows are not told apart: few screens reach so far, and too many rows are only looked at in vain.
    private var hasFurther = false

    public init() {}

    /// Adds rows.
    public mutating func insert(_ rows: Range<Int>) {
        for row in rows where row >= 0 {
            switch row {
            case ..<64: first |= 1 << UInt64(row)
            case ..<128: second |= 1 << UInt64(row - 64)
            default: hasFurther = true
            }
        }
    }

    /// Adds the rows of another set.
    public mutating func formUnion(_ other: RowSet) {
        first |= other.first
        second |= other.second
        hasFurther = hasFurther || other.hasFurther
    }

    /// Whether a row may be among them; always right for one that is.
    public func contains(_ row: Int) -> Bool {
        switch row {
        case ..<0: false
        case ..<64: first & (1 << UInt64(row)) != 0
        case ..<128: second & (1 << UInt64(row - 64)) != 0
        default: hasFurther
        }
    }
}
