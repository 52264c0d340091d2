/// Breaks text into rows of a given width, at spaces where it can.
///
/// The breaker sees one unit after the other (a scalar's or a character's columns and its end position) and never the
/// text itself, so that the drawing code can feed it byte positions and the editor character positions.
public struct LineBreaker: Sendable {
    /// What a unit means for the breaking.
    public enum Kind: Sendable { case newline, space, breakAfter, word }

    /// A row: positions from `start` up to `end`, without the line end; `columns` without the spaces that hang over.
    public struct Row: Hashable, Sendable {
        /// Where the row begins.
        public var start: Int
        /// Where it ends.
        public var end: Int
        /// How wide it is.
        public var columns: Int
        /// Whether a line end of the text follows, rather than a break of ours.
        public var endsLine: Bool
    }

    /// Columns of a row.
    public let width: Int
    private var start = 0
    private var position = 0
    private var columns = 0
    /// Just after the last place where the row may break, and the columns up to there with and without spaces.
    private var breakPosition = 0
    private var breakColumns = 0
    private var inkAtBreak = 0
    private var ink = 0

    /// - Parameter width: columns of a row; at least 2 are used, so that a wide character always finds a place.
    public init(width: Int, position: Int = 0) {
        self.width = Swift.max(width, 2)
        start = position
        self.position = position
        breakPosition = position
    }

    /// Takes the next unit, which ends at `end`; hands a row to `emit` when one is full.
    public mutating func take(_ kind: Kind, columns unit: Int, end: Int, emit: (Row) -> Void) {
        switch kind {
        case .newline:
            emit(Row(start: start, end: position, columns: Swift.min(ink, width), endsLine: true))
            begin(at: end)
        case .space:
            // Spaces hang over the edge: they never begin a row.
            position = end
            columns += unit
            markBreak()
        case .word, .breakAfter:
            if unit == 0 {
                extend(to: end)
                return
            }
            while columns + unit > width, columns > 0 { breakRow(emit) }
            position = end
            columns += unit
            ink = columns
            if kind == .breakAfter { markBreak() }
        }
    }

    /// Hands over the last row, which may be empty.
    public mutating func finish(emit: (Row) -> Void) {
        emit(Row(start: start, end: position, columns: Swift.min(ink, width), endsLine: true))
    }

    private mutating func breakRow(_ emit: (Row) -> Void) {
        if breakPosition > start {
            emit(Row(start: start, end: breakPosition, columns: Swift.min(inkAtBreak, width), endsLine: false))
            start = breakPosition
            columns -= breakColumns
            ink = columns
        } else {
            emit(Row(start: start, end: position, columns: Swift.min(ink, width), endsLine: false))
            start = position
            columns = 0
            ink = 0
        }
        breakPosition = start
        breakColumns = 0
        inkAtBreak = 0
    }

    /// A mark or joiner belongs to what comes before it: a row may break after it, not before.
    private mutating func extend(to end: Int) {
        if breakPosition == position, breakPosition > start { breakPosition = end }
        position = end
    }

    private mutating func markBreak() {
        breakPosition = position
        breakColumns = columns
        inkAtBreak = ink
    }

    private mutating func begin(at position: Int) {
        start = position
        self.position = position
        columns = 0
        ink = 0
        breakPosition = position
        breakColumns = 0
        inkAtBreak = 0
    }
}

/// Wrapped text, for those that need no editor.
public enum TextWrapping {
    /// The rows of a text, as slices of it without line ends. An empty text has one empty row.
    public static func wrappedLines(of text: String, width: Int) -> [Substring] {
        var text = text
        return text.withUTF8 { bytes in
            rows(ofUTF8: bytes, width: width)
        }.map { row in
            text[text.utf8Index(row.start)..<text.utf8Index(row.end)]
        }
    }

    /// The rows of a text as byte positions.
    public static func rows(ofUTF8 bytes: UnsafeBufferPointer<UInt8>, width: Int) -> [LineBreaker.Row] {
        var rows: [LineBreaker.Row] = []
        rows.reserveCapacity(bytes.count / Swift.max(width, 2) + 1)
        var breaker = LineBreaker(width: width)
        var composer = ClusterComposer()
        var position = 0
        while position < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: position)
            position += length
            if scalar == 0x0D, position < bytes.count, bytes[position] == 0x0A { continue }
            let columns = composer.take(scalar).columns
            breaker.take(kind(of: scalar, columns: columns), columns: columns, end: position) { rows.append($0) }
        }
        breaker.finish { rows.append($0) }
        return rows
    }

    /// What a scalar, or the first scalar of a character, means for breaking.
    static func kind(of scalar: UInt32, columns: Int) -> LineBreaker.Kind {
        switch scalar {
        case 0x20: .space
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: .newline
        case 0x2D, 0x2F, 0x2010, 0x2013, 0x2014: .breakAfter
        case 0x3000: .space
        case ..<0x1100: .word
        default: columns == 2 ? .breakAfter : .word
        }
    }
}

extension String {
    fileprivate func utf8Index(_ offset: Int) -> Index { utf8.index(startIndex, offsetBy: offset) }
}
