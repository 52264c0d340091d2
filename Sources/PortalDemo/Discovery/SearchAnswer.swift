/// `DatasetsSearchResponse` of discovery.yaml.
struct SearchAnswer: Codable, Sendable {
    let count: Int
    let results: [SearchedDataset]
    let facets: [Filter]
    /// What went wrong with the Beacon network; the results are then those of the catalogue alone.
    let beaconError: String?
}

/// `SearchedDataset` of discovery.yaml: what a list of results shows.
struct SearchedDataset: Codable, Sendable {
    let id: String
    let identifier: String
    let title: String
    let description: String
    let datasetType: String?
    let publishers: [Agent]
    let themes: [ValueLabel]
    let keywords: [String]
    let catalogue: String
    let modifiedAt: String?
    let createdAt: String?
    let accessRights: ValueLabel?
    let conformsTo: [ValueLabel]
    let numberOfUniqueIndividuals: Int?
    let temporalCoverage: [TimeWindow]?
    let temporalCoverageStart: String?
    let temporalCoverageEnd: String?
    let recordsCount: Int?
    let distributionsCount: Int
    let inSeriesCount: Int
    let isSeries: Bool

    /// - Parameter withRecords: Whether the Beacon network was asked too, which counts the records.
    init(_ record: CatalogueRecord, withRecords: Bool) {
        let period = TimeWindow(record)
        id = record.id
        identifier = record.identifier
        title = record.title
        description = record.description ?? ""
        datasetType = record.isSeries ? "dataset_series" : "dataset"
        publishers = record.publishers
        themes = record.themes.map(Vocabulary.theme)
        keywords = record.keywords
        catalogue = record.catalogueName
        modifiedAt = CatalogueDate.wire(record.modified)
        createdAt = CatalogueDate.wire(record.created)
        accessRights = record.accessRights.map(Vocabulary.accessRights)
        conformsTo = record.conformsToValues
        numberOfUniqueIndividuals = record.individuals
        temporalCoverage = period.map { [$0] }
        temporalCoverageStart = period?.start
        temporalCoverageEnd = period?.end
        recordsCount = withRecords ? record.records : nil
        distributionsCount = record.distributions.count
        inSeriesCount = record.inSeries == nil ? 0 : 1
        isSeries = record.isSeries
    }
}

/// `TimeWindow` of discovery.yaml.
struct TimeWindow: Codable, Sendable {
    let start: String?
    let end: String?

    /// The period that a dataset covers; nil where neither end is known as a date.
    init?(_ record: CatalogueRecord) {
        start = CatalogueDate.wire(record.temporalStart)
        end = CatalogueDate.wire(record.temporalEnd)
        if start == nil && end == nil { return nil }
    }
}

/// `Agent` of discovery.yaml.
struct Agent: Codable, Sendable {
    let name: String
}

extension CatalogueRecord {
    var publishers: [Agent] { publisher.map { [Agent(name: $0)] } ?? [] }

    /// Whether access is granted elsewhere, so that it cannot be requested here.
    var isGovernedElsewhere: Bool {
        externallyGoverned || conformsTo.contains(Vocabulary.externallyGoverned.value)
    }

    var conformsToValues: [ValueLabel] {
        let others = conformsTo.filter { $0 != Vocabulary.externallyGoverned.value }
            .map { Vocabulary.own($0, kind: "standard") }
        return isGovernedElsewhere ? [Vocabulary.externallyGoverned] + others : others
    }
}
