import Foundation

/// What a query finds, as expressions of SQLite's full-text search.
enum QueryWords: Equatable, Sendable {
    case everything
    /// Nothing in the query could be a word, such as in a lone question mark.
    case nothing
    /// - atLeast: how many of these have to be there besides; nil where `expression` says everything.
    case matching(expression: String, atLeast: Threshold?)

    struct Threshold: Equatable, Sendable {
        var count: Int
        var expressions: [String]
    }

    /// More words than this are not looked at: SQLite bounds an expression, and nobody types so many.
    static let wordLimit = 64

    /// - Throws: `Problem` 500 for what CKAN refuses.
    init(_ text: String) throws {
        let text = text.filter { $0 != "\0" }
        guard !text.allSatisfy(\.isWhitespace), !["\"\"", "''", "*:*"].contains(text) else {
            self = .everything
            return
        }
        guard case .clauses(let clauses) = try QueryReader.read(text) else {
            self = .nothing
            return
        }
        let parts = try Parts(clauses)
        // The dismax parser wants most of the words; the standard parser any of those that are only wished for.
        self = text.contains(":") ? parts.standard : parts.dismax
    }

    /// Words of which every one is wanted, and nothing of which is syntax: what the guide's services are given.
    init(plain text: String) {
        let pieces = text.filter { $0 != "\0" }.split(separator: "\"", omittingEmptySubsequences: false)
        let terms = pieces.enumerated().flatMap { index, piece -> [String] in
            // Between the first mark and the second, the third and the fourth; a mark that nothing closes is none.
            let isPhrase = !index.isMultiple(of: 2) && index < pieces.count - 1
            let words = isPhrase ? [piece] : piece.split(whereSeparator: \.isWhitespace)
            return words.compactMap { Self.term(String($0), isPhrase: isPhrase) }
        }
        if text.allSatisfy(\.isWhitespace) {
            self = .everything
        } else if terms.isEmpty {
            self = .nothing
        } else {
            self = .matching(expression: terms.prefix(Self.wordLimit).joined(separator: " AND "), atLeast: nil)
        }
    }

    /// `mm` of ckan/lib/search/query.py, `2<-1 5<80%`: both of two, all but one of up to five, four fifths of more.
    static func wanted(of count: Int) -> Int {
        switch count {
        case ...2: count
        case ...5: count - 1
        default: count * 4 / 5
        }
    }

    private struct Parts {
        var must: [String] = []
        var should: [String] = []
        var mustNot: [String] = []

        init(_ clauses: [QueryClause]) throws {
            for clause in clauses.prefix(QueryWords.wordLimit) {
                guard let expression = try QueryWords.expression(clause.node) else { continue }
                switch clause.occur {
                case .must: must.append(expression)
                case .should: should.append(expression)
                case .mustNot: mustNot.append(expression)
                }
            }
        }

        var standard: QueryWords {
            QueryWords.expression(self).map { .matching(expression: $0, atLeast: nil) } ?? .nothing
        }

        var dismax: QueryWords {
            let count = QueryWords.wanted(of: should.count)
            guard count < should.count else {
                var all = self
                all.must += should
                all.should = []
                return all.standard
            }
            var wide = self
            if !must.isEmpty { wide.must.append("(" + should.joined(separator: " OR ") + ")") }
            guard let expression = QueryWords.expression(wide) else { return .nothing }
            return .matching(expression: expression, atLeast: Threshold(count: count, expressions: should))
        }
    }

    private static func expression(_ parts: Parts) -> String? {
        let wanted =
            parts.must.isEmpty ? parts.should.joined(separator: " OR ") : parts.must.joined(separator: " AND ")
        // What only leaves out has nothing to leave out of.
        guard !wanted.isEmpty else { return nil }
        return parts.mustNot.isEmpty
            ? "(\(wanted))" : "((\(wanted)) NOT (\(parts.mustNot.joined(separator: " OR "))))"
    }

    /// Nil for what holds nothing that can be looked for.
    private static func expression(_ node: QueryNode) throws -> String? {
        switch node {
        case .term(let text, let isPhrase): return term(text, isPhrase: isPhrase)
        case .field(let name, let inner):
            guard let column = columns[name] else {
                // CKAN refuses a field it does not know, and the running service passes that on as its own failure.
                throw QueryReader.refusal("undefined field \(name)")
            }
            let found = try expression(inner)
            return found.map { column.isEmpty ? $0 : "({\(column)} : \($0))" }
        case .clauses(let clauses): return expression(try Parts(clauses))
        }
    }

    /// The columns of the full-text index by CKAN's names of fields; `text` is all of them.
    private static let columns = [
        "text": "", "title": "title", "notes": "description", "tags": "keywords", "publisher_name": "publisher",
        "name": "name",
    ]

    /// Every word is quoted, so that no character of it is an operator to SQLite, and matches from its beginning.
    private static func term(_ text: String, isPhrase: Bool) -> String? {
        guard text.unicodeScalars.contains(where: isSearchable) else { return nil }
        let words = SearchText.indexed(text.filter { $0 != "\"" })
        return isPhrase ? "\"\(words)\"" : "(\"\(words)\"*)"
    }

    /// What SQLite's unicode61 tokenizer counts as part of a word.
    private static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
