/// One search of all portals that are set up: what is typed, what became of each portal, and what they found. It outlasts
/// its overlay, and the portal that is open.
public struct AllPortalsState: Equatable, Sendable {
    /// A portal that was asked.
    public struct Asked: Equatable, Sendable {
        /// The profile's.
        public var name: String
        /// What became of it; nil while its answer is awaited.
        public var outcome: PortalOutcome?
    }

    /// A dataset that is looked at, as one of its portals has it.
    public struct Opened: Equatable, Sendable {
        /// The dataset, with all its places.
        public var dataset: FoldedDataset
        /// Which of the places is shown.
        public var place = 0
        /// Nil until that portal has described it.
        public var detail: DatasetDetail?
        /// Why it could not.
        public var error: PortalError?
        /// The part that is shown.
        public var tab = DatasetState.Tab.overview
        /// First line in sight.
        public var offset = 0
        /// Tells the awaited answer from others.
        var number: Int

        /// The dataset in the words of the portal whose page it is.
        public var placed: PlacedDataset { dataset.places[place] }
        /// The portal's answer is awaited.
        public var isLoading: Bool { detail == nil && error == nil }
    }

    /// The search, as it is typed.
    public internal(set) var line = TextBuffer()
    /// The line has the keys.
    public internal(set) var isTyping = true
    /// What is wrong with the line.
    public internal(set) var problem: QueryProblem?
    /// What the word at the cursor may become.
    public internal(set) var completion: LineCompletion?
    /// The group whose portals are asked; nil for all that are set up.
    public internal(set) var group: String?
    /// What was asked last.
    public internal(set) var query: QueryLine?
    /// In the order in which they are listed; empty before anything was asked.
    public internal(set) var portals: [Asked] = []
    /// What was found so far.
    public internal(set) var rows: [FoldedDataset] = []
    /// The one under the cursor, by its place in `rows`.
    public internal(set) var selection = 0
    /// Nil while the list is shown.
    public internal(set) var opened: Opened?
    /// How many datasets each portal is asked for.
    var wanted = Self.page
    /// Tells answers to the last question from those to others.
    var lastNumber = 0
    /// Tells the awaited page of a dataset from others.
    var lastDescription = 0
    /// Which portals there are is not known yet; they are asked as soon as it is.
    var awaitsPortals = false
    /// A question lies over it.
    var isBehind = false

    static let page = 50
    /// The parts of a dataset's page that can be read here.
    public static let tabs = DatasetState.Tab.allCases.filter { $0 != .members }
    /// For how many seconds a portal is waited for.
    public static let patience = 10

    public init() {}

    /// Under the cursor.
    public var selected: FoldedDataset? { rows.indices.contains(selection) ? rows[selection] : nil }

    /// The answer of a portal is awaited.
    public var isAsking: Bool { awaitsPortals || portals.contains { $0.outcome == nil } }

    /// A portal has more than it was asked for.
    public var hasMore: Bool {
        portals.contains { $0.outcome?.finds.map { $0.total > $0.datasets.count + $0.unreadable } == true }
    }

    /// How many of the rows are at more than one portal.
    public var inSeveral: Int { rows.count { $0.portals.count > 1 } }

    /// The cursor stays on its dataset, unless it is still where it began.
    mutating func take(_ outcome: PortalOutcome, of name: String) {
        guard let index = portals.firstIndex(where: { $0.name == name }) else { return }
        portals[index].outcome = outcome
        let kept = selection == 0 ? nil : selected?.first
        let lists = portals.map { portal in
            (portal.outcome?.finds?.datasets ?? []).map { PlacedDataset(portal: portal.name, dataset: $0) }
        }
        rows = FoldedDataset.folding(PortalMerge.merged(lists, by: query?.sort?.known ?? .relevance))
        let place = kept.flatMap { kept in rows.firstIndex { $0.places.contains(kept) } }
        selection = place ?? min(selection, max(rows.count - 1, 0))
    }

    /// Nobody answers any more what is still awaited.
    mutating func stopAsking() {
        lastNumber += 1
        let stopped = PortalOutcome.failed(PortalError(.cancelled, operation: "search"), nil)
        for index in portals.indices where portals[index].outcome == nil { portals[index].outcome = stopped }
        if opened?.isLoading == true { opened = nil }
        awaitsPortals = false
    }
}

/// A search that is asked of several portals at once.
public struct AllPortalsSearch: Equatable, Sendable {
    /// Comes back with each answer.
    public var number: Int
    /// What is looked for.
    public var line: QueryLine
    /// The profiles that are asked.
    public var portals: [String]
    /// How many datasets of each.
    public var rows: Int
    /// For how many seconds each is waited for.
    public var seconds: Int
}
