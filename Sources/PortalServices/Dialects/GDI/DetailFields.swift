/// The fields of `RetrievedDataset` (discovery.yaml) that have no name of their own in the model: where each is shown
/// and under which words.
struct DetailField: Sendable {
    var key: String
    var label: String
    var form: Form = .plain

    /// How a value is written out for reading.
    enum Form: Sendable { case plain, count, metres, years, date }

    static func field(_ key: String, _ label: String, _ form: Form = .plain) -> DetailField {
        DetailField(key: key, label: label, form: form)
    }
}

enum DatasetFields {
    struct Group: Sendable {
        var title: String
        var fields: [DetailField]
    }

    /// Fields that `DatasetSummary`, `DatasetDetail` or `Distribution` hold under their own names.
    static let named: Set<String> = [
        "id", "identifier", "title", "isSeries", "description", "themes", "keywords", "contacts", "catalogue",
        "createdAt", "modifiedAt", "url", "accessRights", "distributions", "analytics", "samples", "helpText",
    ]

    static let groups: [Group] = [
        Group(
            title: "Overview",
            fields: [
                .field("dcatType", "Type"), .field("languages", "Languages"), .field("version", "Version"),
                .field("versionNotes", "Version notes"), .field("purpose", "Purpose"),
                .field("frequency", "Update frequency"), .field("conformsTo", "Conforms to"),
                .field("alternateIdentifier", "Other identifiers"),
            ]),
        Group(
            title: "Governance",
            fields: [
                .field("publishers", "Publishers"), .field("creators", "Creators"),
                .field("ownerOrg", "Owner organisation"), .field("hdab", "Health data access body"),
                .field("trustedDataHolder", "Trusted data holder"), .field("publisherCoverage", "Publisher coverage"),
                .field("qualifiedAttribution", "Attributed to"),
            ]),
        Group(
            title: "Legal basis",
            fields: [
                .field("legalBasis", "Legal basis"), .field("applicableLegislation", "Applicable legislation"),
                .field("personalData", "Personal data"),
            ]),
        Group(
            title: "Health",
            fields: [.field("healthTheme", "Health themes"), .field("healthCategory", "Health categories")]),
        Group(
            title: "Population",
            fields: [
                .field("populationCoverage", "Population covered"),
                .field("numberOfUniqueIndividuals", "Individuals", .count),
                .field("numberOfRecords", "Records", .count), .field("minTypicalAge", "Youngest typical age", .years),
                .field("maxTypicalAge", "Oldest typical age", .years),
            ]),
        Group(
            title: "Coverage",
            fields: [
                .field("spatial", "Place"), .field("spatialCoverage", "Area"),
                .field("spatialResolutionInMeters", "Spatial resolution", .metres),
                .field("temporalCoverage", "Period"), .field("temporalResolution", "Temporal resolution"),
            ]),
        Group(
            title: "Coding",
            fields: [.field("codingSystem", "Coding systems"), .field("codeValues", "Codes")]),
        Group(title: "Retention", fields: [.field("retentionPeriod", "Kept")]),
        Group(
            title: "Provenance",
            fields: [.field("provenance", "Provenance"), .field("provenanceActivity", "Activities")]),
        Group(title: "Quality", fields: [.field("qualityAnnotation", "Quality statements")]),
        Group(
            title: "Relations",
            fields: [
                .field("inSeries", "Part of series"), .field("datasetRelationships", "Related datasets"),
                .field("qualifiedRelation", "Other relations"), .field("hasVersions", "Versions"),
                .field("isReferencedBy", "Referenced by"),
            ]),
        Group(
            title: "Links",
            fields: [.field("homepage", "Home page"), .field("documentation", "Documentation"), .field("uri", "URI")]),
    ]

    /// Fields of `RetrievedDistribution` that `Distribution` holds under its own names.
    static let namedOfDistribution: Set<String> = [
        "title", "description", "format", "mediaType", "accessUrl", "downloadUrl", "license",
    ]

    static let ofDistribution: [DetailField] = [
        .field("status", "Status"), .field("availability", "Availability"), .field("createdAt", "Created", .date),
        .field("modifiedAt", "Modified", .date), .field("languages", "Languages"),
        .field("compressionFormat", "Compression"), .field("packagingFormat", "Packaging"),
        .field("checksum", "Checksum"), .field("checksumAlgorithm", "Checksum algorithm"), .field("rights", "Rights"),
        .field("applicableLegislation", "Applicable legislation"), .field("conformsTo", "Conforms to"),
        .field("documentation", "Documentation"), .field("accessService", "Access service"),
        .field("retentionPeriod", "Kept"), .field("temporalResolution", "Temporal resolution"),
        .field("spatialResolutionInMeters", "Spatial resolution", .metres), .field("id", "Id"),
    ]
}
