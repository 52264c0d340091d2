import PortalModel

/// Writes text into the cells of one row.
struct Pen {
    let line: UnsafeMutableBufferPointer<Cell>
    /// Columns that may be written.
    let clip: Range<Int>
    /// Where the next cell goes.
    var column: Int
    let style: Style
    private var lastCell: Int?
    /// A text went on where the room ended.
    private(set) var isCut = false

    init(line: UnsafeMutableBufferPointer<Cell>, clip: Range<Int>, column: Int, style: Style) {
        self.line = line
        self.clip = clip
        self.column = column
        self.style = style
    }

    /// Draws up to `limit` columns, and returns the columns used; stops at the right edge of the clip.
    mutating func draw(_ text: TerminalText, limit: Int) -> Int {
        var plain = text.plain
        return plain.withUTF8 { bytes in
            text.isASCII ? drawASCII(bytes, limit: limit) : drawClusters(bytes, limit: limit)
        }
    }

    private mutating func drawASCII(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        let count = min(bytes.count, limit, max(clip.upperBound - column, 0))
        isCut = count < bytes.count
        let target = (column..<column + count).clamped(to: clip)
        guard !target.isEmpty, target.lowerBound >= column else { return count }
        line.seal(target)
        for position in target {
            // A line end is shown as a space.
            let byte = max(bytes[position - column], 0x20)
            line[position] = Cell(base: UInt32(byte), width: 1, style: style)
        }
        return count
    }

    private mutating func drawClusters(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        var composer = ClusterComposer()
        let start = column
        var position = 0
        while position < bytes.count, column < clip.upperBound || lastCell != nil {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: position)
            position += length
            let shown = scalar == 0x0A ? 0x20 : scalar
            switch composer.take(shown) {
            case .cell(let columns):
                guard column - start + columns <= limit else {
                    isCut = true
                    return column - start
                }
                put(shown, columns: columns)
            case .loneMark:
                guard column - start < limit else { return column - start }
                put(0x20, columns: 1)
                mark(shown)
            case .mark: mark(shown)
            case .nothing: break
            }
        }
        isCut = position < bytes.count || column > clip.upperBound
        return column - start
    }

    private mutating func put(_ scalar: UInt32, columns: Int) {
        let target = column..<column + columns
        column = target.upperBound
        lastCell = nil
        let visible = target.clamped(to: clip)
        guard !visible.isEmpty, visible.lowerBound >= target.lowerBound, target.overlaps(clip) else { return }
        line.seal(visible)
        guard visible == target else {
            for position in visible { line[position] = .blank(style) }
            return
        }
        line[target.lowerBound] = Cell(base: scalar, width: UInt8(columns), style: style)
        if columns == 2 { line[target.lowerBound + 1] = .continuation(style) }
        lastCell = target.lowerBound
    }

    private func mark(_ scalar: UInt32) {
        guard let lastCell else { return }
        line[lastCell].add(mark: scalar)
    }
}
