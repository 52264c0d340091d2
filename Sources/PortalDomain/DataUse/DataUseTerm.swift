/// A term of the Data Use Ontology: what a dataset may be used for, or under which further terms.
///
/// Labels and meanings are those of DUO (EBISPOT/DUO, `duo.csv`), licensed under CC BY 4.0.
public struct DataUseTerm: Hashable, Sendable {
    /// What a term does.
    public enum Kind: Hashable, Sendable {
        /// Says what for: of several the widest holds.
        case permission
        /// Narrows or adds to it: all of them hold.
        case modifier
        /// A heading of the ontology, which says nothing by itself.
        case heading
    }

    /// Such as `DUO:0000007`.
    public let code: DataUseCode
    /// Such as `DS`; nil for a heading.
    public let shorthand: String?
    /// What it is called.
    public let label: String
    /// What it means, in a sentence.
    public let meaning: String
    /// Permission, modifier or heading.
    public let kind: Kind

    /// The terms of DUO by their codes.
    public static let all: [DataUseCode: DataUseTerm] = Dictionary(
        uniqueKeysWithValues: table.map { ($0.code, $0) })

    /// By their shorthands.
    public static let byShorthand: [String: DataUseTerm] = Dictionary(
        uniqueKeysWithValues: table.compactMap { term in term.shorthand.map { ($0, term) } })

    private init(_ number: Int, _ shorthand: String?, _ kind: Kind, _ label: String, _ meaning: String) {
        code = DataUseCode(number: number)
        self.shorthand = shorthand
        self.kind = kind
        self.label = label
        self.meaning = meaning
    }

    private static let table = [
        DataUseTerm(
            1, nil, .heading, "data use permission",
            "The data may be used; for what is said by another code."),
        DataUseTerm(4, "NRES", .permission, "no restriction", "There is no restriction on use."),
        DataUseTerm(
            6, "HMB", .permission, "health or medical or biomedical research",
            "Use is allowed for health/medical/biomedical purposes; does not include the study of population origins "
                + "or ancestry."
        ),
        DataUseTerm(
            7, "DS", .permission, "disease specific research",
            "Use is allowed provided it is related to the specified disease."),
        DataUseTerm(
            11, "POA", .permission, "population origins or ancestry research only",
            "Use of the data is limited to the study of population origins or ancestry."),
        DataUseTerm(
            12, "RS", .modifier, "research specific restrictions",
            "Use is limited to studies of a certain research type."),
        DataUseTerm(
            15, "NMDS", .modifier, "no general methods research",
            "Use does not allow methods development research (e.g., development of software or algorithms)."),
        DataUseTerm(
            16, "GSO", .modifier, "genetic studies only",
            "Use is limited to genetic studies only (i.e., studies that include genotype research alone or both "
                + "genotype and phenotype research, but not phenotype research exclusively)."
        ),
        DataUseTerm(17, nil, .heading, "data use modifier", "There are additional conditions for use."),
        DataUseTerm(
            18, "NPUNCU", .modifier, "not for profit, non commercial use only",
            "Use of the data is limited to not-for-profit organizations and not-for-profit use, non-commercial use."),
        DataUseTerm(
            19, "PUB", .modifier, "publication required",
            "The requestor agrees to make results of studies using the data available to the larger scientific "
                + "community."
        ),
        DataUseTerm(
            20, "COL", .modifier, "collaboration required",
            "The requestor must agree to collaboration with the primary study investigator(s)."),
        DataUseTerm(
            21, "IRB", .modifier, "ethics approval required",
            "The requestor must provide documentation of local IRB/ERB approval."),
        DataUseTerm(
            22, "GS", .modifier, "geographical restriction",
            "Use is limited to within a specific geographic region."),
        DataUseTerm(
            24, "MOR", .modifier, "publication moratorium",
            "The requestor agrees not to publish results of studies until a specific date."),
        DataUseTerm(
            25, "TS", .modifier, "time limit on use", "Use is approved for a specific number of months."),
        DataUseTerm(
            26, "US", .modifier, "user specific restriction", "Use is limited to use by approved users."),
        DataUseTerm(
            27, "PS", .modifier, "project specific restriction", "Use is limited to use within an approved project."),
        DataUseTerm(
            28, "IS", .modifier, "institution specific restriction",
            "Use is limited to use within an approved institution."),
        DataUseTerm(
            29, "RTN", .modifier, "return to database or resource",
            "The requestor must return derived/enriched data to the database/resource."),
        DataUseTerm(
            42, "GRU", .permission, "general research use",
            "Use is allowed for general research use for any research purpose."),
        DataUseTerm(
            43, "CC", .modifier, "clinical care use", "Use is allowed for clinical use and care."),
        DataUseTerm(
            44, "NPOA", .modifier, "population origins or ancestry research prohibited",
            "Use for purposes of population, origin, or ancestry research is prohibited."),
        DataUseTerm(
            45, "NPU", .modifier, "not for profit organisation use only",
            "Use of the data is limited to not-for-profit organizations."),
        DataUseTerm(
            46, "NCU", .modifier, "non-commercial use only", "Use of the data is limited to not-for-profit use."),
    ]
}
