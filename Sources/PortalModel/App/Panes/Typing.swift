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

extension AppState {
    /// A key that is no command: it is for the text that has the cursor.
    mutating func typeKey(_ key: Key) -> [Effect] {
        if overlay == nil, screen == .wizard { return wizardInput(key) }
        if case .person(var form) = overlay {
            form.type(key)
            overlay = .person(form)
            return []
        }
        if case .answersFile(var prompt) = overlay, prompt.stage == .path, prompt.entry.beginsAnew(with: key) {
            overlay = .answersFile(prompt)
            return prompt.toList
        }
        return editText { $0.apply(key) }
    }

    mutating func paste(_ text: String) -> [Effect] {
        if overlay == nil, screen == .wizard { return wizardPaste(text) }
        if overlay == .login { return pasteIntoLogin(text) }
        if case .members(let id) = overlay {
            members[id]?.paste(text)
            return []
        }
        if case .person(var form) = overlay {
            form.paste(text)
            overlay = .person(form)
            return []
        }
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return editText { $0.insert(line) }
    }

    /// Edits the one-line text that has the cursor, and does what follows from its change.
    private mutating func editText(_ edit: (inout TextBuffer) -> Void) -> [Effect] {
        switch overlay {
        case .help(var find, _):
            edit(&find)
            overlay = .help(find: find, offset: 0)
            return []
        case .palette(var palette):
            edit(&palette.find)
            palette.selection = 0
            overlay = .palette(palette)
            return []
        case .confirm(var confirmation):
            edit(&confirmation.typed)
            overlay = .confirm(confirmation)
            return []
        case .login:
            if var pasted = login?.pasted {
                edit(&pasted)
                login?.pasted = pasted
            }
            return []
        case .members(let id):
            members[id]?.edit(edit)
            return []
        case .answersFile(var prompt) where prompt.stage == .path:
            edit(&prompt.path)
            prompt.problem = nil
            overlay = .answersFile(prompt)
            return prompt.toList
        case .portals:
            portals.form?.edit(edit)
            return []
        case .failures, .health, .sort, .menu, .chooseRequest, .text, .person, .export, .answersFile, .licence:
            return []
        case .none: return editScreenText(edit)
        }
    }

    private mutating func editScreenText(_ edit: (inout TextBuffer) -> Void) -> [Effect] {
        switch screen {
        case .browser where browser.focus == .search:
            edit(&browser.searchField)
            return searchTextChanged()
        case .browser where browser.focus == .facets:
            if var condition = browser.facets.condition {
                edit(&condition.value)
                browser.facets.condition = condition
            } else {
                edit(&browser.facets.find)
                browser.facets.value = 0
                return loadFurtherValues()
            }
        case .requests where requests.isFinding:
            edit(&requests.find)
            requests.selection = 0
            requests.top = 0
        default: break
        }
        return []
    }
}
