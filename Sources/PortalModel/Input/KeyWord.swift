extension Key {
    /// The key in words, as a configuration names it and prose does: `Enter`, `Ctrl-X`, `Alt-x`, `F5`, `b`.
    public var word: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "Ctrl-\(String(character).uppercased())"
        case .alt(let character): "Alt-\(character)"
        case .function(let number): "F\(number)"
        default: Self.words.first { $0.key == self }?.word ?? name
        }
    }

    /// The key of a word; small and capital letters are one but for single characters. `^X`, `C-x` and `M-x` are
    /// understood too.
    ///
    /// Nil for what no key is called, and for what terminals send as another key: `Ctrl-I` is Tab, `Ctrl-M` Enter and
    /// `Ctrl-[` Esc.
    public init?(word: String) {
        if word.count == 1, let character = word.first {
            guard character.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return nil }
            self = .character(character)
            return
        }
        let small = word.lowercased()
        if let named = Self.words.first(where: { $0.word.lowercased() == small }) {
            self = named.key
        } else if let number = Int(small.dropFirst()), small.hasPrefix("f"), (1...12).contains(number) {
            self = .function(number)
        } else if let rest = Self.rest(of: small, after: ["ctrl-", "c-", "^"]), rest.count == 1,
            let letter = rest.first, Self.controls.contains(letter)
        {
            self = .control(letter)
        } else if let rest = Self.rest(of: word, after: ["alt-", "Alt-", "ALT-", "meta-", "Meta-", "m-", "M-"]),
            rest.count == 1, let character = rest.first, character != " "
        {
            self = .alt(character)
        } else {
            return nil
        }
    }

    /// Examples of what can be written, for whoever wrote something else.
    public static let wordExamples = "b, /, Space, Enter, Tab, Shift-Tab, Esc, Del, Up, PgDn, Home, F5, Ctrl-X, Alt-x"

    private static func rest(of word: String, after beginnings: [String]) -> Substring? {
        beginnings.first { word.hasPrefix($0) }.map { word.dropFirst($0.count) }
    }

    /// What Control makes a key of its own with: Tab, Enter and Esc are sent as I, M and [.
    private static let controls = Set("abcdefghjklnopqrstuvwxyz@\\]^_")

    private static let words: [(key: Key, word: String)] = [
        (.character(" "), "Space"), (.enter, "Enter"), (.tab, "Tab"), (.backTab, "Shift-Tab"),
        (.backspace, "Backspace"), (.escape, "Esc"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"),
        (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
        (.wordLeft, "Ctrl-Left"), (.wordRight, "Ctrl-Right"),
    ]
}
