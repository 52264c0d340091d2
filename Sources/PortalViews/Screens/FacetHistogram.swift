import PortalModel
import TerminalCanvas

/// The counts of a filter's values as bars beside each other: which value most datasets have is seen before a number is read.
struct FacetHistogram {
    /// Of the longest bar.
    private let bars: Int
    private let numbers: Int
    private let most: Int
    private let words: Phrasing

    /// Names are never cut for a bar, and fewer columns show no difference.
    private static let leastBars = 4
    private static let mostBars = 24
    /// Names of further values may be cut: measuring thousands with every frame takes longer than they are looked at.
    private static let measured = 200

    /// - Parameter columns: those of names, bars and numbers together.
    /// - Returns: nil where bars have no room, or would say nothing.
    init?(_ values: [FilterValue], columns: Int, _ words: Phrasing, name: (LabelledValue) -> TerminalText) {
        let counts = values.compactMap(\.count)
        guard let most = counts.max(), most > 0, counts.count > 1 else { return nil }
        numbers = words.number(most).count
        let names = values.prefix(Self.measured).map { name($0.term).columns }.max() ?? 0
        let room = columns - names - numbers - 2
        guard room >= Self.leastBars else { return nil }
        bars = min(room, Self.mostBars)
        self.most = most
        self.words = words
    }

    /// A bar and its number; nothing of a value that was not counted.
    func text(_ count: Int?) -> TerminalText {
        guard let count else { return .empty }
        // Of few it is seen that there are any.
        let full = count > 0 ? max(Int((Double(count) / Double(most) * Double(bars)).rounded()), 1) : 0
        let bar = (0..<min(full, bars)).reduce(TerminalText.empty) { text, _ in text + words.glyphs.barFull }
        let number = TerminalText(singleLine: words.number(count))
        return bar.padded(to: bars + 1) + .spaces(max(numbers - number.columns, 0)) + number
    }
}
