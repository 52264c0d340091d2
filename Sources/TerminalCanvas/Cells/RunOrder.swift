/// Which changes a slow line carries first: those where the eye is.
extension CellBuffer {
    /// Cells of a row that are rather a mark than a text: the cursor's mark, the number of a row.
    private static let cellsOfMark = 8
    /// Bytes that tell where a run begins.
    private static let bytesOfPlace = 8
    /// Bytes that have a terminal move rows: the place, the region and its end.
    static let bytesOfMove = 24
    /// Bytes that tell how the cells look that follow.
    private static let bytesOfStyle = 8

    /// What goes next to a terminal that shows `shown`: all that differs, or on a slow line what is next to the cursor.
    ///
    /// - Parameters:
    ///   - shown: brought to what the terminal shows after a move of rows; the changes themselves are for the caller to take.
    ///   - owed: rows that differ for what was too much before; brought to what is left over this time, nil for nothing.
    ///   - touched: the rows that were drawn since; nil is all of them.
    ///   - row: the cursor's, from the top.
    ///   - bytes: about how many may go; nil is all.
    ///   - move: has the terminal move rows; answers whether it did.
    public func nextChanges(
        bringing shown: inout CellBuffer?, owing owed: inout RowSet?, among touched: RowSet?, near row: Int,
        upTo bytes: Int?, move: (RowShift) -> Bool
    ) -> [CellRun] {
        var touched = touched
        if let owed { touched?.formUnion(owed) }
        var changes = changes(bringing: &shown, among: touched, isSparing: bytes != nil, move: move)
        owed = nil
        if shown != nil, let bytes { owed = keepNearest(&changes, to: row, upTo: bytes) }
        return changes
    }

    /// Keeps the changes that may go at once and gives back the rows of the rest; nil where nothing is left over. First come
    /// the rows next to the cursor, then marks anywhere. The others follow from the cursor outwards as long as its own row
    /// changes, for then a list is moving, and from the top on when it stands. A row goes whole or not at all: half of one
    /// would be read as something that nobody has said. What would be left is never less than half of what may go: then all
    /// of it goes.
    ///
    /// - Parameters:
    ///   - changes: what differs from what is shown, in the order of the rows.
    ///   - row: the cursor's, from the top.
    ///   - bytes: about how many may go; one row always goes.
    func keepNearest(_ changes: inout [CellRun], to row: Int, upTo bytes: Int) -> RowSet? {
        guard self.bytes(of: changes) > bytes + bytes / 2 else { return nil }
        var rows: [ChangedRow] = []
        for (place, run) in changes.enumerated() {
            if rows.last?.row != run.row { rows.append(ChangedRow(row: run.row, runs: place..<place)) }
            rows[rows.count - 1].runs = rows[rows.count - 1].runs.lowerBound..<place + 1
            rows[rows.count - 1].cells += run.columns.count
        }
        let isMoving = rows.contains { $0.row == row }
        var left = bytes
        var kept: [CellRun] = []
        var owed = RowSet()
        for each in rows.sorted(by: { rank(of: $0, row, isMoving) < rank(of: $1, row, isMoving) }) {
            guard kept.isEmpty || left > 0 else {
                owed.insert(each.row..<each.row + 1)
                continue
            }
            kept += changes[each.runs]
            left -= self.bytes(of: changes[each.runs])
        }
        defer { changes = kept }
        return kept.count == changes.count ? nil : owed
    }

    /// A row and its changes.
    private struct ChangedRow {
        var row: Int
        var runs: Range<Int>
        var cells = 0
    }

    /// What runs take on the line, about.
    func bytes(of runs: some Sequence<CellRun>) -> Int { runs.reduce(0) { $0 + bytes(of: $1) } }

    /// What a run takes on the line, about: blanks at its end are erased at once.
    private func bytes(of run: CellRun) -> Int {
        withRow(run.row) { line in
            let last = run.columns.last { line[$0] != .blank() } ?? run.columns.lowerBound
            var bytes = Self.bytesOfPlace
            for column in run.columns.lowerBound...last {
                bytes += line[column].isASCII ? 1 : 3
                if column > run.columns.lowerBound, line[column].style != line[column - 1].style {
                    bytes += Self.bytesOfStyle
                }
            }
            return bytes
        }
    }

    private func rank(of each: ChangedRow, _ row: Int, _ isMoving: Bool) -> Int {
        let distance = abs(each.row - row)
        if each.cells <= Self.cellsOfMark || distance <= 2 { return min(distance, 2) }
        return isMoving ? distance : 3 + each.row
    }
}
