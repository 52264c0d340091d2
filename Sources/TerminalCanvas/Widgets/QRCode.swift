/// An address as a picture for a telephone's camera.
public struct QRCode: Equatable {
    /// Modules of a side, without the quiet zone.
    public let side: Int
    /// Row by row; true is dark.
    private let modules: [Bool]

    /// The standard asks for four modules of air; cameras are content with two, which is what 24 rows have room for.
    public static let quietZone = 2

    /// Nil when the text is longer than any code holds.
    public init?(_ text: String) {
        guard let symbol = QRSymbol.encoding(Array(text.utf8)) else { return nil }
        side = symbol.side
        modules = symbol.modules
    }

    /// How many cells it takes: half blocks show two modules in a cell; without them one module takes two cells.
    public func size(_ glyphs: GlyphSet) -> Size {
        let all = side + 2 * Self.quietZone
        return glyphs.isUnicode ? Size(columns: all, rows: (all + 1) / 2) : Size(columns: all * 2, rows: all)
    }

    /// - Parameter canvas: of this size.
    public func draw(on canvas: Canvas, glyphs: GlyphSet) {
        canvas.fill(style: .camera)
        let size = size(glyphs)
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                if glyphs.isUnicode {
                    guard let sign = half(isDark(column, row * 2), isDark(column, row * 2 + 1)) else { continue }
                    canvas.draw(sign, column: column, row: row, style: .camera)
                } else if isDark(column / 2, row) {
                    // Colour alone, for terminals without half blocks.
                    canvas.draw(" ", column: column, row: row, style: .camera.reversed)
                }
            }
        }
    }

    /// As lines of text, for a terminal with light letters on a dark ground: what is light is drawn. Most cameras read it on
    /// a light ground too.
    public var lines: [TerminalText] {
        let all = side + 2 * Self.quietZone
        return stride(from: 0, to: all, by: 2).map { row in
            (0..<all).map { half(!isDark($0, row), row + 1 < all && !isDark($0, row + 1)) ?? " " }.joined(separator: "")
        }
    }

    private func isDark(_ x: Int, _ y: Int) -> Bool {
        let (x, y) = (x - Self.quietZone, y - Self.quietZone)
        guard (0..<side).contains(x), (0..<side).contains(y) else { return false }
        return modules[y * side + x]
    }

    private func half(_ upper: Bool, _ lower: Bool) -> TerminalText? {
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): nil
        }
    }
}
