import PortalDomain

/// A search as the mirror carries it out: leaves that are a statement each, with bound values, and what joins them.
indirect enum QueryPlan: Hashable, Sendable {
    case everything
    case nothing
    case words(WordExpression)
    /// One of the values of a facet.
    case values([Int], MirrorField)
    /// One of the columns that tell a dataset from all others.
    case names([String], MirrorField)
    /// A number or a moment from one to another, each with whether it is in.
    case range(RangeBound, MirrorField)
    case all([QueryPlan])
    case any([QueryPlan])
    case not(QueryPlan)

    /// - Returns: one where nothing has to be joined; words that stand beside each other are one statement.
    static func joined(all plans: [QueryPlan]) -> QueryPlan {
        join(plans, neutral: .everything, deciding: .nothing, words: WordExpression.all, QueryPlan.all)
    }

    /// See `joined(all:)`.
    static func joined(any plans: [QueryPlan]) -> QueryPlan {
        join(plans, neutral: .nothing, deciding: .everything, words: WordExpression.any, QueryPlan.any)
    }

    private static func join(
        _ plans: [QueryPlan], neutral: QueryPlan, deciding: QueryPlan,
        words joinWords: ([WordExpression]) -> WordExpression,
        _ join: ([QueryPlan]) -> QueryPlan
    ) -> QueryPlan {
        var words: [WordExpression] = []
        var others: [QueryPlan] = []
        for plan in plans where plan != neutral {
            if plan == deciding { return deciding }
            if case .words(let expression) = plan { words.append(expression) } else { others.append(plan) }
        }
        if let first = words.first { others.insert(.words(words.count == 1 ? first : joinWords(words)), at: 0) }
        guard let first = others.first else { return neutral }
        return others.count == 1 ? first : join(others)
    }

    /// The words that make a dataset be found; those that keep it from being found are none.
    var foundWords: [WordExpression] {
        switch self {
        case .words(let expression): [expression]
        case .all(let plans), .any(let plans): plans.flatMap(\.foundWords)
        case .everything, .nothing, .values, .names, .range, .not: []
        }
    }

    /// What it asks for besides words.
    var fields: [MirrorField] {
        switch self {
        case .values(_, let field), .names(_, let field), .range(_, let field): [field]
        case .all(let plans), .any(let plans): plans.flatMap(\.fields)
        case .not(let plan): plan.fields
        case .everything, .nothing, .words: []
        }
    }
}

/// The ends of a range: of numbers, or of moments in seconds since 1970.
struct RangeBound: Hashable, Sendable {
    /// From here on; nil where it has no beginning.
    var from: Double?
    /// Whether `from` itself is in.
    var isFromIn = true
    /// Up to here; nil where it has no end.
    var to: Double?
    /// Whether `to` itself is in.
    var isToIn = true

    func contains(_ value: Double) -> Bool {
        if let from, isFromIn ? value < from : value <= from { return false }
        if let to, isToIn ? value > to : value >= to { return false }
        return true
    }
}
