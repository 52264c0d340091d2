import HTTPTypes

/// What CKAN's search engine makes of a query: terms that must, should or must not be there.
indirect enum QueryNode: Equatable, Sendable {
    case term(String, isPhrase: Bool)
    /// Of one field only.
    case field(String, QueryNode)
    case clauses([QueryClause])
}

struct QueryClause: Equatable, Sendable {
    enum Occur: Sendable { case must, should, mustNot }

    var occur: Occur
    var node: QueryNode
}

/// Reads `q` as Solr does behind CKAN (ckan/lib/search/query.py, `PackageSearchQuery.run`): without a colon by its
/// dismax parser, which knows words, phrases, `+`, `-`, AND, OR and NOT; with a colon by its standard parser, which knows
/// fields and parentheses besides, and joins by AND what nothing else joins.
///
/// Ranges and wildcards inside a query are not read: the demo's table of queries says so.
struct QueryReader {
    private enum Token: Equatable {
        case word(String)
        case phrase(String)
        case and, or, not, plus, minus, open, close
        case field(String)
    }

    private var tokens: [Token] = []
    private var position = 0
    private let isFielded: Bool

    /// - Throws: `Problem` 500 for what does not parse, as the running service passes CKAN's refusal on.
    static func read(_ text: String) throws -> QueryNode {
        let isFielded = text.contains(":")
        // The dismax parser drops all quotes when one has no partner; the standard parser refuses.
        let quotes = text.count { $0 == "\"" }
        let text = !isFielded && !quotes.isMultiple(of: 2) ? text.filter { $0 != "\"" } : text
        var reader = QueryReader(isFielded: isFielded)
        try reader.split(text)
        let node = try reader.clauses(isNested: false)
        guard reader.position == reader.tokens.count else { throw Self.refusal("Unbalanced parenthesis.") }
        return node
    }

    private init(isFielded: Bool) { self.isFielded = isFielded }

    static func refusal(_ detail: String) -> Problem {
        Problem(.internalServerError, "Not expected exception", "Search Query is invalid: \(detail)")
    }

    // MARK: Tokens

    private mutating func split(_ text: String) throws {
        var rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "\"" {
                rest.removeFirst()
                tokens.append(.phrase(try phrase(&rest)))
            } else if let sign = sign(first, next: rest.dropFirst().first) {
                rest.removeFirst()
                tokens.append(contentsOf: sign)
                if sign == [.close] { dropBoost(&rest) }
            } else {
                try word(&rest)
            }
        }
    }

    /// Nil for what is part of a word; empty for a sign that stands for nothing.
    private func sign(_ sign: Character, next: Character?) -> [Token]? {
        let isDangling = next == nil || next?.isWhitespace == true
        switch sign {
        case "+": return isDangling ? [] : [.plus]
        case "-": return isDangling ? [] : [.minus]
        case "(" where isFielded: return [.open]
        case ")" where isFielded: return [.close]
        default: return nil
        }
    }

    private func phrase(_ rest: inout Substring) throws -> String {
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                dropBoost(&rest)
                return text
            case "\\": if let next = rest.popFirst() { text.append(next) }
            default: text.append(character)
            }
        }
        throw Self.refusal("A quotation mark has no partner.")
    }

    private mutating func word(_ rest: inout Substring) throws {
        var text = ""
        while let character = rest.first, !character.isWhitespace, character != "\"" {
            if isFielded, character == ")" || character == "(" { break }
            rest.removeFirst()
            switch character {
            case "\\": if let next = rest.popFirst() { text.append(next) }
            case ":" where isFielded && text != "*":
                tokens.append(.field(text))
                return
            case "^" where isFielded:
                rest = rest.drop { $0.isNumber || $0 == "." }
            case "[", "{":
                guard isFielded else { continue }
                throw Self.refusal("The demo portal reads no ranges in a query.")
            default: text.append(character)
            }
        }
        switch text {
        case "AND", "&&": tokens.append(.and)
        case "OR", "||": tokens.append(.or)
        case "NOT": tokens.append(.not)
        default: tokens.append(.word(text))
        }
    }

    private func dropBoost(_ rest: inout Substring) {
        guard rest.first == "^" || rest.first == "~" else { return }
        rest = rest.dropFirst().drop { $0.isNumber || $0 == "." }
    }

    // MARK: Clauses

    private mutating func clauses(isNested: Bool) throws -> QueryNode {
        var clauses: [QueryClause] = []
        var conjunction: Token?
        while position < tokens.count {
            let token = tokens[position]
            switch token {
            case .and, .or:
                guard !clauses.isEmpty, conjunction == nil else { throw Self.refusal("\(token) joins nothing.") }
                conjunction = token
                position += 1
                continue
            case .close:
                guard isNested else { throw Self.refusal("Unbalanced parenthesis.") }
                guard conjunction == nil else { throw Self.refusal("An operator joins nothing.") }
                return .clauses(clauses)
            default: break
            }
            let occur = try modifier()
            add(try node(), occur, after: conjunction, to: &clauses)
            conjunction = nil
        }
        guard conjunction == nil else { throw Self.refusal("An operator joins nothing.") }
        return .clauses(clauses)
    }

    private mutating func modifier() throws -> QueryClause.Occur? {
        var occur: QueryClause.Occur?
        while position < tokens.count, [.plus, .minus, .not].contains(tokens[position]) {
            occur = tokens[position] == .plus ? .must : .mustNot
            position += 1
        }
        return occur
    }

    /// Lucene's rules of what a conjunction makes of the clauses on both of its sides.
    private func add(
        _ node: QueryNode, _ modifier: QueryClause.Occur?, after conjunction: Token?, to clauses: inout [QueryClause]
    ) {
        if let last = clauses.indices.last, clauses[last].occur != .mustNot {
            if conjunction == .and { clauses[last].occur = .must }
            if conjunction == .or, isFielded { clauses[last].occur = .should }
        }
        let joined: QueryClause.Occur = isFielded ? (conjunction == .or ? .should : .must) : .should
        clauses.append(QueryClause(occur: modifier ?? (conjunction == .and ? .must : joined), node: node))
    }

    private mutating func node() throws -> QueryNode {
        guard position < tokens.count else { throw Self.refusal("Something is missing at the end.") }
        let token = tokens[position]
        position += 1
        switch token {
        case .word(let text): return .term(text, isPhrase: false)
        case .phrase(let text): return .term(text, isPhrase: true)
        case .field(let name): return .field(name, try node())
        case .open:
            let inner = try clauses(isNested: true)
            guard position < tokens.count, tokens[position] == .close else {
                throw Self.refusal("Unbalanced parenthesis.")
            }
            position += 1
            return inner
        case .and, .or, .not, .plus, .minus, .close: throw Self.refusal("An operator stands where a word belongs.")
        }
    }
}
