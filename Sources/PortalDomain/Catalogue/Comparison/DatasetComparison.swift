/// Datasets beside each other, field by field: those in which they differ first.
public struct DatasetComparison: Equatable, Sendable {
    /// A field and what each dataset says in it.
    public struct Field: Equatable, Sendable {
        /// The part of a dataset's description that it is from; nil for what every list shows.
        public var section: String?
        /// In English, as details of a dataset have it.
        public var label: String
        /// In the order of the datasets.
        public var values: [ComparedValue]
        /// Whether the datasets say different things.
        public var isDifferent: Bool

        init(_ label: String, section: String? = nil, _ values: [ComparedValue]) {
            self.label = label
            self.section = section
            self.values = values
            isDifferent = Set(values.map(\.sense)).count > 1
        }
    }

    /// What can be compared at once: more have no room beside each other.
    public static let sizes = 2...5

    /// What is compared.
    public var datasets: [DatasetSummary]
    /// Different ones first, each kind in the order of a dataset's description. None says nothing of all.
    public var fields: [Field]

    public init(_ details: [DatasetDetail]) {
        datasets = details.map(\.summary)
        let all = (Self.facts(details) + Self.entries(details) + [Self.description(details)])
            .filter { $0.values.contains(where: \.isKnown) }
        fields = all.filter(\.isDifferent) + all.filter { !$0.isDifferent }
    }

    private static func facts(_ details: [DatasetDetail]) -> [Field] {
        func field(_ label: String, _ value: (DatasetDetail) -> ComparedValue) -> Field {
            Field(label, details.map(value))
        }
        func number(_ value: Int?) -> ComparedValue { value.map { .number(Int64($0)) } ?? .none }
        return [
            field("Identifier") { .texts([$0.summary.identifier].compactMap(\.self)) },
            field("Access") { detail in
                let summary = detail.summary
                let isSaid = summary.accessLevel != .unknown || summary.termsOfAccess != nil
                return isSaid ? .access(summary.accessLevel, terms: summary.termsOfAccess) : .none
            },
            field("Publishers") { .texts($0.summary.publishers) },
            field("Individuals") { number($0.summary.individuals) },
            field("Records") { number($0.summary.records) },
            field("Files") { number($0.distributions.isEmpty ? $0.summary.distributionCount : $0.distributions.count) },
            field("Formats") { .texts(once($0.distributions.compactMap { $0.format ?? $0.mediaType })) },
            field("Size") { detail in
                let sizes = detail.distributions.compactMap(\.byteSize)
                return sizes.isEmpty ? .none : .bytes(sizes.reduce(0) { $0.addingReportingOverflow($1).partialValue })
            },
            field("Licences") {
                .texts(once($0.distributions.compactMap(\.licence) + [$0.licence].compactMap(\.self)))
            },
            field("Themes") { .texts($0.summary.themes.map(\.label)) },
            field("Keywords") { .texts($0.summary.keywords) },
            field("Catalogue") { .texts([$0.summary.catalogue].compactMap(\.self)) },
            field("Created") { $0.summary.created.map { .day(ISODate($0)) } ?? .none },
            field("Modified") { $0.summary.modified.map { .day(ISODate($0)) } ?? .none },
            field("Contacts") { .texts($0.contacts.map { $0.email ?? $0.name }) },
        ]
    }

    /// What the sections of the descriptions have, each label once, in the order of the first that has it.
    private static func entries(_ details: [DatasetDetail]) -> [Field] {
        var order: [Place] = []
        var values: [Place: [[String]]] = [:]
        for (index, detail) in details.enumerated() {
            for section in detail.sections where !left.contains(section.title) {
                let isDictionary = section.title == dictionary
                for entry in section.entries where isDictionary || !named.contains(entry.label) {
                    // Of the variables, which there are; what each means is on the dataset's page.
                    let place = Place(section: section.title, label: isDictionary ? dictionary : entry.label)
                    if values[place] == nil {
                        order.append(place)
                        values[place] = details.map { _ in [] }
                    }
                    values[place]?[index] += isDictionary ? [entry.label] : entry.values
                }
            }
        }
        return order.map { place in
            Field(place.label, section: place.section, (values[place] ?? []).map { .texts($0) })
        }
    }

    private struct Place: Hashable {
        var section: String
        var label: String
    }

    /// Long, and never the same: behind all others that differ.
    private static func description(_ details: [DatasetDetail]) -> Field {
        Field("Description", details.map { .texts($0.summary.description.isEmpty ? [] : [$0.summary.description]) })
    }

    private static let dictionary = "Data dictionary"
    /// Of fields and not of datasets.
    private static let left: Set<String> = ["Explanations"]
    /// Facts that sections have too.
    private static let named: Set<String> = ["Publishers", "Individuals", "Records"]

    private static func once(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

/// The forms in which a comparison is written into a file.
public enum ComparisonFormat: String, Hashable, Sendable, CaseIterable {
    /// A table as GitHub's Markdown has it.
    case markdown = "md"
    /// Comma-separated values.
    case csv
}
