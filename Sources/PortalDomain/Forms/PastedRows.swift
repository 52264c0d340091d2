/// Rows out of a spreadsheet, or typed with commas, as rows of a table.
///
/// A first row that names the table's columns is no row, and says which column is which.
package struct PastedRows {
    package let rows: [[String: String]]

    package init(_ text: String, columns: [FieldOption], languages: [String]) {
        let pasted = DelimitedText(text)
        var lines = pasted.rows
        var order: [FieldOption?] = columns
        if let head = lines.first, let named = Self.named(by: head, among: columns, languages: languages) {
            order = named
            lines.removeFirst()
        }
        let table = TableText(columns: columns)
        rows = columns.isEmpty ? [] : lines.map { Self.row(of: $0, order: order, between: pasted.delimiter, in: table) }
    }

    private static func named(
        by head: [String], among columns: [FieldOption], languages: [String]
    ) -> [FieldOption?]? {
        let named = head.map { name in
            columns.first { column in
                [column.key, column.label.text(in: languages)].contains { $0.lowercased() == name.lowercased() }
            }
        }
        return named.contains { $0 != nil } && named.count { $0 != nil } * 2 >= head.count ? named : nil
    }

    /// Cells beyond the last column stay with it, so that nothing is lost without a sign.
    private static func row(
        of cells: [String], order: [FieldOption?], between delimiter: Character, in table: TableText
    ) -> [String: String] {
        var row: [String: String] = [:]
        for (index, cell) in cells.enumerated() {
            let text = cell.cleaned(isMultiline: false)
            if index < order.count {
                if let column = order[index] { row[column.key] = table.meant(text, in: column) }
            } else if let last = order.last ?? nil, !text.isEmpty {
                row[last.key, default: ""] += "\(delimiter == "\t" ? " " : String(delimiter)) \(text)"
            }
        }
        return row
    }
}
