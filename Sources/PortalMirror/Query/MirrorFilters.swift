import FoundationEssentials
import GRDB
import PortalDomain

/// What a mirror can be filtered by.
struct MirrorFilters: Sendable {
    /// Those of the portal, as it gave them, but for the Beacon network's; then the mirror's own.
    var all: [Filter] = []

    init(_ database: Database) throws {
        let kept = try Data.fetchAll(database, sql: "SELECT contents FROM filter ORDER BY place")
        all = kept.compactMap { try? JSONDecoder().decode(Filter.self, from: $0) }
            .filter { !$0.key.isOfBeacon && $0.kind != .entries }
        var covered = Set(all.map { MirrorField($0) })
        for field in MirrorField.ofRows + [.series, .format, .licence, .dataUse] { add(field, &covered) }
        let details = try String.fetchAll(
            database, sql: "SELECT key FROM facet_key WHERE key LIKE 'detail:%' ORDER BY place")
        for key in details { add(MirrorField(detail: String(key.dropFirst("detail:".count))), &covered) }
    }

    /// Those without values, which are typed, and those that nobody else has.
    private mutating func add(_ field: MirrorField, _ covered: inout Set<MirrorField>) {
        guard covered.insert(field).inserted else { return }
        let key: String =
            if case .detail(let label) = field { label.replacing(" ", with: "_") } else { field.key }
        all.append(
            Filter(
                key: FilterKey(source: Self.source, key: key), kind: field.filterKind, label: field.label,
                operators: field.filterKind == .number || field.filterKind == .dateTime
                    ? [.equal, .less, .greater, .lessOrEqual, .greaterOrEqual] : [.equal, .not]))
    }

    /// Who answers them.
    static let source = FilterKey.mirror

    /// The filters with what was counted, by the facets' keys; those that are not counted as they are.
    func counted(_ counts: FacetCounting.Counts) -> [Filter] {
        all.map { filter in
            guard let key = MirrorField(filter).facetKey, let values = counts[key] else { return filter }
            var filter = filter
            filter.values = values
            return filter
        }
    }
}
