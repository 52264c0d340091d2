/// A change of one place in a reference genome, written `chr-position-ref-alt`: `3-45864731-T-C`.
public struct Variant: Hashable, Sendable, Codable {
    /// Without `chr`: `1`…`22`, `X`, `Y`, `MT`, or a contig's name.
    public var chromosome: String
    /// Counted from 1, as people and VCF files do.
    public var position: Int
    /// The bases of the reference genome at that position.
    public var reference: String
    /// The bases that are seen instead.
    public var alternate: String

    public init(chromosome: String, position: Int, reference: String, alternate: String) {
        self.chromosome = chromosome
        self.position = position
        self.reference = reference
        self.alternate = alternate
    }

    /// - Returns: nil for anything but four parts with bases of A, C, G, T or N, and where nothing would change.
    public init?(_ text: String) {
        let parts = text.split(whereSeparator: { "-:> ".contains($0) }).map { String($0) }
        guard parts.count == 4, let position = Int(parts[1]), position > 0 else { return nil }
        let chromosome = parts[0].lowercased().hasPrefix("chr") ? String(parts[0].dropFirst(3)) : parts[0]
        let bases = parts[2...].map { $0.uppercased() }
        guard !chromosome.isEmpty, bases[0] != bases[1], bases.allSatisfy({ $0.allSatisfy("ACGTN".contains) }) else {
            return nil
        }
        self.init(chromosome: chromosome, position: position, reference: bases[0], alternate: bases[1])
    }

    /// As it is written: `chr-position-ref-alt`, such as `3-45864731-T-C`.
    public var text: String { "\(chromosome)-\(position)-\(reference)-\(alternate)" }
}

/// A question for allele frequencies.
public struct AlleleFrequencyQuery: Hashable, Sendable, Codable {
    /// The reference genome that positions are counted in.
    public enum Assembly: String, Hashable, Sendable, Codable, CaseIterable {
        /// GRCh37, also called hg19.
        case grch37 = "GRCh37"
        /// GRCh38, also called hg38.
        case grch38 = "GRCh38"
    }
    /// The sex by which a population is narrowed, as the Beacon network has it.
    public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
        /// Written `F` on the wire.
        case female = "F"
        /// Written `M` on the wire.
        case male = "M"
    }

    /// The variant that is asked about.
    public var variant: Variant
    /// In which reference genome its position is counted.
    public var assembly: Assembly
    /// Of whom; nil for everybody.
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
    /// Which beacon counted; nil where it does not say.
    public var beacon: String?
    /// In which of its datasets; nil where it does not say.
    public var dataset: String?
    /// `COUNTRY_SEX`, such as `FR_M`, or one of the two.
    public var population: String?
    /// What was found, which need not be what was asked for to the letter.
    public var variant: String?
    /// How many alleles there are, and how many of them have the variant.
    public var number: Double?
    /// How many of those have the variant; see `number`.
    public var count: Double?
    /// How many of `count` are homozygous, as the service counts.
    public var homozygous: Double?
    /// How many of `count` are heterozygous, as the service counts.
    public var heterozygous: Double?
    /// How many of `count` are hemizygous, as the service counts.
    public var hemizygous: Double?
    /// The share of the alleles, from 0 to 1.
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
