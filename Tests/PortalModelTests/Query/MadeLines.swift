import PortalModel

/// Searches made by chance, with everything that a line can say and all signs that could be read as something else.
struct MadeLines {
    var chance: SeededGenerator

    init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

    private static let pieces = [
        "a", "Z", "é", "e\u{301}", "\u{301}", "中", "👩‍🔬", "9", "-", "--", "_", ".", "/", "\\", "\"", "'", "(", ")", ":",
        "=",
        "<", ">", "!", "!=", ">=", "or", "OR", "AND", "NOT", "sort", "beacon", "*", "~", "&", "|", "ß", "\u{200D}", "٣",
    ]

    mutating func text(blanks: Bool) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...5, using: &chance) {
            text += Self.pieces.randomElement(using: &chance) ?? "a"
            if blanks, Int.random(in: 0..<4, using: &chance) == 0 {
                text += [" ", "\t", "\u{A0}"].randomElement() ?? " "
            }
        }
        return text
    }

    mutating func line() -> QueryLine {
        var line = QueryLine()
        for _ in 0..<Int.random(in: 0...5, using: &chance) { line.terms.append(term(depth: 0, within: .top)) }
        if Bool.random(using: &chance) { line.sort = QuerySort(written: text(blanks: true)) }
        line.beacon = [true, false, nil].randomElement(using: &chance) ?? nil
        return line
    }

    /// What a term stands in: a line keeps nothing twice that says the same once.
    private enum Place { case top, not, either, all }

    private mutating func term(depth: Int, within place: Place) -> QueryTerm {
        while true {
            switch Int.random(in: 0..<(depth < 4 ? 8 : 4), using: &chance) {
            case 0, 1: return QueryTerm(.word(text(blanks: false)))
            case 2:
                let phrase = text(blanks: true)
                if phrase.contains(where: { !$0.isWhitespace }) { return QueryTerm(.phrase(phrase)) }
            case 3, 4: return QueryTerm(.condition(condition()))
            case 5 where place != .not: return QueryTerm(.not(term(depth: depth + 1, within: .not)))
            case 6 where place != .either: return QueryTerm(.either(terms(depth + 1, .either)))
            case 7 where place != .all && place != .top: return QueryTerm(.all(terms(depth + 1, .all)))
            default: continue
            }
        }
    }

    private mutating func terms(_ depth: Int, _ place: Place) -> [QueryTerm] {
        (0..<Int.random(in: 2...3, using: &chance)).map { _ in term(depth: depth, within: place) }
    }

    private mutating func condition() -> QueryCondition {
        var name = QueryFacetName(key: text(blanks: true))
        if Int.random(in: 0..<4, using: &chance) == 0 { name.source = text(blanks: false) }
        if Int.random(in: 0..<4, using: &chance) == 0 { name.entry = text(blanks: true) }
        let comparison = QueryComparison.allCases.randomElement(using: &chance) ?? .equal
        let count = comparison == .equal ? Int.random(in: 1...3, using: &chance) : 1
        return QueryCondition(name, comparison, (0..<count).map { _ in text(blanks: true) })
    }

    /// What somebody's cat could type.
    mutating func anything() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...14, using: &chance) {
            text += Self.pieces.randomElement(using: &chance) ?? ""
            if Bool.random(using: &chance) { text += " " }
        }
        return text
    }
}
