import PortalModel
import TerminalCanvas

/// What the views need besides the state: the terminal's glyphs, the key table, and what they remember between frames
/// so that an unchanged text is not laid out again. Belongs to the thread that draws.
public final class ViewContext {
    /// Which signs the terminal can show.
    public let glyphs: GlyphSet
    /// The keys that are in force, which words name.
    public let keyMap: KeyMap
    /// Texts that were wrapped already.
    public let texts: TextCache
    /// What had no words in the person's language and was shown in English.
    public let missingWords: MissingWords
    /// Says things in the person's language.
    let words: Phrasing
    /// How long the scrolling text of the last frame is; nil when none was drawn. For `AppAction.measured`.
    public internal(set) var scrollExtent: ScrollExtent?

    /// What the last frame was drawn from while a step through the list of datasets can follow it.
    var lastList: (drawn: FrameState, frame: Frame)?

    /// A place on the frame and what a click on it means.
    typealias Target = (area: ScreenArea, target: ClickTarget)

    /// In the order of drawing.
    private var targets: [Target] = []

    let header = KeptPart<HeaderLine.Input>()
    let footerLine = KeptPart<OfferedHints>()
    let resultRows = ResultRowCache()
    // Made when they are first used: the runtime looks through all conformances of the program for each of these types,
    // and the first screen needs none of them.
    private(set) lazy var stepLine = KeptPart<StepLine>()
    private(set) lazy var datasetText = Memo<DatasetText, ScrollText>()
    private(set) lazy var requestText = Memo<RequestText, ScrollText>()
    private(set) lazy var overlayText = Memo<OverlayText, ScrollText>()
    private(set) lazy var comparison = Memo<ComparisonText, ComparisonTable>()
    private(set) lazy var qrCode = Memo<String, QRCode?>()
    private(set) lazy var fieldBlocks = FieldBlockCache()
    private(set) lazy var licenceText = Memo<LicenceTerms.Laid, ScrollText>()

    public init(
        language: Language = .english, glyphs: GlyphSet = .unicode, keyMap: KeyMap = .standard,
        texts: TextCache = TextCache()
    ) {
        self.glyphs = glyphs
        self.keyMap = keyMap
        self.texts = texts
        missingWords = MissingWords()
        words = Phrasing(language, glyphs: glyphs, keyMap: keyMap, missing: missingWords)
    }

    /// The first key of a command as the terminal can show it, for sentences such as "r tries again".
    func key(_ command: Command) -> TerminalText { words.key(command) }

    /// The key of a command at the place that is spoken of.
    func key(_ command: Command, in place: KeyContext) -> TerminalText { words.key(command, in: place) }

    /// The key that works even while something is typed or awaited.
    func keyEverywhere(_ command: Command) -> TerminalText { words.keyEverywhere(command) }

    /// Key names are signs; without UTF-8 they are words.
    func label(_ keys: String) -> TerminalText { words.label(keys) }

    /// What the last frame showed at a place that a click means something to.
    public func target(column: Int, row: Int) -> ClickTarget? {
        guard let found = targets.last(where: { $0.area.contains(column: column, row: row) }) else { return nil }
        return found.target.moved(rows: row - found.area.row, columns: column - found.area.column)
    }

    /// Notes what a click on rows of a canvas means.
    func note(_ target: ClickTarget, on canvas: Canvas, row: Int, rows: Int = 1) {
        note(target, on: canvas, ScreenArea(column: 0, row: row, columns: canvas.columns, rows: rows))
    }

    func note(_ target: ClickTarget, on canvas: Canvas, _ area: ScreenArea) {
        if let area = canvas.placeOnFrame(area) { targets.append((area, target)) }
    }

    func forgetTargets() { targets.removeAll(keepingCapacity: true) }

    /// The rows of the list are about to be noted anew, and nothing else is.
    func forgetRows() {
        targets.removeAll { if case .rows = $0.target { true } else { false } }
    }

    /// What is noted while something is drawn apart, on cells of its own.
    func collectingTargets<Drawn>(_ draw: () -> Drawn) -> (Drawn, [Target]) {
        let outer = targets
        targets = []
        let drawn = draw()
        defer { targets = outer }
        return (drawn, targets)
    }
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
