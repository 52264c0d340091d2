import GRDB
import PortalDomain

/// Puts the datasets that were found into their order, as far as they are shown.
struct ResultOrder {
    let database: Database

    enum Key: Equatable {
        /// By how well the words fit.
        case relevance([WordExpression])
        case column(String, isDescending: Bool)
        /// By what a facet's value is called.
        case values(String, isDescending: Bool)
    }

    /// More are not weighed one by one: what holds the words in its title comes first then, each with the newest first.
    static let mostWeighed = 3000
    /// So few are looked up; of more the index is walked until enough are found.
    private static let fewest = 1500

    /// - Parameter wanted: which places of the order.
    func numbers(_ found: NumberSet, by key: Key, _ wanted: Range<Int>) throws -> [Int] {
        switch key {
        case .relevance(let words):
            guard !words.isEmpty else { return try column(found, "modified", isDescending: true, wanted) }
            let expression = words.count == 1 ? words[0] : .any(words)
            return found.count <= Self.mostWeighed
                ? try weighed(found, expression, wanted) : try titlesFirst(found, expression, wanted)
        case .column(let column, let isDescending):
            return try self.column(found, column, isDescending: isDescending, wanted)
        case .values(let key, let isDescending):
            return try values(found, key, isDescending: isDescending, wanted)
        }
    }

    /// By BM25. Only here ranks are computed, because they are what costs. What was found by something else than words
    /// comes behind.
    private func weighed(_ found: NumberSet, _ words: WordExpression, _ wanted: Range<Int>) throws -> [Int] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT rowid FROM dataset_text WHERE dataset_text MATCH ?
                ORDER BY bm25(dataset_text, \(MirrorSchema.weights)), rowid
                """)
        var numbers: [Int] = []
        var rest = found
        var ranked = NumberSet(below: found.numbersBound)
        var place = 0
        let cursor = try Int.fetchCursor(statement, arguments: [words.text])
        while place < wanted.upperBound, let number = try cursor.next() {
            guard found.contains(number) else { continue }
            ranked.insert(number)
            if place >= wanted.lowerBound { numbers.append(number) }
            place += 1
        }
        guard place < min(wanted.upperBound, found.count) else { return numbers }
        rest.subtract(ranked)
        return numbers
            + (try column(
                rest, "modified", isDescending: true, max(wanted.lowerBound - place, 0)..<(wanted.upperBound - place)))
    }

    private func titlesFirst(_ found: NumberSet, _ words: WordExpression, _ wanted: Range<Int>) throws -> [Int] {
        let statement = try database.cachedStatement(
            sql: "SELECT rowid FROM dataset_text WHERE dataset_text MATCH ?")
        var titles = found
        var matching = NumberSet(below: (found.numbersBound))
        let cursor = try Int.fetchCursor(statement, arguments: [words.within("title").text])
        while let number = try cursor.next() { matching.insert(number) }
        titles.formIntersection(matching)
        let count = titles.count
        var numbers: [Int] = []
        if wanted.lowerBound < count {
            numbers = try column(
                titles, "modified", isDescending: true, wanted.lowerBound..<min(wanted.upperBound, count))
        }
        if wanted.upperBound > count {
            numbers += try column(
                found.subtracting(titles), "modified", isDescending: true,
                max(wanted.lowerBound - count, 0)..<(wanted.upperBound - count))
        }
        return numbers
    }

    /// What has nothing in the column comes last, whatever the direction.
    private func column(
        _ found: NumberSet, _ column: String, isDescending: Bool, _ wanted: Range<Int>
    ) throws -> [Int] {
        let direction = isDescending ? "DESC" : "ASC"
        let count = found.count
        guard count > Self.fewest else {
            return try few(found, column, direction, wanted)
        }
        let walk =
            "SELECT number FROM dataset WHERE \(column) NOT NULL ORDER BY \(column) \(direction), number \(direction)"
        var numbers = try take(found, wanted, Int.fetchCursor(try database.cachedStatement(sql: walk)))
        guard numbers.count < min(wanted.upperBound, count) - min(wanted.lowerBound, count) else { return numbers }
        // Only now the others matter; how many stand before them has to be known.
        var with = NumberSet(below: found.numbersBound)
        let all = try Int.fetchCursor(
            try database.cachedStatement(sql: "SELECT number FROM dataset WHERE \(column) NOT NULL"))
        while let number = try all.next() { with.insert(number) }
        let rest = found.subtracting(with)
        let before = count - rest.count
        let range = max(wanted.lowerBound - before, 0)..<max(wanted.upperBound - before, 0)
        var place = 0
        rest.forEach { number in
            if range.contains(place) { numbers.append(number) }
            place += 1
        }
        return numbers
    }

    private func few(_ found: NumberSet, _ column: String, _ direction: String, _ wanted: Range<Int>) throws -> [Int] {
        // At most `fewest` numbers of our own, no text of anybody.
        let list = found.numbers.map(String.init).joined(separator: ",")
        let rows = try Int.fetchAll(
            database,
            sql: """
                SELECT number FROM dataset WHERE number IN (\(list))
                ORDER BY \(column) IS NULL, \(column) \(direction),
                CASE WHEN \(column) IS NULL THEN number END, number \(direction)
                """)
        return Array(rows.dropFirst(wanted.lowerBound).prefix(wanted.count))
    }

    /// One value after the other, each with its datasets by their numbers; then those without a value.
    private func values(_ found: NumberSet, _ key: String, isDescending: Bool, _ wanted: Range<Int>) throws -> [Int] {
        let direction = isDescending ? "DESC" : "ASC"
        let values = try Int.fetchCursor(
            try database.cachedStatement(
                sql: """
                    SELECT number FROM facet_value WHERE key = (SELECT place FROM facet_key WHERE key = ?) AND total > 0
                    ORDER BY foldedLabel \(direction), number \(direction)
                    """), arguments: [key])
        let datasets = try database.cachedStatement(
            sql: "SELECT dataset FROM dataset_facet WHERE value = ? ORDER BY dataset")
        var rest = found
        var ordered: [Int] = []
        var place = 0
        while place < wanted.upperBound, let value = try values.next() {
            var these = NumberSet(below: found.numbersBound)
            let cursor = try Int.fetchCursor(datasets, arguments: [value])
            while let number = try cursor.next() {
                guard rest.contains(number) else { continue }
                these.insert(number)
                if wanted.contains(place) { ordered.append(number) }
                place += 1
            }
            rest.subtract(these)
        }
        guard place < wanted.upperBound else { return ordered }
        rest.forEach { number in
            if wanted.contains(place) { ordered.append(number) }
            place += 1
        }
        return ordered
    }

    private func take(
        _ found: NumberSet, _ wanted: Range<Int>, _ cursor: FastDatabaseValueCursor<Int>
    ) throws -> [Int] {
        var numbers: [Int] = []
        var place = 0
        while place < wanted.upperBound, let number = try cursor.next() {
            guard found.contains(number) else { continue }
            if place >= wanted.lowerBound { numbers.append(number) }
            place += 1
        }
        return numbers
    }
}
