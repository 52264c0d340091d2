/// How often a variant is seen: what is typed, and the populations that answered.
public struct FrequenciesState: Equatable, Sendable {
    /// By what the rows are ordered.
    public enum Order: String, Equatable, Sendable, CaseIterable {
        /// As the network gave them.
        case given
        /// The most frequent, or those with the most alleles that have the variant, first.
        case frequency, count
        /// By name.
        case population
    }

    /// The variant, and what narrows it, as it is typed; see `VariantLine`.
    public internal(set) var line = TextBuffer()
    /// The line has the keys.
    public internal(set) var isTyping = true
    /// What is wrong with the line.
    public internal(set) var problem: VariantReason?
    /// What was asked last.
    public internal(set) var query: AlleleFrequencyQuery?
    /// While the answer is awaited.
    public internal(set) var pending: Pending?
    /// Why there is none.
    public internal(set) var error: PortalError?
    /// In the order that was chosen.
    public internal(set) var rows: [AlleleFrequency] = []
    /// The one under the cursor, by its place in `rows`.
    public internal(set) var selection = 0
    /// By what `rows` are ordered.
    public internal(set) var order = Order.given
    var given: [AlleleFrequency] = []

    public init() {}

    /// Under the cursor.
    public var selected: AlleleFrequency? { rows.indices.contains(selection) ? rows[selection] : nil }

    /// The alleles of everybody who was counted; nil where people may have been counted twice.
    public var total: AlleleTotal? { AlleleTotal(of: rows) }

    mutating func arrange() {
        rows = order.arranged(given)
        selection = 0
    }
}

extension FrequenciesState.Order {
    /// Equal ones stay as they were; what is not told comes last.
    public func arranged(_ rows: [AlleleFrequency]) -> [AlleleFrequency] {
        switch self {
        case .given: rows
        case .frequency:
            rows.arranged {
                $0.share ?? -1
            } before: {
                $0 > $1
            }
        case .count:
            rows.arranged {
                $0.count ?? -1
            } before: {
                $0 > $1
            }
        case .population:
            rows.arranged {
                $0.population ?? "\u{10FFFF}"
            } before: {
                $0 < $1
            }
        }
    }
}

extension [AlleleFrequency] {
    fileprivate func arranged<Value>(
        by value: (AlleleFrequency) -> Value, before: (Value, Value) -> Bool
    ) -> [AlleleFrequency] {
        // Swift's own sort keeps no order of equal ones by promise.
        enumerated().map { (place: $0.offset, value: value($0.element), row: $0.element) }
            .sorted { one, other in
                if before(one.value, other.value) { return true }
                return !before(other.value, one.value) && one.place < other.place
            }
            .map(\.row)
    }
}
