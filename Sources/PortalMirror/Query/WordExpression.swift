/// What is looked for in the texts, as SQLite's full-text search takes it. Every word is quoted: nothing that somebody
/// types is syntax.
indirect enum WordExpression: Hashable, Sendable {
    /// Words beside each other; the last of them may be the beginning of one.
    case phrase([String], isBeginning: Bool, column: String?)
    case all([WordExpression])
    case any([WordExpression])

    /// The pieces of a word or a phrase; nil where it holds nothing that could be found.
    ///
    /// - Parameter isBeginning: the last word may go on.
    init?(_ pieces: [WordReader.Piece], isBeginning: Bool = false, column: String? = nil) {
        let phrases = pieces.enumerated().map { index, piece -> WordExpression in
            switch piece {
            case .words(let words):
                .phrase(
                    words, isBeginning: isBeginning && index == pieces.count - 1 && Self.mayGoOn(words), column: column)
            case .characters(let run):
                Self.pairs(of: run, column)
            }
        }
        guard let first = phrases.first else { return nil }
        self = phrases.count == 1 ? first : .all(phrases)
    }

    /// Of one or two letters too much begins with them.
    private static func mayGoOn(_ words: [String]) -> Bool {
        (words.last?.unicodeScalars.count ?? 0) >= MirrorSchema.shortestBeginning
    }

    /// One character alone is the beginning of a pair, or the end of a run.
    private static func pairs(of run: String, _ column: String?) -> WordExpression {
        let characters = run.unicodeScalars.map { String($0) }
        guard characters.count > 1 else { return .phrase(characters, isBeginning: true, column: column) }
        return .phrase(zip(characters, characters.dropFirst()).map(+), isBeginning: false, column: column)
    }

    var text: String {
        switch self {
        case .phrase(let words, let isBeginning, let column):
            let quoted = "\"" + words.joined(separator: " ").replacing("\"", with: "\"\"") + "\""
            return (column.map { "\($0) : " } ?? "") + quoted + (isBeginning ? " *" : "")
        case .all(let parts): return "(" + parts.map(\.text).joined(separator: " AND ") + ")"
        case .any(let parts): return "(" + parts.map(\.text).joined(separator: " OR ") + ")"
        }
    }

    /// The same in one column.
    func within(_ column: String) -> WordExpression {
        switch self {
        case .phrase(let words, let isBeginning, let own):
            .phrase(words, isBeginning: isBeginning, column: own ?? column)
        case .all(let parts): .all(parts.map { $0.within(column) })
        case .any(let parts): .any(parts.map { $0.within(column) })
        }
    }

    /// The phrases in it that are found in a text of that column.
    func phrases(in column: String) -> [(words: [String], isBeginning: Bool)] {
        switch self {
        case .phrase(let words, let isBeginning, let own):
            own == nil || own == column ? [(words, isBeginning)] : []
        case .all(let parts), .any(let parts): parts.flatMap { $0.phrases(in: column) }
        }
    }
}
