import GRDB
import PortalDomain

/// The values of facets by their numbers. The lowest eight bits of a number say of which facet it is, so that counting
/// needs no look-up.
///
/// Used within a writer's transactions alone, which run one after the other on one queue: hence `@unchecked`.
final class FacetBook: @unchecked Sendable {  // See above.
    private var keys: [String: Int] = [:]
    /// By the facet's place, and by the value.
    private var numbers: [Int: [String: Int]] = [:]
    private var inMemory = 0
    private var changes: [Int: Int] = [:]
    private var last = 0
    private var isLoaded = false

    /// So many facets a mirror has at most; what a catalogue has besides is kept with the record and not counted.
    static let mostKeys = 256
    /// So many values are in memory before they are looked up again.
    private static let mostInMemory = 60_000

    static func key(of number: Int) -> Int { number & 0xFF }

    /// The numbers of a dataset's terms, each once, in ascending order.
    func numbers(of terms: DatasetTerms, _ database: Database) throws -> [Int] {
        try load(database)
        var found: [Int] = []
        found.reserveCapacity(terms.terms.count)
        for (field, value) in terms.terms {
            guard let key = field.facetKey, let place = try place(of: key, field, database) else { continue }
            found.append(try number(of: value, place, database))
        }
        guard found.count > 1 else { return found }
        found.sort()
        var before = 0
        found.removeAll { number in
            defer { before = number }
            return number == before
        }
        return found
    }

    /// Notes that so many more datasets have the value.
    func count(_ number: Int, _ change: Int) { changes[number, default: 0] += change }

    /// Writes what was noted. Part of the transaction.
    func writeTotals(_ database: Database) throws {
        let update = try database.cachedStatement(sql: "UPDATE facet_value SET total = total + ? WHERE number = ?")
        for (number, change) in changes where change != 0 { try update.execute(arguments: [change, number]) }
        changes.removeAll(keepingCapacity: true)
        if inMemory > Self.mostInMemory { (numbers, inMemory) = ([:], 0) }
    }

    /// After a transaction that was taken back nothing is known any more.
    func forget() {
        (keys, numbers, inMemory, changes, isLoaded) = ([:], [:], 0, [:], false)
    }

    private func load(_ database: Database) throws {
        guard !isLoaded else { return }
        for row in try Row.fetchAll(database, sql: "SELECT key, place FROM facet_key") { keys[row[0]] = row[1] }
        last = (try Int.fetchOne(database, sql: "SELECT max(number) FROM facet_value") ?? 0) >> 8
        isLoaded = true
    }

    private func place(of key: String, _ field: MirrorField, _ database: Database) throws -> Int? {
        if let place = keys[key] { return place }
        let place = keys.count
        guard place < Self.mostKeys else { return nil }
        try database.execute(
            sql: "INSERT INTO facet_key (place, key, label) VALUES (?, ?, ?)", arguments: [place, key, field.label])
        keys[key] = place
        return place
    }

    private func number(of value: LabelledValue, _ place: Int, _ database: Database) throws -> Int {
        if let number = numbers[place]?[value.value] { return number }
        let known = try database.cachedStatement(sql: "SELECT number FROM facet_value WHERE key = ? AND value = ?")
        if let number = try Int.fetchOne(known, arguments: [place, value.value]) {
            remember(number, value, place)
            return number
        }
        last += 1
        let number = last << 8 | place
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO facet_value (number, key, value, label, foldedValue, foldedLabel, total)
                VALUES (?, ?, ?, ?, ?, ?, 0)
                """)
        let (foldedValue, foldedLabel) = (FoldedText.value(value.value), FoldedText.value(value.label))
        try insert.execute(arguments: [
            number, place, value.value, value.label, foldedValue == foldedLabel ? nil : foldedValue, foldedLabel,
        ])
        remember(number, value, place)
        return number
    }

    private func remember(_ number: Int, _ value: LabelledValue, _ place: Int) {
        numbers[place, default: [:]][value.value] = number
        inMemory += 1
    }
}
