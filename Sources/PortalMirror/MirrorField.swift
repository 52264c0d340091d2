import PortalDomain

/// A field of a dataset, as the mirror keeps it.
///
/// A row of a search holds some of them, and the full record all: of each dataset the mirror knows which it has seen.
public enum MirrorField: Hashable, Sendable {
    /// What a dataset is called and known by.
    case id, identifier, title, description
    /// Terms of a catalogue, of which a dataset may have several.
    case publisher, theme, keyword, catalogue, access, workflow
    /// Moments.
    case modified, created, coverage
    /// Numbers: of people, of records at the Beacon network, of the forms in which a dataset is to be had.
    case individuals, records, files
    /// Whether it is a series, and whether it is governed outside of the portal.
    case kind
    /// Of the full record alone: the titles of the series that a dataset is part of, and of its files the formats and
    /// the licences.
    case series, format, licence
    /// Of the full record alone: codes of DUO, and the diseases beside them.
    case dataUse
    /// Of the full record alone: any other field, by what it is called there, in small letters.
    case detail(String)

    /// Those that a row of a search may hold.
    public static let ofRows: [MirrorField] = [
        .id, .identifier, .title, .description, .publisher, .theme, .keyword, .catalogue, .access, .workflow, .modified,
        .created, .coverage, .individuals, .records, .files, .kind,
    ]

    /// Its bit among the fields that are known of a dataset; those of the full record alone share one.
    var bit: Int64 {
        Self.ofRows.firstIndex(of: self).map { 1 << Int64($0) } ?? Self.whole
    }

    /// The full record is here, and with it everything.
    static let whole: Int64 = 1 << 40

    /// All bits of a row and of the full record.
    static let everything: Int64 = whole | ofRows.reduce(0) { $0 | $1.bit }

    static func bits(_ fields: some Sequence<MirrorField>) -> Int64 { fields.reduce(0) { $0 | $1.bit } }

    /// Under which name its values are counted; nil for what is no term.
    var facetKey: String? {
        switch self {
        case .publisher: "publisher"
        case .theme: "theme"
        case .keyword: "keyword"
        case .catalogue: "catalogue"
        case .access: "access"
        case .workflow: "workflow"
        case .kind: "kind"
        case .series: "series"
        case .format: "format"
        case .licence: "licence"
        case .dataUse: "use"
        case .detail(let label): "detail:" + label
        case .id, .identifier, .title, .description, .modified, .created, .coverage, .individuals, .records, .files: nil
        }
    }

    /// What its values are compared as.
    public var filterKind: FilterKind {
        switch self {
        case .title, .description, .keyword: .freeText
        case .modified, .created, .coverage: .dateTime
        case .individuals, .records, .files: .number
        case .id, .identifier, .publisher, .theme, .catalogue, .access, .workflow, .kind, .series, .format, .licence,
            .dataUse, .detail:
            .dropdown
        }
    }

    /// Which of the kept fields a filter of a portal asks for: by the names that the dialects have for it, else by what it
    /// is called in the full record.
    public init(_ filter: Filter) {
        self =
            Self.byKey[filter.key.key.lowercased()] ?? Self.byKey[Self.plain(filter.label)]
            ?? .detail(filter.label.lowercased())
    }

    /// Of a record's field by its label: what rows have already goes by one name only.
    init(detail label: String) {
        self = Self.byKey[Self.plain(label)] ?? .detail(label)
    }

    private static func plain(_ label: String) -> String {
        String(label.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    private static let byKey: [String: MirrorField] = [
        "id": .id, "identifier": .identifier, "title": .title, "description": .description, "notes": .description,
        "publisher": .publisher, "publisher_name": .publisher, "organization": .publisher, "organisation": .publisher,
        "organizations": .publisher, "theme": .theme, "themes": .theme, "groups": .theme, "keyword": .keyword,
        "keywords": .keyword, "tags": .keyword, "vocab_tags": .keyword, "catalogue": .catalogue, "catalog": .catalogue,
        "access": .access, "access_rights": .access, "accessrights": .access, "workflow": .workflow,
        "modified": .modified, "metadata_modified": .modified, "last_modified": .modified, "created": .created,
        "issued": .created, "metadata_created": .created, "temporal_coverage": .coverage, "coverage": .coverage,
        "individuals": .individuals, "number_of_unique_individuals": .individuals, "records": .records,
        "number_of_records": .records, "files": .files, "kind": .kind, "dataset_type": .kind,
        "series": .series, "vocab_in_series_title": .series, "in_series": .series, "format": .format,
        "res_format": .format, "formats": .format, "licence": .licence, "license": .licence, "license_id": .licence,
        "license_title": .licence, "use": .dataUse, "data_use": .dataUse, "duo": .dataUse,
    ]
}

extension MirrorField {
    /// What it is called, in English.
    public var label: String {
        switch self {
        case .id: "Id"
        case .identifier: "Identifier"
        case .title: "Title"
        case .description: "Description"
        case .publisher: "Publisher"
        case .theme: "Theme"
        case .keyword: "Keyword"
        case .catalogue: "Catalogue"
        case .access: "Access rights"
        case .workflow: "Workflow"
        case .modified: "Last modified"
        case .created: "Created"
        case .coverage: "Period covered"
        case .individuals: "Individuals"
        case .records: "Records"
        case .files: "Files"
        case .kind: "Kind"
        case .series: "Series"
        case .format: "Format"
        case .licence: "Licence"
        case .dataUse: "Data use"
        case .detail(let label): label.prefix(1).uppercased() + label.dropFirst()
        }
    }

    /// By which a line names it where a portal has no filter for it.
    var key: String {
        switch self {
        case .id: "id"
        case .identifier: "identifier"
        case .title: "title"
        case .description: "description"
        case .modified: "modified"
        case .created: "created"
        case .coverage: "coverage"
        case .individuals: "individuals"
        case .records: "records"
        case .files: "files"
        case .publisher, .theme, .keyword, .catalogue, .access, .workflow, .kind, .series, .format, .licence, .dataUse,
            .detail:
            facetKey ?? ""
        }
    }
}
