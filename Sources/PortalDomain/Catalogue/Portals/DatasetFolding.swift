/// A dataset as one portal has it.
public struct PlacedDataset: Hashable, Sendable {
    /// The profile under which the portal is set up.
    public var portal: String
    /// The dataset in that portal's words.
    public var dataset: DatasetSummary

    public init(portal: String, dataset: DatasetSummary) {
        self.portal = portal
        self.dataset = dataset
    }
}

/// A dataset with every place where it was found.
public struct FoldedDataset: Hashable, Sendable {
    /// One at least, in the order in which they came.
    public private(set) var places: [PlacedDataset]

    /// As the first place has it, which is what is shown.
    public var first: PlacedDataset { places[0] }

    /// The portals, each once, in the order of the places.
    public var portals: [String] { places.map(\.portal).unique }

    /// Nil where there is no place.
    public init?(_ places: [PlacedDataset]) {
        guard !places.isEmpty else { return nil }
        self.places = places
    }

    /// Folds what several portals found: records that have a ``DatasetKey`` in common are one dataset, and so are those
    /// that are joined by a third one. Within a portal the same id is the same dataset. Titles decide nothing.
    ///
    /// - Returns: each record in one of them, as the groups first appear. Which records are together does not depend on
    ///   their order.
    public static func folding(_ records: [PlacedDataset]) -> [FoldedDataset] {
        var groups = JoinedNumbers(count: records.count)
        var known: [Name: Int] = [:]
        for (number, record) in records.enumerated() {
            let own = Name.own(portal: record.portal, record.dataset.id)
            for name in [own] + record.dataset.keys.map(Name.everywhere) {
                if let other = known[name] { groups.join(number, other) } else { known[name] = number }
            }
        }
        var places: [Int: [PlacedDataset]] = [:]
        var order: [Int] = []
        for (number, record) in records.enumerated() {
            let group = groups.first(of: number)
            if places[group] == nil { order.append(group) }
            places[group, default: []].append(record)
        }
        return order.compactMap { places[$0] }.compactMap(FoldedDataset.init)
    }

    private enum Name: Hashable {
        case own(portal: String, DatasetID)
        case everywhere(DatasetKey)
    }
}

/// Numbers from 0 on that are joined to groups (union by the smaller number, with paths made shorter on the way).
private struct JoinedNumbers {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// The smallest number that it is together with.
    mutating func first(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (one, other) = (first(of: one), first(of: other))
        parents[max(one, other)] = min(one, other)
    }
}
