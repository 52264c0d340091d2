extension QueryLine {
    /// Reads a line. Nothing that is typed traps, and nothing of it is left out.
    ///
    /// - Throws: the first problem, with its place.
    public static func parse(_ text: String) throws(QueryProblem) -> QueryLine {
        var parser = try QueryParser(text)
        return try parser.line()
    }

    /// Whether a line is words and phrases alone, without anything that means more than they do: such a line is looked
    /// for as it is typed.
    public static func isPlain(_ text: String) -> Bool {
        // Asked with every letter: small ones, digits and blanks never mean more.
        if text.utf8.allSatisfy({ $0 == 0x20 || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }) { return true }
        guard var scanner = try? QueryScanner(text) else { return false }
        while true {
            scanner.skipBlanks()
            guard let scalar = scanner.next else { return true }
            if scalar == "\"" {
                // One that is not closed yet is being typed.
                guard (try? scanner.quoted()) != nil else { return true }
                if scanner.sign() != nil { return false }
                continue
            }
            let start = scanner.index
            let word = scanner.bare(isValue: false)
            if word.isEmpty || scanner.sign() != nil { return false }
            guard let keyword = word.keyword, !QueryKeyword.isOperator(keyword) else { return false }
            if keyword.unicodeScalars.contains("\\") { return false }
            if scanner.text(from: start).hasPrefix("-"), keyword.contains(where: { $0 != "-" }) { return false }
        }
    }
}

/// Words that join others.
enum QueryKeyword {
    static let or = "OR"
    static let and = "AND"
    static let not = "NOT"

    /// In capitals everywhere: in small letters they are words of titles.
    static func isOperator(_ word: String) -> Bool { [or, and, not].contains(word) }
}

/// The grammar of docs/SEARCHING.md, a function a rule.
struct QueryParser {
    private(set) var scanner: QueryScanner
    /// For whoever completes a line.
    private(set) var begun = QueryBegun()
    private var sort: QuerySort?
    private var beacon: Bool?
    private var beaconPlace = QueryPlace.unknown
    /// Brackets that are open.
    private var depth = 0
    /// Within brackets, or behind a minus: where only conditions and words can be.
    private var isInside = false

    private static let deepest = 32

    init(_ text: String) throws(QueryProblem) { scanner = try QueryScanner(text) }

    mutating func line() throws(QueryProblem) -> QueryLine {
        let terms = try clauses()
        // What ends the clauses other than the end of the line is a bracket.
        guard scanner.isAtEnd else { throw QueryProblem(.strayClose, at: scanner.here) }
        var line = QueryLine(terms: terms, sort: sort, beacon: beacon)
        line.beaconPlace = beaconPlace
        return line
    }

    /// clauses = { clause }, up to the end or a bracket that closes.
    private mutating func clauses() throws(QueryProblem) -> [QueryTerm] {
        var terms: [QueryTerm] = []
        while true {
            scanner.skipBlanks()
            guard let next = scanner.next, next != ")" else { return terms }
            terms += try clause()
        }
    }

    /// clause = unit, { or, unit }; what holds together with the others is given one by one.
    private mutating func clause() throws(QueryProblem) -> [QueryTerm] {
        let start = scanner.index
        if let sign = takeOr() { throw QueryProblem(.termExpected(sign: sign), at: scanner.place(from: start)) }
        if takeKeyword(QueryKeyword.and) { return [] }
        let (sortBefore, beaconBefore) = (sort, beacon)
        let first = try unit()
        var alternatives: [[QueryTerm]] = [first]
        while true {
            let end = scanner
            scanner.skipBlanks()
            let place = scanner.index
            guard let sign = takeOr() else {
                scanner = end
                break
            }
            let orPlace = scanner.place(from: place)
            scanner.skipBlanks()
            guard let next = scanner.next, next != ")" else {
                throw QueryProblem(.termExpected(sign: sign), at: orPlace)
            }
            let before = scanner.index
            let wasInside = isInside
            isInside = true
            let unit = try unit()
            isInside = wasInside
            if unit.isEmpty { throw QueryProblem(.termExpected(sign: sign), at: scanner.place(from: before)) }
            alternatives.append(unit)
        }
        guard alternatives.count > 1 else { return first }
        guard !first.isEmpty else {
            let said = sort != sortBefore ? "sort" : beacon != beaconBefore ? "beacon" : nil
            throw QueryProblem(
                said.map { .onlyOutside(name: $0) } ?? .termExpected(sign: "or"), at: scanner.place(from: start))
        }
        return [QueryTerm(.either(alternatives), at: scanner.place(from: start))]
    }

    /// unit = { "-" | "NOT" }, primary. Empty for what says something of the whole search, or nothing.
    private mutating func unit() throws(QueryProblem) -> [QueryTerm] {
        let start = scanner.index
        var isNot = false
        var sign: String?
        while true {
            if scanner.next == "-" {
                var count = 1
                while scanner.peek(count) == "-" { count += 1 }
                let behind = scanner.peek(count)
                // By itself, as in "Breast cancer - a cohort", it takes nothing away.
                if behind == nil || behind?.properties.isWhitespace == true { break }
                if count.isMultiple(of: 2) == false { isNot.toggle() }
                scanner.advance(count)
                sign = "-"
            } else if takeKeyword(QueryKeyword.not) {
                isNot.toggle()
                sign = QueryKeyword.not
                scanner.skipBlanks()
            } else {
                break
            }
        }
        guard let sign else { return try primary() }
        let place = scanner.place(from: start)
        guard let next = scanner.next, next != ")", !isAtOperator else {
            throw QueryProblem(.termExpected(sign: sign), at: place)
        }
        let wasInside = isInside
        isInside = true
        let terms = try primary()
        isInside = wasInside
        guard !terms.isEmpty else { throw QueryProblem(.termExpected(sign: sign), at: place) }
        guard isNot else { return terms }
        let term = QueryTerm.not(terms, at: scanner.place(from: start))
        return if case .all(let inner) = term.kind { inner } else { [term] }
    }

    /// primary = phrase | word | condition | "(", clauses, ")".
    private mutating func primary() throws(QueryProblem) -> [QueryTerm] {
        let start = scanner.index
        begun = QueryBegun(start: start, end: start)
        // What has a name by then is its value, which has told of itself.
        defer { if begun.name == nil { begun.end = scanner.index } }
        switch scanner.next {
        case "(":
            return try group()
        case "\"":
            let text = try scanner.quoted()
            if scanner.sign() != nil {
                let name = QueryFacetName(key: text, at: scanner.place(from: start))
                return try condition(name, keyword: nil, from: start)
            }
            // Nothing to look for.
            return text.trimmingSpaces.isEmpty ? [] : [QueryTerm(.phrase(text), at: scanner.place(from: start))]
        default:
            let word = scanner.bare(isValue: false)
            let place = scanner.place(from: start)
            guard !word.isEmpty else {
                throw QueryProblem(.nameExpected(sign: scanner.sign()?.text ?? ""), at: scanner.here)
            }
            guard scanner.sign() == nil else {
                return try condition(word.name(at: place), keyword: word.keyword, from: start)
            }
            return [QueryTerm(.word(word.word), at: place)]
        }
    }

    /// "(", clause, { clause }, ")".
    private mutating func group() throws(QueryProblem) -> [QueryTerm] {
        let opening = scanner.here
        let start = scanner.index
        guard depth < Self.deepest else { throw QueryProblem(.tooDeep(most: Self.deepest), at: opening) }
        depth += 1
        scanner.advance()
        begun = QueryBegun(start: scanner.index, end: scanner.index)
        let wasInside = isInside
        isInside = true
        var terms = try clauses()
        isInside = wasInside
        depth -= 1
        guard scanner.next == ")" else { throw QueryProblem(.groupOpen, at: opening) }
        scanner.advance()
        begun = QueryBegun(start: scanner.index, end: scanner.index)
        guard !terms.isEmpty else { throw QueryProblem(.groupEmpty, at: scanner.place(from: start)) }
        // The brackets are a part of what they hold together.
        if terms.count == 1, case .either = terms[0].kind { terms[0].place = scanner.place(from: start) }
        return terms
    }

    /// condition = name, sign, ( value | "(", value, { or, value }, ")" ); the sign is next.
    ///
    /// - Parameter start: of the name.
    private mutating func condition(
        _ name: QueryFacetName, keyword: String?, from start: Int
    ) throws(QueryProblem) -> [QueryTerm] {
        guard let sign = scanner.sign() else { return [] }
        begun.name = scanner.text(from: start)
        scanner.advance(sign.text.unicodeScalars.count)
        let written = keyword ?? name.key
        let (values, place) = try QueryValues.read(&scanner, name: written, sign: sign, &begun)
        if let keyword, ["sort", "beacon"].contains(keyword.lowercased()) {
            try directive(keyword.lowercased(), values, sign.isNot || sign.comparison != .equal, name.place, place)
            return []
        }
        var whole = name.place
        whole.length = place.start + place.length - whole.start
        let condition = QueryTerm(.condition(QueryCondition(name, sign.comparison, values)), at: whole)
        return [sign.isNot ? QueryTerm.not([condition], at: whole) : condition]
    }

    /// What is said of the whole search.
    private mutating func directive(
        _ name: String, _ values: [String], _ isCompared: Bool, _ namePlace: QueryPlace, _ place: QueryPlace
    ) throws(QueryProblem) {
        guard !isInside else { throw QueryProblem(.onlyOutside(name: name), at: namePlace) }
        guard name == "sort" ? sort == nil : beacon == nil else {
            throw QueryProblem(.saidTwice(name: name), at: namePlace)
        }
        guard values.count == 1, let value = values.first, !isCompared else {
            throw QueryProblem(.oneValue(sign: name + ":"), at: place)
        }
        if name == "sort" {
            sort = QuerySort(written: value, at: place)
        } else {
            beaconPlace = namePlace
            switch value.lowercased() {
            case "on", "yes", "true": beacon = true
            case "off", "no", "false": beacon = false
            default:
                throw QueryProblem(
                    .unknownChoice(name: name, given: value, known: ["on", "off"], meant: []), at: place)
            }
        }
    }

    // MARK: - Lines that cannot be read

    /// Goes on behind what cannot be read: at the next blank or bracket from there on.
    ///
    /// - Parameter start: where reading began that failed.
    mutating func leaveOut(from start: Int) {
        (depth, isInside, sort, beacon) = (0, false, nil, nil)
        if scanner.index == start || scanner.next == ")" { scanner.advance() }
        while !scanner.isAtBlankOrEnd, scanner.next != "(", scanner.next != ")" { scanner.advance() }
    }

    // MARK: - Words that join

    /// Whether a word that joins is next.
    private var isAtOperator: Bool {
        var ahead = self
        return ahead.takeOr() != nil || ahead.takeKeyword(QueryKeyword.and) || ahead.takeKeyword(QueryKeyword.not)
    }

    /// `OR`, or within brackets `or`; nil where it is something else.
    private mutating func takeOr() -> String? {
        if takeKeyword(QueryKeyword.or) { return QueryKeyword.or }
        return depth > 0 && takeKeyword("or") ? "or" : nil
    }

    private mutating func takeKeyword(_ keyword: String) -> Bool {
        let before = scanner
        let word = scanner.bare(isValue: false)
        if word.keyword == keyword, scanner.sign() == nil { return true }
        scanner = before
        return false
    }
}
