import ArgumentParser
import FoundationEssentials
import PortalModel

/// `portal frequency`: how often a variant occurs.
struct FrequencyCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "frequency", abstract: "Look up how often a variant occurs in populations.",
        discussion: """
            A variant is chromosome-position-reference-alternate, such as 3-45864731-T-C. Substitutions are taken as HGVS \
            writes them in a genome too (NC_000003.11:g.45864731T>C), and a whole line as the screen takes it: \
            '3-45864731-T-C GRCh37 F FR'.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "Such as 3-45864731-T-C.")
    var variant: String

    @Option(help: "GRCh37 or GRCh38. Needed, unless the variant names it.")
    var assembly: String?

    @Option(help: "F or M; both when left out.")
    var sex: String?

    @Option(help: "Country of birth, two letters of ISO 3166, such as FR.")
    var country: String?

    @Option(help: "By what the populations are ordered: frequency, count or population. As they came when left out.")
    var sort: String?

    @Flag(help: "One JSON object a population (docs/schemas/frequency.json).")
    var json = false

    @Flag(help: "Comma-separated values with a heading row.")
    var csv = false

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

    func validate() throws {
        if csv, json { throw ValidationError(RequestCommandWords.csvAndJSON) }
        _ = try order
        _ = try query
    }

    private var order: FrequenciesState.Order {
        get throws {
            guard let sort else { return .given }
            guard let order = FrequenciesState.Order(rawValue: sort.lowercased()), order != .given else {
                throw ValidationError(SearchCommandWords.orderOfFrequencies)
            }
            return order
        }
    }

    private var query: AlleleFrequencyQuery {
        get throws {
            var query = try variantQuery
            let known = sex.map { AlleleFrequencyQuery.Sex(rawValue: $0.uppercased()) }
            if let known, known == nil { throw ValidationError(SearchCommandWords.sex) }
            let isCountry = country.map { $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
            guard isCountry != false else { throw ValidationError(SearchCommandWords.country) }
            // What the line says and what an option says are both meant.
            if let one = query.sex, let other = known ?? nil, one != other {
                throw ValidationError(SearchCommandWords.noVariant(.twoSexes(one.rawValue, other.rawValue)))
            }
            if let one = query.country, let other = country?.uppercased(), one != other {
                throw ValidationError(SearchCommandWords.noVariant(.twoCountries(one, other)))
            }
            query.sex = known ?? query.sex
            query.country = country?.uppercased() ?? query.country
            return query
        }
    }

    /// Positions differ between assemblies: none is taken for granted, and two are one too many.
    private var variantQuery: AlleleFrequencyQuery {
        get throws {
            let given = assembly.flatMap { AlleleFrequencyQuery.Assembly(typed: $0) }
            if assembly != nil, given == nil { throw ValidationError(SearchCommandWords.assembly) }
            do throws(VariantProblem) {
                let line = [variant, given?.rawValue].compactMap(\.self).joined(separator: " ")
                let found = try VariantLine.parse(line, assembly: .grch37)
                if try found == VariantLine.parse(line, assembly: .grch38) { return found }
            } catch {
                throw ValidationError(SearchCommandWords.noVariant(error.reason))
            }
            throw ValidationError(SearchCommandWords.assembly)
        }
    }

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        let query = try query
        try await CommandPortal.with(portal) { portal in
            try portal.require(.alleleFrequencies)
            let found = try order.arranged(try await portal.discovery.alleleFrequencies(query))
            let output = CommandOutput(json: json, linear: linear)
            if csv { return try output.emit(document: Data(AlleleFrequency.csv(of: found).utf8)) }
            // One variant is asked for, and a network may answer with others beside it.
            let variants = found.variants
            let columns: [ColumnWords] = variants.count > 1 ? [.variant] : []
            try output.emit(
                found.map { Record($0) },
                as: columns + [
                    .population, .frequency, .count, .number, .homozygous, .heterozygous, .hemizygous, .dataset,
                ],
                none: SearchCommandWords.noPopulation,
                row: {
                    (variants.count > 1 ? [$0.variant ?? ""] : []) + [
                        $0.population ?? "", number($0.alleleFrequency), number($0.alleleCount),
                        number($0.alleleNumber), number($0.homozygousCount), number($0.heterozygousCount),
                        number($0.hemizygousCount), $0.dataset ?? $0.beacon ?? "",
                    ]
                })
            if !json { sayTotals(of: found, output) }
        }
    }

    /// Of each variant by itself: alleles at different places are no parts of one whole.
    private func sayTotals(of found: [AlleleFrequency], _ output: CommandOutput) {
        let variants = found.variants
        for variant in variants {
            let rows = found.filter { $0.variant == variant }
            guard rows.count > 1 else { continue }
            let named = variants.count > 1 ? variant : nil
            let total = AlleleTotal(of: rows).map { SearchCommandWords.alleleTotal($0, variant: named) }
            output.say(total ?? .noAlleleTotal(variant: named))
        }
    }

    private func number(_ value: Double?) -> String { value.map(AlleleFrequency.plain) ?? "" }
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
