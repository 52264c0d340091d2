import PortalModel
import TerminalCanvas

/// Where the columns of the table stand: the title takes what the others leave, and those at the right make way first.
struct ResultTable {
    /// A column in sight, and where it begins.
    struct Cell {
        var kind: ListColumn
        var width: Int
        var start: Int
    }

    static let leastTitle = 24
    private static let first = 3
    private static let gap = 2
    /// A longer title leaves room for words that would be cut.
    private static let longTitle = 64

    let titleColumns: Int
    let cells: [Cell]

    /// - Parameter columns: of the list; its last ones are the scroll bar's.
    init(_ chosen: [ListTable.Column], columns: Int, language: Language) {
        var room = columns - Self.first - 2 - Self.leastTitle
        let fitting = chosen.prefix { column in
            room -= Self.width(of: column, in: language) + Self.gap
            return room >= 0
        }
        var widths = fitting.map { Self.width(of: $0, in: language) }
        let taken = widths.reduce(0) { $0 + $1 + Self.gap }
        var title = max(columns - Self.first - 2 - taken, 4)
        let wordy = fitting.indices.filter { fitting[$0].kind.isWords }
        for (place, index) in wordy.enumerated() where title > Self.longTitle {
            let more = min((title - Self.longTitle) / (wordy.count - place), widths[index])
            widths[index] += more
            title -= more
        }
        titleColumns = title
        var start = Self.first + titleColumns + Self.gap
        cells = zip(fitting, widths).map { column, width in
            defer { start += width + Self.gap }
            return Cell(kind: column.kind, width: width, start: start)
        }
    }

    /// The words for access are longer in German by so much, as in the list of two lines.
    private static func width(of column: ListTable.Column, in language: Language) -> Int {
        guard column.kind == .access else { return column.width }
        return column.width + ResultRowTexts.rightColumns(in: language) - ResultRowTexts.rightColumns(in: .english)
    }

    /// Nil while the results are no table.
    static func of(_ browser: BrowserState, columns: Int, _ words: Phrasing) -> ResultTable? {
        browser.table.isOn ? ResultTable(browser.table.columns, columns: columns, language: words.language) : nil
    }

    /// The names of the columns; an arrow beside the one that the results are ordered by.
    func drawHeading(
        on canvas: Canvas, order: SearchSort?, by column: (column: ListColumn, isReversed: Bool)?, _ words: Phrasing
    ) {
        func name(_ kind: ListColumn) -> TerminalText {
            let name: TerminalText = words(Message.search(.column(kind)))
            if let column { return column.column == kind ? name + " " + words.glyphs.sign(of: column) : name }
            guard let sign = words.glyphs.sign(of: order, in: kind) else { return name }
            return name + " " + sign
        }
        canvas.draw(
            name(.title).truncated(to: titleColumns, ellipsis: words.glyphs.ellipsis), column: Self.first, row: 0,
            style: .dim)
        for cell in cells { draw(name(cell.kind), in: cell, on: canvas, style: .dim, words) }
    }

    func draw(_ dataset: DatasetSummary, on canvas: Canvas, _ words: Phrasing) {
        let title = words.cell(.title, of: dataset).truncated(to: titleColumns, ellipsis: words.glyphs.ellipsis)
        canvas.draw(title, column: Self.first, row: 0)
        for cell in cells {
            let style = cell.kind == .access ? dataset.accessMark(words).style : .dim
            draw(words.cell(cell.kind, of: dataset), in: cell, on: canvas, style: style, words)
        }
    }

    private func draw(_ text: TerminalText, in cell: Cell, on canvas: Canvas, style: Style, _ words: Phrasing) {
        let cut = text.truncated(to: cell.width, ellipsis: words.glyphs.ellipsis)
        let column = cell.kind.isNumber ? cell.start + cell.width - cut.columns : cell.start
        canvas.draw(cut, column: column, row: 0, style: style)
    }
}

extension ListColumn {
    /// Says words of any length.
    fileprivate var isWords: Bool {
        switch self {
        case .publisher, .theme, .keywords, .catalogue, .title: true
        case .id, .identifier, .access, .individuals, .records, .files, .year, .modified, .created, .period, .series:
            false
        }
    }
}

extension Phrasing {
    /// What a list says of a dataset in a column; empty where nothing is known.
    package func cell(_ column: ListColumn, of dataset: DatasetSummary) -> TerminalText {
        func line(_ text: String?) -> TerminalText { text.map { TerminalText(singleLine: $0) } ?? .empty }
        func list(_ texts: [String]) -> TerminalText { line(texts.joined(separator: ", ")) }
        switch column {
        case .id: return line(dataset.id.rawValue)
        case .identifier: return line(dataset.identifier)
        case .title:
            return line(dataset.title.isEmpty ? text(BrowserWords.untitled(id: dataset.id.rawValue)) : dataset.title)
        case .access: return dataset.saysNothingOfAccess ? .empty : dataset.accessMark(self).text
        case .individuals: return line(dataset.individuals.map { number($0) })
        case .records: return line(dataset.records.map { number($0) })
        case .files: return line(dataset.distributionCount.map { number($0) })
        case .year: return line((dataset.modified ?? dataset.created).map { DateText.year($0) })
        case .modified: return line(dataset.modified.map { DateText.day($0) })
        case .created: return line(dataset.created.map { DateText.day($0) })
        case .publisher: return list(dataset.publishers)
        case .theme: return list(dataset.themes.map(\.label))
        case .keywords: return list(dataset.keywords)
        case .catalogue: return line(dataset.catalogue)
        case .period:
            let years = [dataset.coverageStart, dataset.coverageEnd].map { $0.map { DateText.year($0) } ?? "" }
            return years == ["", ""] ? .empty : line(years.joined(separator: "–"))
        case .series: return dataset.isSeries ? glyphs.check : .empty
        }
    }
}

extension GlyphSet {
    /// Whether the results are ordered by this column, and which way.
    fileprivate func sign(of order: SearchSort?, in column: ListColumn) -> TerminalText? {
        switch (order, column) {
        case (.newest, .modified), (.newest, .year), (.recentlyAdded, .created), (.titleDescending, .title): down
        case (.oldest, .modified), (.oldest, .year), (.titleAscending, .title): up
        default: nil
        }
    }
}

extension AppState {
    /// The order that the arrow in the table's heading tells of: without words, the catalogue's own.
    var orderInTable: SearchSort? { orderOfResults ?? (isNewestFirst ? .newest : nil) }
}
