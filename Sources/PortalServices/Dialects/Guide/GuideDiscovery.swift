import JSONStream
import PortalDomain

/// The discovery service of the portal's developer guide (guide.yaml).
///
/// Its search takes words and a limit and has no pages, so that pages are cut here, out of as many as it gives.
struct GuideDiscovery: Sendable {
    var transport: Transport
    var memory = FeatureMemory()

    /// As many as the contract lets one ask for.
    private static let most = 1000

    var service: DiscoveryService {
        DiscoveryService { calls in
            calls.search.perform = { query, start, rows throws(PortalError) in
                try await search(query, start: start, rows: rows)
            }
            calls.filters.perform = { () throws(PortalError) in try await filters() }
            calls.filterValues.perform = { key throws(PortalError) in
                try await filters().first { $0.key.key == key.key }?.values ?? []
            }
            calls.dataset.perform = { id throws(PortalError) in
                let call = ServiceCall.get("opening the dataset", "datasets", id.rawValue)
                return try await transport.read(call) { DatasetDetail(guide: $0, requested: id) }
            }
            calls.organizations.perform = { () throws(PortalError) in try await organizations() }
            calls.status.perform = { () throws(PortalError) in try await transport.status() }
        }
    }

    private func search(_ query: SearchQuery, start: Int, rows: Int) async throws(PortalError) -> SearchPage {
        let (start, rows) = (min(max(0, start), Self.most), max(0, rows))
        // The order and the facets are ours to keep, which takes all of what was found.
        let needsAll = query.sort != .relevance || !query.facets.isEmpty
        let answer = try await find(
            query.text, limit: needsAll ? Self.most : min(Self.most, start + min(rows, Self.most)))
        guard needsAll else {
            var page = SearchPage(
                start: start, total: answer.total, results: Array(answer.results.dropFirst(start).prefix(rows)))
            page.isCut = answer.isCut
            return page
        }
        let datasets = answer.results.compactMap(\.dataset)
        var narrowed = query
        // Words are the service's to find: it may know more than it shows.
        narrowed.text = ""
        let groupings = GuideFacets.groupings(for: query.facets)
        var page = LocalCatalogue(datasets: datasets, groupings: groupings).page(narrowed, start: start, rows: rows)
        page.filters = []
        page.isCut = answer.isCut
        if query.facets.isEmpty {
            let unreadable = answer.results.filter { $0.dataset == nil }
            page.results += unreadable.dropFirst(max(0, start - datasets.count)).prefix(rows - page.results.count)
            page.total += unreadable.count
        }
        return page
    }

    private func find(
        _ words: String, limit: Int
    ) async throws(PortalError) -> (results: [SearchResult], total: Int, isCut: Bool?) {
        var call = ServiceCall.get("search", words.trimmed.isEmpty ? "datasets" : "search")
        if !words.trimmed.isEmpty { call.query.append(("q", words.trimmed)) }
        call.query.append(("limit", String(limit)))
        return try await transport.read(call) { answer in
            guard let datasets = answer["datasets"].records ?? answer.records else { return nil }
            let results = datasets.map(SearchResult.init(guide:))
            // What is beyond the last that can be asked for cannot be shown: it is not counted either.
            let all = max(answer["total"].count ?? 0, results.count)
            let total = min(Self.most, all)
            // Of as many as can be asked for nobody knows whether they are all, unless the service says so.
            let isCut = all > Self.most || results.count >= Self.most && answer["total"].count == nil
            return (results, limit == 0 || results.count >= limit ? total : results.count, isCut ? true : nil)
        }
    }

    private func filters() async throws(PortalError) -> [Filter] {
        let call = ServiceCall.get("loading the filters", "facets").of(.filters)
        return try await memory.attempt(.filters) { () throws(PortalError) in
            try await transport.read(call) { GuideFacets.filters(in: $0) }
        }
    }

    private func organizations() async throws(PortalError) -> [Organization] {
        let call = ServiceCall.get("listing the organisations", "organizations").of(.organizations)
        return try await memory.attempt(.organizations) { () throws(PortalError) in
            try await transport.read(call) { answer in
                (answer["organizations"].records ?? answer.records)?.compactMap(Organization.init(guide:))
            }
        }
    }
}

extension SearchResult {
    /// `Dataset` of guide.yaml: as in discovery.yaml, with less.
    init(guide record: JSONValue) {
        self.init(wire: record)
        guard case .dataset(var summary) = self else { return }
        summary.complete(from: record)
        self = .dataset(summary)
    }
}

extension DatasetDetail {
    init?(guide record: JSONValue, requested: DatasetID) {
        // Some services put the record into an envelope.
        let bare = record["id"].isNull && !record["dataset"].fields.isEmpty ? record["dataset"] : record
        self.init(wire: bare, requested: requested)
        summary.complete(from: bare)
    }
}

extension DatasetSummary {
    /// The guide's services know datasets by one id, and write some fields in the singular.
    fileprivate mutating func complete(from record: JSONValue) {
        identifier = id.rawValue
        if publishers.isEmpty { publishers = record["publisher"].labels + record["organization"].labels }
        if themes.isEmpty { themes = record["theme"].terms }
        if keywords.isEmpty { keywords = record["tags"].labels }
    }
}

extension Organization {
    /// A name, or an object with one.
    init?(guide value: JSONValue) {
        guard let name = value["name"].text ?? value["title"].text ?? value.text else { return nil }
        self.init(
            id: value["id"].text ?? name, title: name, description: value["description"].text,
            datasetCount: value["count"].count ?? value["datasets"].count)
    }
}
