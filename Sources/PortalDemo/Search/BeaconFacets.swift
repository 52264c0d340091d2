import Foundation
import HTTPTypes

/// The facets of a search that the Beacon network answers, as one condition.
///
/// As DDS b2904a6 asks it (BeaconIndividualsRequestMapper, BeaconDatasetIdsCollector): every facet narrows, a value of a
/// DROPDOWN by itself, and without a facet the network is not asked at all.
enum BeaconFacets {
    /// - Returns: nil where there is nothing to ask.
    static func condition(for facets: [SearchFacet]) throws -> SearchCondition? {
        let asked = facets.filter { $0.source == FacetSource.beacon.rawValue }
        let conditions = try asked.compactMap { facet -> SearchCondition? in
            switch facet.type {
            case .dropdown: try disease(facet)
            case .freeText: try freeText(facet)
            case .entries: try mutation(facet)
            case .dateTime, .number, nil: nil
            }
        }
        guard !conditions.isEmpty else { return nil }
        // What has nobody in it is not among the answers.
        return .all(conditions + [SearchCondition(sql: "people > 0", arguments: [])])
    }

    private static func disease(_ facet: SearchFacet) throws -> SearchCondition {
        guard let value = facet.givenValue else { throw invalid("Facet value must not be null or empty") }
        return CatalogueFacets.having(.disease, value)
    }

    /// The one filter of that kind at a Beacon is an age, of which the demo's datasets know nothing.
    private static func freeText(_ facet: SearchFacet) throws -> SearchCondition {
        guard facet.operator != nil else { throw invalid("Facet operator must not be null") }
        guard facet.givenValue != nil else { throw invalid("Facet value must not be null or empty") }
        return .any([])
    }

    /// Made up: datasets whose text names the gene and the change.
    private static func mutation(_ facet: SearchFacet) throws -> SearchCondition {
        let entries = facet.entries ?? []
        guard !entries.isEmpty, entries.allSatisfy({ !$0.value.allSatisfy(\.isWhitespace) }) else {
            throw invalid("Facet entries must not be empty or contain invalid key-value pairs")
        }
        return .all(
            entries.map { entry in
                let words = entry.value.filter { $0 != "\"" && $0 != "\0" }
                return SearchCondition(
                    sql: "number IN (SELECT rowid FROM dataset_text WHERE dataset_text MATCH ?)",
                    arguments: ["\"\(SearchText.indexed(words))\""])
            })
    }

    private static func invalid(_ detail: String) -> Problem { Problem(.badRequest, "Invalid Facet", detail) }
}
