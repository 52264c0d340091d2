/// An editable text with a cursor, in grapheme clusters: what a field of the screen edits.
public struct TextBuffer: Equatable, Sendable {
    /// The text, a grapheme cluster each.
    public private(set) var characters: [Character]
    /// Between 0 and `characters.count`.
    public private(set) var cursor: Int
    /// The whole text is selected: what is typed next takes its place, and any other key lets it be.
    public private(set) var isSelected = false

    public init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    /// The text as a string.
    public var text: String { String(characters) }
    /// Whether there is no text.
    public var isEmpty: Bool { characters.isEmpty }

    /// What a replacement did, so that it can be undone.
    public struct Change: Equatable, Sendable {
        /// Where it was, in characters from the start.
        public var offset: Int
        /// What was taken out.
        public var removed: [Character]
        /// What came in.
        public var inserted: [Character]

        /// Whether nothing is different.
        public var isEmpty: Bool { removed == inserted }
    }

    /// Replaces the characters of a range and puts the cursor after what came in.
    ///
    /// What comes in may join the characters around it (a combining mark, half of a flag); the change then covers
    /// those too.
    @discardableResult
    public mutating func replace(_ range: Range<Int>, with text: String) -> Change {
        let range = range.clamped(to: 0..<characters.count)
        let added = Array(text)
        if standsAlone(added, in: range) {
            let removed = Array(characters[range])
            characters.replaceSubrange(range, with: added)
            cursor = range.lowerBound + added.count
            return Change(offset: range.lowerBound, removed: removed, inserted: added)
        }
        let old = characters
        let head = String(characters[..<range.lowerBound]) + text
        characters = Array(head + String(characters[range.upperBound...]))
        cursor = min(head.count, characters.count)
        return Change(from: old, to: characters)
    }

    /// Whether characters cannot join what they are put between: ASCII never does, with CR LF as the one exception.
    private func standsAlone(_ added: [Character], in range: Range<Int>) -> Bool {
        let before = characters[..<range.lowerBound].suffix(1)
        let after = characters[range.upperBound...].prefix(1)
        return (before + added + after).allSatisfy { $0.isASCII && $0 != "\r" && $0 != "\r\n" }
    }

    /// Selects the whole text, if there is any, with the cursor after it.
    public mutating func selectAll() {
        cursor = characters.count
        isSelected = !characters.isEmpty
    }

    /// Ends the selection.
    /// - Returns: whether there was one.
    @discardableResult
    public mutating func deselect() -> Bool {
        defer { isSelected = false }
        return isSelected
    }

    /// Puts text in at the cursor.
    @discardableResult
    public mutating func insert(_ text: String) -> Change {
        replace(deselect() ? 0..<characters.count : cursor..<cursor, with: text)
    }
    /// Takes out the character before the cursor.
    @discardableResult
    public mutating func deleteBackward() -> Change { delete(from: cursor - 1, to: cursor) }
    /// Takes out the character after the cursor.
    @discardableResult
    public mutating func deleteForward() -> Change { delete(from: cursor, to: cursor + 1) }
    /// Takes out what is before the cursor, to the beginning of the word.
    @discardableResult
    public mutating func deleteWordBackward() -> Change { delete(from: wordStart(before: cursor), to: cursor) }
    /// Takes out what is after the cursor, to the end of the word.
    @discardableResult
    public mutating func deleteWordForward() -> Change { delete(from: cursor, to: wordEnd(after: cursor)) }
    /// Deletes up to the line's end, or the line end itself when the cursor stands there.
    @discardableResult
    public mutating func deleteToLineEnd() -> Change {
        delete(from: cursor, to: max(lineEnd, min(cursor + 1, characters.count)))
    }
    /// Takes out what is before the cursor in its line.
    @discardableResult
    public mutating func deleteToLineStart() -> Change { delete(from: lineStart, to: cursor) }

    /// One character back.
    public mutating func moveLeft() { move(to: cursor - 1) }
    /// One character on.
    public mutating func moveRight() { move(to: cursor + 1) }
    /// To the beginning of the word.
    public mutating func moveWordLeft() { move(to: wordStart(before: cursor)) }
    /// To the end of the word.
    public mutating func moveWordRight() { move(to: wordEnd(after: cursor)) }
    /// To the beginning of the line.
    public mutating func moveToLineStart() { move(to: lineStart) }
    /// To the end of the line.
    public mutating func moveToLineEnd() { move(to: lineEnd) }
    /// To the beginning of the text.
    public mutating func moveToStart() { move(to: 0) }
    /// To the end of the text.
    public mutating func moveToEnd() { move(to: characters.count) }
    /// To an offset in characters; one outside of the text is its nearer end.
    public mutating func move(to offset: Int) { cursor = min(max(0, offset), characters.count) }

    private mutating func delete(from start: Int, to end: Int) -> Change {
        replace(max(0, start)..<max(start, end, 0), with: "")
    }

    private var lineStart: Int {
        (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
    }

    private var lineEnd: Int {
        characters[cursor...].firstIndex(of: "\n") ?? characters.count
    }

    private func wordStart(before offset: Int) -> Int {
        var index = offset
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    private func wordEnd(after offset: Int) -> Int {
        var index = offset
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        while index < characters.count, !characters[index].isWhitespace { index += 1 }
        return index
    }
}

extension TextBuffer.Change {
    /// The smallest change that makes one text of the other.
    init(from old: [Character], to new: [Character]) {
        let shorter = min(old.count, new.count)
        var head = 0
        while head < shorter, old[head] == new[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        self.init(
            offset: head, removed: Array(old[head..<old.count - tail]), inserted: Array(new[head..<new.count - tail]))
    }
}
