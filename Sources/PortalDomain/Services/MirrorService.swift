import FoundationEssentials

/// The catalogue of a portal as it is kept on this machine, for the screen: read without a network, and filled from the
/// portal. docs/MIRROR.md tells what it is.
public struct MirrorService: Sendable {
    /// Answers from the mirror alone: nobody is asked. Where there is none, each call fails as `.notKept`.
    public var discovery: DiscoveryService
    /// What the mirror holds; nil where there is none.
    public var facts: @Sendable () async throws(PortalError) -> MirrorFacts?
    /// Fills the mirror or brings it up to date. Cancelled, or failed, it keeps what was read and goes on there next time.
    /// So many full records are read besides, of what is in the basket first.
    public var fill:
        @Sendable (_ records: Int, _ tell: @escaping @Sendable (MirrorProgress) -> Void) async throws(PortalError) ->
            MirrorReport

    public init(
        discovery: DiscoveryService, facts: @escaping @Sendable () async throws(PortalError) -> MirrorFacts?,
        fill:
            @escaping @Sendable (_ records: Int, _ tell: @escaping @Sendable (MirrorProgress) -> Void)
            async
            throws(PortalError) -> MirrorReport
    ) {
        self.discovery = discovery
        self.facts = facts
        self.fill = fill
    }

    /// Where nothing is kept: there is no mirror, and none can be filled.
    public static let none = MirrorService(
        discovery: .refusing(.mirror(.ephemeral)),
        facts: { () throws(PortalError) in nil },
        fill: { _, _ throws(PortalError) in
            throw PortalError(.local, operation: "filling the mirror", because: .mirror(.ephemeral))
        })
}

extension DiscoveryService {
    /// Answers nothing, with the reason. Nothing is said of what a portal can do.
    public static func refusing(_ reason: Reason) -> DiscoveryService {
        DiscoveryService { calls in
            calls.search.perform = { _, _, _ throws(PortalError) in
                throw PortalError(.notKept, operation: "search", because: reason)
            }
            calls.filters.perform = { () throws(PortalError) in
                throw PortalError(.notKept, operation: "loading the filters", because: reason)
            }
            calls.filterValues.perform = { _ throws(PortalError) in
                throw PortalError(.notKept, operation: "loading a filter's values", because: reason)
            }
            calls.dataset.perform = { _ throws(PortalError) in
                throw PortalError(.notKept, operation: "opening the dataset", because: reason)
            }
            calls.export.perform = { _, _ throws(PortalError) in
                throw PortalError(.notKept, operation: "exporting the dataset", because: reason)
            }
        }
    }
}

/// What a mirror holds, how old it is, and how much of it is known.
public struct MirrorFacts: Hashable, Sendable {
    /// Of its file.
    public var path: String
    /// Of its file, in bytes.
    public var bytes: Int64
    /// How many datasets are in it.
    public var datasets: Int
    /// How many the portal said that it has; nil before it was asked.
    public var total: Int?
    /// Of how many datasets the full record is there, and not only what a list shows.
    public var fullRecords: Int
    /// When the portal was asked last what is new; nil before the first filling was done.
    public var checkedAt: Date?
    /// Whether all that the portal has was read: false within the first filling.
    public var isWhole: Bool
    /// Whether it holds what is seen only while somebody is signed in.
    public var isPrivate: Bool
    /// Whether others read it too, or a disk of several machines holds it.
    public var isShared: Bool

    public init(
        path: String, bytes: Int64, datasets: Int, total: Int?, fullRecords: Int, checkedAt: Date?, isWhole: Bool,
        isPrivate: Bool, isShared: Bool
    ) {
        self.path = path
        self.bytes = bytes
        self.datasets = datasets
        self.total = total
        self.fullRecords = fullRecords
        self.checkedAt = checkedAt
        self.isWhole = isWhole
        self.isPrivate = isPrivate
        self.isShared = isShared
    }
}

/// How far the filling of a mirror is.
public struct MirrorProgress: Hashable, Sendable {
    /// What is done.
    public enum Work: Hashable, Sendable {
        /// The first filling, the look at what is new, the search for what was deleted, and the full records.
        case filling, refreshing, sweeping, records
    }

    /// What is done.
    public var work: Work
    /// How many datasets are through it.
    public var done: Int
    /// Of how many; nil before the portal has told.
    public var total: Int?

    public init(_ work: Work, done: Int, total: Int?) {
        self.work = work
        self.done = done
        self.total = total
    }

    /// From 0 to 1; nil where nobody knows how much there is.
    public var part: Double? {
        total.flatMap { $0 > 0 ? min(max(Double(done) / Double($0), 0), 1) : nil }
    }
}

/// What became of a filling.
public struct MirrorReport: Hashable, Sendable {
    /// Datasets that were not there before.
    public var new: Int
    /// Datasets that differ.
    public var changed: Int
    /// Datasets that are gone.
    public var removed: Int
    /// How many datasets the mirror holds now.
    public var datasets: Int

    public init(new: Int, changed: Int, removed: Int, datasets: Int) {
        self.new = new
        self.changed = changed
        self.removed = removed
        self.datasets = datasets
    }
}

/// What has to be known of a page that a mirror answered, so that it does not look like all there is.
public struct MirrorRemarks: Hashable, Sendable, Codable {
    /// A field that the search rests on and that is not known of all datasets.
    public struct Gap: Hashable, Sendable, Codable {
        /// What the field is called, in English.
        public var label: String
        /// Of how many datasets it is known.
        public var known: Int
        /// How many datasets there are.
        public var total: Int

        public init(label: String, known: Int, total: Int) {
            self.label = label
            self.known = known
            self.total = total
        }
    }

    /// When the portal was asked last what is new; nil before the first filling was done.
    public var checkedAt: Date?
    /// Whether all that the portal has was read.
    public var isWhole: Bool
    /// How many datasets may belong to those found besides: what the search asks for is not known of them.
    public var undecided: Int
    /// Which fields those are.
    public var gaps: [Gap]
    /// With nothing found: the line as it may have been meant.
    public var meant: String?

    public init(checkedAt: Date?, isWhole: Bool, undecided: Int = 0, gaps: [Gap] = [], meant: String? = nil) {
        self.checkedAt = checkedAt
        self.isWhole = isWhole
        self.undecided = undecided
        self.gaps = gaps
        self.meant = meant
    }
}
