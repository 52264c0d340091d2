/// A search as one line: what a person types, a script gives, and a saved search keeps. docs/SEARCHING.md has the
/// grammar.
///
/// It knows nothing of a portal: names are as they were written (`QueryNames` finds the filters that they mean), and
/// what a service can be asked is for `QueryLowering` to say. Whatever is here can be written by `text`, and
/// `parse(text)` gives it back.
public struct QueryLine: Hashable, Sendable {
    /// What a dataset has to meet: all of them, in the order in which they were written.
    public var terms: [QueryTerm]
    /// The order of the results; nil where the line does not say.
    public var sort: QuerySort?
    /// Whether the Beacon network is asked too; nil where the line does not say.
    public var beacon: Bool?
    /// Where the line says so.
    public var beaconPlace = QueryPlace.unknown

    public init(terms: [QueryTerm] = [], sort: QuerySort? = nil, beacon: Bool? = nil) {
        self.terms = terms
        self.sort = sort
        self.beacon = beacon
    }

    /// Says nothing at all.
    public var isEmpty: Bool { terms.isEmpty && sort == nil && beacon == nil }

    /// Every condition in it, wherever it stands.
    public var conditions: [QueryCondition] { terms.flatMap(\.conditions) }
}

/// One of the things that have to hold.
public struct QueryTerm: Hashable, Sendable {
    /// What it is.
    public indirect enum Kind: Hashable, Sendable {
        /// A word, as it is meant: without the signs that keep it from being read as anything else.
        case word(String)
        /// Words that stand beside each other.
        case phrase(String)
        /// What a filter has to have.
        case condition(QueryCondition)
        /// The complement: of a condition, datasets without a value are in it. Never of a `not`.
        case not(QueryTerm)
        /// One of them at least. Two or more, none of them an `either`.
        case either([QueryTerm])
        /// All of them: within `not` and `either` alone, for whatever holds at the top stands there by itself. Two or
        /// more, none of them an `all`.
        case all([QueryTerm])
    }

    /// What it is.
    public var kind: Kind
    /// Where it was written.
    public var place: QueryPlace

    public init(_ kind: Kind, at place: QueryPlace = .unknown) {
        self.kind = kind
        self.place = place
    }

    /// Every condition in it.
    public var conditions: [QueryCondition] {
        switch kind {
        case .condition(let condition): [condition]
        case .word, .phrase: []
        case .not(let term): term.conditions
        case .either(let terms), .all(let terms): terms.flatMap(\.conditions)
        }
    }
}

/// A part of a line, in characters from 0. Equal to every other: a search is the same wherever its parts stand.
public struct QueryPlace: Hashable, Sendable {
    /// Of the first character.
    public var start: Int
    /// How many; 0 at the end of the line.
    public var length: Int

    public init(start: Int, length: Int) {
        self.start = start
        self.length = length
    }

    /// Of what was never written.
    public static let unknown = QueryPlace(start: 0, length: 0)

    /// As a person counts it: from 1.
    public var column: Int { start + 1 }

    public static func == (_: QueryPlace, _: QueryPlace) -> Bool { true }

    public func hash(into _: inout Hasher) {}
}

/// `theme:(Oncology or "Rare diseases")`, `individuals>=100`.
public struct QueryCondition: Hashable, Sendable {
    /// Which filter, as it was written.
    public var name: QueryFacetName
    /// How a dataset's value stands to those that are named.
    public var comparison: QueryComparison
    /// One at least; several are alternatives, and only `equal` takes them.
    public var values: [String]

    public init(_ name: QueryFacetName, _ comparison: QueryComparison, _ values: [String]) {
        self.name = name
        self.comparison = comparison
        self.values = values
    }
}

/// A filter as a line names it: `theme`, `beacon/sex`, `genetic_mutation.geneId`, `"Number of individuals"`.
public struct QueryFacetName: Hashable, Sendable {
    /// Who answers it, where several have a filter of the name: `ckan` of `ckan/theme`.
    public var source: String?
    /// The filter's key, its label, or a short name for it.
    public var key: String
    /// Of a filter with entries: which of them.
    public var entry: String?
    /// Where it was written.
    public var place: QueryPlace

    public init(source: String? = nil, key: String, entry: String? = nil, at place: QueryPlace = .unknown) {
        self.source = source
        self.key = key
        self.entry = entry
        self.place = place
    }
}

/// How a value is compared. That it is not so is a `not` around the condition.
public enum QueryComparison: String, Hashable, Sendable, CaseIterable {
    /// Is, or holds the words; written `:` or `=`.
    case equal = ":"
    /// Is less, or before.
    case less = "<"
    /// Is greater, or after.
    case greater = ">"
    /// Is at most, or until the end of.
    case lessOrEqual = "<="
    /// Is at least, or from the beginning of.
    case greaterOrEqual = ">="

    /// The same in the services' words.
    public var facetOperator: FacetOperator {
        switch self {
        case .equal: .equal
        case .less: .less
        case .greater: .greater
        case .lessOrEqual: .lessOrEqual
        case .greaterOrEqual: .greaterOrEqual
        }
    }
}

/// `sort:modified`, `sort:-title`. Each name has a natural direction: dates with the newest first, titles from A to Z.
public struct QuerySort: Hashable, Sendable {
    /// `relevance`, `modified`, `added`, `title`, or what somebody wrote; in small letters.
    public var name: String
    /// The other way round.
    public var isReversed: Bool
    /// Where it was written.
    public var place: QueryPlace

    /// - Parameter written: as in a line, with other names for the same orders: `newest`, `oldest`, `created`.
    public init(written: String, at place: QueryPlace = .unknown) {
        var name = written.lowercased()
        isReversed = name.hasPrefix("-")
        if isReversed { name.removeFirst() }
        let other = Self.otherNames[name]
        self.name = other?.name ?? name
        if other?.isReversed == true { isReversed.toggle() }
        self.place = place
    }

    public init(_ sort: SearchSort) {
        (name, isReversed) =
            switch sort {
            case .relevance: ("relevance", false)
            case .newest: ("modified", false)
            case .oldest: ("modified", true)
            case .recentlyAdded: ("added", false)
            case .titleAscending: ("title", false)
            case .titleDescending: ("title", true)
            }
        place = .unknown
    }

    /// As it is written in a line, in front of `sort:`.
    public var written: String { (isReversed ? "-" : "") + name }

    /// The order of a service; nil where services have none such.
    public var known: SearchSort? { SearchSort.allCases.first { QuerySort($0) == self } }

    private static let otherNames: [String: (name: String, isReversed: Bool)] = [
        "newest": ("modified", false), "oldest": ("modified", true), "created": ("added", false),
        "title-descending": ("title", true),
    ]
}
