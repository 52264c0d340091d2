import Foundation
import GRDB

/// `Filter` of discovery.yaml.
struct Filter: Codable, Sendable {
    let source: String
    let group: String
    let type: FilterType
    let key: String
    let label: String
    let values: [ValueLabel]?
    let range: FilterRange?
    let operators: [FilterOperator]?

    init(_ key: FacetKey, values: [ValueLabel]?) {
        source = FacetConditions.source
        group = "DATASET"
        type = key.type
        self.key = key.rawValue
        label = key.label
        self.values = values
        range = nil
        operators = nil
    }

    init(_ key: RangeKey, range: FilterRange?) {
        source = FacetConditions.source
        group = "DATASET"
        type = key.type
        self.key = key.rawValue
        label = key.label
        values = nil
        self.range = range
        operators = FilterOperator.allCases
    }
}

/// `FilterRange` of discovery.yaml: the least and the greatest value in the catalogue.
struct FilterRange: Codable, Sendable {
    let min: String
    let max: String

    /// - Returns: nil where no dataset has such a value.
    static func of(_ key: RangeKey, _ db: Database) throws -> FilterRange? {
        let row = try Row.fetchOne(
            db, sql: "SELECT min(\(key.column)) AS least, max(\(key.column)) AS greatest FROM dataset")
        guard let row, let least = row["least"] as Double?, let greatest = row["greatest"] as Double? else {
            return nil
        }
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
    static func all(_ db: Database) throws -> [Filter] {
        let counts = try FacetCounts.ofAll(db)
        return FacetKey.allCases.map { Filter($0, values: counts[$0]) }
            + (try RangeKey.allCases.map { Filter($0, range: try .of($0, db)) })
    }

    /// The filters with the values that datasets of one result have.
    static func refreshed(_ counts: [FacetKey: [ValueLabel]]) -> [Filter] {
        FacetKey.allCases.compactMap { key in counts[key].map { Filter(key, values: $0) } }
    }
}
