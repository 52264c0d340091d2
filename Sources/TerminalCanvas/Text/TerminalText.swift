import PortalModel

/// Text that may be drawn or written to a terminal: without controls, escape sequences, bidirectional overrides or
/// invisible characters. Nothing else can be drawn, and it can only be made by sanitising. What is `unabridged` keeps
/// characters that are not seen, for a file or a pipe: `TerminalWriter` takes them out before a terminal.
///
/// Line ends are kept as `\n`; tabs are spaces. Drawing in one line shows a line end as a space.
public struct TerminalText: Hashable, Sendable {
    /// The text itself, safe to write to a terminal.
    public let plain: String
    /// Whether every byte is a printable ASCII character or a line end: measured and drawn without any table.
    let isASCII: Bool

    /// Makes the text safe, keeping line ends.
    public init(sanitizing text: String) {
        self = Sanitizer.sanitize(text, lines: .kept)
    }

    /// Makes the text safe for a place of one line: every line end and tab becomes one space.
    public init(singleLine text: String) {
        self = Sanitizer.sanitize(text, lines: .spaces)
    }

    /// For a file or another program: without controls, escape sequences and bidirectional overrides, and otherwise with
    /// all that was written. A joiner, a variation selector or half a flag less is another text, although no cell of
    /// ours shows them. Not for a terminal, which `TerminalWriter` sees to.
    public init(unabridged text: String, isSingleLine: Bool = false) {
        self = Sanitizer.sanitize(text, lines: isSingleLine ? .spaces : .kept, isUnabridged: true)
    }

    /// For text that is known to be safe: parts of other `TerminalText`, and what the sanitiser made.
    init(safe: String, isASCII: Bool) {
        plain = safe
        self.isASCII = isASCII
    }

    /// No text.
    public static let empty = TerminalText(safe: "", isASCII: true)

    /// Spaces.
    public static func spaces(_ count: Int) -> TerminalText {
        TerminalText(safe: String(repeating: " ", count: max(count, 0)), isASCII: true)
    }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { plain.isEmpty }

    /// Columns that the text takes in one line.
    public var columns: Int {
        if isASCII { return plain.utf8.count }
        var composer = ClusterComposer()
        return plain.unicodeScalars.reduce(0) { $0 + composer.take($1 == "\n" ? 0x20 : $1.value).columns }
    }

    /// The same text in one line: line ends become spaces.
    public var singleLine: TerminalText {
        guard plain.utf8.contains(0x0A) else { return self }
        return TerminalText(safe: String(plain.map { $0 == "\n" ? " " : $0 }), isASCII: isASCII)
    }

    /// The text cut to a number of columns, with `ellipsis` as its end when something was cut.
    public func truncated(to limit: Int, ellipsis: TerminalText = "…") -> TerminalText {
        if plain.utf8.count <= limit { return self }
        if columns <= limit { return self }
        let room = limit - ellipsis.columns
        guard room >= 0 else { return prefix(columns: limit) }
        return prefix(columns: room) + ellipsis
    }

    /// The longest beginning of whole characters that takes at most `limit` columns.
    public func prefix(columns limit: Int) -> TerminalText {
        if isASCII { return TerminalText(safe: String(plain.utf8.prefix(max(limit, 0))) ?? "", isASCII: true) }
        var composer = ClusterComposer()
        var used = 0
        var end = plain.startIndex
        for index in plain.unicodeScalars.indices {
            let scalar = plain.unicodeScalars[index]
            used += composer.take(scalar == "\n" ? 0x20 : scalar.value).columns
            if used > limit { break }
            end = plain.unicodeScalars.index(after: index)
        }
        return TerminalText(safe: String(plain[..<end]), isASCII: false)
    }

    /// The text with spaces after it, up to a number of columns.
    public func padded(to width: Int) -> TerminalText {
        let used = columns
        return used < width ? self + .spaces(width - used) : self
    }

    /// The text as the screen draws it: of an emoji sequence the base alone, without joiners, with two marks at most.
    /// For aligned output outside the screen, where terminals disagree about the rest.
    public var asDrawn: TerminalText {
        if isASCII { return self }
        var composer = ClusterComposer()
        var drawn = String.UnicodeScalarView()
        var marks = 0
        for scalar in plain.unicodeScalars {
            switch composer.take(scalar.value) {
            case .cell:
                marks = 0
                drawn.append(scalar)
            case .loneMark:
                marks = 1
                drawn.append(contentsOf: [" ", scalar])
            case .mark:
                marks += 1
                if marks <= 2 { drawn.append(scalar) }
            case .nothing where scalar == "\n": drawn.append(scalar)
            case .nothing: break
            }
        }
        return TerminalText(safe: String(drawn), isASCII: false)
    }

    /// The rows of the text when wrapped at spaces to a width.
    public func wrapped(to width: Int) -> [TerminalText] {
        var text = plain
        let ascii = isASCII
        return text.withUTF8 { bytes in
            TextWrapping.rows(ofUTF8: bytes, width: width).map { row in
                let slice = UnsafeBufferPointer(rebasing: bytes[row.start..<row.end])
                return TerminalText(safe: String(decoding: slice, as: UTF8.self), isASCII: ascii)
            }
        }
    }

    /// The text's own lines.
    public var lines: [TerminalText] {
        plain.split(separator: "\n", omittingEmptySubsequences: false).map {
            TerminalText(safe: String($0), isASCII: isASCII)
        }
    }

    /// Both, one after the other: safe, for both are.
    public static func + (left: TerminalText, right: TerminalText) -> TerminalText {
        TerminalText(safe: left.plain + right.plain, isASCII: left.isASCII && right.isASCII)
    }

    /// Appends a text.
    public static func += (left: inout TerminalText, right: TerminalText) { left = left + right }
}

extension Sequence<TerminalText> {
    /// All of them in order, with a separator between them.
    public func joined(separator: TerminalText = .empty) -> TerminalText {
        var isASCII = separator.isASCII
        var parts: [String] = []
        for part in self {
            isASCII = isASCII && part.isASCII
            parts.append(part.plain)
        }
        return TerminalText(safe: parts.joined(separator: separator.plain), isASCII: isASCII)
    }
}

extension TerminalText: CustomStringConvertible {
    public var description: String { plain }
}

extension TerminalText: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(sanitizing: value) }

    public init(stringInterpolation: Interpolation) { self = stringInterpolation.text }

    /// Strings put into a literal are sanitised one by one, so that no sequence can begin in one and end in another.
    public struct Interpolation: StringInterpolationProtocol {
        var text = TerminalText.empty

        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Our own words, made safe all the same.
        public mutating func appendLiteral(_ literal: String) { text += TerminalText(sanitizing: literal) }
        /// A text that is safe already.
        public mutating func appendInterpolation(_ value: TerminalText) { text += value }
        /// Anybody's text, made safe; line ends become blanks.
        public mutating func appendInterpolation(_ value: some StringProtocol) {
            text += TerminalText(sanitizing: String(value))
        }
        /// Anybody's character, made safe.
        public mutating func appendInterpolation(_ value: Character) {
            text += TerminalText(sanitizing: String(value))
        }
        /// A number in digits, without separators.
        public mutating func appendInterpolation(_ value: some BinaryInteger) {
            text += TerminalText(safe: String(value), isASCII: true)
        }
    }
}
