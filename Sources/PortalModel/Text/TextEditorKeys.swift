/// The keys of a text editor: those that shells and editors share.
extension TextEditor {
    /// Does what a key means in a text.
    /// - Parameters:
    ///   - width: columns of a row as the text is shown, for moving by rows.
    ///   - page: rows to move by with PageUp and PageDown.
    public mutating func handle(_ key: Key, width: Int, page: Int = 8) -> Outcome {
        switch key {
        case .character(let character): insert(String(character), isTyping: true)
        case .enter: isMultiline ? insert("\n") : .ignored
        case .control(let letter): control(letter, width: width)
        case .alt(let letter): alt(letter)
        case .backspace: delete { $0.deleteBackward() }
        case .delete: delete { $0.deleteForward() }
        case .left: move { $0.moveLeft() }
        case .right: move { $0.moveRight() }
        case .wordLeft: move { $0.moveWordLeft() }
        case .wordRight: move { $0.moveWordRight() }
        case .home: move { $0.moveToLineStart() }
        case .end: move { $0.moveToLineEnd() }
        case .up: rows(-1, width: width)
        case .down: rows(1, width: width)
        case .pageUp: rows(-page, width: width)
        case .pageDown: rows(page, width: width)
        default: .ignored
        }
    }

    private mutating func control(_ letter: Character, width: Int) -> Outcome {
        switch letter {
        case "a": move { $0.moveToLineStart() }
        case "e": move { $0.moveToLineEnd() }
        case "b": move { $0.moveLeft() }
        case "f": move { $0.moveRight() }
        case "p": rows(-1, width: width)
        case "n": rows(1, width: width)
        case "d": delete { $0.deleteForward() }
        case "h": delete { $0.deleteBackward() }
        case "k": kill { $0.deleteToLineEnd() }
        case "u": kill { $0.deleteToLineStart() }
        case "w": kill { $0.deleteWordBackward() }
        case "y": insert(cut)
        case "_": undo()
        default: .ignored
        }
    }

    private mutating func alt(_ letter: Character) -> Outcome {
        switch letter {
        case "b": move { $0.moveWordLeft() }
        case "f": move { $0.moveWordRight() }
        case "d": kill { $0.deleteWordForward() }
        case "<": move { $0.moveToStart() }
        case ">": move { $0.moveToEnd() }
        case "_": redo()
        default: .ignored
        }
    }

    private mutating func rows(_ count: Int, width: Int) -> Outcome {
        isMultiline ? moveRows(count, width: width) : .ignored
    }
}
