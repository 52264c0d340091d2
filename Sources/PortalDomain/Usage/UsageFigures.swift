/// How much the program was used and how long it had to wait: numbers, and nothing that says of what.
public struct UsageFigures: Equatable, Sendable {
    /// Durations, each counted in the first of `bounds` that it does not exceed.
    public struct Durations: Equatable, Sendable {
        /// Seconds.
        public static let bounds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

        /// One more than there are bounds: the last counts what exceeds them all.
        public var counts = [Int](repeating: 0, count: bounds.count + 1)
        /// Seconds, of all together.
        public var sum = 0.0

        public init() {}

        /// Of all together.
        public var count: Int { counts.reduce(0, &+) }

        /// Nil where there was none.
        public var mean: Double? { count == 0 ? nil : sum / Double(count) }

        /// Counts one more.
        public mutating func add(_ duration: Duration) {
            let seconds = duration / .seconds(1)
            counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            sum += seconds
        }

        /// Both together.
        public static func += (left: inout Durations, right: Durations) {
            for place in left.counts.indices { left.counts[place] += right.counts[place] }
            left.sum += right.sum
        }
    }

    /// Calls of services that were answered with a success, whatever number of tries they took.
    public var answered = 0
    /// Those that were not.
    public var failed = 0
    /// Tries beyond the first.
    public var retries = 0
    /// Of all calls, from the first try to the end of the last.
    public var calls = Durations()
    /// Answers that were shown from what was kept.
    public var hits = 0
    /// What was drawn on the screen.
    public var frames = 0
    /// Drafts that were written to the disk.
    public var saves = Durations()

    public init() {}

    /// Nothing was counted.
    public var isEmpty: Bool { self == UsageFigures() }

    /// Both together.
    public static func += (left: inout UsageFigures, right: UsageFigures) {
        left.answered += right.answered
        left.failed += right.failed
        left.retries += right.retries
        left.calls += right.calls
        left.hits += right.hits
        left.frames += right.frames
        left.saves += right.saves
    }
}

/// What a day came to.
public struct UsageDay: Equatable, Sendable {
    /// Such as `2026-11-29`, where the machine is; nil of all that is older than days are told apart.
    public var day: String?
    /// Of the whole day.
    public var figures: UsageFigures

    public init(day: String?, figures: UsageFigures) {
        self.day = day
        self.figures = figures
    }
}
