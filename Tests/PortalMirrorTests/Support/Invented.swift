import FoundationEssentials
import PortalDomain

/// Numbers by chance, the same for the same seed.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

/// Datasets and lines that nobody would think of.
struct Invented {
    var chance: Chance

    static let words = [
        "Genome", "genómes", "cancer", "Krebs", "long-read", "GRCh38", "基因組", "因組", "東京のゲノム", "한국 유전체", "市", "ÉTUDE",
        "x",
        "don't", "α-Synuclein", "10,000", "（全角）", "Ｗｉｄｅ",
    ]
    static let terms = ["Oncology", "Rare diseases", "RARE  Diseases", "Santé", "基因", "x", "A/B, C"]

    mutating func text(_ most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &chance)).map { _ in word() }.joined(
            separator: [" ", ", ", " - "].randomElement(using: &chance) ?? " ")
    }

    mutating func word() -> String { Self.words.randomElement(using: &chance) ?? "x" }
    mutating func term() -> String { Self.terms.randomElement(using: &chance) ?? "x" }
    mutating func flip(_ share: Double = 0.5) -> Bool { Double.random(in: 0..<1, using: &chance) < share }

    mutating func moment() -> Date? {
        flip(0.2)
            ? nil : Date(timeIntervalSince1970: Double(Int.random(in: 1_500_000_000...1_700_000_000, using: &chance)))
    }

    mutating func dataset(_ number: Int) -> DatasetSummary {
        func terms(_ most: Int, _ chance: inout Invented) -> [String] {
            (0..<Int.random(in: 0...most, using: &chance.chance)).map { _ in chance.term() }
        }
        let access = term()
        var dataset = DatasetSummary(
            id: DatasetID("d\(number)"), identifier: flip() ? "EGAD\(number)" : nil, title: word() + " " + text(3),
            description: text(8), publishers: terms(2, &self),
            themes: terms(2, &self).map { LabelledValue(value: "http://x/\($0)", label: $0) },
            keywords: terms(3, &self), catalogue: flip() ? term() : nil, created: moment(), modified: moment(),
            accessRights: flip() ? LabelledValue(value: "http://a/\(access)", label: access) : nil,
            accessLevel: flip() ? .open : .restricted,
            individuals: flip() ? Int.random(in: 0...5, using: &chance) * 50 : nil,
            distributionCount: flip() ? Int.random(in: 0...3, using: &chance) : nil, isSeries: flip(0.2),
            isExternallyGoverned: flip(0.1))
        if flip() {
            dataset.coverageStart = moment()
            dataset.coverageEnd = moment()
        }
        return dataset
    }

    mutating func line() -> QueryLine {
        var line = QueryLine(terms: (0..<Int.random(in: 0...3, using: &chance)).map { _ in term(depth: 2) })
        if flip() {
            line.sort = QuerySort(
                written: ["modified", "-modified", "title", "-title", "added", "individuals", "-files", "publisher"]
                    .randomElement(using: &chance) ?? "title")
        }
        return line
    }

    private mutating func term(depth: Int) -> QueryTerm {
        switch Int.random(in: 0...(depth > 0 ? 6 : 3), using: &chance) {
        case 0: QueryTerm(.word(word()))
        case 1: QueryTerm(.phrase(word() + " " + word()))
        case 2, 3: QueryTerm(.condition(condition()))
        case 4: QueryTerm(.not(term(depth: 0)))
        case 5: QueryTerm(.either([term(depth: depth - 1), term(depth: 0)]))
        default: QueryTerm(.not(QueryTerm(.all([term(depth: 0), term(depth: 0)]))))
        }
    }

    private mutating func condition() -> QueryCondition {
        let comparison = QueryComparison.allCases.randomElement(using: &chance) ?? .equal
        switch Int.random(in: 0...5, using: &chance) {
        case 0:
            return QueryCondition(
                QueryFacetName(key: "individuals"), comparison, ["\(Int.random(in: 0...6, using: &chance) * 50)"])
        case 1:
            let name = ["modified", "created", "coverage"].randomElement(using: &chance) ?? "modified"
            let day = ["2018", "2019-05", "2021-03-07", "2022"].randomElement(using: &chance) ?? "2020"
            return QueryCondition(QueryFacetName(key: name), comparison, [day])
        case 2: return QueryCondition(QueryFacetName(key: "keyword"), .equal, [term()])
        case 3: return QueryCondition(QueryFacetName(key: "title"), .equal, [word()])
        default:
            let name = ["publisher", "theme", "catalogue", "access"].randomElement(using: &chance) ?? "theme"
            return QueryCondition(QueryFacetName(key: name), .equal, flip(0.3) ? [term(), term()] : [term()])
        }
    }
}
