import GRDB
import PortalDomain

/// What of a search is wanted.
public struct MirrorQuestion: Hashable, Sendable {
    /// What is looked for.
    public var line: QueryLine
    /// The place of the first hit, from 0.
    public var start = 0
    /// How many hits.
    public var rows = 20
    /// How many values of each facet are counted; 0 for none.
    public var facetValues = 0

    public init(_ line: QueryLine, start: Int = 0, rows: Int = 20, facetValues: Int = 0) {
        self.line = line
        self.start = max(start, 0)
        self.rows = max(rows, 0)
        self.facetValues = max(facetValues, 0)
    }
}

extension Mirror {
    /// Searches the mirror.
    ///
    /// - Throws: `QueryProblem` with its place in the line, or `PortalError`.
    public func search(_ question: MirrorQuestion) async throws -> MirrorAnswer {
        try await read { database in try Search(database, question, self.filters(database)).answer() }
    }
}

/// One search, within one look at the database.
private struct Search {
    let database: Database
    let question: MirrorQuestion
    let filters: MirrorFilters
    let words: WordReader
    let evaluator: Evaluator
    let parts: [QueryCompiler.Part]

    init(_ database: Database, _ question: MirrorQuestion, _ filters: MirrorFilters) throws {
        self.database = database
        self.question = question
        self.filters = filters
        words = try WordReader(database)
        evaluator = try Evaluator(database)
        let compiler = QueryCompiler(database: database, words: words, names: QueryNames(filters.all))
        parts = try compiler.parts(of: question.line)
    }

    func answer() throws -> MirrorAnswer {
        let plan = QueryPlan.joined(all: parts.map(\.plan))
        let judgement = try evaluator.judge(plan)
        let total = judgement.holds.count
        let (key, sortField) = try order(plan)
        let start = min(question.start, total)
        let wanted = start..<min(start + min(question.rows, total), total)
        let numbers =
            wanted.isEmpty
            ? [] : try ResultOrder(database: database).numbers(judgement.holds, by: key, wanted)
        let snippets = Snippets(words: words, expressions: plan.foundWords)
        let hits = try datasets(numbers).map { MirrorHit(dataset: $0, snippet: snippets.snippet(of: $0)) }
        return MirrorAnswer(
            start: question.start, total: total, hits: hits,
            filters: question.facetValues > 0 ? try counted(judgement, plan) : [],
            undecided: judgement.isOpen?.count ?? 0,
            gaps: try gaps(plan.fields + [sortField].compactMap(\.self)),
            meant: total == 0 ? try Suggestions(database: database, words: words).line(question.line) : nil,
            state: try MirrorState(database))
    }

    // MARK: Order

    private func order(_ plan: QueryPlan) throws -> (ResultOrder.Key, MirrorField?) {
        guard let sort = question.line.sort else { return (.relevance(plan.foundWords), nil) }
        switch sort.known {
        case .relevance?: return (.relevance(plan.foundWords), nil)
        case .newest?: return (.column("modified", isDescending: true), .modified)
        case .oldest?: return (.column("modified", isDescending: false), .modified)
        case .recentlyAdded?: return (.column("created", isDescending: true), .created)
        case .titleAscending?: return (.column("titleKey", isDescending: false), nil)
        case .titleDescending?: return (.column("titleKey", isDescending: true), nil)
        case nil: break
        }
        let name = QueryFacetName(key: sort.name, at: sort.place)
        let filter: Filter
        do throws(QueryProblem) {
            filter =
                sort.name == "added"
                ? Filter(key: FilterKey(source: MirrorFilters.source, key: "created"), kind: .dateTime, label: "")
                : try QueryNames(filters.all).find(name).filter
        } catch { throw error }
        let field = MirrorField(filter)
        if let column = field.column {
            // Numbers and dates begin with the greatest and the newest, names with A.
            let isName = field == .id || field == .identifier || field == .title
            return (.column(column, isDescending: isName == sort.isReversed), field)
        }
        guard let facet = field.facetKey else {
            throw QueryProblem(.noOrder(label: filter.label, sign: "sort", signs: ":"), at: sort.place)
        }
        return (.values(facet, isDescending: sort.isReversed), field)
    }

    private func datasets(_ numbers: [Int]) throws -> [DatasetSummary] {
        let statement = try database.cachedStatement(sql: "SELECT \(DatasetRow.columns) FROM dataset WHERE number = ?")
        return try numbers.compactMap { number in
            try Row.fetchOne(statement, arguments: [number]).map { DatasetRow($0).summary }
        }
    }

    // MARK: Counts

    /// What is chosen of a facet leaves nothing of its other values: they are counted as if it were not chosen.
    private func counted(_ judgement: Judgement, _ plan: QueryPlan) throws -> [Filter] {
        let counting = FacetCounting(database: database, limit: question.facetValues)
        var counts = try counting.counts(of: plan == .everything ? nil : judgement.holds)
        for (index, part) in parts.enumerated() {
            guard let facet = part.facet, let filter = filters.all.first(where: { $0.key == facet }),
                let key = MirrorField(filter).facetKey
            else { continue }
            let others = parts.enumerated().filter { $0.offset != index }.map(\.element.plan)
            let rest = QueryPlan.joined(all: others)
            let found = rest == .everything ? nil : try evaluator.judge(rest).holds
            counts[key] = try counting.counts(of: found, keys: [key])[key]
        }
        return filters.counted(counts)
    }

    private func gaps(_ fields: [MirrorField]) throws -> [MirrorGap] {
        let total = evaluator.everything.count
        return try fields.unique.compactMap { field in
            let known = try evaluator.known(field)
            return known < total ? MirrorGap(field: field, known: known, total: total) : nil
        }
    }
}

extension MirrorState {
    init(_ database: Database) throws {
        let meta = MirrorMeta(database: database)
        self.init(
            datasets: try Int.fetchOne(database, sql: "SELECT count(*) FROM dataset") ?? 0,
            total: try meta[.total].flatMap { Int($0) },
            fullRecords: try Int.fetchOne(database, sql: "SELECT count(*) FROM detail WHERE record NOT NULL") ?? 0,
            checkedAt: try meta.date(.checkedAt), isWhole: try meta[.wholeAt] != nil)
    }
}
