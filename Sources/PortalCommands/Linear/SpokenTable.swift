import PortalModel
import PortalViews
import TerminalCanvas

/// A table for who hears it: each row begins with its number and what it is called, and has a line for each of its
/// cells that says something, with the column's name in front.
struct SpokenTable {
    private let titles: [TerminalText]
    /// The column that tells which row it is; nil where none does.
    private let lead: Int?
    private var rows: [[TerminalText]] = []

    init(_ titles: [TerminalText], lead: Int?) {
        self.titles = titles
        self.lead = lead
    }

    /// One text a column.
    mutating func add(_ cells: [String]) { rows.append(cells.map { TerminalText(spoken: $0) }) }

    func lines(_ words: Phrasing) -> [TerminalText] {
        rows.enumerated().flatMap { number, cells in
            let name = lead.map { cells[$0] } ?? .empty
            let head: TerminalText = words(SpokenWords.row(number: number + 1, of: rows.count, name: name))
            let others = cells.indices.filter { $0 != lead && !cells[$0].isEmpty }
            let facts: [TerminalText] = others.map { words(SpokenWords.fact(name: titles[$0], value: cells[$0])) }
            return ([head] + facts).map(\.heard)
        }
    }
}

extension ColumnWords {
    /// What a row is called by, the best first.
    private static let leading: [ColumnWords] = [.title, .name, .population, .file, .dataset, .service, .setting, .key]

    static func lead(among titles: [ColumnWords]) -> Int? {
        leading.lazy.compactMap { titles.firstIndex(of: $0) }.first
    }
}

extension TerminalText {
    /// A text in one line, with all that was written where it goes into a pipe.
    init(spoken text: String) { self.init(unabridged: text, isSingleLine: true) }

    /// One blank between words: more of them are for the eye.
    var heard: TerminalText { TerminalText(spoken: plain.split(separator: " ").joined(separator: " ")) }

    /// A heading in capitals as a word in a sentence has it: some voices spell capitals.
    func spoken(in language: Language) -> TerminalText {
        let parts = plain.split(separator: " ").map(String.init)
        let words = parts.enumerated().map { place, part in
            guard part.count > 2, part == part.uppercased() else { return part }
            // The last word of a German heading is a noun, or the only one.
            let isCapital = place == 0 || language == .german && place == parts.count - 1
            let small = part.lowercased()
            return isCapital ? small.prefix(1).uppercased() + small.dropFirst() : small
        }
        return TerminalText(singleLine: words.joined(separator: " "))
    }
}
