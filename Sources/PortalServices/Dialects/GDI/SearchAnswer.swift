import JSONStream
import PortalDomain

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
            self = .unreadable(id: nil, reason: .answer(.noRecord))
            return
        }
        guard let summary = DatasetSummary(wire: record) else {
            self = .unreadable(
                id: record["identifier"].text ?? record["title"].text, reason: .answer(.recordWithoutID))
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
        let rights = record["accessRights"].terms
        self.init(
            id: DatasetID(id),
            identifier: identifier,
            title: record["title"].label ?? identifier ?? id,
            description: record["description"].text.map(MarkedUpText.plain) ?? "",
            publishers: record["publishers"].labels,
            themes: record["themes"].terms,
            keywords: record["keywords"].labels,
            catalogue: record["catalogue"].label,
            created: record["createdAt"].date,
            modified: record["modifiedAt"].date,
            accessRights: LabelledValue(joining: rights),
            accessLevel: isExternal ? .external : AccessLevel(rights),
            individuals: record["numberOfUniqueIndividuals"].count,
            records: record["recordsCount"].count ?? record["numberOfRecords"].count,
            distributionCount: record["distributionsCount"].count ?? record["distributions"].arrayCount,
            coverageStart: record["temporalCoverageStart"].date ?? coverage.compactMap { $0["start"].date }.min(),
            coverageEnd: record["temporalCoverageEnd"].date ?? coverage.compactMap { $0["end"].date }.max(),
            isSeries: record["isSeries"].flag ?? false,
            isInSeries: (record["inSeriesCount"].count ?? record["inSeries"].arrayCount).map { $0 > 0 },
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

extension LabelledValue {
    /// One of them, or all that is said; nil when nothing is.
    fileprivate init?(joining terms: [LabelledValue]) {
        guard let first = terms.first else { return nil }
        self.init(value: first.value, label: terms.map(\.label).joined(separator: ", "))
    }
}

extension AccessLevel {
    /// From the vocabularies of the EU (`…/access-right/NON_PUBLIC`), of COAR (`…/access_right/c_16ec`) and of OpenAIRE
    /// (`info:eu-repo/semantics/openAccess`), or from words in a label. Of several the strictest counts.
    init(_ rights: [LabelledValue]) {
        let levels = rights.compactMap { right in
            let name = right.value.utf8.split { "/#:".utf8.contains($0) }.last.flatMap { String($0) } ?? ""
            return Self.ofCOAR[name] ?? Self(words: name) ?? Self(words: right.label)
        }
        self = [.nonPublic, .restricted, .open].first(where: levels.contains) ?? .unknown
    }

    /// http://vocabularies.coar-repositories.org/access_rights: open, embargoed, restricted, metadata only.
    private static let ofCOAR: [String: AccessLevel] = [
        "c_abf2": .open, "c_f1cf": .restricted, "c_16ec": .restricted, "c_14cb": .nonPublic,
    ]
}
