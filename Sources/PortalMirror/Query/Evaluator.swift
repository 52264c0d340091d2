import GRDB
import PortalDomain

/// Carries a plan out: each leaf is one statement that gives numbers, and sets of them are joined in memory.
///
/// SQLite would keep the rows of each part in a tree of its own to join them; a bit each takes a hundredth of that.
struct Evaluator {
    let database: Database
    /// All datasets.
    let everything: NumberSet
    private let bound: Int

    init(_ database: Database) throws {
        self.database = database
        let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM dataset") ?? 0
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM dataset") ?? 0
        bound = last + 1
        if last == count {
            everything = NumberSet(upTo: last)
        } else {
            everything = try Self.numbers("SELECT number FROM facet_row", [], below: bound, database)
        }
    }

    func judge(_ plan: QueryPlan) throws -> Judgement {
        switch plan {
        case .everything: return Judgement(everything)
        case .nothing: return Judgement(NumberSet(below: bound))
        case .words(let expression):
            return Judgement(
                try numbers("SELECT rowid FROM dataset_text WHERE dataset_text MATCH ?", [expression.text]))
        case .values(let values, let field):
            var found = NumberSet(below: bound)
            for value in values {
                found.formUnion(try numbers("SELECT dataset FROM dataset_facet WHERE value = ?", [value]))
            }
            return try judged(found, field)
        case .names(let names, let field):
            var found = NumberSet(below: bound)
            let column = field == .id ? "id" : "identifier"
            for name in names {
                found.formUnion(try numbers("SELECT number FROM dataset WHERE \(column) = ?", [name]))
            }
            return try judged(found, field)
        case .range(let range, let field): return try judged(try self.range(range, field), field)
        case .all(let plans):
            var result: Judgement?
            for plan in plans {
                let judgement = try judge(plan)
                result = result.map { $0.and(judgement) } ?? judgement
                // Nothing can come to an empty set any more.
                if result?.holds.isEmpty == true, result?.isOpen == nil { break }
            }
            return result ?? Judgement(everything)
        case .any(let plans):
            var result = Judgement(NumberSet(below: bound))
            for plan in plans { result = result.or(try judge(plan)) }
            return result
        case .not(let plan): return try judge(plan).negated(in: everything)
        }
    }

    /// Of how many datasets a field is known.
    func known(_ field: MirrorField) throws -> Int {
        let unknown = try Int64.fetchAll(database, sql: Self.masks).filter { $0 & field.bit == 0 }.reduce(0) {
            sum, mask in
            sum
                + (try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM dataset WHERE known = ?", arguments: [mask]) ?? 0)
        }
        return everything.count - unknown
    }

    /// What nothing is known of cannot be told.
    private func judged(_ found: NumberSet, _ field: MirrorField) throws -> Judgement {
        let masks = try Int64.fetchAll(database, sql: Self.masks)
        guard masks.contains(where: { $0 & field.bit == 0 }) else { return Judgement(found) }
        var isOpen = NumberSet(below: bound)
        for mask in masks where mask & field.bit == 0 {
            isOpen.formUnion(try numbers("SELECT number FROM dataset WHERE known = ?", [mask]))
        }
        return Judgement(found, open: isOpen.subtracting(found))
    }

    /// The few different ones that there are, each looked up in the index: a walk over all would take longer.
    static let masks = """
        WITH RECURSIVE mask(value) AS (
            SELECT min(known) FROM dataset
            UNION ALL SELECT (SELECT min(known) FROM dataset WHERE known > mask.value) FROM mask WHERE value NOT NULL
        ) SELECT value FROM mask WHERE value NOT NULL
        """

    private func range(_ range: RangeBound, _ field: MirrorField) throws -> NumberSet {
        guard field == .coverage else {
            guard let column = field.column else { return NumberSet(below: bound) }
            return try numbers(condition(column, range))
        }
        // A period is found by any day that it shares; one without an end is its beginning, and the other way round.
        var conditions: [String] = []
        var values: [any DatabaseValueConvertible & Sendable] = []
        if let from = range.from {
            conditions.append("coalesce(coverageEnd, coverageStart) \(range.isFromIn ? ">=" : ">") ?")
            values.append(from)
        }
        if let to = range.to {
            conditions.append("coalesce(coverageStart, coverageEnd) \(range.isToIn ? "<=" : "<") ?")
            values.append(to)
        }
        return try numbers(("SELECT number FROM dataset WHERE \(conditions.joined(separator: " AND "))", values))
    }

    private func condition(
        _ column: String, _ range: RangeBound
    ) -> (String, [any DatabaseValueConvertible & Sendable]) {
        var conditions = ["\(column) NOT NULL"]
        var values: [any DatabaseValueConvertible & Sendable] = []
        if let from = range.from {
            conditions.append("\(column) \(range.isFromIn ? ">=" : ">") ?")
            values.append(from)
        }
        if let to = range.to {
            conditions.append("\(column) \(range.isToIn ? "<=" : "<") ?")
            values.append(to)
        }
        return ("SELECT number FROM dataset WHERE \(conditions.joined(separator: " AND "))", values)
    }

    private func numbers(_ query: (String, [any DatabaseValueConvertible & Sendable])) throws -> NumberSet {
        try numbers(query.0, query.1)
    }

    private func numbers(_ sql: String, _ values: [any DatabaseValueConvertible & Sendable]) throws -> NumberSet {
        try Self.numbers(sql, values, below: bound, database)
    }

    private static func numbers(
        _ sql: String, _ values: [any DatabaseValueConvertible & Sendable], below bound: Int, _ database: Database
    ) throws -> NumberSet {
        var found = NumberSet(below: bound)
        let statement = try database.cachedStatement(sql: sql)
        try NumberRows.forEach(statement, StatementArguments(values)) { found.insert($0) }
        return found
    }
}

extension MirrorField {
    /// The column of `dataset` with its number or moment.
    var column: String? {
        switch self {
        case .modified: "modified"
        case .created: "created"
        case .individuals: "individuals"
        case .records: "records"
        case .files: "files"
        case .coverage: "coverageStart"
        case .id: "id"
        case .identifier: "identifier"
        case .title: "titleKey"
        case .description, .publisher, .theme, .keyword, .catalogue, .access, .workflow, .kind, .series, .format,
            .licence, .dataUse, .detail:
            nil
        }
    }
}
