/// What somebody may have meant by a word that is not known.
package enum Misspelling {
    /// The words among `known` that are nearest to `word`, at most three of them; none when all are far off.
    package static func suggestions(for word: String, among known: [String]) -> [String] {
        let word = word.lowercased()
        let measured = known.map { (name: $0, distance: distance(word, $0.lowercased())) }
        // A third of the letters may be wrong: `serch` is near `search`, `cat` is not near `set`.
        let limit = max(1, word.count / 3)
        let begun = measured.filter { word.count > 2 && $0.name.lowercased().hasPrefix(word) }
        let near = measured.filter { $0.distance <= limit }.sorted { $0.distance < $1.distance }
        guard let best = near.first?.distance else { return Array(begun.prefix(3).map(\.name)) }
        return Array(near.filter { $0.distance == best }.prefix(3).map(\.name))
    }

    /// How many letters have to be put in, taken out, changed or swapped with their neighbour (optimal string
    /// alignment).
    package static func distance(_ first: String, _ second: String) -> Int {
        let (a, b) = (Array(first), Array(second))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var rows = [Array(0...b.count)]
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, change)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
