import FoundationEssentials
import GRDB
import PortalDomain

/// How many of the datasets that were found have each value of each facet.
///
/// The values of a dataset lie packed beside each other: a walk over them counts half a million in a few milliseconds.
struct FacetCounting {
    let database: Database
    /// So many values of a facet are listed, the most frequent first.
    let limit: Int

    /// By the facet's key.
    typealias Counts = [String: [FilterValue]]

    /// - Parameters:
    ///   - found: nil for all datasets.
    ///   - keys: which facets; all when nil.
    func counts(of found: NumberSet?, keys: Set<String>? = nil) throws -> Counts {
        var places: [Int: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT place, key FROM facet_key") { places[row[0]] = row[1] }
        if let keys { places = places.filter { keys.contains($0.value) } }
        let counted = try found.map(count) ?? ofAll()
        var best: [Int: [(number: Int, count: Int)]] = [:]
        for (index, count) in counted.counts.enumerated() where count > 0 {
            let place = Int(counted.places[index])
            guard places[place] != nil else { continue }
            best[place, default: []].append((index << 8 | place, Int(count)))
        }
        var result: Counts = [:]
        for (place, key) in places {
            let values = (best[place] ?? []).sorted { ($1.count, $0.number) < ($0.count, $1.number) }.prefix(limit)
            result[key] = try values.map { try value($0.number, count: $0.count) }.inOrder
        }
        return result
    }

    /// Of all of them they were counted when they were written.
    private func ofAll() throws -> Counted {
        var counted = try nothing()
        let statement = try database.cachedStatement(sql: "SELECT number, total FROM facet_value WHERE total > 0")
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            let number: Int = row[0]
            counted.counts[number >> 8] = row[1]
            counted.places[number >> 8] = UInt8(truncatingIfNeeded: number)
        }
        return counted
    }

    private func value(_ number: Int, count: Int) throws -> FilterValue {
        let statement = try database.cachedStatement(sql: "SELECT value, label FROM facet_value WHERE number = ?")
        let row = try Row.fetchOne(statement, arguments: [number])
        return FilterValue(
            term: LabelledValue(value: row?[0] ?? "", label: row?[1] ?? ""), count: count)
    }

    private func nothing() throws -> Counted {
        let last = (try Int.fetchOne(database, sql: "SELECT max(number) FROM facet_value") ?? 0) >> 8
        return Counted(
            counts: Array(repeating: 0, count: last + 1), places: Array(repeating: 0, count: last + 1))
    }

    private func count(_ found: NumberSet) throws -> Counted {
        var counted = try nothing()
        // Few are looked up; for many a walk over all is faster.
        if found.count * 8 < found.numbersBound {
            let statement = try database.cachedStatement(sql: "SELECT number, packed FROM facet_row WHERE number = ?")
            try found.forEach { number in
                try NumberRows.forEachPacked(statement, [number]) { _, bytes in counted.add(bytes) }
            }
        } else {
            let statement = try database.cachedStatement(sql: "SELECT number, packed FROM facet_row")
            try NumberRows.forEachPacked(statement) { number, bytes in
                if found.contains(number) { counted.add(bytes) }
            }
        }
        return counted
    }

    private struct Counted {
        /// By a value's number without the part that says of which facet it is, and that part.
        var counts: [Int32]
        var places: [UInt8]

        mutating func add(_ bytes: UnsafeRawBufferPointer) {
            PackedNumbers.forEach(in: bytes) { number in
                let index = number >> 8
                guard index < counts.count else { return }
                counts[index] &+= 1
                places[index] = UInt8(truncatingIfNeeded: number)
            }
        }
    }
}

extension [FilterValue] {
    /// The most frequent first, and of those that are equally frequent by what they are called.
    fileprivate var inOrder: [FilterValue] {
        sorted {
            ($1.count ?? 0, $0.term.label.folded, $0.term.value) < ($0.count ?? 0, $1.term.label.folded, $1.term.value)
        }
    }
}
