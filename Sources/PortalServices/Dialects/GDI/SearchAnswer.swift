import PortalModel

extension SearchPage {
    /// `DatasetsSearchResponse` of discovery.yaml.
    ///
    /// - Returns: nil when the answer is no search answer at all.
    init?(wire answer: JSONValue, start: Int) {
        guard case .object = answer, !answer["results"].isNull || answer["count"].count == 0 else { return nil }
        let results: [JSONValue] =
            if case .array(let records) = answer["results"] { records } else { answer["results"].list }
        self.init(
            start: start,
            total: max(answer["count"].count ?? 0, results.isEmpty ? 0 : start + results.count),
            results: results.map(SearchResult.init(wire:)),
            filters: answer["facets"].list.compactMap(Filter.init(wire:)),
            beaconError: answer["beaconError"].text)
    }
}

extension SearchResult {
    /// `SearchedDataset` of discovery.yaml; nothing that a record lacks or garbles hides it as long as it can be opened.
    init(wire record: JSONValue) {
        guard case .object = record else {
            self = .unreadable(id: nil, reason: "The record is not an object.")
            return
        }
        guard let summary = DatasetSummary(wire: record) else {
            self = .unreadable(
                id: record["identifier"].text ?? record["title"].text, reason: "The record has no id to open it by.")
            return
        }
        self = .dataset(summary)
    }
}

extension DatasetSummary {
    /// The fields that search results (`SearchedDataset`) and datasets in full (`RetrievedDataset`) share.
    ///
    /// - Returns: nil without an id.
    init?(wire record: JSONValue) {
        guard let id = record["id"].text else { return nil }
        let identifier = record["identifier"].text
        let isExternal = record["conformsTo"].terms.contains { $0.value == Self.externallyGoverned }
        let coverage = record["temporalCoverage"].list
        self.init(
            id: DatasetID(id),
            identifier: identifier,
            title: record["title"].text.map(MarkedUpText.plainLine) ?? identifier ?? id,
            description: record["description"].text.map(MarkedUpText.plain) ?? "",
            publishers: record["publishers"].texts,
            themes: record["themes"].terms,
            keywords: record["keywords"].texts,
            catalogue: record["catalogue"].text,
            created: record["createdAt"].date,
            modified: record["modifiedAt"].date,
            accessRights: record["accessRights"].term,
            accessLevel: isExternal ? .external : AccessLevel(record["accessRights"].term),
            individuals: record["numberOfUniqueIndividuals"].count,
            records: record["recordsCount"].count ?? record["numberOfRecords"].count,
            distributionCount: record["distributionsCount"].count ?? record["distributions"].arrayCount,
            coverageStart: record["temporalCoverageStart"].date ?? coverage.compactMap { $0["start"].date }.min(),
            coverageEnd: record["temporalCoverageEnd"].date ?? coverage.compactMap { $0["end"].date }.max(),
            isSeries: record["isSeries"].flag ?? false,
            isExternallyGoverned: isExternal)
    }

    /// What `conformsTo` holds when access is granted outside of the portal.
    static let externallyGoverned = "http://data.gdi.eu/core/p2/ExternallyGoverned"
}

extension JSONValue {
    fileprivate var arrayCount: Int? {
        if case .array(let values) = self { values.count } else { nil }
    }
}

extension AccessLevel {
    /// From the EU's access right vocabulary (`…/access-right/NON_PUBLIC`), or from words in a label.
    init(_ rights: LabelledValue?) {
        guard let rights else {
            self = .unknown
            return
        }
        let name = rights.value.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map { String($0) } ?? ""
        self = Self(words: name) ?? Self(words: rights.label) ?? .unknown
    }

    private init?(words: String) {
        let letters = words.lowercased().filter(\.isLetter)
        switch letters {
        case "public", "open", "openaccess", "publicaccess": self = .open
        case "restricted", "restrictedaccess", "controlled", "controlledaccess", "registered", "registeredaccess",
            "sensitive", "confidential":
            self = .restricted
        case "nonpublic", "private", "closed", "closedaccess", "notpublic": self = .nonPublic
        default: return nil
        }
    }
}
