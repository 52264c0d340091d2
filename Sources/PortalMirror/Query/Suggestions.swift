import GRDB
import PortalDomain

/// Words of the catalogue that are spelt nearly like one that is not in it.
struct Suggestions {
    let database: Database
    let words: WordReader

    /// For each word of a line that no dataset holds the nearest that one does, the most frequent of equals first; nil
    /// where all are there or nothing is near.
    func line(_ line: QueryLine) throws -> QueryLine? {
        var corrected = line
        var isOther = false
        for (index, term) in line.terms.enumerated() {
            guard case .word(let text) = term.kind, let nearest = try nearest(to: text) else { continue }
            corrected.terms[index].kind = .word(nearest)
            isOther = true
        }
        return isOther ? corrected : nil
    }

    private func nearest(to text: String) throws -> String? {
        let tokens = words.tokens(of: text)
        guard tokens.count == 1, let word = tokens.first?.text, word.unicodeScalars.count > 2,
            try !isThere(word)
        else { return nil }
        let letters = Array(word.unicodeScalars)
        guard letters.allSatisfy({ !IndexedText.isWithoutBlanks($0) }) else { return nil }
        let most = letters.count < 5 ? 1 : 2
        try database.execute(
            sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'dataset_text', 'row')")
        // Nearly all slips leave the first letter: the rest of the words is looked through where nothing is found.
        let first = String(letters[0])
        let best = try best(letters, most, "term >= ? AND term < ?", [first, first + "\u{10FFFF}"])
        return try best ?? self.best(letters, most, "1", [])
    }

    private func best(
        _ letters: [Unicode.Scalar], _ most: Int, _ condition: String, _ values: StatementArguments
    ) throws -> String? {
        let statement = try database.cachedStatement(
            sql: "SELECT term, doc FROM temp.vocabulary WHERE \(condition) LIMIT \(Self.mostLookedAt)")
        let cursor = try Row.fetchCursor(statement, arguments: values)
        var best: (word: String, distance: Int, count: Int)?
        while let row = try cursor.next() {
            let term: String = row[0]
            guard abs(term.utf8.count - letters.count) <= most || !term.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            let count: Int = row[1]
            let limit = best?.distance ?? most
            guard let distance = Self.distance(letters, Array(term.unicodeScalars), atMost: limit), distance > 0 else {
                continue
            }
            if best.map({ (distance, $0.count) < ($0.distance, count) }) ?? true { best = (term, distance, count) }
        }
        return best?.word
    }

    /// Of a catalogue with very many words no more are looked at: an offer is not worth a second.
    private static let mostLookedAt = 200_000

    private func isThere(_ word: String) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT rowid FROM dataset_text WHERE dataset_text MATCH ? LIMIT 1")
        let expression = WordExpression.phrase([word], isBeginning: false, column: nil)
        return try Int.fetchOne(statement, arguments: [expression.text]) != nil
    }

    /// Letters that are missing, too many, others, or the wrong way round (optimal string alignment).
    ///
    /// - Returns: nil where there are more than `limit`.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var beforeLast = Array(repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for row in 1...max(left.count, 1) where !left.isEmpty {
            current[0] = row
            var least = row
            for column in 1...max(right.count, 1) where !right.isEmpty {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = cost
                least = min(least, cost)
            }
            guard least <= limit else { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
