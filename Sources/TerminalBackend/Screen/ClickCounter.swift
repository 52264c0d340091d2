/// Tells a double click from two clicks.
struct ClickCounter: Sendable {
    static let interval = Duration.milliseconds(400)

    private var last: (column: Int, row: Int, time: ContinuousClock.Instant)?

    /// Notes a press; true when it is the second of two at one place. A third begins anew.
    mutating func isDouble(column: Int, row: Int, at time: ContinuousClock.Instant) -> Bool {
        if let last, last.column == column, last.row == row, time - last.time <= Self.interval {
            self.last = nil
            return true
        }
        last = (column, row, time)
        return false
    }
}
