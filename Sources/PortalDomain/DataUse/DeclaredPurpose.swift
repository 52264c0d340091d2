/// What an application says of its purpose by codes of DUO, and what its service made of it: `application/duo` of rems.yaml.
public struct DeclaredPurpose: Hashable, Sendable, Codable {
    /// The codes, in the service's order.
    public var uses: [DataUse]
    /// What comparing them with each code of the datasets came to, at the service.
    public var matches: [Match]

    public init(uses: [DataUse], matches: [Match] = []) {
        self.uses = uses
        self.matches = matches
    }

    /// A code of a dataset, held against the application's.
    public struct Match: Hashable, Sendable, Codable {
        /// What the dataset may be used for.
        public var code: DataUseCode
        /// As the application names the dataset; nil where it does not have the resource any more.
        public var dataset: String?
        /// What it came to.
        public var verdict: Verdict

        public init(_ code: DataUseCode, of dataset: String?, _ verdict: Verdict) {
            self.code = code
            self.dataset = dataset
            self.verdict = verdict
        }
    }

    /// `validity` of REMS (`check-duo-code` of `src/clj/rems/ext/duo.clj`).
    public enum Verdict: String, Hashable, Sendable, Codable {
        /// `duo/compatible`.
        case fits = "fits"
        /// `duo/not-compatible`.
        case doesNotFit = "does-not-fit"
        /// `duo/not-found`: the application does not have the code.
        case notDeclared = "not-declared"
        /// `duo/needs-manual-validation`, and what this program does not know.
        case needsPerson = "needs-a-person"
    }

    /// Whether it is these codes with what they are restricted to, and no others, in whatever order.
    public func says(_ wanted: [DataUse]) -> Bool {
        func unordered(_ uses: [DataUse]) -> [DataUseCode: Set<String>] {
            Dictionary(uses.map { ($0.code, Set($0.restrictions)) }) { $0.union($1) }
        }
        return unordered(uses) == unordered(wanted)
    }

    /// What the committee will ask about.
    public var openMatches: [Match] { matches.filter { $0.verdict != .fits } }
}
