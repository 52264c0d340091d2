/// The alleles of several populations together.
public struct AlleleTotal: Hashable, Sendable {
    /// How many alleles there are.
    public var number: Double
    /// How many of them have the variant.
    public var count: Double
    /// How many populations were added up.
    public var populations: Int

    /// The share of the alleles that have it, from 0 to 1; nil of none at all.
    public var frequency: Double? { number > 0 ? count / number : nil }

    /// - Returns: nil unless each person was counted once for certain: the rows are of one dataset, each a population of a
    ///   country and a sex (`FR_M`), no two the same, and all say both numbers.
    public init?(of rows: [AlleleFrequency]) {
        guard rows.count > 1, Set(rows.map { [$0.beacon, $0.dataset, $0.variant] }).count == 1 else { return nil }
        let names = rows.compactMap { $0.population?.uppercased() }
        guard names.count == rows.count, Set(names).count == rows.count,
            names.allSatisfy({ $0.split(separator: "_", omittingEmptySubsequences: false).count == 2 })
        else { return nil }
        let numbers = rows.compactMap(\.number)
        let counts = rows.compactMap(\.count)
        guard numbers.count == rows.count, counts.count == rows.count else { return nil }
        self.init(number: numbers.reduce(0, +), count: counts.reduce(0, +), populations: rows.count)
    }

    init(number: Double, count: Double, populations: Int) {
        (self.number, self.count, self.populations) = (number, count, populations)
    }
}

extension [AlleleFrequency] {
    /// Those that were counted, in the order of the rows; nil stands for those that are not said.
    public var variants: [String?] {
        var seen: Set<String?> = []
        return map(\.variant).filter { seen.insert($0).inserted }
    }
}

extension AlleleFrequency {
    /// The share of the alleles as the service says it, else of its counts; nil where it says neither.
    public var share: Double? {
        frequency ?? count.flatMap { count in number.flatMap { $0 > 0 ? count / $0 : nil } }
    }
}
