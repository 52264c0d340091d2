/// Which of a mirror's datasets: a bit for each number, so that sets of any size are joined in no time and a million
/// datasets take 125 KB.
struct NumberSet: Hashable, Sendable {
    /// 64 numbers each, the lowest first.
    private var words: [UInt64]

    /// - Parameter bound: above every number that can be in it.
    init(below bound: Int) { words = Array(repeating: 0, count: (max(bound, 0) + 63) / 64) }

    /// All numbers from 1 to `last`.
    init(upTo last: Int) {
        self.init(below: last + 1)
        for index in words.indices { words[index] = .max }
        guard let end = words.indices.last else { return }
        let used = last + 1 - end * 64
        if used < 64 { words[end] = (1 << UInt64(used)) - 1 }
        words[0] &= ~1
    }

    mutating func insert(_ number: Int) {
        let index = number >> 6
        guard words.indices.contains(index) else { return }
        words[index] |= 1 << UInt64(number & 63)
    }

    func contains(_ number: Int) -> Bool {
        let index = number >> 6
        return words.indices.contains(index) && words[index] & (1 << UInt64(number & 63)) != 0
    }

    /// Above every number that can be in it.
    var numbersBound: Int { words.count * 64 }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    mutating func formUnion(_ other: NumberSet) { join(other) { $0 | $1 } }
    mutating func formIntersection(_ other: NumberSet) { join(other) { $0 & $1 } }
    mutating func subtract(_ other: NumberSet) { join(other) { $0 & ~$1 } }

    func union(_ other: NumberSet) -> NumberSet { with(other) { $0.formUnion($1) } }
    func intersection(_ other: NumberSet) -> NumberSet { with(other) { $0.formIntersection($1) } }
    func subtracting(_ other: NumberSet) -> NumberSet { with(other) { $0.subtract($1) } }

    /// In ascending order.
    func forEach(_ body: (Int) throws -> Void) rethrows {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                try body(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// In ascending order.
    var numbers: [Int] {
        var numbers: [Int] = []
        forEach { numbers.append($0) }
        return numbers
    }

    private func with(_ other: NumberSet, _ change: (inout NumberSet, NumberSet) -> Void) -> NumberSet {
        var set = self
        change(&set, other)
        return set
    }

    private mutating func join(_ other: NumberSet, _ join: (UInt64, UInt64) -> UInt64) {
        for index in words.indices {
            words[index] = join(words[index], other.words.indices.contains(index) ? other.words[index] : 0)
        }
    }
}

/// What a condition says of every dataset: it holds, it does not, or nobody can tell because the field that it asks for
/// is not known (Kleene's three values).
///
/// A search over a field that was not read of every dataset yet has to say for how many it could not decide.
struct Judgement: Equatable, Sendable {
    /// Of which it holds.
    var holds: NumberSet
    /// Of which it cannot be told; nil for none, which is the usual.
    var isOpen: NumberSet?

    init(_ holds: NumberSet, open: NumberSet? = nil) {
        self.holds = holds
        isOpen = open.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// - Parameter everything: all datasets.
    func negated(in everything: NumberSet) -> Judgement {
        var rest = everything.subtracting(holds)
        if let isOpen { rest.subtract(isOpen) }
        return Judgement(rest, open: isOpen)
    }

    func and(_ other: Judgement) -> Judgement {
        let both = holds.intersection(other.holds)
        guard isOpen != nil || other.isOpen != nil else { return Judgement(both) }
        return Judgement(both, open: possible.intersection(other.possible).subtracting(both))
    }

    func or(_ other: Judgement) -> Judgement {
        let either = holds.union(other.holds)
        guard isOpen != nil || other.isOpen != nil else { return Judgement(either) }
        return Judgement(either, open: possible.union(other.possible).subtracting(either))
    }

    /// Of which it holds or may hold.
    private var possible: NumberSet { isOpen.map(holds.union) ?? holds }
}
