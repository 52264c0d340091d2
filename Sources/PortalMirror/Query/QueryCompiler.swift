import FoundationEssentials
import GRDB
import PortalDomain

/// Makes a plan of a line. Words that hold nothing which could be found are left out, unless that is all that was typed.
struct QueryCompiler {
    let database: Database
    let words: WordReader
    let names: QueryNames

    /// A part of a line that holds at the top, with the facet that it asks for by equality: parts of one facet widen.
    struct Part {
        var plan: QueryPlan
        var facet: FilterKey?
    }

    func parts(of line: QueryLine) throws -> [Part] {
        if line.beacon == true {
            throw PortalError(.unsupported, operation: Mirror.operation, because: .mirror(.noBeacon))
        }
        var parts: [Part] = []
        var hasWords = false
        var hasFound = false
        for term in line.terms {
            if term.isText { hasWords = true }
            guard let plan = try plan(term) else { continue }
            if term.isText { hasFound = true }
            let facet = try widening(term)
            if let facet, let place = parts.firstIndex(where: { $0.facet == facet }) {
                parts[place].plan = .joined(any: [parts[place].plan, plan])
            } else {
                parts.append(Part(plan: plan, facet: facet))
            }
        }
        // What was typed holds no word: no portal finds anything by it.
        return hasWords && !hasFound ? [Part(plan: .nothing)] : parts
    }

    private func widening(_ term: QueryTerm) throws -> FilterKey? {
        guard case .condition(let condition) = term.kind, condition.comparison == .equal else { return nil }
        return try names.find(condition.name).filter.key
    }

    /// Nil for what nothing can be looked for by.
    private func plan(_ term: QueryTerm) throws -> QueryPlan? {
        switch term.kind {
        // A word finds what begins with it, as genome finds genomes; a phrase is meant as it stands.
        case .word(let text): return WordExpression(words.pieces(of: text), isBeginning: true).map(QueryPlan.words)
        case .phrase(let text): return WordExpression(words.pieces(of: text)).map(QueryPlan.words)
        case .condition(let condition): return try plan(condition, at: term.place)
        case .not(let inner): return try plan(inner).map(QueryPlan.not)
        case .either(let terms):
            let plans = try terms.compactMap { try plan($0) }
            return plans.isEmpty ? nil : .joined(any: plans)
        case .all(let terms):
            let plans = try terms.compactMap { try plan($0) }
            return plans.isEmpty ? nil : .joined(all: plans)
        }
    }

    private func plan(_ condition: QueryCondition, at place: QueryPlace) throws -> QueryPlan {
        let (filter, _) = try names.find(condition.name)
        guard !filter.key.isOfBeacon, filter.kind != .entries else {
            throw PortalError(.unsupported, operation: Mirror.operation, because: .mirror(.noBeacon))
        }
        let field = MirrorField(filter)
        switch field.filterKind {
        case .number:
            return .joined(any: try condition.values.map { try range($0, condition.comparison, field, place) })
        case .dateTime:
            return .joined(any: try condition.values.map { try days($0, condition.comparison, field, place) })
        case .dropdown, .freeText, .entries:
            guard condition.comparison == .equal else {
                throw QueryProblem(
                    .noOrder(label: filter.label, sign: condition.comparison.rawValue, signs: ":"), at: place)
            }
            return .joined(any: try condition.values.map { try value($0, of: filter, field, place) })
        }
    }

    // MARK: Values

    private func value(
        _ text: String, of filter: Filter, _ field: MirrorField, _ place: QueryPlace
    ) throws -> QueryPlan {
        guard !text.trimmingSpaces.isEmpty else { throw QueryProblem(.noValue(label: filter.label), at: place) }
        if field == .id || field == .identifier { return .names([text], field) }
        let column: String? =
            switch field {
            case .title: "title"
            case .description: "description"
            case .keyword: "keywords"
            case .id, .identifier, .publisher, .theme, .catalogue, .access, .workflow, .modified, .created, .coverage,
                .individuals, .records, .files, .kind, .series, .format, .licence, .dataUse,
                .detail:
                nil
            }
        if let column, filter.kind == .freeText || field != .keyword {
            // Its words all occur, wherever they stand in the field.
            let parts = words.pieces(of: text).flatMap { piece -> [WordExpression] in
                guard case .words(let words) = piece else {
                    return [WordExpression([piece], column: column)].compactMap(\.self)
                }
                return words.compactMap { WordExpression([.words([$0])], isBeginning: true, column: column) }
            }
            guard let first = parts.first else { return .nothing }
            return .words(parts.count == 1 ? first : .all(parts))
        }
        // A code in any of its spellings, or its shorthand.
        let wanted = field == .dataUse ? DataUseCode(naming: text)?.id ?? text : text
        return .values(try numbers(of: wanted, filter, field), field)
    }

    /// The values of a facet that a person means by a text: the value itself, its label, or either without regard to case
    /// and white space, the closest first.
    private func numbers(of text: String, _ filter: Filter, _ field: MirrorField) throws -> [Int] {
        guard let key = field.facetKey,
            let place = try Int.fetchOne(
                database, sql: "SELECT place FROM facet_key WHERE key = ?", arguments: [key])
        else { return [] }
        func find(_ column: String, _ text: String) throws -> [Int] {
            // One that no dataset has any more is none.
            let sql = "SELECT number FROM facet_value WHERE key = ? AND \(column) = ? AND total > 0 ORDER BY number"
            return try Int.fetchAll(try database.cachedStatement(sql: sql), arguments: [place, text])
        }
        // A portal may call a value otherwise than its records do: the name of an organisation, and its title.
        let meant = filter.terms(named: text)
        for (value, label) in meant.map({ ($0.value, $0.label) }) + [(text, text)] {
            for (column, text) in [("value", value), ("label", label)] {
                let found = try find(column, text)
                if !found.isEmpty { return found }
            }
        }
        let folded = FoldedText.value(text)
        return Array(Set(try find("foldedValue", folded) + find("foldedLabel", folded))).sorted()
    }

    private func range(
        _ text: String, _ comparison: QueryComparison, _ field: MirrorField, _ place: QueryPlace
    ) throws -> QueryPlan {
        guard let number = Double(text.trimmingSpaces), number.isFinite else {
            throw QueryProblem(.notANumber(given: text), at: place)
        }
        let bound =
            switch comparison {
            case .equal: RangeBound(from: number, to: number)
            case .less: RangeBound(to: number, isToIn: false)
            case .greater: RangeBound(from: number, isFromIn: false)
            case .lessOrEqual: RangeBound(to: number)
            case .greaterOrEqual: RangeBound(from: number)
            }
        return .range(bound, field)
    }

    private func days(
        _ text: String, _ comparison: QueryComparison, _ field: MirrorField, _ place: QueryPlace
    ) throws -> QueryPlan {
        guard let days = QueryDays(text.trimmingSpaces) else {
            throw QueryProblem(.notADate(given: text), at: place)
        }
        let start = Double(days.first.dayNumber) * 86_400
        let end = Double(days.last.dayNumber + 1) * 86_400
        let bound =
            switch comparison {
            case .equal: RangeBound(from: start, to: end, isToIn: false)
            case .less: RangeBound(to: start, isToIn: false)
            case .greater: RangeBound(from: end)
            case .lessOrEqual: RangeBound(to: end, isToIn: false)
            case .greaterOrEqual: RangeBound(from: start)
            }
        return .range(bound, field)
    }
}

extension QueryTerm {
    /// Words that have to be found.
    fileprivate var isText: Bool {
        switch kind {
        case .word, .phrase: true
        case .either(let terms), .all(let terms): terms.contains(where: \.isText)
        case .condition, .not: false
        }
    }
}
