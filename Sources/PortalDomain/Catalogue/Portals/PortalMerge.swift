import FoundationEssentials

/// The rows of several portals as one list, in which each portal's rows stay in their order.
public enum PortalMerge {
    /// - Parameters:
    ///   - lists: a portal each, in the order in which the person named them.
    ///   - sort: the order that was asked for. By relevance one row of each portal follows another, since no portal's
    ///     relevance can be held against another's; by a date or a title the row that comes first is taken.
    public static func merged(_ lists: [[PlacedDataset]], by sort: SearchSort) -> [PlacedDataset] {
        var heads = lists.map { $0[...] }
        var merged: [PlacedDataset] = []
        merged.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        guard sort != .relevance else {
            while heads.contains(where: { !$0.isEmpty }) {
                for index in heads.indices { if let row = heads[index].popFirst() { merged.append(row) } }
            }
            return merged
        }
        while true {
            let waiting = heads.indices.filter { !heads[$0].isEmpty }
            // Of rows that are equal the one of the portal that was named first.
            let next = waiting.min { one, other in
                guard let first = heads[one].first, let second = heads[other].first else { return false }
                return isBefore(first.dataset, second.dataset, by: sort)
            }
            guard let next, let row = heads[next].popFirst() else { return merged }
            merged.append(row)
        }
    }

    /// What has no date comes last.
    private static func isBefore(_ one: DatasetSummary, _ other: DatasetSummary, by sort: SearchSort) -> Bool {
        switch sort {
        case .relevance: false
        case .newest: (one.modified ?? .distantPast) > (other.modified ?? .distantPast)
        case .oldest: (one.modified ?? .distantFuture) < (other.modified ?? .distantFuture)
        case .recentlyAdded: (one.created ?? .distantPast) > (other.created ?? .distantPast)
        case .titleAscending: one.title.lowercased() < other.title.lowercased()
        case .titleDescending: one.title.lowercased() > other.title.lowercased()
        }
    }
}
