/// The rows of a table being edited: a cell under the cursor, and perhaps a text in it.
public struct TableEditor: Equatable, Sendable {
    /// In the service's order. An answer names them by their keys.
    public let columns: [FieldOption]
    /// At least one; a new table begins with a row to fill in.
    public private(set) var rows: [[String: String]]
    /// Where the cursor is, from 0.
    public private(set) var row = 0
    /// Where the cursor is, by its place in `columns`.
    public private(set) var column = 0
    /// The text of the cell while it is edited.
    public private(set) var cell: TextEditor?
    /// What was cut last, in whichever cell or field.
    public var cut = ""
    private var done: [State] = []
    private var undone: [State] = []
    /// It is written in: what was begun is ended before the field is left.
    public private(set) var isOpen = false
    /// The cell's first change since it was opened is what can be undone.
    private var cellIsKept = false

    private struct State: Equatable, Sendable {
        var rows: [[String: String]]
        var row: Int
        var column: Int
    }

    private static let remembered = 100

    public init(_ rows: [[String: String]], columns: [FieldOption]) {
        self.columns = columns
        self.rows = rows.isEmpty ? [[:]] : rows
    }

    /// The answer: rows in which nothing stands are none.
    public var value: FieldValue { .table(rows.filter { !TableText.isBlank($0) }) }

    /// Something was changed since the table was opened, of the last 100 changes.
    public var canUndo: Bool { !done.isEmpty }
    /// The column under the cursor; nil for a table without columns.
    public var columnInHand: FieldOption? { columns.indices.contains(column) ? columns[column] : nil }

    /// What a cell shows: of a choice its label in the best of the languages, else what was typed.
    public func text(row: Int, column: FieldOption, languages: [String] = []) -> String {
        guard rows.indices.contains(row), let key = rows[row][column.key] else { return "" }
        if case .oneOf(let options) = column.rule, let option = options.first(where: { $0.key == key }) {
            return option.label.text(in: languages)
        }
        return key
    }

    // MARK: Moving

    mutating func move(_ movement: Movement, page: Int) {
        switch movement {
        case .up: go(row: row - 1, column: column)
        case .down: go(row: row + 1, column: column)
        case .pageUp: go(row: row - max(page, 1), column: column)
        case .pageDown: go(row: row + max(page, 1), column: column)
        case .start: go(row: 0, column: column)
        case .end: go(row: rows.count - 1, column: column)
        }
    }

    mutating func moveColumn(by count: Int) { go(row: row, column: column + count) }

    /// Moves the cursor to a cell, or to the nearest that there is. Ends the cell that is edited; its text is kept.
    public mutating func go(row: Int, column: Int) {
        endCell()
        self.row = min(max(row, 0), rows.count - 1)
        self.column = min(max(column, 0), max(columns.count - 1, 0))
    }

    /// On to the next cell, over the ends of rows. After the last one comes a new row, unless the last is still empty.
    public mutating func nextCell() -> TextEditor.Outcome {
        if column + 1 < columns.count {
            go(row: row, column: column + 1)
        } else if row + 1 < rows.count || TableText.isBlank(rows[row]) {
            go(row: row + 1, column: row + 1 < rows.count ? 0 : column)
        } else {
            return addRow()
        }
        return .moved
    }

    /// Back to the cell before, over the ends of rows; stays at the first one.
    public mutating func previousCell() {
        if column > 0 {
            go(row: row, column: column - 1)
        } else if row > 0 {
            go(row: row - 1, column: columns.count - 1)
        }
    }

    /// Done with writing: a last row in which nothing stands goes. False when nothing was begun.
    public mutating func close() -> Bool {
        guard isOpen else { return false }
        isOpen = false
        endCell()
        while rows.count > 1, TableText.isBlank(rows[rows.count - 1]) { rows.removeLast() }
        go(row: row, column: column)
        return true
    }

    /// The cursor is in a row that was added and in which nothing stands yet.
    public var isAtEmptyEnd: Bool {
        isOpen && cell == nil && row > 0 && row == rows.count - 1 && TableText.isBlank(rows[row])
    }

    // MARK: Rows

    /// A row to fill in, below the cursor.
    public mutating func addRow() -> TextEditor.Outcome {
        keep()
        isOpen = true
        rows.insert([:], at: row + 1)
        go(row: row + 1, column: 0)
        return .changed
    }

    /// Takes out the row under the cursor. The last one that is left becomes empty.
    public mutating func deleteRow() -> TextEditor.Outcome {
        guard rows.count > 1 || !TableText.isBlank(rows[0]) else { return .ignored }
        keep()
        rows.remove(at: row)
        if rows.isEmpty { rows = [[:]] }
        go(row: row, column: column)
        return .changed
    }

    /// - Parameter count: rows to go down; up when negative.
    public mutating func moveRow(by count: Int) -> TextEditor.Outcome {
        guard rows.indices.contains(row + count) else { return .ignored }
        keep()
        rows.insert(rows.remove(at: row), at: row + count)
        go(row: row + count, column: column)
        return .changed
    }

    /// Puts other rows in, which can be undone; the cursor stays in its cell.
    mutating func replaceAll(with rows: [[String: String]]) {
        endCell()
        keep()
        // Blank rows are not in what is offered: those above the cursor's would have it slip to another row.
        let blanks = self.rows.count(where: TableText.isBlank)
        let slip = rows.count == self.rows.count - blanks ? self.rows[..<row].count(where: TableText.isBlank) : 0
        self.rows = rows.isEmpty ? [[:]] : rows
        go(row: row - slip, column: column)
    }

    // MARK: Cells

    /// Opens the cell under the cursor.
    /// - Parameter text: takes the place of what is in it.
    public mutating func editCell(languages: [String], replacingWith text: String? = nil) -> TextEditor.Outcome {
        guard let columnInHand else { return .ignored }
        isOpen = true
        cellIsKept = false
        cell = TextEditor(self.text(row: row, column: columnInHand, languages: languages), isMultiline: false)
        cell?.cut = cut
        guard let text else { return .moved }
        let outcome = cell?.replaceAll(with: text) ?? .ignored
        return outcome == .changed ? takeCell() : .moved
    }

    /// Stops editing the cell. Its text has become its value with every key already.
    public mutating func endCell() { cell = nil }

    /// Empties the cell under the cursor.
    public mutating func clearCell() -> TextEditor.Outcome {
        guard let columnInHand, rows[row][columnInHand.key]?.isEmpty == false else { return .ignored }
        keep()
        rows[row][columnInHand.key] = nil
        return .changed
    }

    /// A key in the cell that is edited, or one that begins to write into the cell under the cursor.
    public mutating func handle(_ key: Key, languages: [String], width: Int) -> TextEditor.Outcome {
        if cell == nil {
            switch key {
            case .character(let character): return editCell(languages: languages, replacingWith: String(character))
            case .backspace, .delete: return clearCell()
            case .control("_"): return undo()
            case .alt("_"): return redo()
            default: return .ignored
            }
        }
        if case .oneOf(let options) = columnInHand?.rule, key == .up || key == .down {
            return choose(key == .up ? -1 : 1, of: options, languages: languages)
        }
        let outcome = cell?.handle(key, width: width) ?? .ignored
        cut = cell?.cut ?? cut
        return outcome == .changed ? takeCell() : outcome
    }

    /// Puts a text into the cell that is edited.
    public mutating func insert(_ text: String) -> TextEditor.Outcome {
        let outcome = cell?.insert(text) ?? .ignored
        return outcome == .changed ? takeCell() : outcome
    }

    /// The choice after, or before, the one that stands in the cell.
    private mutating func choose(
        _ step: Int, of options: [FieldOption], languages: [String]
    ) -> TextEditor.Outcome {
        guard let columnInHand, !options.isEmpty else { return .ignored }
        let here = options.firstIndex { $0.key == rows[row][columnInHand.key] }
        let next = here.map { ($0 + step + options.count) % options.count } ?? (step > 0 ? 0 : options.count - 1)
        guard cell?.replaceAll(with: options[next].label.text(in: languages)) == .changed else { return .ignored }
        return takeCell()
    }

    /// What is written in the cell becomes its value with every key, so that it is kept like all other words.
    private mutating func takeCell() -> TextEditor.Outcome {
        guard let columnInHand, let cell else { return .ignored }
        if !cellIsKept {
            keep()
            cellIsKept = true
        }
        rows[row][columnInHand.key] = TableText(columns: columns).meant(cell.text, in: columnInHand)
        return .changed
    }

    // MARK: Pasting

    /// Puts rows out of a spreadsheet in below the cursor, or in place of an empty row.
    ///
    /// A first row that names the table's columns is no row, and says which column is which.
    /// - Returns: how many rows came in; 0 when there was none.
    public mutating func paste(_ text: String, languages: [String]) -> Int {
        let added = PastedRows(text, columns: columns, languages: languages).rows
        guard !added.isEmpty else { return 0 }
        keep()
        endCell()
        let place = TableText.isBlank(rows[row]) ? row..<row + 1 : row + 1..<row + 1
        rows.replaceSubrange(place, with: added)
        go(row: place.lowerBound + added.count - 1, column: 0)
        return added.count
    }

    // MARK: Undoing

    private mutating func keep() {
        undone = []
        done.append(State(rows: rows, row: row, column: column))
        if done.count > Self.remembered { done.removeFirst() }
    }

    /// Takes back the last change of rows or cells, with the place of the cursor.
    public mutating func undo() -> TextEditor.Outcome {
        guard let state = done.popLast() else { return .ignored }
        undone.append(State(rows: rows, row: row, column: column))
        restore(state)
        return .changed
    }

    /// Makes the change again that was taken back last.
    public mutating func redo() -> TextEditor.Outcome {
        guard let state = undone.popLast() else { return .ignored }
        done.append(State(rows: rows, row: row, column: column))
        restore(state)
        return .changed
    }

    private mutating func restore(_ state: State) {
        rows = state.rows
        go(row: state.row, column: state.column)
    }
}
