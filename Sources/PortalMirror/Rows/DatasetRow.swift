import FoundationEssentials
import GRDB
import PortalDomain

/// A dataset as it lies in the mirror's table: each field in a column or a packed text, read back without a decoder.
struct DatasetRow {
    var summary: DatasetSummary

    /// What is read of a row, in the order in which `init` takes it.
    static let columns = """
        id, identifier, modified, created, individuals, records, files, coverageStart, coverageEnd, flags, title, terms, \
        description
        """

    init(_ summary: DatasetSummary) { self.summary = summary }

    init(_ row: Row) {
        let terms = Terms(row[11] as String)
        let flags: Int64 = row[9]
        summary = DatasetSummary(
            id: DatasetID(row[0] as String), identifier: row[1] as String?, title: row[10], description: row[12],
            publishers: terms.publishers, themes: terms.themes, keywords: terms.keywords, catalogue: terms.catalogue,
            created: Self.date(row[3]), modified: Self.date(row[2]), accessRights: terms.access,
            accessLevel: Self.level(flags), individuals: row[4] as Int?, records: row[5] as Int?,
            distributionCount: row[6] as Int?, coverageStart: Self.date(row[7]), coverageEnd: Self.date(row[8]),
            isSeries: flags & Self.series != 0, isExternallyGoverned: flags & Self.external != 0)
        summary.workflow = terms.workflow
        if flags & Self.tellsSeries != 0 { summary.isInSeries = flags & Self.inSeries != 0 }
    }

    /// In the order of `assignments`.
    func arguments(print: Int64, known: Int64) -> StatementArguments {
        [
            print, known, summary.identifier, summary.modified?.timeIntervalSince1970,
            summary.created?.timeIntervalSince1970, summary.individuals, summary.records, summary.distributionCount,
            summary.coverageStart?.timeIntervalSince1970, summary.coverageEnd?.timeIntervalSince1970, flags,
            FoldedText.orderKey(summary.title), summary.title, Terms(summary).packed, summary.description,
        ]
    }

    /// What `arguments` are for.
    static let assigned = [
        "print", "known", "identifier", "modified", "created", "individuals", "records", "files", "coverageStart",
        "coverageEnd", "flags", "titleKey", "title", "terms", "description",
    ]

    /// Differs where anything of the record does.
    var print: Int64 {
        var print = RowPrint()
        print.add(summary.id.rawValue)
        print.add(summary.identifier)
        print.add(summary.title)
        print.add(summary.description)
        print.add(Terms(summary).packed)
        for number in [summary.individuals, summary.records, summary.distributionCount] {
            print.add(number.map { String($0) })
        }
        for date in [summary.modified, summary.created, summary.coverageStart, summary.coverageEnd] {
            print.add(Int64(bitPattern: (date?.timeIntervalSince1970 ?? .nan).bitPattern))
        }
        print.add(flags)
        return Int64(bitPattern: print.value)
    }

    /// What a value shows to be known, whatever the dialect says of its rows.
    var present: Int64 {
        var fields: [MirrorField] = [.id, .title]
        if summary.identifier != nil { fields.append(.identifier) }
        if !summary.description.isEmpty { fields.append(.description) }
        if !summary.publishers.isEmpty { fields.append(.publisher) }
        if !summary.themes.isEmpty { fields.append(.theme) }
        if !summary.keywords.isEmpty { fields.append(.keyword) }
        if summary.catalogue != nil { fields.append(.catalogue) }
        if summary.accessRights != nil { fields.append(.access) }
        if summary.workflow != nil { fields.append(.workflow) }
        if summary.modified != nil { fields.append(.modified) }
        if summary.created != nil { fields.append(.created) }
        if summary.coverageStart != nil || summary.coverageEnd != nil { fields.append(.coverage) }
        if summary.individuals != nil { fields.append(.individuals) }
        if summary.records != nil { fields.append(.records) }
        if summary.distributionCount != nil { fields.append(.files) }
        return MirrorField.bits(fields)
    }

    // MARK: Small things in one number

    private static let series: Int64 = 1
    private static let external: Int64 = 2
    /// Beyond the levels: that it is part of a series, and that something is said of that.
    private static let inSeries: Int64 = 1 << 8
    private static let tellsSeries: Int64 = 1 << 9
    private static let levels: [AccessLevel] = [.unknown, .open, .restricted, .nonPublic, .external]

    private var flags: Int64 {
        (summary.isSeries ? Self.series : 0) | (summary.isExternallyGoverned ? Self.external : 0)
            | Int64(Self.levels.firstIndex(of: summary.accessLevel) ?? 0) << 2
            | (summary.isInSeries == true ? Self.inSeries : 0) | (summary.isInSeries != nil ? Self.tellsSeries : 0)
    }

    private static func level(_ flags: Int64) -> AccessLevel {
        let place = Int((flags & (inSeries - 1)) >> 2)
        return levels.indices.contains(place) ? levels[place] : .unknown
    }

    private static func date(_ seconds: Double?) -> Date? { seconds.map { Date(timeIntervalSince1970: $0) } }
}

/// The terms of a dataset as one text.
private struct Terms {
    var publishers: [String] = []
    var keywords: [String] = []
    var themes: [LabelledValue] = []
    var access: LabelledValue?
    var catalogue: String?
    var workflow: String?

    init(_ summary: DatasetSummary) {
        publishers = summary.publishers
        keywords = summary.keywords
        themes = summary.themes
        access = summary.accessRights
        catalogue = summary.catalogue
        workflow = summary.workflow
    }

    /// Each with a sign in front that says what it is; terms with a label of their own have it behind them.
    var packed: String {
        var texts: [String] = []
        texts.reserveCapacity(publishers.count + keywords.count + 2 * themes.count + 4)
        texts += publishers.map { "p" + $0 }
        texts += keywords.map { "k" + $0 }
        for theme in themes { texts += ["t" + theme.value, theme.label] }
        if let access { texts += ["a" + access.value, access.label] }
        if let catalogue { texts.append("c" + catalogue) }
        if let workflow { texts.append("w" + workflow) }
        return PackedTexts.pack(texts)
    }

    init(_ packed: String) {
        var texts = PackedTexts.unpack(packed).makeIterator()
        while let text = texts.next() {
            let value = String(text.dropFirst())
            switch text.first {
            case "p": publishers.append(value)
            case "k": keywords.append(value)
            case "t": themes.append(LabelledValue(value: value, label: texts.next() ?? value))
            case "a": access = LabelledValue(value: value, label: texts.next() ?? value)
            case "c": catalogue = value
            case "w": workflow = value
            default: return
            }
        }
    }
}
