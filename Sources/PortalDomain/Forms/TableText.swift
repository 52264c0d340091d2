/// The rows of a table as text that can be typed, pasted and edited: a line a row, its cells between `|`.
///
/// A line without `|` that has tabs is a row out of a spreadsheet.
public struct TableText: Sendable {
    /// The columns of the table, in order.
    public var columns: [FieldOption]

    public init(columns: [FieldOption]) { self.columns = columns }

    /// The rows as text that can be read back.
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

    package static func isBlank(_ row: [String: String]) -> Bool {
        row.values.allSatisfy { $0.allSatisfy(\.isWhitespace) }
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
    package func meant(_ cell: String, in column: FieldOption) -> String {
        guard case .oneOf(let options) = column.rule, !cell.isEmpty else { return cell }
        if let exact = FieldOption.named(cell, among: options) { return exact.key }
        let beginning = options.filter { option in option.names.contains { $0.hasPrefix(cell.lowercased()) } }
        return beginning.count == 1 ? beginning[0].key : cell
    }
}

extension FieldOption {
    /// Its key and its labels, in small letters.
    fileprivate var names: [String] { [key.lowercased()] + label.variants.map { $0.text.lowercased() } }

    /// The one of these that is called so, by its key or, where only one has it, by a label in any case and language.
    public static func named(_ name: String, among options: [FieldOption]) -> FieldOption? {
        if let exact = options.first(where: { $0.key == name }) { return exact }
        let found = options.filter { $0.names.contains(name.trimmingSpaces.lowercased()) }
        return found.count == 1 ? found[0] : nil
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
        type.shape == .rows ? .table(TableText(columns: columns).rows(in: text)) : .text(text)
    }
}
