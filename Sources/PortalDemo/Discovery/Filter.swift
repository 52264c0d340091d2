import Foundation
import GRDB

/// `Filter` of discovery.yaml.
struct Filter: Codable, Sendable {
    let source: FacetSource
    let group: String
    let type: FilterType
    let key: String
    let label: String
    var values: [ValueLabel]?
    var range: FilterRange?
    var operators: [FilterOperator]?
    var entries: [Entry]?
    var helpText: HelpText?

    /// `FilterEntry` of discovery.yaml.
    struct Entry: Codable, Sendable {
        let key: String
        let label: String
    }

    private init(source: FacetSource = .ckan, group: String, type: FilterType, key: String, label: String) {
        self.source = source
        self.group = group
        self.type = type
        self.key = key
        self.label = label
    }

    init(_ key: FacetKey, values: [ValueLabel]?) {
        let group = key.source == .beacon ? "BEACON" : "DATASET"
        self.init(source: key.source, group: group, type: key.type, key: key.rawValue, label: key.label)
        self.values = values
        // Only ranges have operators (CkanSearchFacetsMapper).
        if key.source == .ckan { helpText = HelpText.ofFilters[key.rawValue] }
    }

    init(_ key: RangeKey, range: FilterRange?) {
        self.init(group: "DATASET", type: key.type, key: key.rawValue, label: key.label)
        self.range = range
        operators = FilterOperator.allCases.filter { $0 != .not }
        helpText = HelpText.ofFilters[key.rawValue]
    }

    /// A change in a gene: made up, it finds datasets that name both.
    static var mutation: Filter {
        var filter = Filter(
            source: .beacon, group: "BEACON", type: .entries, key: "genetic_mutation", label: "Genetic mutation")
        filter.entries = [
            Entry(key: "geneId", label: "Gene"), Entry(key: "aminoacidChange", label: "Amino acid change"),
        ]
        return filter
    }
}

/// `FilterRange` of discovery.yaml: the least and the greatest value in the catalogue.
struct FilterRange: Codable, Sendable {
    let min: String
    let max: String

    /// - Returns: nil where no dataset has such a value.
    static func of(_ key: RangeKey, _ db: Database) throws -> FilterRange? {
        let row = try Row.fetchOne(
            db, sql: "SELECT least, greatest FROM facet_range WHERE key = ?", arguments: [key.rawValue])
        guard let row else { return nil }
        let (least, greatest): (Double, Double) = (row["least"], row["greatest"])
        return switch key.type {
        case .number:
            FilterRange(min: least.formatted(plain), max: greatest.formatted(plain))
        default:
            FilterRange(
                min: CatalogueDate.wire(Date(timeIntervalSince1970: least)),
                max: CatalogueDate.wire(Date(timeIntervalSince1970: greatest)))
        }
    }

    private static let plain = FloatingPointFormatStyle<Double>(locale: Locale(identifier: "en_US_POSIX"))
        .grouping(.never).precision(.fractionLength(0))
}

extension Filter {
    /// All filters over the whole catalogue.
    ///
    /// - Parameter withBeacon: Whether those of the Beacon network are among them.
    static func all(withBeacon: Bool, _ db: Database) throws -> [Filter] {
        let counts = try FacetCounts.ofAll(db)
        return listed(withBeacon: withBeacon).map { Filter($0, values: counts[$0]) }
            + (try RangeKey.allCases.map { Filter($0, range: try .of($0, db)) }) + (withBeacon ? [.mutation] : [])
    }

    /// The filters with the values that datasets of one result have.
    static func refreshed(_ counts: [FacetKey: [ValueLabel]], withBeacon: Bool) -> [Filter] {
        listed(withBeacon: withBeacon).compactMap { key in counts[key].map { Filter(key, values: $0) } }
    }

    private static func listed(withBeacon: Bool) -> [FacetKey] {
        FacetKey.allCases.filter { $0.source == .ckan || withBeacon }
    }
}
