import ArgumentParser
import PortalModel

/// `portal frequency`: how often a variant occurs.
struct FrequencyCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "frequency", abstract: "Look up how often a variant occurs in populations.",
        discussion: "A variant is chromosome-position-reference-alternate, such as 3-45864731-T-C.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "Such as 3-45864731-T-C.")
    var variant: String

    @Option(help: "GRCh37 or GRCh38.")
    var assembly: String

    @Option(help: "F or M; both when left out.")
    var sex: String?

    @Option(help: "Country of birth, two letters of ISO 3166, such as FR.")
    var country: String?

    @Flag(help: "One JSON object a population (docs/schemas/frequency.json).")
    var json = false

    struct Record: Encodable {
        var variant: String?
        var beacon: String?
        var dataset: String?
        var population: String?
        var alleleNumber: Double?
        var alleleCount: Double?
        var homozygousCount: Double?
        var heterozygousCount: Double?
        var hemizygousCount: Double?
        var alleleFrequency: Double?
    }

    func validate() throws { _ = try query }

    private var query: AlleleFrequencyQuery {
        get throws {
            guard let variant = Variant(self.variant) else {
                throw ValidationError(SearchCommandWords.noVariant(text: self.variant))
            }
            let all = AlleleFrequencyQuery.Assembly.allCases
            guard let assembly = all.first(where: { $0.rawValue.lowercased() == self.assembly.lowercased() }) else {
                throw ValidationError(SearchCommandWords.assembly)
            }
            let known = sex.map { AlleleFrequencyQuery.Sex(rawValue: $0.uppercased()) }
            if let known, known == nil { throw ValidationError(SearchCommandWords.sex) }
            let isCountry = country.map { $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
            guard isCountry != false else { throw ValidationError(SearchCommandWords.country) }
            return AlleleFrequencyQuery(
                variant: variant, assembly: assembly, sex: known ?? nil, country: country?.uppercased())
        }
    }

    func perform() async throws {
        let query = try query
        try await CommandPortal.with(portal) { portal in
            try portal.require(.alleleFrequencies)
            let found = try await portal.discovery.alleleFrequencies(query)
            try CommandOutput(json: json).emit(
                found.map { Record($0) }, as: [.population, .frequency, .count, .number, .dataset],
                none: SearchCommandWords.noPopulation,
                row: {
                    [
                        $0.population ?? "", number($0.alleleFrequency), number($0.alleleCount),
                        number($0.alleleNumber), $0.dataset ?? $0.beacon ?? "",
                    ]
                })
        }
    }

    private func number(_ value: Double?) -> String {
        guard let value else { return "" }
        return value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}

extension FrequencyCommand.Record {
    init(_ found: AlleleFrequency) {
        self.init(
            variant: found.variant, beacon: found.beacon, dataset: found.dataset, population: found.population,
            alleleNumber: found.number, alleleCount: found.count, homozygousCount: found.homozygous,
            heterozygousCount: found.heterozygous, hemizygousCount: found.hemizygous,
            alleleFrequency: found.frequency)
    }
}
