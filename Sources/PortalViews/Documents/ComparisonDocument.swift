import FoundationEssentials
import PortalModel

extension DatasetComparison {
    /// As a table of GitHub's Markdown. No word of a catalogue is taken for a mark. In English, as all documents are.
    package var markdown: String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        // A line end would end the row.
        func line(_ text: String) -> String {
            Markdown.escaped(text.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        func cell(_ value: ComparedValue) -> String { value.plain.map(line).joined(separator: "; ") }
        var text = row(["Field"] + datasets.map { line($0.title) })
        text += row(Array(repeating: "---", count: datasets.count + 1))
        text += row(["Dataset"] + datasets.map { Markdown.escaped($0.id.rawValue) })
        for field in fields {
            let label = Markdown.escaped(field.label)
            text += row([field.isDifferent ? "**\(label)**" : label] + field.values.map(cell))
        }
        return text
    }

    /// As comma-separated values, a row a field; whether it differs is in a column of its own.
    package var csv: String {
        let heading = ["field", "differs"] + datasets.map(\.id.rawValue)
        let titles = ["Title", "true"] + datasets.map(\.title)
        return CSVText.text(
            [heading, titles]
                + fields.map { field in
                    [field.label, field.isDifferent ? "true" : "false"]
                        + field.values.map { $0.plain.joined(separator: "; ") }
                })
    }

    /// As a file for the person.
    package func file(as format: ComparisonFormat) -> FileContents {
        FileContents(
            name: "comparison.\(format.rawValue)", type: format == .csv ? "text/csv" : "text/markdown",
            bytes: Data(text(as: format).utf8))
    }

    /// As a file has it.
    package func text(as format: ComparisonFormat) -> String {
        switch format {
        case .markdown: markdown
        case .csv: csv
        }
    }
}
