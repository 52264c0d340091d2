import HTTPTypes

/// `GVariantSearchQuery` of discovery.yaml. What is left out does not narrow.
struct VariantQuery: Decodable, Sendable {
    let params: Params?

    struct Params: Decodable, Sendable {
        let referenceName: String?
        let start: [Int]?
        let end: Nullable<[Int]>?
        let referenceBases: String?
        let alternateBases: String?
        let assemblyId: String?
        let sex: String?
        let countryOfBirth: String?
    }

    func check() throws {
        if let sex = params?.sex, !["M", "F"].contains(sex.uppercased()) {
            throw Problem(.badRequest, "Bad request", "sex takes M or F.")
        }
    }
}

/// `GVariantsSearchResponse` of discovery.yaml.
struct AlleleFrequency: Encodable, Sendable, Equatable {
    let beacon: String
    let dataset: String
    let datasetId: String
    let population: String
    let referenceName: String
    let start: Int
    let end: Int
    let referenceBases: String
    let alternateBases: String
    let alleleCount: Int
    let alleleNumber: Int
    let alleleCountHomozygous: Int
    let alleleCountHeterozygous: Int
    let alleleCountHemizygous: Int
    let alleleFrequency: Double
}

/// The frequencies of a few variants in a few countries. They are made up, and every answer says so: no person was
/// counted, and the numbers mean nothing but that they add up.
enum MadeUpFrequencies {
    static let beacon = "made-up.demo-portal"
    static let dataset = "made-up-frequencies"

    private struct Variant {
        let chromosome: String
        let positions: [String: Int]
        let reference: String
        let alternate: String
        /// In thousandths.
        let thousandths: Int

        /// Counts that add up: alleles of two kinds of people, and one allele in a man's X.
        func frequency(at position: Int, in population: Population) -> AlleleFrequency {
            let isHemizygous = chromosome == "X" && population.isMale
            let number = population.people * (isHemizygous ? 1 : 2)
            let count = number * thousandths * population.factor / 100_000
            let homozygous = isHemizygous ? 0 : count * thousandths / 2000
            return AlleleFrequency(
                beacon: MadeUpFrequencies.beacon, dataset: MadeUpFrequencies.dataset,
                datasetId: MadeUpFrequencies.dataset, population: population.name, referenceName: chromosome,
                start: position, end: position + 1, referenceBases: reference, alternateBases: alternate,
                alleleCount: count, alleleNumber: number, alleleCountHomozygous: homozygous,
                alleleCountHeterozygous: isHemizygous ? 0 : count - 2 * homozygous,
                alleleCountHemizygous: isHemizygous ? count : 0, alleleFrequency: Double(count) / Double(number))
        }
    }

    private static let variants = [
        Variant(
            chromosome: "3", positions: ["GRCh37": 45_864_731, "GRCh38": 45_823_240], reference: "T", alternate: "C",
            thousandths: 85),
        Variant(
            chromosome: "21", positions: ["GRCh37": 9_411_448, "GRCh38": 8_987_654], reference: "G", alternate: "T",
            thousandths: 12),
        Variant(
            chromosome: "1", positions: ["GRCh37": 55_505_647, "GRCh38": 55_039_974], reference: "G", alternate: "T",
            thousandths: 210),
        Variant(
            chromosome: "X", positions: ["GRCh37": 153_763_492, "GRCh38": 154_535_277], reference: "T",
            alternate: "C", thousandths: 4),
    ]

    /// With how many people of each sex, and how much more or less frequent each variant is there, in hundredths.
    private static let countries = [("FI", 2500, 60), ("FR", 4000, 100), ("IT", 3500, 120), ("LU", 400, 110)]

    static func matching(_ query: VariantQuery) -> [AlleleFrequency] {
        let params = query.params
        let populations = countries.flatMap { country, people, factor in
            ["M", "F"].filter { matches(country: country, sex: $0, params) }
                .map { Population(name: "\(country)_\($0)", isMale: $0 == "M", people: people, factor: factor) }
        }
        return variants.flatMap { variant in
            positions(of: variant, params).flatMap { position in
                populations.map { variant.frequency(at: position, in: $0) }
            }
        }
    }

    private static func matches(country: String, sex: String, _ params: VariantQuery.Params?) -> Bool {
        (params?.sex.map { $0.uppercased() == sex } ?? true)
            && (params?.countryOfBirth.map { $0.uppercased() == country } ?? true)
    }

    /// Where a variant stands in the assemblies asked for; empty when it is not the one asked for.
    private static func positions(of variant: Variant, _ params: VariantQuery.Params?) -> [Int] {
        guard params?.referenceName.map({ $0 == variant.chromosome || $0 == "chr\(variant.chromosome)" }) ?? true,
            params?.referenceBases.map({ $0.uppercased() == variant.reference }) ?? true,
            params?.alternateBases.map({ $0.uppercased() == variant.alternate }) ?? true
        else { return [] }
        let assemblies = variant.positions.sorted { $0.key < $1.key }
            .filter { assembly in params?.assemblyId.map { $0 == assembly.key } ?? true }
        // One start names the position, two the range that it lies in, as Beacon has it.
        guard let first = params?.start?.first else { return assemblies.map(\.value) }
        let last = params?.start?.last ?? first
        return assemblies.map(\.value).filter { first <= $0 && $0 <= max(first, last) }
    }

    private struct Population {
        let name: String
        let isMale: Bool
        let people: Int
        let factor: Int
    }
}
