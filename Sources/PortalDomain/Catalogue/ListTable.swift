/// A column of a list of datasets. The raw values are what `portal search --columns` takes.
public enum ListColumn: String, Hashable, Sendable, Codable, CaseIterable {
    /// The catalogue's id, and what access management knows a dataset by.
    case id, identifier
    /// As its publisher calls it.
    case title
    /// How open it is.
    case access
    /// How many people it is about, how many records the Beacon network found in it, and in how many forms it is to be had.
    case individuals, records, files
    /// Of the last change, or else of the first description.
    case year
    /// The days of the last change and of the first description.
    case modified, created
    /// Who publishes it, what it is about, by what it is found, and what part of the catalogue it is in.
    case publisher, theme, keywords, catalogue
    /// The years that the data is of.
    case period
    /// Whether it is a series.
    case series

    /// What can be chosen beside the title.
    public static let besideTitle = allCases.filter { $0 != .title }

    /// Stands at the right of its column.
    public var isNumber: Bool { [.individuals, .records, .files, .year].contains(self) }

    /// In columns of a terminal, until somebody changes it.
    public var usualWidth: Int {
        switch self {
        case .year, .series: 6
        case .files: 7
        case .records: 8
        case .period: 9
        case .modified, .created: 10
        case .individuals: 11
        case .access: 12
        case .id, .identifier: 16
        case .theme, .catalogue: 18
        case .publisher: 22
        case .title, .keywords: 24
        }
    }

    /// The order in which services have it from its top, where they have one: ascending for words, newest first for days.
    public var order: SearchSort? {
        switch self {
        case .title: .titleAscending
        case .year, .modified: .newest
        case .created: .recentlyAdded
        case .id, .identifier, .access, .individuals, .records, .files, .publisher, .theme, .keywords, .catalogue,
            .period, .series:
            nil
        }
    }
}

extension ListColumn {
    /// What a line calls it in an order; nil where services have the order.
    public var nameAtMirror: String? {
        switch self {
        case .id, .identifier, .access, .individuals, .records, .files, .publisher, .theme, .catalogue: rawValue
        case .period: "coverage"
        case .keywords: "keyword"
        case .series: "kind"
        case .title, .year, .modified, .created: nil
        }
    }
}

/// How a person has the list of datasets: in two lines each, or as a table with these columns beside the title.
public struct ListTable: Hashable, Sendable, Codable {
    /// A column, and how wide it is.
    public struct Column: Hashable, Sendable, Codable {
        /// What it says.
        public var kind: ListColumn
        /// In columns of a terminal.
        public var width: Int

        public init(_ kind: ListColumn, width: Int? = nil) {
            self.kind = kind
            self.width = min(max(width ?? kind.usualWidth, Self.widths.lowerBound), Self.widths.upperBound)
        }

        /// What is narrower holds nothing, and what is wider leaves no room.
        public static let widths = 4...60
    }

    /// One line a dataset, in place of two.
    public var isOn = false
    /// In their order, from the left.
    public var columns: [Column]

    public init(isOn: Bool = false, columns: [Column]? = nil) {
        self.isOn = isOn
        self.columns = columns ?? [.access, .individuals, .files, .year, .publisher].map { Column($0) }
    }
}
