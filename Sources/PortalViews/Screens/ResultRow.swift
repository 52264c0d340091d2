import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The texts of one result, cut for one width.
struct ResultRowTexts {
    var title: TerminalText
    var facts: TerminalText
    /// At the right of the title, or, where the row is too narrow for that, before the facts.
    var access: TerminalText = .empty
    var accessStyle = Style.plain
    var accessLeads = false
    var year: TerminalText = .empty

    /// Columns of access and year at the right edge: the longest of the access words, a gap and four digits.
    static func rightColumns(in language: Language) -> Int {
        switch language {
        case .english: 18
        case .german: 24
        }
    }

    static let yearColumns = 4
}

/// A result as the list shows it, but for the cursor.
struct ResultRow: Equatable {
    var dataset: DatasetSummary
    var isMarked: Bool
    var isInBasket: Bool
    var columns: Int
    /// Of the table, which has a line a dataset; nil for the list with two.
    var table: [ListTable.Column]?

    var rows: Int { table == nil ? 2 : 1 }

    func draw(on canvas: Canvas, _ words: Phrasing) {
        if let table {
            ResultTable(table, columns: columns, language: words.language).draw(dataset, on: canvas, words)
            if isMarked { canvas.draw(words.glyphs.check, column: 1, row: 0, style: .accent) }
            // In the basket: there is no room for the word.
            if isInBasket { canvas.draw("+", column: 2, row: 0, style: .success) }
            return
        }
        let texts = ResultRowComposer(dataset: dataset, columns: columns - 5, words: words).texts
        canvas.draw(texts.title, column: 3, row: 0)
        var column = 3
        if texts.accessLeads {
            column += canvas.draw(texts.access, column: column, row: 1, style: texts.accessStyle)
        } else {
            let column = columns - ResultRowTexts.rightColumns(in: words.language) - 2
            canvas.draw(texts.access, column: column, row: 0, style: texts.accessStyle)
        }
        canvas.draw(texts.facts, column: column, row: 1, style: .dim)
        if !texts.year.isEmpty {
            canvas.draw(texts.year, column: columns - ResultRowTexts.yearColumns - 2, row: 0, style: .dim)
        }
        if isMarked { canvas.draw(words.glyphs.check, column: 1, row: 0, style: .accent) }
        if isInBasket { drawInBasket(on: canvas, texts: texts, words) }
    }

    private func drawInBasket(on canvas: Canvas, texts: ResultRowTexts, _ words: Phrasing) {
        let note = words(CommonWords.inBasket)
        let column = columns - note.columns - 2
        let used = texts.facts.columns + (texts.accessLeads ? texts.access.columns : 0)
        if used + 5 > column {
            canvas.draw(words.glyphs.ellipsis, column: column - 2, row: 1, style: .dim)
        }
        canvas.draw(" ", column: column - 1, row: 1)
        canvas.draw(note, column: column, row: 1, style: .success)
    }
}

/// Keeps the pictures of results, so that a frame draws only those that it has not shown before.
final class ResultRowCache {
    /// Some screens full: a list is mostly read near where it was read last.
    private static let limit = 160
    private var kept: [DatasetID: (row: ResultRow, picture: Picture)] = [:]

    func picture(of row: ResultRow, _ words: Phrasing) -> Picture {
        if let known = kept[row.dataset.id], known.row == row { return known.picture }
        if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
        let picture = Picture(Size(columns: row.columns, rows: row.rows)) { row.draw(on: $0, words) }
        kept[row.dataset.id] = (row, picture)
        return picture
    }
}

/// Says of a dataset what matters for the decision, in two lines.
struct ResultRowComposer {
    /// Narrower rows keep their first line for the title.
    static let leastColumnsForAccess = 56
    static let leastColumnsForYear = 48

    let dataset: DatasetSummary
    let columns: Int
    let words: Phrasing

    private var glyphs: GlyphSet { words.glyphs }

    var texts: ResultRowTexts {
        let mark = dataset.accessMark(words)
        var texts = ResultRowTexts(title: .empty, facts: .empty)
        texts.accessLeads = columns < Self.leastColumnsForAccess
        // What a catalogue does not say takes no room in the list.
        if !dataset.saysNothingOfAccess { texts.access = mark.text }
        texts.accessStyle = mark.style
        if columns >= Self.leastColumnsForYear {
            let date = dataset.modified ?? dataset.created
            texts.year = date.map { TerminalText(singleLine: DateText.year($0)) } ?? .empty
        }
        let title = TerminalText(
            singleLine: dataset.title.isEmpty
                ? words.text(BrowserWords.untitled(id: dataset.id.rawValue)) : dataset.title)
        let right =
            columns < Self.leastColumnsForYear
            ? 0 : (texts.accessLeads ? ResultRowTexts.yearColumns : ResultRowTexts.rightColumns(in: words.language)) + 2
        texts.title = title.truncated(to: columns - right, ellipsis: glyphs.ellipsis)
        let separator = " " + glyphs.separator + " "
        let joined = facts.map(TerminalText.init(singleLine:)).joined(separator: separator)
        let facts = texts.accessLeads && !joined.isEmpty && !texts.access.isEmpty ? separator + joined : joined
        let room = texts.accessLeads ? columns - texts.access.columns : columns
        texts.facts = facts.truncated(to: max(room, 0), ellipsis: glyphs.ellipsis)
        return texts
    }

    private var facts: [String] {
        var facts: [String] = []
        if dataset.isSeries { facts.append(words.text(BrowserWords.series)) }
        if dataset.isInSeries == true { facts.append(words.text(BrowserWords.inSeries)) }
        if let publisher = dataset.publishers.first {
            facts.append(dataset.publishers.count > 1 ? "\(publisher) +\(dataset.publishers.count - 1)" : publisher)
        }
        if let individuals = dataset.individuals { facts.append(words.count(individuals, .individual)) }
        if let records = dataset.records { facts.append(words.count(records, .record)) }
        if let files = dataset.distributionCount, files > 0 { facts.append(words.count(files, .file)) }
        if dataset.isExternallyGoverned { facts.append(words.text(BrowserWords.accessAtProvider)) }
        facts += dataset.themes.prefix(2).map(\.label)
        if dataset.themes.isEmpty, !dataset.keywords.isEmpty { facts += dataset.keywords.prefix(2) }
        return facts
    }
}
