import Testing

@testable import PortalDomain
@testable import PortalModel

@Suite("A line that asks for allele frequencies")
struct VariantLineTests {
    private static let asked = AlleleFrequencyQuery(
        variant: Variant(chromosome: "3", position: 45_864_731, reference: "T", alternate: "C"), assembly: .grch37)

    @Test(
        "One variant, however it is written",
        arguments: [
            "3-45864731-T-C GRCh37", "chr3:45864731:t:c hg19", "3 45864731 T C grch37", "GRCh37.p13 3:45864731-T>C",
            "3:g.45864731T>C b37", "chr3:45864731T>C, GRCh37", "NC_000003.11:g.45864731T>C",
            "nc_000003.11:g.45864731t>c GRCh37",
        ])
    func variants(line: String) throws {
        #expect(try VariantLine.parse(line) == Self.asked)
    }

    @Test("What narrows it stands beside it, in any order")
    func narrowed() throws {
        let line = try VariantLine.parse("FR women 3-45864731-T-C hg19")
        #expect(line.sex == .female)
        #expect(line.country == "FR")
        #expect(line.line == "3-45864731-T-C GRCh37 F FR")
        #expect(try VariantLine.parse(line.line) == line)
        #expect(try VariantLine.parse("3-45864731-T-C m").sex == .male)
        // Two letters that are bases are a country all the same.
        #expect(try VariantLine.parse("3-45864731-T-C CA").country == "CA")
    }

    @Test("The accession of a chromosome names its assembly")
    func accessions() throws {
        let line = try VariantLine.parse("NC_000023.11:g.154535277T>C", assembly: .grch37)
        #expect(line.assembly == .grch38)
        #expect(line.variant.chromosome == "X")
        #expect(try VariantLine.parse("NC_012920.1:m.3243A>G").variant.text == "MT-3243-A-G")
        #expect(try VariantLine.parse("21-8987654-G-T").assembly == .grch38)
        #expect(try VariantLine.parse("21-8987654-G-T", assembly: .grch37).assembly == .grch37)
    }

    @Test(
        "What cannot be asked says what to write instead",
        arguments: [
            ("", VariantReason.nothingTyped), ("BRCA2", .noVariant("BRCA2")), ("3-1-T-T", .noVariant("3-1-T-T")),
            ("rs35044562", .nameOfDatabase("rs35044562")),
            ("NM_000059.4:c.36T>G", .inTranscript("NM_000059.4:c.36T>G")),
            ("3:g.123_124del", .notSubstitution("3:g.123_124del")),
            ("NC_000003.10:g.1T>C", .unknownSequence("NC_000003.10")),
            ("NC_000099.1:g.1T>C", .unknownSequence("NC_000099.1")),
            ("NC_000003.11:g.1T>C GRCh38", .twoAssemblies("GRCh37", "GRCh38")),
            ("3-1-T-C hg19 hg38", .twoAssemblies("GRCh37", "GRCh38")),
            ("3-1-T-C F M", .twoSexes("F", "M")), ("3-1-T-C FR DE", .twoCountries("FR", "DE")),
            ("3-1-T-C France", .unknownWord("France")), ("3-1-T-C 4-1-T-C", .unknownWord("4-1-T-C")),
            ("3-99999999999999999999-T-C", .noVariant("3-99999999999999999999-T-C")),
        ])
    func refused(line: String, reason: VariantReason) {
        #expect(throws: VariantProblem(reason)) { try VariantLine.parse(line) }
        #expect(!reason.sentence.isEmpty)
    }

    @Test("Nobody is counted twice in a total")
    func totals() throws {
        func row(_ population: String?, _ number: Double? = 200, dataset: String = "d") -> AlleleFrequency {
            AlleleFrequency(dataset: dataset, population: population, number: number, count: 20)
        }
        let total = try #require(AlleleTotal(of: [row("FR_M"), row("FR_F"), row("FI_M", 600)]))
        #expect(total == AlleleTotal(number: 1000, count: 60, populations: 3))
        #expect(total.frequency == 0.06)
        #expect(AlleleTotal(of: [row("FR"), row("FR_M"), row("FR_F")]) == nil, "men and women are in France twice")
        #expect(AlleleTotal(of: [row("FR_M"), row("FR_F", dataset: "other")]) == nil)
        #expect(AlleleTotal(of: [row("FR_M"), row("FR_F", nil)]) == nil)
        #expect(AlleleTotal(of: [row("FR_M"), row("fr_m")]) == nil)
        #expect(AlleleTotal(of: [row(nil), row("FR_M")]) == nil)
        #expect(AlleleTotal(of: [row("FR_M")]) == nil, "one says it itself")
    }
}
