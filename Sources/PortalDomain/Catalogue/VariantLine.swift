/// What somebody types to have allele frequencies looked up: a variant, and beside it in any order an assembly, a sex and a
/// country of birth, such as `3-45864731-T-C GRCh37 F FR`.
///
/// A variant is taken as gnomAD and VCF write it (`3-45864731-T-C`, with `-`, `:`, `>` or blanks between its parts), and as
/// HGVS writes a substitution in a genome (`3:g.45864731T>C`, `NC_000003.11:g.45864731T>C`; HGVS Nomenclature 21.1). The
/// accession of a chromosome names its assembly.
public enum VariantLine {
    /// - Parameter assembly: where the line names none.
    public static func parse(
        _ line: String, assembly: AlleleFrequencyQuery.Assembly = .grch38
    ) throws(VariantProblem) -> AlleleFrequencyQuery {
        var words = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map { String($0) }
        guard !words.isEmpty else { throw VariantProblem(.nothingTyped) }
        let (variant, named) = try takeVariant(from: &words, of: line)
        var query = AlleleFrequencyQuery(variant: variant, assembly: named ?? assembly)
        var said: AlleleFrequencyQuery.Assembly?
        for word in words {
            if let assembly = AlleleFrequencyQuery.Assembly(typed: word) {
                if let other = said ?? named, other != assembly {
                    throw VariantProblem(.twoAssemblies(other.rawValue, assembly.rawValue))
                }
                said = assembly
                query.assembly = assembly
            } else if let sex = AlleleFrequencyQuery.Sex(typed: word) {
                if let other = query.sex, other != sex {
                    throw VariantProblem(.twoSexes(other.rawValue, sex.rawValue))
                }
                query.sex = sex
            } else if word.count == 2, word.allSatisfy({ $0.isASCII && $0.isLetter }) {
                let country = word.uppercased()
                if let other = query.country, other != country {
                    throw VariantProblem(.twoCountries(other, country))
                }
                query.country = country
            } else {
                throw VariantProblem(.unknownWord(word))
            }
        }
        return query
    }

    /// The one word that is a variant, or the four that are one together; the others stay.
    private static func takeVariant(
        from words: inout [String], of line: String
    ) throws(VariantProblem) -> (Variant, AlleleFrequencyQuery.Assembly?) {
        for (place, word) in words.enumerated() {
            guard let found = try HGVSPlace.read(word) ?? Variant(word).map({ ($0, nil) }) else { continue }
            words.remove(at: place)
            return found
        }
        if words.count >= 4, let variant = Variant(words[..<4].joined(separator: "-")) {
            words.removeFirst(4)
            return (variant, nil)
        }
        throw VariantProblem(.noVariant(line.trimmingSpaces))
    }
}

/// Why a line asks for no allele frequencies.
public struct VariantProblem: Error, Hashable, Sendable {
    /// What is wrong, and how it is written instead.
    public var reason: VariantReason

    init(_ reason: VariantReason) { self.reason = reason }
}

extension AlleleFrequencyQuery {
    /// The line that asks for it.
    public var line: String {
        ([variant.text, assembly.rawValue, sex?.rawValue, country] as [String?]).compactMap(\.self)
            .joined(separator: " ")
    }
}

extension AlleleFrequencyQuery.Assembly {
    /// By its own name or by that of UCSC, in any case; patches (`GRCh38.p14`) move no base.
    public init?(typed word: String) {
        switch word.lowercased().prefix(while: { $0 != "." }) {
        case "grch37", "hg19", "b37": self = .grch37
        case "grch38", "hg38", "b38": self = .grch38
        default: return nil
        }
    }
}

extension AlleleFrequencyQuery.Sex {
    init?(typed word: String) {
        switch word.lowercased() {
        case "f", "female", "women": self = .female
        case "m", "male", "men": self = .male
        default: return nil
        }
    }
}

/// A place in a genome as HGVS has it.
private enum HGVSPlace {
    /// - Returns: nil for what is not written this way.
    static func read(_ word: String) throws(VariantProblem) -> (Variant, AlleleFrequencyQuery.Assembly?)? {
        let lower = word.lowercased()
        if lower.hasPrefix("rs"), lower.count > 2, lower.dropFirst(2).allSatisfy(\.isNumber) {
            throw VariantProblem(.nameOfDatabase(word))
        }
        guard let colon = word.firstIndex(of: ":") else { return nil }
        let sequence = String(word[..<colon])
        var change = word[word.index(after: colon)...]
        let kind = change.prefix(2).lowercased()
        if ["c.", "n.", "p.", "r."].contains(kind) { throw VariantProblem(.inTranscript(word)) }
        let isWritten = kind == "g." || kind == "m."
        if isWritten { change = change.dropFirst(2) }
        let digits = change.prefix { $0.isASCII && $0.isNumber }
        let bases = change.dropFirst(digits.count).split(separator: ">", omittingEmptySubsequences: false)
        guard let position = Int(digits), bases.count == 2, bases.allSatisfy({ !$0.isEmpty }) else {
            if isWritten { throw VariantProblem(.notSubstitution(word)) }
            return nil
        }
        let (chromosome, assembly) = try place(of: sequence)
        guard let variant = Variant("\(chromosome)-\(position)-\(bases[0])-\(bases[1])") else {
            throw VariantProblem(.notSubstitution(word))
        }
        return (variant, assembly)
    }

    private static func place(
        of sequence: String
    ) throws(VariantProblem) -> (String, AlleleFrequencyQuery.Assembly?) {
        guard sequence.uppercased().hasPrefix("NC_") else { return (sequence, nil) }
        let parts = sequence.dropFirst(3).split(separator: ".")
        guard parts.count == 2, let number = Int(parts[0]), let version = Int(parts[1]) else {
            throw VariantProblem(.unknownSequence(sequence))
        }
        if number == 12_920, version == 1 { return ("MT", nil) }
        guard versions.indices.contains(number - 1) else { throw VariantProblem(.unknownSequence(sequence)) }
        let name = number == 23 ? "X" : number == 24 ? "Y" : String(number)
        switch version - versions[number - 1] {
        case 0: return (name, .grch37)
        case 1: return (name, .grch38)
        default: throw VariantProblem(.unknownSequence(sequence))
        }
    }

    /// Of `NC_000001` to `NC_000024` in GRCh37 (GCF_000001405.13); in GRCh38 (GCF_000001405.26) each is one more.
    private static let versions = [
        10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9,
    ]
}
