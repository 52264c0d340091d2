/// A condition as services compare: by one value at a time, and by whole days.
struct QueryBounds {
    private let condition: QueryCondition
    private let filter: Filter
    private let place: QueryPlace

    init(_ condition: QueryCondition, of filter: Filter, at place: QueryPlace) {
        self.condition = condition
        self.filter = filter
        self.place = place
    }

    /// - Parameter isNot: whether the condition is not to hold.
    /// - Throws: when a value is not what the filter compares, or there are more of them than it takes.
    func parts(isNot: Bool) throws(QueryProblem) -> [(FacetOperator, String)] {
        guard !isNot || condition.comparison == .equal else {
            throw QueryProblem(.noLeavingOut(label: filter.label), at: place)
        }
        let takesMany = filter.kind == .dropdown || filter.kind == .freeText
        guard takesMany || condition.values.count == 1 else {
            throw QueryProblem(.oneBound(label: filter.label), at: place)
        }
        var parts: [(FacetOperator, String)] = []
        for value in condition.values {
            let trimmed = value.trimmingSpaces
            guard !trimmed.isEmpty else { throw QueryProblem(.noValue(label: filter.label), at: place) }
            // A value of a list is the service's own, blanks and all.
            parts += try self.parts(filter.kind == .dropdown ? value : trimmed, isNot: isNot)
        }
        return parts
    }

    private func parts(_ value: String, isNot: Bool) throws(QueryProblem) -> [(FacetOperator, String)] {
        let comparison = isNot ? FacetOperator.not : condition.comparison.facetOperator
        switch filter.kind {
        case .dropdown, .freeText, .entries: return [(comparison, value)]
        case .number:
            guard Double(value)?.isFinite == true else { throw QueryProblem(.notANumber(given: value), at: place) }
            return [(comparison, value)]
        case .dateTime:
            guard let days = QueryDays(value) else { throw QueryProblem(.notADate(given: value), at: place) }
            let (first, last) = (days.first.text, days.last.text)
            switch comparison {
            case .equal: return first == last ? [(.equal, first)] : [(.greaterOrEqual, first), (.lessOrEqual, last)]
            case .greaterOrEqual, .less: return [(comparison, first)]
            case .lessOrEqual, .greater: return [(comparison, last)]
            case .not:
                guard first == last else { throw QueryProblem(.noLeavingOut(label: filter.label), at: place) }
                return [(.not, first)]
            }
        }
    }
}

/// A day, a month or a year, by its first and its last day: `2024-05-31`, `2024-05`, `2024`.
public struct QueryDays: Hashable, Sendable {
    /// Of all its days.
    public let first: ISODate
    /// Of all its days.
    public let last: ISODate

    /// Nil unless the text is one that exists.
    public init?(_ text: String) {
        switch text.utf8.count {
        case 4:
            guard let first = ISODate("\(text)-01-01"), let last = ISODate("\(text)-12-31") else { return nil }
            (self.first, self.last) = (first, last)
        case 7:
            guard let first = ISODate("\(text)-01") else { return nil }
            self.first = first
            var last = first
            last.day = ISODate.days(in: first.month, of: first.year)
            self.last = last
        default:
            guard let day = ISODate(text) else { return nil }
            (first, last) = (day, day)
        }
    }
}
