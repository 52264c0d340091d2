import PortalModel

/// The Dataset Discovery Service (discovery.yaml) as the model sees it.
struct GDIDiscovery: Sendable {
    var transport: Transport
    var base: BaseAddress

    var service: DiscoveryService {
        DiscoveryService(
            search: { query, start, rows throws(PortalError) in try await search(query, start: start, rows: rows) },
            filters: { () throws(PortalError) in try await filters() },
            filterValues: { key throws(PortalError) in try await values(of: key) },
            dataset: { id throws(PortalError) in try await dataset(id) })
    }

    private func search(_ query: SearchQuery, start: Int, rows: Int) async throws(PortalError) -> SearchPage {
        let request = SearchRequest(query, start: start, rows: rows)
        let call = ServiceCall.query("search", "datasets", "search", body: request)
        return try await transport.read(call, at: base) { SearchPage(wire: $0, start: request.start) }
    }

    private func filters() async throws(PortalError) -> [Filter] {
        try await transport.read(.get("loading the filters", "filters"), at: base) { answer in
            answer.records?.compactMap(Filter.init(wire:))
        }
    }

    private func values(of key: FilterKey) async throws(PortalError) -> [FilterValue] {
        let call = ServiceCall.get("loading a filter's values", "filters", key.key, "values")
        return try await transport.read(call, at: base) { $0.records?.compactMap(FilterValue.init(wire:)) }
    }

    private func dataset(_ id: DatasetID) async throws(PortalError) -> DatasetDetail {
        let call = ServiceCall.get("opening the dataset", "datasets", id.rawValue)
        return try await transport.read(call, at: base) { DatasetDetail(wire: $0, requested: id) }
    }
}

extension JSONValue {
    /// The elements of a list that an answer consists of; nil when it is no list.
    var records: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }
}
