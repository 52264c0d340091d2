/// What stands behind the sign of a condition.
enum QueryValues {
    typealias Sign = (text: String, comparison: QueryComparison, isNot: Bool)

    /// value | "(", value, { or, value }, ")".
    ///
    /// - Parameter begun: of the condition; gets where its value begins and ends.
    /// - Returns: the values, and where they stand.
    static func read(
        _ scanner: inout QueryScanner, name: String, sign: Sign, _ begun: inout QueryBegun
    ) throws(QueryProblem) -> ([String], QueryPlace) {
        let start = scanner.index
        (begun.start, begun.end) = (start, start)
        defer { begun.end = scanner.index }
        guard scanner.next != "(" else {
            let values = try list(&scanner, name: name, sign: sign, &begun)
            // Behind the bracket stands something else.
            begun = QueryBegun(start: scanner.index)
            let place = scanner.place(from: start)
            guard values.count == 1 || sign.comparison == .equal else {
                throw QueryProblem(.oneValue(sign: sign.text), at: place)
            }
            try end(scanner)
            return (values, place)
        }
        guard let value = try single(&scanner, isQuoted: scanner.next == "\"" || scanner.isAtTypographicMark) else {
            throw QueryProblem(.valueExpected(name: name + sign.text), at: scanner.here)
        }
        let place = scanner.place(from: start)
        try end(scanner)
        return ([value.text], place)
    }

    /// Behind a value is a blank, a bracket that closes, or the end.
    private static func end(_ scanner: QueryScanner) throws(QueryProblem) {
        guard scanner.isAtBlankOrEnd || scanner.next == ")" else {
            throw QueryProblem(.blankExpected, at: scanner.here)
        }
    }

    /// Nil where none is next. One that is not quoted may be a word that joins.
    ///
    /// - Parameter isQuoted: a quotation mark is next.
    private static func single(
        _ scanner: inout QueryScanner, isQuoted: Bool
    ) throws(QueryProblem) -> (text: String, keyword: String?)? {
        if isQuoted { return (try scanner.quoted(), nil) }
        let word = scanner.bare(isValue: true)
        return word.isEmpty ? nil : (word.word, word.keyword)
    }

    /// Words beside each other are one value: theme:(Rare diseases or Oncology).
    private static func list(
        _ scanner: inout QueryScanner, name: String, sign: Sign, _ begun: inout QueryBegun
    ) throws(QueryProblem) -> [String] {
        let opening = scanner.here
        let start = scanner.index
        scanner.advance()
        begun.isInList = true
        // Where a word that joins has ended: what it joins comes behind a blank.
        var joined: Int?
        var values: [String] = []
        /// The value that is being read, and whether more words can be a part of it.
        var current: (text: String, isOpen: Bool)?
        while true {
            scanner.skipBlanks()
            let place = scanner.index
            if current == nil, place != joined { begun.start = place }
            switch scanner.next {
            case nil: throw QueryProblem(.groupOpen, at: opening)
            case ")":
                scanner.advance()
                guard let last = current?.text else {
                    if values.isEmpty { throw QueryProblem(.groupEmpty, at: scanner.place(from: start)) }
                    throw QueryProblem(.valueExpected(name: "or"), at: scanner.place(from: place))
                }
                return values + [last]
            case "(": throw QueryProblem(.valueExpected(name: name + sign.text), at: scanner.here)
            default:
                // Within words that go on, one that came along is a part of them.
                let isQuoted = scanner.next == "\"" || current == nil && scanner.isAtTypographicMark
                guard let value = try single(&scanner, isQuoted: isQuoted) else {
                    throw QueryProblem(.valueExpected(name: name + sign.text), at: scanner.here)
                }
                if let keyword = value.keyword, keyword == QueryKeyword.or || keyword == "or" {
                    guard let complete = current?.text else {
                        throw QueryProblem(.valueExpected(name: name + sign.text), at: scanner.place(from: place))
                    }
                    values.append(complete)
                    current = nil
                    joined = scanner.index
                } else if let known = current {
                    guard known.isOpen, !isQuoted else {
                        throw QueryProblem(.orExpected, at: scanner.place(from: place))
                    }
                    current = (known.text + " " + value.text, true)
                } else {
                    current = (value.text, !isQuoted)
                }
            }
        }
    }
}
