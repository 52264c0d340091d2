/// What somebody wants to use data for, in the words of DUO, as far as they say it.
public struct ResearchPurpose: Hashable, Sendable {
    /// The aim of the research.
    public enum Aim: Hashable, Sendable {
        /// Anything at all, research or not (NRES).
        case unrestricted
        /// Any research (GRU).
        case general
        /// Health, medicine, biology (HMB).
        case health
        /// These diseases, as `MONDO:0005105` (DS).
        case diseases([String])
        /// Origins or ancestry of populations (POA).
        case ancestry
        /// Methods, software, algorithms.
        case methods
    }

    /// Nil where it is not said.
    public var aim: Aim?
    /// For money: nil where it is not said.
    public var isCommercial: Bool?
    /// By an organisation that is not for profit: nil where it is not said.
    public var isNotForProfit: Bool?
    /// Of people or questions of which no rule decides: children, one gender, what stigmatises, and others.
    public var isSensitive = false
    /// What is agreed to: terms of use by their codes, with what they are restricted to.
    public var agreed: [DataUse] = []

    public init(_ aim: Aim? = nil) { self.aim = aim }

    /// A word of a line that is no purpose.
    public struct UnknownWord: Error, Hashable, Sendable {
        /// As it was typed.
        public var word: String
    }

    /// From words with commas between them: shorthands or codes of DUO (`HMB`, `DS:MONDO:0005105`, `NCU`, `IRB`,
    /// `MOR:2027-01-31`), and `methods`, `commercial`, `sensitive`.
    public init(parsing text: String) throws(UnknownWord) {
        for part in text.split(separator: ",") {
            let word = part.drop { $0 == " " }
            try take(String(word.reversed().drop { $0 == " " }.reversed()))
        }
    }

    mutating func take(_ word: String) throws(UnknownWord) {
        switch word.lowercased() {
        case "methods": aim = .methods
        case "commercial": isCommercial = true
        case "sensitive": isSensitive = true
        default: try take(term: word)
        }
    }

    private mutating func take(term word: String) throws(UnknownWord) {
        let named = DataUseCode.mentioned(in: word).first?.term
        let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
        guard let term = named ?? parts.first.flatMap({ DataUseTerm.byShorthand[$0.uppercased()] }) else {
            throw UnknownWord(word: word)
        }
        let rest = named == nil && parts.count > 1 ? [parts[1]] : []
        switch term.shorthand {
        case "NRES": aim = .unrestricted
        case "GRU": aim = .general
        case "HMB": aim = .health
        case "POA": aim = .ancestry
        case "DS":
            let found = DataUseCode.diseases(in: word)
            guard !found.isEmpty else { throw UnknownWord(word: word) }
            if case .diseases(let before) = aim { aim = .diseases(before + found) } else { aim = .diseases(found) }
        case "NCU": isCommercial = false
        case "NPU": isNotForProfit = true
        case "NPUNCU": (isCommercial, isNotForProfit) = (false, true)
        case nil: throw UnknownWord(word: word)
        default: agreed.append(DataUse(term.code, restrictions: rest))
        }
    }
}
