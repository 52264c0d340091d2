import PortalModel
import TerminalCanvas

/// Datasets beside each other, laid out for one width: a field is as high as its longest value.
package struct ComparisonTable {
    /// A line of the table.
    package struct Line {
        /// The field's name; empty but for its first line, and for headings the whole of it.
        package var label: TerminalText
        /// One a dataset in sight.
        package var cells: [TerminalText]
        /// Above the fields that differ, or that do not.
        var isHeading = false
    }

    /// The number of each dataset and its title.
    package let head: [Line]
    package let lines: [Line]
    package let columnWidth: Int

    private static let gap = 1

    /// - Parameters:
    ///   - columns: of the whole table.
    ///   - datasets: those in sight.
    package init(_ comparison: DatasetComparison, columns: Int, datasets: Range<Int>, _ words: Phrasing) {
        let label = ComparisonLayout.labelColumns
        let width = max((columns - label - 1) / max(datasets.count, 1) - Self.gap, 4)
        columnWidth = width
        func rows(_ name: TerminalText, _ cells: [[TerminalText]]) -> [Line] {
            let names = name.wrapped(to: label - 1)
            let height = max(names.count, cells.map(\.count).max() ?? 0)
            return (0..<height).map { row in
                Line(
                    label: row < names.count ? names[row] : .empty,
                    cells: cells.map { row < $0.count ? $0[row] : .empty })
            }
        }
        head = rows(
            .empty,
            datasets.map { index in
                let title = TerminalText(singleLine: "\(index + 1) \(comparison.datasets[index].title)")
                let lines = title.wrapped(to: width)
                guard lines.count > 2 else { return lines }
                return [lines[0], lines[1].truncated(to: width - 1, ellipsis: .empty) + words.glyphs.ellipsis]
            })
        var all: [Line] = []
        for isDifferent in [true, false] {
            let fields = comparison.fields.filter { $0.isDifferent == isDifferent }
            guard !fields.isEmpty else { continue }
            all.append(
                Line(label: words(isDifferent ? ComparisonWords.different : .same), cells: [], isHeading: true))
            for field in fields {
                let cells = datasets.map { words.shown(field.values[$0]).flatMap { $0.wrapped(to: width) } }
                all += rows(words.detail(field.label), cells)
            }
        }
        lines = all
    }

    /// As text for people: every line padded to its columns.
    package var texts: [TerminalText] {
        (head + lines).map { line in
            guard !line.isHeading else { return line.label }
            let label = line.label.padded(to: ComparisonLayout.labelColumns)
            return ([label] + line.cells.map { $0.padded(to: columnWidth) }).joined(separator: " ")
        }
    }
}

extension Phrasing {
    /// A compared value for people, a text a line. What is not said is a dash.
    package func shown(_ value: ComparedValue) -> [TerminalText] {
        guard value.isKnown else { return ["-"] }
        switch value {
        case .texts(let texts):
            return values(of: DetailEntry(label: "", values: texts)).map { TerminalText(sanitizing: $0) }
        case .number(let number): return [TerminalText(singleLine: self.number(Int(number)))]
        case .bytes(let count): return [TerminalText(singleLine: bytes(count))]
        case .day(let day): return [TerminalText(singleLine: day.text)]
        case .access(let level, let terms):
            let words = terms.map { [TerminalText(singleLine: $0)] } ?? []
            return (level == .unknown ? [] : [level.mark(self).word]) + words
        }
    }
}
