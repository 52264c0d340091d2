import JSONStream
import LinkedData

extension FDPRecord {
    /// Under which name of discovery.yaml a property stands, and how it is read.
    struct Field: Sendable {
        var key: String
        var form: Form

        enum Form: Sendable { case text, texts, terms, links, agents, periods, plain }

        init(_ key: String, _ form: Form) { (self.key, self.form) = (key, form) }
    }

    /// Of a dataset. What is not named here is shown under its own name.
    static let fields: [String: Field] = [
        FDPName.dct + "description": Field("description", .text), FDPName.dct + "language": Field("languages", .terms),
        FDPName.dct + "publisher": Field("publishers", .agents), FDPName.dct + "creator": Field("creators", .agents),
        FDPName.dct + "accrualPeriodicity": Field("frequency", .terms),
        FDPName.dct + "conformsTo": Field("conformsTo", .terms), FDPName.dct + "spatial": Field("spatial", .terms),
        FDPName.dct + "temporal": Field("temporalCoverage", .periods), FDPName.dct + "type": Field("dcatType", .terms),
        FDPName.dct + "isReferencedBy": Field("isReferencedBy", .links),
        FDPName.dct + "hasVersion": Field("version", .plain), FDPName.dct + "license": Field("licence", .links),
        FDPName.dct + "provenance": Field("provenance", .plain),
        FDPName.dcat + "keyword": Field("keywords", .texts), FDPName.dcat + "theme": Field("themes", .terms),
        FDPName.dcat + "contactPoint": Field("contacts", .agents), FDPName.dcat + "landingPage": Field("url", .links),
        FDPName.dcat + "version": Field("version", .text),
        FDPName.adms + "identifier": Field("alternateIdentifier", .plain),
        FDPName.adms + "versionNotes": Field("versionNotes", .text),
        FDPName.adms + "sample": Field("sampleFiles", .links),
        FDPName.foaf + "page": Field("documentation", .links), FDPName.foaf + "homepage": Field("homepage", .links),
        FDPName.health + "hdab": Field("hdab", .agents), FDPName.health + "healthTheme": Field("healthTheme", .terms),
        FDPName.health + "healthCategory": Field("healthCategory", .terms),
        FDPName.health + "hasCodingSystem": Field("codingSystem", .terms),
        FDPName.health + "hasCodeValues": Field("codeValues", .terms),
        FDPName.health + "numberOfUniqueIndividuals": Field("numberOfUniqueIndividuals", .text),
        FDPName.health + "numberOfRecords": Field("numberOfRecords", .text),
        FDPName.health + "minTypicalAge": Field("minTypicalAge", .text),
        FDPName.health + "maxTypicalAge": Field("maxTypicalAge", .text),
        FDPName.dcat + "spatialResolutionInMeters": Field("spatialResolutionInMeters", .text),
        FDPName.health + "populationCoverage": Field("populationCoverage", .texts),
        FDPName.health + "retentionPeriod": Field("retentionPeriod", .periods),
        FDPName.health + "analytics": Field("analyticFiles", .links),
        FDPName.dpv + "hasPurpose": Field("purpose", .terms),
        FDPName.dpv + "hasLegalBasis": Field("legalBasis", .terms),
        FDPName.dpv + "hasPersonalData": Field("personalData", .terms),
        FDPName.prov + "wasGeneratedBy": Field("provenanceActivity", .plain),
    ]

    /// Of a distribution.
    private static let ofDistribution: [String: Field] = [
        FDPName.dct + "title": Field("title", .text), FDPName.dct + "description": Field("description", .text),
        FDPName.dct + "format": Field("format", .terms), FDPName.dcat + "mediaType": Field("mediaType", .terms),
        FDPName.dcat + "accessURL": Field("accessUrl", .links),
        FDPName.dcat + "downloadURL": Field("downloadUrl", .links),
        FDPName.dct + "license": Field("license", .links), FDPName.dct + "language": Field("languages", .terms),
        FDPName.dcat + "compressFormat": Field("compressionFormat", .terms),
        FDPName.dcat + "packageFormat": Field("packagingFormat", .terms),
        FDPName.dct + "conformsTo": Field("conformsTo", .terms),
    ]

    /// As `RetrievedDistribution` of discovery.yaml.
    var distribution: JSONValue {
        var record: [String: JSONValue] = [:]
        for (predicate, objects) in values.graph[node]
        where predicate != FDPName.type && predicate != FDPName.label && !predicate.hasPrefix(FDPName.fdp)
            && !predicate.hasPrefix(FDPName.sio) && !predicate.hasPrefix(FDPName.ldp)
            && predicate != FDPName.dct + "isPartOf"
        {
            let field = Self.ofDistribution[predicate] ?? Field(FDPTerm.field(predicate), .plain)
            let value = values.value(objects, as: field.form)
            guard value != .null, value != .array([]) else { continue }
            // It has one of each.
            if case .array(let list) = value, list.count == 1 {
                record[field.key] = list[0]
            } else {
                record[field.key] = value
            }
        }
        if record["title"] == nil { record["title"] = values.label(of: node).map(JSONValue.string) }
        return .object(record)
    }

    /// Whether enough of it is said that its own document need not be asked for.
    var isDistribution: Bool {
        ["accessURL", "downloadURL"].contains { !values.graph[node, FDPName.dcat + $0].isEmpty }
    }
}

extension FDPValue {
    func value(_ objects: [RDFTerm], as form: FDPRecord.Field.Form) -> JSONValue {
        switch form {
        case .text: text(objects)
        case .texts: texts(objects)
        case .terms: terms(objects)
        case .links: links(objects)
        case .agents: agents(objects)
        case .periods: periods(objects)
        case .plain: plain(objects)
        }
    }
}
