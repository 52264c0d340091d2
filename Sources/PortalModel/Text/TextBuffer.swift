/// An editable text with a cursor, in grapheme clusters: what a field of the screen edits.
public struct TextBuffer: Equatable, Sendable {
    public private(set) var characters: [Character]
    /// Between 0 and `characters.count`.
    public private(set) var cursor: Int

    public init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    public var text: String { String(characters) }
    public var isEmpty: Bool { characters.isEmpty }

    public mutating func insert(_ text: String) {
        let added = Array(text)
        characters.insert(contentsOf: added, at: cursor)
        cursor += added.count
        // An inserted combining mark joins the character before it; counting again keeps the cursor on a boundary.
        let whole = Array(String(characters))
        if whole.count != characters.count {
            cursor = min(max(0, cursor - (characters.count - whole.count)), whole.count)
            characters = whole
        }
    }

    public mutating func deleteBackward() { delete(from: cursor - 1, to: cursor) }
    public mutating func deleteForward() { delete(from: cursor, to: cursor + 1) }
    public mutating func deleteWordBackward() { delete(from: wordStart(before: cursor), to: cursor) }
    public mutating func deleteToLineEnd() { delete(from: cursor, to: max(lineEnd, min(cursor + 1, characters.count))) }
    public mutating func deleteToLineStart() { delete(from: lineStart, to: cursor) }

    public mutating func moveLeft() { move(to: cursor - 1) }
    public mutating func moveRight() { move(to: cursor + 1) }
    public mutating func moveWordLeft() { move(to: wordStart(before: cursor)) }
    public mutating func moveWordRight() { move(to: wordEnd(after: cursor)) }
    public mutating func moveToLineStart() { move(to: lineStart) }
    public mutating func moveToLineEnd() { move(to: lineEnd) }
    public mutating func moveToStart() { move(to: 0) }
    public mutating func moveToEnd() { move(to: characters.count) }
    public mutating func move(to offset: Int) { cursor = min(max(0, offset), characters.count) }

    private mutating func delete(from start: Int, to end: Int) {
        let range = max(0, start)..<min(characters.count, max(end, 0))
        guard !range.isEmpty else { return }
        characters.removeSubrange(range)
        cursor = range.lowerBound
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
