import JSONStream
import PortalDomain

/// `GVariantSearchQuery` of discovery.yaml.
struct VariantRequest: Encodable {
    var params: Parameters

    struct Parameters: Encodable {
        var referenceName: String
        var start: [Int]
        var referenceBases: String
        var alternateBases: String
        var assemblyId: String
        var sex: String?
        var countryOfBirth: String?
    }

    /// The position goes as it is written: the network's beacons name a variant by the same number in their
    /// identifiers (`g.87202G>T`) and as its start (87202).
    init(_ query: AlleleFrequencyQuery) {
        params = Parameters(
            referenceName: query.variant.chromosome, start: [query.variant.position],
            referenceBases: query.variant.reference, alternateBases: query.variant.alternate,
            assemblyId: query.assembly.rawValue, sex: query.sex?.rawValue,
            countryOfBirth: query.country?.uppercased())
    }
}

extension AlleleFrequency {
    /// `GVariantsSearchResponse` of discovery.yaml. A row without any number says nothing.
    init?(wire value: JSONValue) {
        guard case .object = value else { return nil }
        let place = [value["referenceName"], value["start"], value["referenceBases"], value["alternateBases"]]
            .compactMap(\.text)
        self.init(
            beacon: value["beacon"].text, dataset: value["datasetId"].text ?? value["dataset"].text,
            population: value["population"].text, variant: place.count == 4 ? place.joined(separator: "-") : nil,
            number: value["alleleNumber"].double, count: value["alleleCount"].double,
            homozygous: value["alleleCountHomozygous"].double,
            heterozygous: value["alleleCountHeterozygous"].double,
            hemizygous: value["alleleCountHemizygous"].double, frequency: value["alleleFrequency"].double)
        guard [number, count, homozygous, heterozygous, hemizygous, frequency].contains(where: { $0 != nil }) else {
            return nil
        }
    }
}
