/// What is wrong with a line that is to ask for allele frequencies, with what was typed.
public enum VariantReason: Hashable, Sendable {
    /// There is nothing in it.
    case nothingTyped
    /// None of its words is a variant.
    case noVariant(String)
    /// `rs…`, which dbSNP gives.
    case nameOfDatabase(String)
    /// A place in a transcript or a protein.
    case inTranscript(String)
    /// HGVS for another change than of one base sequence into another.
    case notSubstitution(String)
    /// The accession of no chromosome of an assembly that is asked for here.
    case unknownSequence(String)
    /// The line names two, or one besides that of its accession.
    case twoAssemblies(String, String)
    /// The line names two, or an option another one.
    case twoSexes(String, String), twoCountries(String, String)
    /// Beside the variant stands what is neither assembly nor sex nor country.
    case unknownWord(String)

    /// In English.
    public var sentence: String {
        switch self {
        case .nothingTyped: "Type a variant, such as 3-45864731-T-C."
        case .noVariant(let text):
            "“\(text)” is no variant. Write it as chromosome, position, bases of the reference and bases seen: 3-45864731-T-C."
        case .nameOfDatabase(let name):
            "“\(name)” is a name in dbSNP. The network asks by place: look its place up there, and write 3-45864731-T-C."
        case .inTranscript(let text):
            """
            “\(text)” is a place in a transcript or a protein. The network asks by place in a genome: 3-45864731-T-C, or \
            HGVS with g., such as NC_000003.11:g.45864731T>C.
            """
        case .notSubstitution(let text):
            """
            “\(text)”: of HGVS only T>C is taken. Deletions and insertions are written with the base before them, as VCF \
            does: 3-45864731-TA-T.
            """
        case .unknownSequence(let name):
            "“\(name)” is no chromosome of GRCh37 or GRCh38. Write the chromosome's name: 3-45864731-T-C."
        case .twoAssemblies(let one, let other): "The line names \(one) and \(other). Positions differ: leave one out."
        case .twoSexes(let one, let other):
            "Both \(one) and \(other) are named. Name one; none stands for everybody."
        case .twoCountries(let one, let other):
            "Two countries are named, \(one) and \(other). The network is asked for one at a time: leave one out."
        case .unknownWord(let word):
            "“\(word)” is neither an assembly (GRCh37, GRCh38) nor a sex (F, M) nor a country of two letters (FR)."
        }
    }
}
