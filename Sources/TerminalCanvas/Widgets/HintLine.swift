/// A key and what it does, for the footer.
public struct Hint: Hashable, Sendable {
    /// The key, as its cap says.
    public var key: TerminalText
    /// What it does, in a word or two.
    public var label: TerminalText
    /// Hints of a higher number are left out first.
    public var importance: Int

    public init(key: TerminalText, label: TerminalText, importance: Int = 0) {
        self.key = key
        self.label = label
        self.importance = importance
    }

    var columns: Int { key.columns + 1 + label.columns }
}

/// Hints in one row, as many as fit.
public struct HintLine {
    /// Columns between two hints.
    public static let gap = 2
    /// The most important first: what does not fit is left out from the end.
    public var hints: [Hint]

    public init(_ hints: [Hint]) {
        self.hints = hints
    }

    /// The hints that fit, in their order; the least important and then the last are left out.
    public func fitting(_ width: Int) -> [Hint] {
        var shown = Array(hints.enumerated())
        var used = shown.reduce(0) { $0 + $1.element.columns } + max(shown.count - 1, 0) * Self.gap
        while used > width,
            let last = shown.max(by: { ($0.element.importance, $0.offset) < ($1.element.importance, $1.offset) })
        {
            shown.removeAll { $0.offset == last.offset }
            used -= last.element.columns + Self.gap
        }
        return shown.map(\.element)
    }

    /// Draws those that fit into a row.
    public func draw(on canvas: Canvas, row: Int) {
        var column = 0
        for hint in fitting(canvas.columns) {
            column += canvas.draw(hint.key, column: column, row: row, style: .key) + 1
            column += canvas.draw(hint.label, column: column, row: row, style: .dim) + Self.gap
        }
    }
}
