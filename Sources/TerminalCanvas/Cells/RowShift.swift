/// Rows of a screen that are shown again some lines higher or lower: a terminal can move them itself.
public struct RowShift: Hashable, Sendable {
    /// The rows that take part; those that move out at one end make room at the other.
    public var region: Range<Int>
    /// How far upwards, in rows; negative is downwards.
    public var lines: Int

    public init(region: Range<Int>, lines: Int) {
        self.region = region
        self.lines = lines
    }
}

extension CellBuffer {
    /// Further than this nothing is looked for where sending is cheap: what moves by a page is new for the most part.
    static let farthestShift = 8
    /// Fewer rows than this are as quickly drawn anew.
    private static let leastRows = 4

    /// How most of the rows that differ from `old` have moved there, if they have. Of equal ones the shortest.
    ///
    /// - Parameters:
    ///   - changed: the rows that differ from `old`, where they are known already.
    ///   - farthest: the rows that a move may go at most.
    func shift(
        from old: CellBuffer, changed: [Int]? = nil, upTo farthest: Int = CellBuffer.farthestShift
    ) -> RowShift? {
        guard old.columns == columns, old.rows == rows else { return nil }
        let changed = changed ?? changedRows(from: old)
        guard changed.count >= Self.leastRows else { return nil }
        var best: (matches: [Int], lines: Int)?
        for distance in 1...max(farthest, 1) {
            // All but the row that came in and those with the cursor: nothing further away can be better.
            if let best, best.matches.count * 4 > changed.count * 3 { break }
            for lines in [distance, -distance] {
                let matches = changed.filter {
                    (0..<rows).contains($0 + lines) && isRow($0, equalTo: $0 + lines, of: old)
                }
                if matches.count > max(best?.matches.count ?? 0, Self.leastRows - 1) { best = (matches, lines) }
            }
        }
        guard let best, let first = best.matches.first, let last = best.matches.last else { return nil }
        let region = min(first, first + best.lines)..<max(last, last + best.lines) + 1
        // Rows in between that stand still would have to be drawn again.
        let still = region.count - changed.count(where: region.contains)
        return best.matches.count > still ? RowShift(region: region, lines: best.lines) : nil
    }

    /// What must still be sent where a terminal shows `shown`, after rows have moved there if they have. All rows are
    /// compared once, and a second time only after a move.
    ///
    /// - Parameters:
    ///   - shown: nil where that is not known; brought to what the move leaves.
    ///   - touched: the rows that can differ from what is shown; nil is all of them.
    ///   - isSparing: every byte counts: rows are looked for as far as the screen goes, and moved where that takes fewer
    ///     bytes than painting them over, as it does not where they differ in a few characters.
    ///   - move: has the terminal move rows; answers whether it did.
    func changes(
        bringing shown: inout CellBuffer?, among touched: RowSet? = nil, isSparing: Bool = false,
        move: (RowShift) -> Bool
    ) -> [CellRun] {
        // What is shown gets no name of its own, which would have the move copy all of it.
        guard let changed = shown.map({ changedRows(from: $0, among: touched) }) else {
            return changes(from: CellBuffer(columns: 0, rows: 0))
        }
        let farthest = isSparing ? rows : Self.farthestShift
        guard let shift = shown.flatMap({ shift(from: $0, changed: changed, upTo: farthest) }),
            !isSparing || shown.map({ isWorth(shift, from: $0, changed: changed) }) == true, move(shift)
        else { return shown.map { changes(of: changed, from: $0, joiningGapsOf: 0) } ?? [] }
        shown?.apply(shift)
        var differing = touched
        differing?.insert(shift.region)
        return shown.map { changes(of: changedRows(from: $0, among: differing), from: $0, joiningGapsOf: 0) } ?? []
    }

    /// Whether rows that are moved leave fewer bytes to send than rows that are painted over.
    private func isWorth(_ shift: RowShift, from shown: CellBuffer, changed: [Int]) -> Bool {
        let paintedOver = bytes(of: changes(of: changed, from: shown, joiningGapsOf: 0))
        var moved = shown
        moved.apply(shift)
        let left = changes(of: changedRows(from: moved, among: nil), from: moved, joiningGapsOf: 0)
        return Self.bytesOfMove + bytes(of: left) < paintedOver
    }

    /// Moves rows as the terminal does; those that come in are blank.
    public mutating func apply(_ shift: RowShift) {
        let columns = columns
        let order = shift.lines > 0 ? Array(shift.region) : shift.region.reversed()
        cells.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return }
            for row in order {
                let target = base + row * columns
                if shift.region.contains(row + shift.lines) {
                    target.update(from: base + (row + shift.lines) * columns, count: columns)
                } else {
                    target.update(repeating: .blank(), count: columns)
                }
            }
        }
    }

    /// Whether no wide character lies in a run or touches it.
    public func isNarrow(_ run: CellRun) -> Bool {
        let touched = (run.columns.lowerBound - 1..<run.columns.upperBound + 1).clamped(to: 0..<columns)
        return withRow(run.row) { line in touched.allSatisfy { line[$0].width == 1 } }
    }

    /// Takes over the cells of a run.
    public mutating func take(_ run: CellRun, of other: CellBuffer) {
        let start = run.row * columns + run.columns.lowerBound
        other.cells.withUnsafeBufferPointer { source in
            cells.withUnsafeMutableBufferPointer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                (to + start).update(from: from + start, count: run.columns.count)
            }
        }
    }
}
