extension TextBuffer {
    /// Applies a key of a one-line editor. False when the key means nothing to it.
    @discardableResult
    public mutating func apply(_ key: Key) -> Bool {
        if case .character(let character) = key {
            insert(String(character))
            return true
        }
        if deselect(), key.deletes {
            self = TextBuffer()
            return true
        }
        switch key {
        case .backspace: deleteBackward()
        case .delete, .control("d"): deleteForward()
        case .left: moveLeft()
        case .right: moveRight()
        case .home, .control("a"): moveToLineStart()
        case .end, .control("e"): moveToLineEnd()
        case .wordLeft, .alt("b"): moveWordLeft()
        case .wordRight, .alt("f"): moveWordRight()
        case .control("w"), .alt("\u{7F}"): deleteWordBackward()
        case .control("u"): deleteToLineStart()
        case .control("k"): deleteToLineEnd()
        default: return false
        }
        return true
    }
}

extension Key {
    /// Takes a selected text away.
    fileprivate var deletes: Bool {
        switch self {
        case .backspace, .delete, .control("d"), .control("w"), .alt("\u{7F}"), .control("u"), .control("k"): true
        default: false
        }
    }
}
