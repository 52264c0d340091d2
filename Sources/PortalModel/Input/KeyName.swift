extension Key {
    /// What the key is called on screen and in docs/KEYS.md.
    public var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "^\(String(character).uppercased())"
        case .alt(let character): "M-\(character)"
        case .enter: "↵"
        case .tab: "Tab"
        case .backTab: "S-Tab"
        case .backspace: "Bksp"
        case .escape: "Esc"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .wordLeft: "^←"
        case .wordRight: "^→"
        case .function(let number): "F\(number)"
        }
    }
}
