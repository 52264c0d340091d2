/// Goes through a line, scalar by scalar: marks that combine with what stands before them are no part of a sign.
struct QueryScanner {
    private let scalars: [Unicode.Scalar]
    /// For each scalar, and for the end, how many characters stand before it.
    private let columns: [Int]
    private(set) var index = 0

    /// More than anybody types, and than all filters of a panel with all of their values.
    static let longest = 100_000

    /// - Throws: when the line is too long.
    init(_ text: String) throws(QueryProblem) {
        var scalars: [Unicode.Scalar] = []
        var columns: [Int] = []
        scalars.reserveCapacity(text.utf8.count)
        columns.reserveCapacity(text.utf8.count + 1)
        for (column, character) in text.enumerated() {
            // A line has no other line in it.
            if character.isNewline {
                scalars.append(" ")
                columns.append(column)
                continue
            }
            for scalar in character.unicodeScalars {
                scalars.append(scalar)
                columns.append(column)
            }
            guard scalars.count <= Self.longest else {
                throw QueryProblem(.tooLong(most: Self.longest), at: QueryPlace(start: column, length: 1))
            }
        }
        columns.append((columns.last ?? -1) + 1)
        self.scalars = scalars
        self.columns = columns
    }

    var isAtEnd: Bool { index >= scalars.count }

    var next: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }

    func scalar(before place: Int) -> Unicode.Scalar? { place > 0 ? scalars[place - 1] : nil }

    /// So many behind the next one.
    func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    mutating func advance(_ count: Int = 1) { index = min(index + count, scalars.count) }

    mutating func skipBlanks() {
        while let scalar = next, scalar.properties.isWhitespace { advance() }
    }

    /// Whether a term cannot go on here.
    var isAtBlankOrEnd: Bool { next.map(\.properties.isWhitespace) ?? true }

    /// From a place in the line up to here.
    func place(from start: Int) -> QueryPlace {
        QueryPlace(start: columns[start], length: max(columns[index] - columns[start], 0))
    }

    /// The next scalar alone, or the end.
    var here: QueryPlace {
        QueryPlace(start: columns[index], length: isAtEnd ? 0 : 1)
    }

    /// As it is written.
    func text(from start: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<index])
        return String(text)
    }

    /// Marks that programs for texts and mails make of `"`. In German “ is the second one, in Swedish ” is both.
    static let typographicMarks: Set<Unicode.Scalar> = ["“", "”", "„", "‟"]

    /// Whether such a mark is next, with one behind it that ends what it begins.
    var isAtTypographicMark: Bool {
        guard let next, Self.typographicMarks.contains(next) else { return false }
        return scalars[(index + 1)...].contains(where: Self.typographicMarks.contains)
    }

    /// What stands between quotation marks, the first of which is next.
    ///
    /// - Throws: when the second one is missing.
    mutating func quoted() throws(QueryProblem) -> String {
        let opening = here
        let ending = next == "\"" ? ["\""] : Self.typographicMarks
        advance()
        var text = String.UnicodeScalarView()
        while let scalar = next {
            advance()
            switch scalar {
            case _ where ending.contains(scalar): return String(text)
            case "\\" where next == "\"" || next == "\\":
                if let next { text.append(next) }
                advance()
            default: text.append(scalar)
            }
        }
        throw QueryProblem(.quoteOpen, at: opening)
    }

    /// Reads up to what cannot be a part of a word, or of a value.
    mutating func bare(isValue: Bool) -> QueryBareWord {
        var word = QueryBareWord()
        while let scalar = next, !ends(scalar, isValue: isValue) || isOfTitle(word) {
            advance()
            if scalar == "\\", let escaped = next {
                advance()
                word.append(escaped, isEscaped: true)
            } else {
                word.append(scalar, isEscaped: false)
            }
        }
        return word
    }

    /// A colon with a blank behind it is a part of what stands before: titles are pasted, such as "MIMIC-IV: records".
    /// Behind a name that no title has a value was forgotten.
    private func isOfTitle(_ word: QueryBareWord) -> Bool {
        next == ":" && !word.isEmpty && peek(1)?.properties.isWhitespace == true && !Self.isHardlyAWord(word.word)
    }

    /// Whether a name with a colon is hardly ever a part of a title, as "records:" and "period:" are.
    private static func isHardlyAWord(_ name: String) -> Bool {
        ["sort", "beacon", "theme", "access", "publisher", "individuals", "modified", "created"].contains(
            name.lowercased())
    }

    private func ends(_ scalar: Unicode.Scalar, isValue: Bool) -> Bool {
        switch scalar {
        case "\"", "(", ")": true
        case ":", "=", "<", ">": !isValue
        case "!": !isValue && peek(1) == "="
        default: scalar.properties.isWhitespace
        }
    }

    /// The sign of a condition, if one is next: `:`, `=`, `!=`, `<`, `<=`, `>`, `>=`, and `:` in front of an order.
    func sign() -> (text: String, comparison: QueryComparison, isNot: Bool)? {
        let first = peek(0)
        let second = peek(1)
        switch (first, second) {
        case ("!", "="): return ("!=", .equal, true)
        case (":", "<"), (":", ">"):
            let isOrEqual = peek(2) == "="
            let order: QueryComparison =
                second == "<" ? (isOrEqual ? .lessOrEqual : .less) : (isOrEqual ? .greaterOrEqual : .greater)
            return (":" + order.rawValue, order, false)
        case ("<", "="): return ("<=", .lessOrEqual, false)
        case (">", "="): return (">=", .greaterOrEqual, false)
        case ("<", _): return ("<", .less, false)
        case (">", _): return (">", .greater, false)
        case (":", _): return (":", .equal, false)
        case ("=", _): return ("=", .equal, false)
        default: return nil
        }
    }
}

/// What is written without quotation marks, with what a backslash has taken the meaning from.
struct QueryBareWord {
    private var scalars: [(scalar: Unicode.Scalar, isEscaped: Bool)] = []

    var isEmpty: Bool { scalars.isEmpty }
    var word: String { Self.text(scalars[...]) }
    /// Nil where a backslash says that it is nothing but a word.
    var keyword: String? { scalars.contains(where: \.isEscaped) ? nil : word }

    mutating func append(_ scalar: Unicode.Scalar, isEscaped: Bool) { scalars.append((scalar, isEscaped)) }

    /// As a filter's name: a source in front of the first stroke, an entry behind the first dot after that.
    func name(at place: QueryPlace) -> QueryFacetName {
        var rest = scalars[...]
        var (source, entry): (String?, String?)
        if let (before, behind) = Self.split(rest, at: "/") { (source, rest) = (Self.text(before), behind) }
        if let (before, behind) = Self.split(rest, at: ".") { (rest, entry) = (before, Self.text(behind)) }
        return QueryFacetName(source: source, key: Self.text(rest), entry: entry, at: place)
    }

    private typealias Part = ArraySlice<(scalar: Unicode.Scalar, isEscaped: Bool)>

    /// Nil unless there is something on both sides.
    private static func split(_ part: Part, at sign: Unicode.Scalar) -> (Part, Part)? {
        guard let index = part.firstIndex(where: { $0.scalar == sign && !$0.isEscaped }), index > part.startIndex,
            index + 1 < part.endIndex
        else { return nil }
        return (part[..<index], part[(index + 1)...])
    }

    private static func text(_ part: Part) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: part.map(\.scalar))
        return String(text)
    }
}
