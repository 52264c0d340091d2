/// A choice that can be switched on and off, or one of several.
public struct CheckboxRow {
    /// A box that can be ticked besides others, or a button that is chosen instead of others.
    public enum Kind { case checkbox, radio }

    /// The words beside it.
    public var label: TerminalText
    /// Ticked or chosen.
    public var isOn: Bool
    /// Which of the two it is.
    public var kind: Kind
    /// Drawn at the right edge, a count for instance.
    public var trailing: TerminalText

    public init(_ label: TerminalText, isOn: Bool, kind: Kind = .checkbox, trailing: TerminalText = .empty) {
        self.label = label
        self.isOn = isOn
        self.kind = kind
        self.trailing = trailing
    }

    /// Draws it into a row, cut where the row ends.
    public func draw(on canvas: Canvas, row: Int, glyphs: GlyphSet, style: Style = .plain) {
        let box = kind == .checkbox ? GlyphSet.checkbox(isOn) : GlyphSet.radio(isOn)
        let start = canvas.draw(box, column: 0, row: row, style: isOn ? style.bold : style) + 1
        let end = canvas.drawTrailing(trailing, row: row, style: .dim)
        let room = max(end - start, 0)
        let text = label.truncated(to: room, ellipsis: glyphs.ellipsis)
        canvas.draw(text, column: start, row: row, style: style, maxColumns: room)
    }
}

extension Canvas {
    /// Draws a text at the right edge of a row; returns the column before which there is still room, with a gap.
    @discardableResult
    public func drawTrailing(_ text: TerminalText, row: Int, style: Style = .plain) -> Int {
        guard !text.isEmpty else { return columns }
        let start = columns - text.columns
        draw(text, column: max(start, 0), row: row, style: style)
        return max(start - 1, 0)
    }
}

/// How far something is: a bar and numbers.
public struct ProgressLine {
    /// How much is done, in the unit of `total`.
    public var done: Int
    /// How much there is to do; 0 where that is not known.
    public var total: Int

    public init(done: Int, total: Int) {
        self.done = done
        self.total = total
    }

    /// Draws it as wide as the canvas.
    public func draw(on canvas: Canvas, row: Int, glyphs: GlyphSet, style: Style = .accent) {
        let end = canvas.drawTrailing("\(done)/\(total)", row: row, style: .dim)
        let full = total > 0 ? min(max(done, 0), total) * end / total : 0
        for column in 0..<end {
            let isFull = column < full
            canvas.draw(
                isFull ? glyphs.barFull : glyphs.barEmpty, column: column, row: row, style: isFull ? style : .rule)
        }
    }
}

/// Something is under way.
public enum Spinner {
    /// The frame for a time since the start: ten a second, the first when `motion` is off.
    public static func frame(seconds: Double, glyphs: GlyphSet, motion: Bool = true) -> TerminalText {
        guard motion, seconds.isFinite, !glyphs.spinner.isEmpty else { return glyphs.spinner.first ?? .empty }
        return glyphs.spinner[Int((max(seconds, 0) * 10).rounded(.down)) % glyphs.spinner.count]
    }
}

/// Where in a long text or list one is, drawn in the last column.
public struct ScrollIndicator {
    /// The first line in sight, counted from 0.
    public var top: Int
    /// Lines altogether.
    public var count: Int

    /// - Parameters:
    ///   - top: the first row or item in sight.
    ///   - count: rows or items in all; those in sight are as many as the canvas has rows.
    public init(top: Int, count: Int) {
        self.top = top
        self.count = count
    }

    /// Draws it down the canvas. Draws nothing where all lines are in sight.
    public func draw(on canvas: Canvas, inSight: Int? = nil, glyphs: GlyphSet) {
        let inSight = inSight ?? canvas.rows
        guard count > inSight, canvas.rows > 0 else { return }
        let length = max(canvas.rows * inSight / count, 1)
        let travel = canvas.rows - length
        let start = min(max(top, 0) * travel / max(count - inSight, 1), travel)
        for row in start..<start + length {
            canvas.draw(glyphs.thumb, column: canvas.columns - 1, row: row, style: .rule)
        }
    }
}
