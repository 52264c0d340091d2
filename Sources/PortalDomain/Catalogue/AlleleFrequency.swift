/// A change of one place in a reference genome, written `chr-position-ref-alt`: `3-45864731-T-C`.
public struct Variant: Hashable, Sendable, Codable {
    /// Without `chr`: `1`…`22`, `X`, `Y`, `MT`, or a contig's name.
    public var chromosome: String
    /// Counted from 1, as people and VCF files do.
    public var position: Int
    public var reference: String
    public var alternate: String

    public init(chromosome: String, position: Int, reference: String, alternate: String) {
        self.chromosome = chromosome
        self.position = position
        self.reference = reference
        self.alternate = alternate
    }

    /// - Returns: nil for anything but four parts with bases of A, C, G, T or N.
    public init?(_ text: String) {
        let parts = text.split(whereSeparator: { "-:> ".contains($0) }).map { String($0) }
        guard parts.count == 4, let position = Int(parts[1]), position > 0 else { return nil }
        let chromosome = parts[0].lowercased().hasPrefix("chr") ? String(parts[0].dropFirst(3)) : parts[0]
        let bases = parts[2...].map { $0.uppercased() }
        guard !chromosome.isEmpty, bases.allSatisfy({ $0.allSatisfy("ACGTN".contains) }) else { return nil }
        self.init(chromosome: chromosome, position: position, reference: bases[0], alternate: bases[1])
    }

    public var text: String { "\(chromosome)-\(position)-\(reference)-\(alternate)" }
}

/// A question for allele frequencies.
public struct AlleleFrequencyQuery: Hashable, Sendable, Codable {
    public enum Assembly: String, Hashable, Sendable, Codable, CaseIterable {
        case grch37 = "GRCh37"
        case grch38 = "GRCh38"
    }
    public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
        case female = "F"
        case male = "M"
    }

    public var variant: Variant
    public var assembly: Assembly
    public var sex: Sex?
    /// Of birth: two letters of ISO 3166.
    public var country: String?

    public init(variant: Variant, assembly: Assembly, sex: Sex? = nil, country: String? = nil) {
        self.variant = variant
        self.assembly = assembly
        self.sex = sex
        self.country = country
    }
}

/// How often a variant was seen in a population of a dataset (`GVariantsSearchResponse` of discovery.yaml).
public struct AlleleFrequency: Hashable, Sendable, Codable {
    public var beacon: String?
    public var dataset: String?
    /// `COUNTRY_SEX`, such as `FR_M`, or one of the two.
    public var population: String?
    /// What was found, which need not be what was asked for to the letter.
    public var variant: String?
    /// How many alleles there are, and how many of them have the variant.
    public var number: Double?
    public var count: Double?
    public var homozygous: Double?
    public var heterozygous: Double?
    public var hemizygous: Double?
    public var frequency: Double?

    public init(
        beacon: String? = nil, dataset: String? = nil, population: String? = nil, variant: String? = nil,
        number: Double? = nil, count: Double? = nil, homozygous: Double? = nil, heterozygous: Double? = nil,
        hemizygous: Double? = nil, frequency: Double? = nil
    ) {
        self.beacon = beacon
        self.dataset = dataset
        self.population = population
        self.variant = variant
        self.number = number
        self.count = count
        self.homozygous = homozygous
        self.heterozygous = heterozygous
        self.hemizygous = hemizygous
        self.frequency = frequency
    }
}
