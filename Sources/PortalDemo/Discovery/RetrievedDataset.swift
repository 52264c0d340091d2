/// `DatasetDictionaryEntry` of discovery.yaml, as a catalogue line has it.
struct DictionaryEntry: Codable, Sendable {
    let name: String
    let type: String
    let description: String
}

/// `RetrievedDataset` of discovery.yaml, as far as a catalogue line can fill it.
struct RetrievedDataset: Codable, Sendable {
    let id: String
    let identifier: String
    let title: String
    let isSeries: Bool
    let description: String
    let version: String?
    let themes: [ValueLabel]
    let contacts: [ContactPoint]
    let datasetRelationships: [DatasetRelation]
    let dataDictionary: [DictionaryEntry]
    let catalogue: String
    let createdAt: String?
    let modifiedAt: String?
    let url: String?
    let languages: [ValueLabel]
    let publishers: [Agent]
    let accessRights: ValueLabel?
    let conformsTo: [ValueLabel]
    /// The contract has no field for DUO: a catalogue can carry its codes among these (discovery.yaml `codeValues`).
    let codeValues: [ValueLabel]?
    let keywords: [String]
    let provenance: String?
    let spatial: ValueLabel?
    let distributions: [RetrievedDistribution]
    let dcatType: ValueLabel?
    let temporalCoverage: [TimeWindow]?
    let populationCoverage: String?
    let legalBasis: [ValueLabel]
    let healthTheme: [ValueLabel]
    let maxTypicalAge: Int?
    let minTypicalAge: Int?
    let numberOfRecords: Int?
    let numberOfUniqueIndividuals: Int?
    let frequency: ValueLabel?
    let inSeries: [DatasetSeries]
    let helpText: [String: HelpText]

    /// - Parameter series: The series that the dataset is part of, where the catalogue has it.
    init(_ record: CatalogueRecord, series: CatalogueRecord?) {
        id = record.id
        identifier = record.identifier
        title = record.title
        isSeries = record.isSeries
        description = record.description ?? ""
        version = record.version
        themes = record.themes.map(Vocabulary.theme)
        contacts = ContactPoint(record).map { [$0] } ?? []
        datasetRelationships = record.isPartOf.map { [DatasetRelation(relation: "isPartOf", target: $0)] } ?? []
        dataDictionary = record.dataDictionary
        catalogue = record.catalogueName
        createdAt = CatalogueDate.wire(record.created)
        modifiedAt = CatalogueDate.wire(record.modified)
        url = record.url
        languages = record.language.map { [Vocabulary.language($0)] } ?? []
        publishers = record.publishers
        accessRights = record.accessRights.map(Vocabulary.accessRights)
        conformsTo = record.conformsToValues
        codeValues = record.dataUse.isEmpty ? nil : record.dataUse.map { ValueLabel(value: $0, label: $0) }
        keywords = record.keywords
        provenance = record.provenance
        spatial = record.spatial.map { Vocabulary.own($0, kind: "place") }
        distributions = record.distributions.enumerated().map { RetrievedDistribution($1, of: record, number: $0 + 1) }
        dcatType = nil
        temporalCoverage = TimeWindow(record).map { [$0] }
        populationCoverage = record.populationCoverage
        legalBasis = record.legalBasis.map { [Vocabulary.own($0, kind: "legal-basis")] } ?? []
        healthTheme = record.healthThemes.map { Vocabulary.own($0, kind: "health-theme") }
        maxTypicalAge = record.maxAge
        minTypicalAge = record.minAge
        numberOfRecords = record.records
        numberOfUniqueIndividuals = record.individuals
        frequency = record.frequency.map { Vocabulary.own($0, kind: "frequency") }
        inSeries = record.inSeries.map { [DatasetSeries(id: $0, record: series)] } ?? []
        helpText = HelpText.ofDatasets
    }
}

/// `ContactPoint` of discovery.yaml, which needs both a name and an address.
struct ContactPoint: Codable, Sendable {
    let name: String
    let email: String

    init?(_ record: CatalogueRecord) {
        guard let email = record.contactEmail else { return nil }
        self.email = email
        name = record.contactName ?? email
    }
}

/// `DatasetSeries` of discovery.yaml.
struct DatasetSeries: Codable, Sendable {
    let id: String
    let identifier: String
    let title: String
    let description: String?

    /// A series that the catalogue does not have is named by its id, as the running service does.
    init(id: String, record: CatalogueRecord?) {
        self.id = id
        identifier = record?.identifier ?? id
        title = record?.title ?? id
        description = record?.description
    }
}

/// `DatasetRelationEntry` of discovery.yaml.
struct DatasetRelation: Codable, Sendable {
    let relation: String
    let target: String
}

/// `RetrievedDistribution` of discovery.yaml.
struct RetrievedDistribution: Codable, Sendable {
    let id: String
    let title: String
    let description: String
    let format: ValueLabel?
    let accessUrl: String?
    let languages: [ValueLabel]

    init(_ distribution: CatalogueDistribution, of record: CatalogueRecord, number: Int) {
        id = "\(record.id)#distribution-\(number)"
        title = distribution.title ?? distribution.format ?? "Distribution \(number)"
        description = ""
        format = distribution.format.map { ValueLabel(value: $0, label: $0) }
        accessUrl = distribution.accessUrl
        languages = []
    }
}
