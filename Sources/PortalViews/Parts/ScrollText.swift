import PortalModel
import TerminalCanvas

/// A piece of a scrolling text: rows with one style, and perhaps a label to the left of the first.
struct TextBlock {
    var lines: [TerminalText]
    var indent = 0
    var style = Style.plain
    var label: TerminalText?
    var labelStyle = Style.dim
}

/// A long text, laid out for one width. Made once and kept; drawing costs what is in sight.
struct ScrollText {
    private(set) var blocks: [TextBlock] = []
    private(set) var lineCount = 0

    mutating func append(_ block: TextBlock) {
        guard !block.lines.isEmpty else { return }
        blocks.append(block)
        lineCount += block.lines.count
    }

    /// Draws from a line on, no further than the end; tells the context how long the text is.
    func draw(on canvas: Canvas, offset: Int, context: ViewContext, reports: Bool = true) {
        let extent = ScrollExtent(lines: lineCount, visible: canvas.rows)
        if reports { context.scrollExtent = extent }
        let top = min(max(offset, 0), extent.maximumOffset)
        var line = 0
        for block in blocks {
            defer { line += block.lines.count }
            guard line + block.lines.count > top else { continue }
            guard line < top + canvas.rows else { break }
            draw(block, from: line, top: top, on: canvas)
        }
        ScrollIndicator(top: top, count: lineCount).draw(on: canvas, glyphs: context.glyphs)
    }

    private func draw(_ block: TextBlock, from line: Int, top: Int, on canvas: Canvas) {
        if let label = block.label, line >= top {
            canvas.draw(
                label, column: 0, row: line - top, style: block.labelStyle, maxColumns: max(block.indent - 1, 0))
        }
        let first = max(top - line, 0)
        let last = min(block.lines.count, top + canvas.rows - line)
        for index in first..<max(last, first) {
            canvas.draw(block.lines[index], column: block.indent, row: line + index - top, style: block.style)
        }
    }
}

/// Puts a scrolling text together. The last column stays free for the scroll mark.
struct ScrollTextBuilder {
    static let widestLabel = 24

    let width: Int
    private let texts: TextCache
    private(set) var text = ScrollText()
    private var endsBlank = true

    init(width: Int, texts: TextCache) {
        self.width = max(width - 2, 8)
        self.texts = texts
    }

    /// A paragraph. A `key` keeps its rows in the cache, for long texts that may come again.
    mutating func paragraph(_ string: String, style: Style = .plain, indent: Int = 0, key: TextKey? = nil) {
        let room = max(width - indent, 4)
        let lines = key.map { texts.wrapped($0, width: room) { string } }
        let made = lines ?? TerminalText(sanitizing: string).wrapped(to: room)
        append(TextBlock(lines: made, indent: indent, style: style))
    }

    mutating func paragraph(_ line: TerminalText, style: Style = .plain, indent: Int = 0) {
        append(TextBlock(lines: line.wrapped(to: max(width - indent, 4)), indent: indent, style: style))
    }

    mutating func heading(_ title: String) { heading(TerminalText(singleLine: title)) }

    mutating func heading(_ title: TerminalText) {
        blank()
        append(TextBlock(lines: title.wrapped(to: width), style: .title))
    }

    /// A line of air; never two, and none at the beginning.
    mutating func blank() {
        guard !endsBlank else { return }
        append(TextBlock(lines: [.empty]))
        endsBlank = true
    }

    /// How much of something is done, from 0 to 1. A step is 2.5 %: seen to move, and seldom drawn anew.
    mutating func bar(_ part: Double, label: TerminalText, _ glyphs: GlyphSet) {
        let columns = 40
        let done = Int(part * Double(columns))
        let bar = (0..<columns).reduce(TerminalText.empty) { bar, column in
            bar + (column < done ? glyphs.barFull : glyphs.barEmpty)
        }
        paragraph("\(bar) \(label)", style: .accent)
    }

    /// Labels with their values, the values in one column.
    /// - Parameter labelColumns: for entries that stand in line with others; nil for the widest label.
    mutating func entries(
        _ entries: [(label: String, values: [String], style: Style)], labelStyle: Style = .dim,
        labelColumns: Int? = nil
    ) {
        let shown = entries.filter { !$0.values.isEmpty }
        let labels = shown.map { TerminalText(singleLine: $0.label) }
        let widest = labelColumns ?? labels.map(\.columns).filter { $0 <= Self.widestLabel }.max() ?? 0
        let indent = min(widest, width / 3) + 2
        for (entry, label) in zip(shown, labels) {
            var lines: [TerminalText] = []
            for value in Self.joined(entry.values) {
                lines += TerminalText(sanitizing: value).wrapped(to: max(width - indent, 4))
            }
            if label.columns > indent - 2 {
                append(TextBlock(lines: label.wrapped(to: width), style: labelStyle))
                append(TextBlock(lines: lines, indent: indent, style: entry.style))
            } else {
                append(
                    TextBlock(lines: lines, indent: indent, style: entry.style, label: label, labelStyle: labelStyle))
            }
        }
    }

    /// Short values go in one line, long ones each in its own.
    private static func joined(_ values: [String]) -> [String] {
        let isShort = values.allSatisfy { $0.utf8.count <= 40 && !$0.contains("://") && !$0.contains("\n") }
        return isShort ? [values.joined(separator: ", ")] : values
    }

    private mutating func append(_ block: TextBlock) {
        text.append(block)
        endsBlank = false
    }
}
