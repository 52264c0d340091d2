import Foundation

/// One dataset as a line of a catalogue file describes it. Everything but `id` may be missing or null.
///
/// Catalogues are harvested from hundreds of places, so a field of the wrong type never loses the record: numbers
/// read as text, a single text as a list of one, and what fits nothing counts as missing.
struct CatalogueRecord: Decodable, Sendable {
    let id: String
    let givenIdentifier: String?
    let givenTitle: String?
    let description: String?
    let publisher: String?
    let themes: [String]
    let keywords: [String]
    let accessRights: String?
    let created: String?
    let modified: String?
    let url: String?
    let distributions: [CatalogueDistribution]

    let isSeries: Bool
    let inSeries: String?
    let isPartOf: String?
    let externallyGoverned: Bool
    let individuals: Int?
    let records: Int?
    let language: String?
    let contactName: String?
    let contactEmail: String?
    let spatial: String?
    let temporalStart: String?
    let temporalEnd: String?
    /// `reject` where the demo committee says no.
    let demoOutcome: String?
    /// The key of the `Organisation` that governs it.
    let organisation: String?
    let provenance: String?
    let populationCoverage: String?
    let minAge: Int?
    let maxAge: Int?
    let healthThemes: [String]
    let legalBasis: String?
    let conformsTo: [String]
    let version: String?
    let frequency: String?
    /// What it may be used for, as codes of DUO with words.
    let dataUse: [String]
    /// The variables of its data.
    let dataDictionary: [DictionaryEntry]

    /// What access management knows the dataset by.
    var identifier: String { givenIdentifier ?? id }
    /// A dataset without a title is shown by its id.
    var title: String { givenTitle ?? id }

    enum CodingKeys: String, CodingKey {
        case id
        case givenIdentifier = "identifier"
        case givenTitle = "title"
        case description, publisher, themes, keywords
        case accessRights, created, modified, url, distributions, isSeries, inSeries, isPartOf, externallyGoverned
        case individuals, records, language, contactName, contactEmail, spatial, temporalStart, temporalEnd
        case demoOutcome, provenance, populationCoverage, minAge, maxAge, healthThemes, legalBasis, conformsTo
        case version, frequency, organisation, dataUse, dataDictionary
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        guard let id = fields.text(.id) else {
            throw DecodingError.keyNotFound(
                CodingKeys.id, DecodingError.Context(codingPath: [], debugDescription: "A dataset needs an id."))
        }
        self.id = id
        givenIdentifier = fields.text(.givenIdentifier)
        givenTitle = fields.text(.givenTitle)
        description = fields.text(.description)
        publisher = fields.text(.publisher)
        themes = fields.texts(.themes)
        keywords = fields.texts(.keywords)
        accessRights = fields.text(.accessRights)
        created = fields.text(.created)
        modified = fields.text(.modified)
        url = fields.text(.url)
        distributions = fields.elements(.distributions, of: CatalogueDistribution.self)
        isSeries = fields.flag(.isSeries)
        inSeries = fields.text(.inSeries)
        isPartOf = fields.text(.isPartOf)
        externallyGoverned = fields.flag(.externallyGoverned)
        individuals = fields.count(.individuals)
        records = fields.count(.records)
        language = fields.text(.language)
        contactName = fields.text(.contactName)
        contactEmail = fields.text(.contactEmail)
        spatial = fields.text(.spatial)
        temporalStart = fields.text(.temporalStart)
        temporalEnd = fields.text(.temporalEnd)
        demoOutcome = fields.text(.demoOutcome)
        organisation = fields.text(.organisation)
        provenance = fields.text(.provenance)
        populationCoverage = fields.text(.populationCoverage)
        minAge = fields.count(.minAge)
        maxAge = fields.count(.maxAge)
        healthThemes = fields.texts(.healthThemes)
        legalBasis = fields.text(.legalBasis)
        conformsTo = fields.texts(.conformsTo)
        version = fields.text(.version)
        frequency = fields.text(.frequency)
        dataUse = fields.texts(.dataUse)
        dataDictionary = fields.elements(.dataDictionary, of: DictionaryEntry.self)
    }
}

extension CatalogueRecord {
    /// The part of the catalogue that it stands in: each organisation has its own.
    var catalogueName: String { Organisation.catalogueName(organisation) }

    /// How many records the network of Beacons counts.
    var peopleAtBeacon: Int? { records ?? individuals }
}

/// One way to get at a dataset's data.
struct CatalogueDistribution: Decodable, Sendable {
    let title: String?
    let format: String?
    let accessUrl: String?

    enum CodingKeys: String, CodingKey {
        case title, format, accessUrl
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        title = fields.text(.title)
        format = fields.text(.format)
        accessUrl = fields.text(.accessUrl)
    }
}
