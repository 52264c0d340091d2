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

/// Keeps the texts of results, so that a frame composes only what it has not shown before.
final class ResultRowCache {
    private struct Entry {
        var dataset: DatasetSummary
        var columns: Int
        var texts: ResultRowTexts
    }

    private static let limit = 512
    private var entries: [DatasetID: Entry] = [:]

    func row(for dataset: DatasetSummary, columns: Int, _ words: Phrasing) -> ResultRowTexts {
        if let entry = entries[dataset.id], entry.columns == columns, entry.dataset == dataset { return entry.texts }
        if entries.count >= Self.limit { entries.removeAll(keepingCapacity: true) }
        let texts = ResultRowComposer(dataset: dataset, columns: columns, words: words).texts
        entries[dataset.id] = Entry(dataset: dataset, columns: columns, texts: texts)
        return texts
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
