import Foundation
import PortalModel

/// How a dataset is cited: creator, year, title, version, publisher and identifier, as DataCite recommends.
struct Citation {
    package var title: String
    /// Who made it, or else who publishes it. People and organisations are not told apart by catalogues.
    var authors: [String]
    var publisher: String?
    var issued: ISODate?
    var version: String?
    var doi: DOI?
    var url: String?
    /// Where it has no DOI.
    var identifier: String?
    var keywords: [String]
    var id: DatasetID

    init(_ detail: DatasetDetail) {
        let dataset = detail.summary
        id = dataset.id
        title = Self.line(dataset.title)
        authors = (detail.creators ?? dataset.publishers).map(Self.line)
        publisher = dataset.publishers.first.map(Self.line)
        issued = (dataset.created ?? dataset.modified).map { ISODate($0) }
        version = detail.version.map(Self.line)
        doi = detail.doi
        url = detail.doi?.address ?? detail.url ?? detail.accessURL
        identifier = dataset.identifier.flatMap { DOI($0) == nil ? Self.line($0) : nil }
        keywords = dataset.keywords.map(Self.line)
    }

    /// Without line ends, controls and what turns the direction of writing.
    private static func line(_ text: String) -> String {
        let shown = text.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: Character(scalar)
            }
        }
        return String(shown).split(separator: " ").joined(separator: " ")
    }
}
