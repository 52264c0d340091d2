/// What datasets can be filtered by, under CKAN's names.
enum FacetKey: String, CaseIterable, Sendable {
    case accessRights = "access_rights"
    case theme
    case publisher = "publisher_name"
    case format
    case language
    case keyword
    /// The titles of the series that a dataset is part of, as CKAN's schema for them names the field.
    case seriesTitle = "vocab_in_series_title"
    case disease

    /// Which of the services behind discovery answers it.
    var source: FacetSource { self == .disease ? .beacon : .ckan }

    var label: String {
        switch self {
        case .accessRights: "Access rights"
        case .theme: "Theme"
        case .publisher: "Publisher"
        case .format: "Format"
        case .language: "Language"
        case .keyword: "Keyword"
        case .seriesTitle: "Dataset series"
        case .disease: "Disease"
        }
    }

    /// Some are too many to list; they are typed.
    var type: FilterType { self == .keyword ? .freeText : .dropdown }

    /// What the catalogue says of a dataset for each key, in its own words; of series their ids.
    static func words(of record: CatalogueRecord) -> [(FacetKey, [String])] {
        [
            (.accessRights, [record.accessRights].compactMap(\.self)), (.theme, record.themes),
            (.publisher, [record.publisher].compactMap(\.self)), (.format, record.distributions.compactMap(\.format)),
            (.language, [record.language].compactMap(\.self)), (.keyword, record.keywords),
            (.seriesTitle, [record.inSeries].compactMap(\.self)), (.disease, record.healthThemes),
        ]
    }

    /// The value that such words stand for. The titles of series are known when all datasets are.
    func value(of words: String) -> ValueLabel {
        switch self {
        case .accessRights: Vocabulary.accessRights(words)
        case .theme: Vocabulary.theme(words)
        case .language: Vocabulary.language(words)
        case .disease: Vocabulary.own(words, kind: "health-theme")
        case .publisher, .format, .keyword, .seriesTitle: ValueLabel(value: words, label: words)
        }
    }
}

/// Who answers a filter: the catalogue, or the network of Beacons, which is only asked for people who signed in.
enum FacetSource: String, Codable, Sendable {
    case ckan, beacon
}

/// What datasets can be filtered by a range of, with the column that holds it.
enum RangeKey: String, CaseIterable, Sendable {
    case individuals = "number_of_unique_individuals"
    case minimalAge = "min_typical_age"
    case maximalAge = "max_typical_age"
    case modified
    case created
    case coverage = "temporal_coverage"

    var label: String {
        switch self {
        case .individuals: "Number of unique individuals"
        case .minimalAge: "Youngest typical age"
        case .maximalAge: "Oldest typical age"
        case .modified: "Last modified"
        case .created: "Created"
        case .coverage: "Period covered"
        }
    }

    var type: FilterType {
        switch self {
        case .modified, .created, .coverage: .dateTime
        case .individuals, .minimalAge, .maximalAge: .number
        }
    }

    var column: String {
        switch self {
        case .individuals: "individuals"
        case .minimalAge: "minimalAge"
        case .maximalAge: "maximalAge"
        case .modified: "modified"
        case .created: "created"
        case .coverage: "coverageStart"
        }
    }

    /// The column with the greatest value.
    var lastColumn: String { self == .coverage ? "coverageEnd" : column }
}
