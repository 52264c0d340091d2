/// Cells of one row that differ from what is on the screen.
public struct CellRun: Hashable, Sendable {
    /// Counted from 0 at the top.
    public var row: Int
    /// The cells of the row that differ.
    public var columns: Range<Int>
}

/// A screen full of cells, row by row.
public struct CellBuffer: Hashable, Sendable {
    /// The width, in cells.
    public let columns: Int
    /// The height, in cells.
    public let rows: Int
    var cells: [Cell]

    public init(columns: Int, rows: Int) {
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
        cells = Array(repeating: .blank(), count: self.columns * self.rows)
    }

    /// The cell at a place, counted from 0 at the top left. A place outside is a programming error.
    public subscript(column: Int, row: Int) -> Cell {
        get { cells[row * columns + column] }
        set { cells[row * columns + column] = newValue }
    }

    /// Blanks every cell.
    public mutating func clear() {
        cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank()) }
    }

    /// The text of a row with all its columns; wide characters once.
    public func text(row: Int) -> String {
        (0..<columns).reduce(into: "") { $0 += self[$1, row].text }
    }

    /// The cells of a row.
    public func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
        cells.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[row * columns..<(row + 1) * columns])) }
    }

    /// What must be sent to turn a screen that shows `old` into this one. Buffers of another size differ everywhere.
    /// - Parameter gap: equal cells between two changes that are cheaper sent again than skipped.
    public func changes(from old: CellBuffer, joiningGapsOf gap: Int = 4) -> [CellRun] {
        guard old.columns == columns, old.rows == rows else {
            return (0..<rows).map { CellRun(row: $0, columns: 0..<columns) }
        }
        return changes(of: changedRows(from: old), from: old, joiningGapsOf: gap)
    }

    /// The rows that differ from those of a buffer of the same size, from the top on.
    /// - Parameter touched: the rows that can differ; nil is all of them.
    func changedRows(from old: CellBuffer, among touched: RowSet? = nil) -> [Int] {
        var changed: [Int] = []
        // At once, for it may be all of them.
        changed.reserveCapacity(rows)
        cells.withUnsafeBufferPointer { new in
            old.cells.withUnsafeBufferPointer { old in
                for row in 0..<rows where touched?.contains(row) ?? true {
                    if !Self.isEqual(new, old, from: row * columns, count: columns) { changed.append(row) }
                }
            }
        }
        return changed
    }

    /// The same as ``changes(from:joiningGapsOf:)``, of rows that are known to differ.
    func changes(of rows: [Int], from old: CellBuffer, joiningGapsOf gap: Int) -> [CellRun] {
        var runs: [CellRun] = []
        cells.withUnsafeBufferPointer { new in
            old.cells.withUnsafeBufferPointer { old in
                for row in rows { appendRuns(of: row, new, old, gap: gap, to: &runs) }
            }
        }
        return runs
    }

    /// Whether a row shows what another shows in a buffer of the same width.
    func isRow(_ row: Int, equalTo other: Int, of old: CellBuffer) -> Bool {
        withRow(row) { new in
            old.withRow(other) { old in Self.isEqual(new, old, from: 0, count: columns) }
        }
    }

    private func appendRuns(
        of row: Int, _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>, gap: Int,
        to runs: inout [CellRun]
    ) {
        let base = row * columns
        var column = 0
        var open: Range<Int>?
        while column < columns {
            if Self.isEqual(new, old, at: base + column) {
                column += 1
                continue
            }
            // A wide character is sent whole, whichever half differs.
            let first = new[base + column].width == 0 && column > 0 ? column - 1 : column
            let last = column + (new[base + column].width == 2 ? 2 : 1)
            if let run = open, first - run.upperBound <= gap {
                open = run.lowerBound..<max(last, run.upperBound)
            } else {
                if let run = open { runs.append(CellRun(row: row, columns: run)) }
                open = first..<last
            }
            column = last
        }
        if let run = open { runs.append(CellRun(row: row, columns: run.clamped(to: 0..<columns))) }
    }

    /// One cell as two words: field by field costs four times as much.
    private static func isEqual(
        _ left: UnsafeBufferPointer<Cell>, _ right: UnsafeBufferPointer<Cell>, at index: Int
    ) -> Bool {
        let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        let offset = index * MemoryLayout<Cell>.stride
        let half = MemoryLayout<UInt64>.size
        return left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            && left.loadUnaligned(fromByteOffset: offset + half, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: offset + half, as: UInt64.self)
    }

    /// Compares cells as memory, two at a time where there are two: they have no padding.
    private static func isEqual(
        _ left: UnsafeBufferPointer<Cell>, _ right: UnsafeBufferPointer<Cell>, from start: Int, count: Int
    ) -> Bool {
        let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        let stride = MemoryLayout<Cell>.stride
        func difference(_ offset: Int) -> UInt64 {
            left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                ^ right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        var offset = start * stride
        let end = (start + count) * stride
        while offset + 2 * stride <= end {
            let first = difference(offset) | difference(offset + 8)
            guard first | difference(offset + 16) | difference(offset + 24) == 0 else { return false }
            offset += 2 * stride
        }
        return offset == end || difference(offset) | difference(offset + 8) == 0
    }
}
