/// What the line above the list of datasets knows besides the text in it.
public struct LineEntry: Equatable, Sendable {
    /// Why the line is no search, or none that the portal can be asked: shown below it until something else is typed.
    public var problem: QueryProblem?
    /// What the word at the cursor may become.
    public var completion: LineCompletion?
    /// The line in the field is a whole search: it takes the place of what narrows the results now, too.
    var isWhole = false
    /// What is to be done when the portal has told its filters or a filter's values.
    var awaits: Submission?
    /// Which of the earlier lines is in the field; nil for none.
    var recalled: Int?
    /// What was in the field before the first of them.
    var draft = TextBuffer()

    /// How much of what is typed becomes a part of the search.
    enum Submission: Equatable, Sendable {
        /// Conditions that are complete become pills; the field stays.
        case pills
        /// All of it, and the list has the keys.
        case all
    }

    public init() {}
}

/// What a word of the line may become, with what it was.
public struct LineCompletion: Equatable, Sendable {
    /// One of them.
    public struct Item: Equatable, Sendable {
        /// As it is put into the line.
        public var text: String
        /// As it is shown.
        public var label: String
        /// Beside it: what a filter is called.
        public var note: String?
        /// How many datasets have the value; nil where that is not told.
        public var count: Int?
        /// Nothing can follow it but a blank.
        var isComplete: Bool
    }

    /// Where the word begins, in characters of the line.
    public var start: Int
    /// What it may become, the likeliest first.
    public var items: [Item]
    /// The one that is in the line; nil while what is typed is.
    public var selection: Int?
    /// What stood there.
    var typed: String

    /// As many as are looked through.
    static let most = 100
}

extension BrowserState {
    /// What a line can name now: the portal's filters, and what narrows the results already.
    public var names: QueryNames { QueryNames(facets.filters, and: query.facets) }
}

extension QueryReason {
    /// More of the line may still come.
    var isUnfinished: Bool {
        switch self {
        case .valueExpected, .termExpected, .quoteOpen, .groupOpen: true
        case .nameExpected, .groupEmpty, .strayClose, .orExpected, .blankExpected, .oneValue, .tooDeep, .tooLong,
            .onlyOutside, .saidTwice, .unknownChoice, .unknownName, .noDataUse, .severalNames, .entryExpected,
            .noEntries,
            .notANumber, .notADate, .noValue, .noNot, .noAlternatives, .noWordsBesideAlternatives, .noOrder,
            .noLeavingOut, .oneBound, .beaconNeeded, .notOffered:
            false
        }
    }
}
