import Foundation
import PortalModel

/// Datasets as rows for spreadsheets: the same facts that `portal search --json` tells.
enum DatasetTable {
    static let heading = [
        "id", "identifier", "title", "publishers", "themes", "keywords", "catalogue", "created", "modified",
        "access_level", "access_rights", "individuals", "records", "files", "coverage_start", "coverage_end",
        "is_series", "is_externally_governed", "description",
    ]

    /// Several values in one cell have semicolons between them; what is not known is empty.
    static func row(_ dataset: DatasetSummary) -> [String] {
        func list(_ values: [String]) -> String { values.joined(separator: "; ") }
        func day(_ date: Date?) -> String { date.map { ISODate($0).text } ?? "" }
        func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
        return [
            dataset.id.rawValue, dataset.identifier ?? "", dataset.title, list(dataset.publishers),
            list(dataset.themes.map(\.label)), list(dataset.keywords), dataset.catalogue ?? "", day(dataset.created),
            day(dataset.modified), dataset.accessLevel.rawValue, dataset.accessRights?.label ?? "",
            number(dataset.individuals), number(dataset.records), number(dataset.distributionCount),
            day(dataset.coverageStart), day(dataset.coverageEnd), dataset.isSeries ? "true" : "false",
            dataset.isExternallyGoverned ? "true" : "false", dataset.description,
        ]
    }
}
