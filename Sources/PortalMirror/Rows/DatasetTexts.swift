import GRDB
import PortalDomain

/// What of a dataset stands in the full-text index, column by column. From the same record always the same: only so it
/// can be taken out again.
struct DatasetTexts {
    var columns: [String]

    init(_ dataset: DatasetSummary) {
        // As portals have it: themes and the like are filters, not words.
        var names = dataset.publishers + [dataset.id.rawValue]
        if let identifier = dataset.identifier, identifier != dataset.id.rawValue { names.append(identifier) }
        columns = [
            dataset.title, dataset.description, dataset.keywords.joined(separator: "\n"), names.joined(separator: "\n"),
        ].map(Self.indexed)
    }

    /// The pairs stand behind the words: nothing that is looked for spans both.
    private static func indexed(_ text: String) -> String {
        let indexed = IndexedText(text)
        return indexed.pairs.isEmpty ? indexed.plain : indexed.plain + "\n" + indexed.pairs
    }

    func arguments(number: Int) -> StatementArguments { [number] + StatementArguments(columns) }
}

/// The terms of a dataset that are counted and filtered by.
struct DatasetTerms {
    /// Each once, in order.
    var terms: [(field: MirrorField, value: LabelledValue)] = []

    /// - Parameter detail: the full record, where it is known.
    init(_ dataset: DatasetSummary, detail: DatasetDetail?) {
        for publisher in dataset.publishers { add(.publisher, publisher) }
        for theme in dataset.themes { add(.theme, theme) }
        for keyword in dataset.keywords { add(.keyword, keyword.trimmedEnds) }
        if let catalogue = dataset.catalogue { add(.catalogue, catalogue) }
        if let access = dataset.accessRights { add(.access, access) }
        if let workflow = dataset.workflow { add(.workflow, workflow) }
        add(.kind, dataset.isSeries ? "series" : "dataset")
        guard let detail else { return }
        for reference in detail.partOf ?? [] { add(.series, reference.title) }
        for file in detail.distributions {
            if let format = file.format ?? file.mediaType { add(.format, format) }
            if let licence = file.licence { add(.licence, licence) }
        }
        for use in detail.dataUses {
            add(.dataUse, LabelledValue(value: use.code.id, label: use.code.term?.shorthand ?? use.code.id))
            for disease in use.restrictions { add(.dataUse, disease) }
        }
        for entry in detail.sections.flatMap(\.entries) where !entry.isAddress {
            // Terms are short; an essay is nothing to choose from.
            for value in entry.values where value.utf8.count <= Self.longest {
                add(.detail(entry.label.lowercased()), value)
            }
        }
    }

    private static let longest = 100

    private mutating func add(_ field: MirrorField, _ text: String) {
        add(field, LabelledValue(value: text, label: text))
    }

    private mutating func add(_ field: MirrorField, _ value: LabelledValue) {
        guard !value.value.isEmpty else { return }
        terms.append((field, value))
    }
}

extension String {
    /// Catalogues split keywords at commas and leave the blanks.
    fileprivate var trimmedEnds: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
