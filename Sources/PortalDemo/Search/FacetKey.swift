/// What datasets can be filtered by, under CKAN's names.
enum FacetKey: String, CaseIterable, Sendable {
    case accessRights = "access_rights"
    case theme
    case publisher = "publisher_name"
    case format
    case language
    case keyword

    var label: String {
        switch self {
        case .accessRights: "Access rights"
        case .theme: "Theme"
        case .publisher: "Publisher"
        case .format: "Format"
        case .language: "Language"
        case .keyword: "Keyword"
        }
    }

    /// Keywords are too many to list; they are typed.
    var type: FilterType { self == .keyword ? .freeText : .dropdown }

    /// The values of one dataset for each key.
    static func values(of record: CatalogueRecord) -> [(FacetKey, [ValueLabel])] {
        let formats = record.distributions.compactMap(\.format)
        return [
            (.accessRights, record.accessRights.map { [Vocabulary.accessRights($0)] } ?? []),
            (.theme, record.themes.map(Vocabulary.theme)),
            (.publisher, record.publisher.map { [ValueLabel(value: $0, label: $0)] } ?? []),
            (.format, formats.map { ValueLabel(value: $0, label: $0) }),
            (.language, record.language.map { [Vocabulary.language($0)] } ?? []),
            (.keyword, record.keywords.map { ValueLabel(value: $0, label: $0) }),
        ]
    }
}

/// What datasets can be filtered by a range of, with the column that holds it.
enum RangeKey: String, CaseIterable, Sendable {
    case individuals = "number_of_unique_individuals"
    case modified
    case created

    var label: String {
        switch self {
        case .individuals: "Number of unique individuals"
        case .modified: "Last modified"
        case .created: "Created"
        }
    }

    var type: FilterType { self == .individuals ? .number : .dateTime }

    var column: String {
        switch self {
        case .individuals: "individuals"
        case .modified: "modified"
        case .created: "created"
        }
    }
}
