/// The rows of a table as text that can be typed, pasted and edited: a line a row, its cells between `|`.
///
/// A line without `|` that has tabs is a row out of a spreadsheet.
public struct TableText: Sendable {
    public var columns: [FieldOption]

    public init(columns: [FieldOption]) { self.columns = columns }

    public func text(of rows: [[String: String]]) -> String {
        rows.map { row in columns.map { shown(row[$0.key] ?? "", in: $0) }.joined(separator: " | ") }
            .joined(separator: "\n")
    }

    /// Cells that are missing at the end of a line are empty; what is too much belongs to the last one.
    public func rows(in text: String) -> [[String: String]] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            var cells = Self.cells(of: line)
            guard cells.contains(where: { !$0.isEmpty }) else { return nil }
            if cells.count > columns.count, !columns.isEmpty {
                cells[columns.count - 1] = cells[(columns.count - 1)...].joined(separator: " | ")
            }
            return Dictionary(zip(columns, cells).map { ($0.key, meant($1, in: $0)) }) { first, _ in first }
        }
    }

    /// How a row is written: the columns in their order.
    public func guide(languages: [String]) -> String {
        columns.map { $0.label.text(in: languages) }.joined(separator: " | ")
    }

    private static func cells(of line: Substring) -> [String] {
        let separator: Character = !line.contains("|") && line.contains("\t") ? "\t" : "|"
        var cells = [""]
        var isEscaped = false
        for character in line {
            if isEscaped {
                if character != separator { cells[cells.count - 1].append("\\") }
                cells[cells.count - 1].append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == separator {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        if isEscaped { cells[cells.count - 1].append("\\") }
        return cells.map(\.trimmingSpaces)
    }

    private func shown(_ cell: String, in column: FieldOption) -> String {
        if case .oneOf(let options) = column.rule, let option = options.first(where: { $0.key == cell }) {
            return option.label.text(in: [])
        }
        return String(cell.map { $0.isNewline ? " " : $0 }).replacing("|", with: "\\|")
    }

    /// Choices may be written by key or label, in any case, or by a beginning that fits one of them only.
    func meant(_ cell: String, in column: FieldOption) -> String {
        guard case .oneOf(let options) = column.rule, !cell.isEmpty else { return cell }
        let wanted = cell.lowercased()
        func names(_ option: FieldOption) -> [String] {
            [option.key.lowercased()] + option.label.variants.map { $0.text.lowercased() }
        }
        if let exact = options.first(where: { names($0).contains(wanted) }) { return exact.key }
        let beginning = options.filter { names($0).contains { $0.hasPrefix(wanted) } }
        return beginning.count == 1 ? beginning[0].key : cell
    }
}

extension FormField {
    /// A value as it is edited.
    public func editorText(of value: FieldValue) -> String {
        if case .table(let rows) = value { return TableText(columns: columns).text(of: rows) }
        return value.text
    }

    /// What was meant by an edited text.
    public func value(ofEdited text: String) -> FieldValue {
        type == .table ? .table(TableText(columns: columns).rows(in: text)) : .text(text)
    }
}
