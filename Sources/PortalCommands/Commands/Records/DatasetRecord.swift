import Foundation
import PortalModel

/// A dataset as `search` and `show` print it (docs/schemas/search.json, show.json). Names and meanings stay.
struct DatasetRecord: EncodesInKeyOrder {
    var accessLevel: String
    var accessRights: String?
    package var catalogue: String?
    var created: Date?
    var description: String
    var files: Int?
    var id: String
    var identifier: String?
    var individuals: Int?
    var isExternallyGoverned: Bool
    var isInSeries: Bool?
    var isSeries: Bool
    var keywords: [String]
    var modified: Date?
    var publishers: [String]
    var records: Int?
    var themes: [String]
    package var title: String

    init(_ dataset: DatasetSummary) {
        id = dataset.id.rawValue
        identifier = dataset.identifier
        title = dataset.title
        description = dataset.description
        publishers = dataset.publishers
        themes = dataset.themes.map(\.label)
        keywords = dataset.keywords
        catalogue = dataset.catalogue
        created = dataset.created
        modified = dataset.modified
        accessLevel = dataset.accessLevel.rawValue
        accessRights = dataset.accessRights?.label
        individuals = dataset.individuals
        records = dataset.records
        files = dataset.distributionCount
        isSeries = dataset.isSeries
        isInSeries = dataset.isInSeries
        isExternallyGoverned = dataset.isExternallyGoverned
    }
}

/// Everything of one dataset (docs/schemas/show.json).
struct DatasetDetailRecord: Encodable {
    var dataset: DatasetRecord
    var sections: [Section]
    var distributions: [Distribution]
    var contacts: [Contact]
    /// What it may be used for, where the catalogue names codes of DUO.
    var duo: [DataUseRecord]?
    /// What comparing `--purpose` with it came to.
    var purpose: DataUseAnswer?
    var url: String?
    /// Where access is asked for when that is not done here.
    var accessURL: String?
    /// Of a series: its datasets, where the portal lists them.
    var members: [Member]?

    struct Member: Encodable {
        var id: String
        var identifier: String?
        var title: String
    }

    struct Section: Encodable {
        var title: String
        var entries: [Entry]
    }

    struct Entry: Encodable {
        var label: String
        var values: [String]
        /// What the service says of the field.
        var help: String?
    }

    struct Distribution: Encodable {
        var title: String
        var description: String
        var format: String?
        var mediaType: String?
        var accessURL: String?
        var downloadURL: String?
        var byteSize: Int64?
        var checksum: String?
        var checksumAlgorithm: String?
        var licence: String?
        /// What else the catalogue says of it.
        var entries: [Entry]
    }

    struct Contact: Encodable {
        package var name: String
        var email: String?
        var urls: [String]
    }

    init(_ detail: DatasetDetail, members: [DatasetSummary]? = nil, purpose: ResearchPurpose? = nil) {
        let uses = detail.dataUses
        let comparison = purpose.map { DataUseComparison(uses, $0) }
        duo = uses.isEmpty ? nil : uses.map { DataUseRecord($0, comparison) }
        self.purpose = comparison?.answer
        self.members = members?.map { Member(id: $0.id.rawValue, identifier: $0.identifier, title: $0.title) }
        dataset = DatasetRecord(detail.summary)
        sections = detail.sections.map { section in
            Section(
                title: section.title,
                entries: section.entries.map { Entry(label: $0.label, values: $0.values, help: $0.help) })
        }
        distributions = detail.distributions.map {
            Distribution(
                title: $0.title, description: $0.description, format: $0.format, mediaType: $0.mediaType,
                accessURL: $0.accessURL, downloadURL: $0.downloadURL, byteSize: $0.byteSize,
                checksum: $0.checksum?.value, checksumAlgorithm: $0.checksum?.algorithm, licence: $0.licence,
                entries: $0.entries.map { Entry(label: $0.label, values: $0.values, help: $0.help) })
        }
        contacts = detail.contacts.map { Contact(name: $0.name, email: $0.email, urls: $0.urls) }
        url = detail.url
        accessURL = detail.accessURL
    }
}
