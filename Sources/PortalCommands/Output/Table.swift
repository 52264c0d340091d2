import TerminalCanvas

/// Columns of text for people. On a terminal every row is one line; in a file or pipe nothing is cut.
struct Table {
    /// What stands above the columns.
    let titles: [TerminalText]
    /// Columns of numbers, which end together.
    private let atRight: Set<Int>
    private var rows: [[String]] = []

    init(_ titles: [TerminalText], atRight: Set<Int> = []) {
        self.titles = titles
        self.atRight = atRight
    }

    /// One text a column; each becomes one line.
    mutating func add(_ cells: [String]) { rows.append(cells) }

    var isEmpty: Bool { rows.isEmpty }

    /// The lines, the titles first.
    func lines(columns: Int?) -> [TerminalText] {
        let cells = rows.map { row in
            row.map {
                columns == nil ? TerminalText(unabridged: $0, isSingleLine: true) : TerminalText(singleLine: $0).asDrawn
            }
        }
        let all = [titles] + cells
        var widths = titles.indices.map { index in all.map { $0[index].columns }.max() ?? 0 }
        if let columns { fit(&widths, into: columns) }
        return all.map { cells in
            let padded = cells.indices.map { index in
                let cell = columns == nil ? cells[index] : cells[index].truncated(to: widths[index])
                if atRight.contains(index) { return .spaces(max(widths[index] - cell.columns, 0)) + cell }
                return index == cells.count - 1 ? cell : cell.padded(to: widths[index])
            }
            return padded.joined(separator: "  ")
        }
    }

    /// The widest column gives until the row fits; none goes below a few characters.
    private func fit(_ widths: inout [Int], into columns: Int) {
        let gaps = 2 * (widths.count - 1)
        while widths.reduce(gaps, +) > columns, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 8
        {
            widths[widest] -= 1
        }
    }
}
