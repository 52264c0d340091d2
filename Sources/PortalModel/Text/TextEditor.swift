/// A text being edited in a field: the buffer, what can be undone, and what was last cut.
public struct TextEditor: Equatable, Sendable {
    /// What a key did to the text.
    public enum Outcome: Equatable, Sendable { case changed, moved, ignored }

    /// The text and its cursor.
    public private(set) var buffer: TextBuffer
    /// Whether Enter makes a line.
    public let isMultiline: Bool
    /// What was cut last, for putting it back; what is cut by several keys in a row is one cut, as in shells.
    public var cut = ""
    /// The last key cut something.
    private var isCutting = false
    private var undone: [Step] = []
    private var done: [Step] = []
    /// The column that moving by rows tries to keep.
    private var goalColumn: Int?

    private struct Step: Equatable, Sendable {
        var change: TextBuffer.Change
        var isTyping: Bool
    }

    private static let remembered = 500

    /// - Parameter text: line ends of any kind and tabs are made what this editor uses.
    public init(_ text: String, isMultiline: Bool) {
        self.isMultiline = isMultiline
        buffer = TextBuffer(Self.clean(text, isMultiline: isMultiline))
    }

    /// The text as a string.
    public var text: String { buffer.text }
    /// In characters from the start.
    public var cursor: Int { buffer.cursor }
    /// Whether there is something to take back.
    public var canUndo: Bool { !done.isEmpty }

    /// A text as this editor holds it.
    static func clean(_ text: String, isMultiline: Bool) -> String { text.cleaned(isMultiline: isMultiline) }

    // MARK: Changing

    /// Puts a text in at the cursor.
    @discardableResult
    public mutating func insert(_ text: String, isTyping: Bool = false) -> Outcome {
        let text = Self.clean(text, isMultiline: isMultiline)
        return record(buffer.insert(text), isTyping: isTyping)
    }

    /// Replaces the whole text, as when it comes back from another editor.
    @discardableResult
    public mutating func replaceAll(with text: String) -> Outcome {
        record(buffer.replace(0..<buffer.characters.count, with: Self.clean(text, isMultiline: isMultiline)))
    }

    /// Takes the last change back.
    public mutating func undo() -> Outcome {
        guard let step = done.popLast() else { return .ignored }
        let change = step.change
        buffer.replace(change.offset..<change.offset + change.inserted.count, with: String(change.removed))
        undone.append(step)
        goalColumn = nil
        isCutting = false
        return .changed
    }

    /// Does again what was taken back last.
    public mutating func redo() -> Outcome {
        guard let step = undone.popLast() else { return .ignored }
        let change = step.change
        buffer.replace(change.offset..<change.offset + change.removed.count, with: String(change.inserted))
        done.append(step)
        goalColumn = nil
        isCutting = false
        return .changed
    }

    mutating func kill(_ delete: (inout TextBuffer) -> TextBuffer.Change) -> Outcome {
        let before = cursor
        let goesOn = isCutting
        let change = delete(&buffer)
        let removed = String(change.removed)
        if !removed.isEmpty { cut = !goesOn ? removed : change.offset < before ? removed + cut : cut + removed }
        let outcome = record(change)
        isCutting = goesOn || !removed.isEmpty
        return outcome
    }

    mutating func delete(_ delete: (inout TextBuffer) -> TextBuffer.Change) -> Outcome {
        record(delete(&buffer))
    }

    private mutating func record(_ change: TextBuffer.Change, isTyping: Bool = false) -> Outcome {
        goalColumn = nil
        isCutting = false
        guard !change.isEmpty else { return .ignored }
        undone = []
        if isTyping, let last = done.last, last.isTyping, change.removed.isEmpty,
            last.change.offset + last.change.inserted.count == change.offset,
            change.inserted.first?.isWhitespace != true
        {
            // Words are undone whole, not letter by letter.
            done[done.count - 1].change.inserted += change.inserted
        } else {
            done.append(Step(change: change, isTyping: isTyping && change.removed.isEmpty))
            if done.count > Self.remembered { done.removeFirst() }
        }
        return .changed
    }

    // MARK: Moving

    mutating func move(_ move: (inout TextBuffer) -> Void) -> Outcome {
        move(&buffer)
        goalColumn = nil
        isCutting = false
        return .moved
    }

    /// Moves by rows of the text as it is wrapped; beyond the first and last row to the text's start and end.
    /// - Parameter width: columns of a row.
    public mutating func moveRows(_ count: Int, width: Int) -> Outcome {
        isCutting = false
        let layout = TextLayout(text, width: width)
        let position = layout.position(of: cursor)
        let goal = goalColumn ?? position.column
        let row = position.row + count
        if row < 0 {
            buffer.moveToStart()
        } else if row >= layout.rows.count {
            buffer.moveToEnd()
        } else {
            buffer.move(to: layout.offset(row: row, column: goal))
        }
        goalColumn = goal
        return .moved
    }

    /// Puts the cursor where somebody has clicked.
    /// - Parameters:
    ///   - row: of the text as it is wrapped.
    ///   - width: columns of a row; of no matter where there is one row.
    public mutating func place(row: Int, column: Int, width: Int) -> Outcome {
        let layout = TextLayout(text, width: isMultiline ? width : Self.endless)
        return move { $0.move(to: layout.offset(row: row, column: column)) }
    }

    /// No text of one line is as wide.
    private static let endless = 1 << 30
}
