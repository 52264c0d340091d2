import FoundationEssentials

/// What a portal found of a line that several were asked.
public struct PortalFinds: Hashable, Sendable {
    /// Who answered.
    public enum Source: Hashable, Sendable {
        /// The portal itself.
        case portal
        /// The mirror on this machine: when it last asked the portal what is new; nil before it was filled.
        case mirror(Date?)
        /// An answer of before: when the portal gave it.
        case kept(Date?)
    }

    /// As many as were asked for, or as came in time; in the portal's order.
    public var datasets: [DatasetSummary] = []
    /// How many there are.
    public var total = 0
    /// There may be more than `total` counts: the service gives no more, or the mirror is not full yet.
    public var isCut = false
    /// Datasets that may belong to these: the mirror does not know what is asked for of them.
    public var undecided = 0
    /// Records that are left out because they could not be understood.
    public var unreadable = 0
    /// What the portal could not be asked: its datasets need not be so.
    public var leftOut: [LeftOutPart] = []
    /// What else became of the line's parts.
    public var notes: [QueryNote] = []
    /// Why the Beacon network gave no counts, in its own words.
    public var beaconError: String?
    /// What the service was asked; nil where the mirror answered.
    public var asked: SearchQuery?
    /// Who answered.
    public var source = Source.portal

    public init(datasets: [DatasetSummary] = [], total: Int = 0, source: Source = .portal) {
        self.datasets = datasets
        self.total = total
        self.source = source
    }
}

/// What became of asking one of several portals.
public enum PortalOutcome: Hashable, Sendable {
    /// All that was asked for is there.
    case answered(PortalFinds)
    /// Not within so many seconds, and it is not waited for. With what came until then, or what this machine has of it.
    case slow(seconds: Int, PortalFinds?)
    /// With what came before, or what this machine has of it.
    case failed(PortalError, PortalFinds?)
    /// Nothing of the line can be asked there, and so nothing was.
    case notAsked([LeftOutPart])

    /// What there is to show.
    public var finds: PortalFinds? {
        switch self {
        case .answered(let finds): finds
        case .slow(_, let finds), .failed(_, let finds): finds
        case .notAsked: nil
        }
    }

    /// The same with what this machine has, where nothing came.
    public func or(_ finds: PortalFinds?) -> PortalOutcome {
        guard self.finds == nil else { return self }
        switch self {
        case .answered, .notAsked: return self
        case .slow(let seconds, _): return .slow(seconds: seconds, finds)
        case .failed(let error, _): return .failed(error, finds)
        }
    }
}
