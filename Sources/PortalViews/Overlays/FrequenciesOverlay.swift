import FoundationEssentials
import PortalModel
import TerminalCanvas

/// How often a variant is seen: the line, what was asked, and a table with a line a population.
struct FrequenciesOverlay {
    let state: AppState
    let context: ViewContext

    private var all: FrequenciesState { state.frequencies }

    func draw(on room: Canvas) {
        let inner = drawHead(on: room)
        var builder = ScrollTextBuilder(width: max(inner.columns - 1, 8), texts: context.texts)
        describe(in: &builder)
        let words = builder.text
        let wordRows = min(words.lineCount, inner.rows)
        words.draw(on: inner.inset(bottom: inner.rows - wordRows), offset: 0, context: context, reports: false)
        guard !all.rows.isEmpty else { return }
        let gap = inner.rows - wordRows > 8 ? 1 : 0
        drawTable(on: inner.inset(top: min(wordRows + gap, inner.rows)))
    }

    private func drawHead(on room: Canvas) -> Canvas {
        let title = context.words(FrequenciesWords.title)
        guard all.isTyping else {
            let note: TerminalText = all.query.map { context.words(FrequenciesWords.query($0)) } ?? .empty
            // What was asked goes before what this is called: without the assembly a place says nothing.
            if !note.isEmpty, title.columns + note.columns + 6 > room.columns {
                return OverlayPane(
                    title: note.truncated(to: max(room.columns - 4, 1), ellipsis: context.glyphs.ellipsis)
                )
                .draw(on: room, context)
            }
            return OverlayPane(title: title, note: note.truncated(to: max(room.columns - title.columns - 6, 1)))
                .draw(on: room, context)
        }
        return OverlayPane(title: title)
            .draw(on: room, find: all.line, placeholder: context.words(FrequenciesWords.placeholder), context)
    }

    private func describe(in builder: inout ScrollTextBuilder) {
        let glyphs = context.glyphs
        if let problem = all.problem {
            builder.paragraph("\(glyphs.cross) \(context.words(Reason.variant(problem)))", style: .error)
            builder.blank()
        }
        if all.isTyping {
            builder.paragraph(context.words(FrequenciesWords.howTo), style: .dim)
            builder.blank()
            builder.paragraph(context.words(FrequenciesWords.forms), style: .dim)
        } else if let wait = state.wait(of: all.pending) {
            builder.paragraph(
                wait.line(now: state.now, stoppedBy: context.key(.goBack), context.words), style: .warning)
        } else if let since = all.pending?.since {
            let elapsed = context.words.elapsed(seconds: state.now.timeIntervalSince(since))
            builder.paragraph(context.words(FrequenciesWords.asking(elapsed: " \(elapsed)")), style: .accent)
        } else if let error = all.error {
            builder.paragraph("\(glyphs.cross) \(context.words(error))", style: .error)
            if let reason = error.reason { builder.paragraph(context.words(reason)) }
            if error.canBeRetried { builder.paragraph(context.words(CommonWords.triesAgain)) }
            if let id = error.requestID { builder.paragraph(context.words(CommonWords.requestID(id: id)), style: .dim) }
        } else if all.rows.isEmpty {
            builder.paragraph(context.words(FrequenciesWords.nothing))
            builder.blank()
            builder.paragraph(context.words(FrequenciesWords.otherAssembly), style: .dim)
        } else {
            builder.paragraph(
                context.words(all.total.map { .total($0) } ?? FrequenciesWords.populations(count: all.rows.count)))
            let place = context.words(
                FrequenciesWords.place(dataset: all.selected?.dataset, beacon: all.selected?.beacon))
            builder.paragraph(place.isEmpty ? " " : place.singleLine, style: .dim)
        }
    }

    private func drawTable(on canvas: Canvas) {
        let table = FrequenciesTable(rows: all.rows, columns: canvas.columns, context.words)
        table.drawHeading(on: canvas.line(0), order: all.order)
        let list = canvas.inset(top: 1)
        let viewport = ListViewport(itemCount: all.rows.count, rows: list.rows)
        let top = viewport.top(selected: all.selection, from: 0)
        for index in viewport.visible(from: top) {
            let line = list.line(index - top)
            context.note(.overlayItem(index), on: line, row: 0)
            let isSelected = index == all.selection && !all.isTyping
            if isSelected {
                line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
                line.placeCursor(column: 0, row: 0)
            }
            table.draw(all.rows[index], on: line, isSelected: isSelected)
        }
        ScrollIndicator(top: top, count: all.rows.count).draw(on: list, glyphs: context.glyphs)
    }
}

/// The columns of allele frequencies, as many as there is room for.
private struct FrequenciesTable {
    private typealias Column = FrequenciesWords.Column

    private struct Place {
        var column: Column
        var start: Int
        var columns: Int
    }

    private static let barColumns = 16
    private static let numbers: [(Column, columns: Int)] = [
        (.frequency, 10), (.count, 9), (.number, 10), (.homozygous, 8), (.heterozygous, 8), (.hemizygous, 8),
    ]

    private let words: Phrasing
    private var places: [Place] = []
    private var bar: Int?
    private let most: Double
    private let nameColumns: Int
    /// The network answered with several: their rows read alike without them.
    private let namesVariants: Bool

    init(rows: [AlleleFrequency], columns: Int, _ words: Phrasing) {
        self.words = words
        most = rows.compactMap(\.share).max() ?? 0
        let namesVariants = rows.variants.count > 1
        self.namesVariants = namesVariants
        let widest = rows.map { Self.name($0, withVariant: namesVariants, words).columns }.max() ?? 0
        let room = namesVariants ? columns * 2 / 5 : columns / 3
        nameColumns = min(max(widest, words(FrequenciesWords.heading(.population)).columns), max(room, 10))
        var end = 2 + nameColumns
        for (column, width) in Self.numbers {
            guard end + width + 1 < columns else { break }
            places.append(Place(column: column, start: end + 1, columns: width))
            end += width + 1
            // The bar stands beside what it shows, where there is room for it and for the counts.
            if column == .frequency, end + Self.barColumns + 22 < columns {
                bar = end + 1
                end += Self.barColumns + 1
            }
        }
    }

    func drawHeading(on canvas: Canvas, order: FrequenciesState.Order) {
        let sorted: Column? =
            switch order {
            case .given: nil
            case .frequency: .frequency
            case .count: .count
            case .population: .population
            }
        let style: (Column) -> Style = { $0 == sorted ? .accent : .dim }
        canvas.draw(words(FrequenciesWords.heading(.population)), column: 2, row: 0, style: style(.population))
        for place in places {
            let heading = words(FrequenciesWords.heading(place.column))
            canvas.draw(
                heading, column: place.start + place.columns - heading.columns, row: 0, style: style(place.column))
        }
    }

    func draw(_ row: AlleleFrequency, on canvas: Canvas, isSelected: Bool) {
        canvas.drawCut(
            Self.name(row, withVariant: namesVariants, words), column: 2, row: 0, style: isSelected ? .focus : .plain,
            upTo: 2 + nameColumns,
            glyphs: words.glyphs)
        for place in places {
            let text = TerminalText(singleLine: value(of: place.column, in: row))
                .truncated(to: place.columns, ellipsis: words.glyphs.ellipsis)
            canvas.draw(text, column: place.start + place.columns - text.columns, row: 0)
        }
        guard let bar, let share = row.share, most > 0, share > 0 else { return }
        let full = max(Int((share / most * Double(Self.barColumns)).rounded()), 1)
        for column in 0..<min(full, Self.barColumns) {
            canvas.draw(words.glyphs.barFull, column: bar + column, row: 0, style: .accent)
        }
    }

    private func value(of column: Column, in row: AlleleFrequency) -> String {
        switch column {
        case .population: ""
        case .frequency: words.share(row.share)
        case .count: words.alleles(row.count)
        case .number: words.alleles(row.number)
        case .homozygous: words.alleles(row.homozygous)
        case .heterozygous: words.alleles(row.heterozygous)
        case .hemizygous: words.alleles(row.hemizygous)
        }
    }

    private static func name(
        _ row: AlleleFrequency, withVariant namesVariant: Bool, _ words: Phrasing
    ) -> TerminalText {
        let name = name(row, words)
        guard namesVariant, let variant = row.variant else { return name }
        return "\(TerminalText(singleLine: variant)) \(words.glyphs.separator) \(name)"
    }

    /// `COUNTRY_SEX` in words, and everything else as it is.
    private static func name(_ row: AlleleFrequency, _ words: Phrasing) -> TerminalText {
        let name = row.population ?? ""
        let parts = name.uppercased().split(separator: "_", omittingEmptySubsequences: false)
        guard let sex = parts.last.flatMap({ AlleleFrequencyQuery.Sex(rawValue: String($0)) }), parts.count < 3 else {
            return TerminalText(singleLine: name)
        }
        return words(FrequenciesWords.people(country: parts.count == 2 ? String(parts[0]) : nil, sex: sex))
    }
}
