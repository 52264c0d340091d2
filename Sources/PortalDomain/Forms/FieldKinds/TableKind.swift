/// Rows of a table whose columns the form names.
public struct TableKind: FieldKind {
    public var guidance: FieldGuidance { .rows }
    public var shape: AnswerShape { .rows }
    public var separator: String { " / " }

    public func isEditable(_ field: FormField) -> Bool { !field.columns.isEmpty }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        guard case .table(let rows) = value else { return [] }
        let isWhole = rows.allSatisfy { row in
            field.columns.allSatisfy { column in row[column.key]?.allSatisfy(\.isWhitespace) == false }
        }
        guard isWhole else { return [.columnValuesMissing] }
        var faults: [FieldProblem] = []
        for column in field.columns where column.rule != nil {
            for row in rows {
                guard let fault = FormValidation.fault(in: row[column.key] ?? "", of: column), !faults.contains(fault)
                else { continue }
                faults.append(fault)
            }
        }
        return faults
    }

    public func lines(
        _ value: FieldValue, of field: FormField, in languages: [String], files: [Attachment]
    ) -> [String] {
        guard case .table(let rows) = value else { return value.text.isEmpty ? [] : [value.text] }
        return rows.map { row in
            field.columns.map { "\($0.label.text(in: languages)): \(row[$0.key] ?? "")" }.joined(separator: "; ")
        }
    }

    public func fitting(_ value: FieldValue, in field: FormField) -> FittedAnswer {
        guard case .table(let rows) = value else { return FittedAnswer(value) }
        let known = Set(field.columns.map(\.key))
        let kept = rows.map { row in row.filter { known.contains($0.key) } }.filter { !$0.isEmpty }
        let isWhole = rows.allSatisfy { known.isSuperset(of: $0.keys) }
        return FittedAnswer(kept.isEmpty ? nil : .table(kept), isWhole ? nil : .columnsNotAsked)
    }

    public func means(_ value: FieldValue, to other: FormField, theSameIn field: FormField) -> Bool {
        guard case .table(let rows) = value else { return false }
        let columns = Set(field.columns.map(\.key))
        return rows.allSatisfy { columns.isSuperset(of: $0.keys) }
    }

    /// A first line that names the columns is no row, and says which column is which.
    public func typed(_ lines: [String], for field: FormField, in languages: [String]) -> TypedAnswer {
        let pasted = PastedRows(lines.joined(separator: "\n"), columns: field.columns, languages: languages)
        guard !pasted.rows.isEmpty else { return .refused(.noRow) }
        return TypedAnswer(.table(pasted.rows.filter { !TableText.isBlank($0) }), checkedFor: field)
    }

    public func written(_ value: FieldValue) -> WrittenAnswer {
        if case .table(let rows) = value { .rows(rows) } else { .rows([]) }
    }

    /// Columns and choices may be given by their keys or as they are read. What is no choice stays as it is: the review
    /// says so.
    public func value(of written: WrittenAnswer, for field: FormField) throws(WrittenAnswer.Refusal) -> FieldValue {
        switch written {
        case .rows(let rows):
            return .table(try rows.map { row throws(WrittenAnswer.Refusal) in try cells(of: row, in: field) })
        case .list(let list) where list.isEmpty: return .table([])
        case .list, .text: throw .otherForm
        }
    }

    private func cells(
        of row: [String: String], in field: FormField
    ) throws(WrittenAnswer.Refusal) -> [String: String] {
        var cells: [String: String] = [:]
        for (name, cell) in row {
            guard let column = FieldOption.named(name, among: field.columns) else { throw .noColumn(name) }
            if case .oneOf(let options) = column.rule, let option = FieldOption.named(cell, among: options) {
                cells[column.key] = option.key
            } else {
                cells[column.key] = cell
            }
        }
        return cells
    }
}
