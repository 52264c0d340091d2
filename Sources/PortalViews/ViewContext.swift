import PortalModel
import TerminalCanvas

/// What the views need besides the state: the terminal's glyphs, the key table, and what they remember between frames
/// so that an unchanged text is not laid out again. Belongs to the thread that draws.
public final class ViewContext {
    public let glyphs: GlyphSet
    public let keyMap: KeyMap
    public let texts: TextCache
    /// How long the scrolling text of the last frame is; nil when none was drawn. For `AppAction.measured`.
    public internal(set) var scrollExtent: ScrollExtent?

    let resultRows = ResultRowCache()
    let datasetText = Memo<DatasetText, ScrollText>()
    let requestText = Memo<RequestText, ScrollText>()
    let overlayText = Memo<OverlayText, ScrollText>()
    let qrCode = Memo<String, QRCode?>()
    let footer = Memo<[KeyHint], HintLine>()

    public init(glyphs: GlyphSet = .unicode, keyMap: KeyMap = .standard, texts: TextCache = TextCache()) {
        self.glyphs = glyphs
        self.keyMap = keyMap
        self.texts = texts
    }

    /// The first key of a command as the terminal can show it, for sentences such as "r tries again".
    func key(_ command: Command) -> TerminalText {
        let key = keyMap.bindings.first { $0.command == command }?.keys.first
        return key.map { label($0.name) } ?? ":"
    }

    /// Key names are signs; without UTF-8 they are words.
    func label(_ keys: String) -> TerminalText {
        guard !glyphs.isUnicode else { return TerminalText(singleLine: keys) }
        let words = keys.split(separator: " ").map { Self.words[String($0)] ?? String($0) }
        return TerminalText(singleLine: words.joined(separator: " "))
    }

    private static let words = [
        "↵": "Enter", "␣": "Space", "⇥": "Tab", "⇤": "S-Tab", "⌫": "Bksp", "↑": "Up", "↓": "Down", "←": "Left",
        "→": "Right", "^←": "^Left", "^→": "^Right",
    ]
}

/// Remembers the last result: while a frame asks for the same as the one before, nothing is made anew. Comparing is
/// cheap, because unchanged parts of the state share their storage.
final class Memo<Input: Equatable, Output> {
    private var last: (input: Input, output: Output)?

    func callAsFunction(_ input: Input, make: (Input) -> Output) -> Output {
        if let last, last.input == input { return last.output }
        let output = make(input)
        last = (input, output)
        return output
    }
}
