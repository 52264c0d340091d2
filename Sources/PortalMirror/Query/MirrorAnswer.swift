import FoundationEssentials
import PortalDomain

/// A dataset that was found.
public struct MirrorHit: Hashable, Sendable {
    /// The dataset as a list shows it.
    public var dataset: DatasetSummary
    /// Why it was found, where its title does not show that.
    public var snippet: MirrorSnippet?

    public init(dataset: DatasetSummary, snippet: MirrorSnippet? = nil) {
        self.dataset = dataset
        self.snippet = snippet
    }
}

/// A field that a search rests on and that is not known of all datasets.
public struct MirrorGap: Hashable, Sendable {
    /// Which field.
    public var field: MirrorField
    /// Of how many datasets it is known.
    public var known: Int
    /// How many datasets there are.
    public var total: Int

    public init(field: MirrorField, known: Int, total: Int) {
        self.field = field
        self.known = known
        self.total = total
    }
}

/// What a mirror answers to a search.
public struct MirrorAnswer: Hashable, Sendable {
    /// The place of the first hit, from 0.
    public var start: Int
    /// How many datasets were found.
    public var total: Int
    /// Those that were asked for, in order.
    public var hits: [MirrorHit]
    /// The filters with how many of those found have each value; of a facet that narrows the search, how many would be
    /// found with each. Empty where no counts were asked for.
    public var filters: [Filter]
    /// How many datasets may belong to those found besides: what the search asks for is not known of them.
    public var undecided: Int
    /// Which fields those are.
    public var gaps: [MirrorGap]
    /// With nothing found: the line as it may have been meant.
    public var meant: QueryLine?
    /// How complete and how old all of it is.
    public var state: MirrorState

    public init(
        start: Int, total: Int, hits: [MirrorHit], filters: [Filter] = [], undecided: Int = 0, gaps: [MirrorGap] = [],
        meant: QueryLine? = nil, state: MirrorState
    ) {
        self.start = start
        self.total = total
        self.hits = hits
        self.filters = filters
        self.undecided = undecided
        self.gaps = gaps
        self.meant = meant
        self.state = state
    }
}

/// How complete a mirror is, and how old.
public struct MirrorState: Hashable, Sendable {
    /// How many datasets are in it.
    public var datasets: Int
    /// How many the portal said that it has; nil before it was asked.
    public var total: Int?
    /// Of how many the full record is there.
    public var fullRecords: Int
    /// When the portal was asked last what is new; nil before the first filling was done.
    public var checkedAt: Date?
    /// Whether all that the portal has was read: false within the first filling.
    public var isWhole: Bool

    public init(datasets: Int, total: Int?, fullRecords: Int, checkedAt: Date?, isWhole: Bool) {
        self.datasets = datasets
        self.total = total
        self.fullRecords = fullRecords
        self.checkedAt = checkedAt
        self.isWhole = isWhole
    }
}
