import FoundationEssentials
import JSONStream
import PortalDomain

/// The Dataset Discovery Service (discovery.yaml) as the model sees it.
struct GDIDiscovery: Sendable {
    var transport: Transport
    var memory = FeatureMemory()

    var service: DiscoveryService {
        DiscoveryService { calls in
            calls.search.perform = { query, start, rows throws(PortalError) in
                try await search(query, start: start, rows: rows)
            }
            calls.filters.perform = { () throws(PortalError) in try await filters() }
            calls.filterValues.perform = { key throws(PortalError) in try await values(of: key) }
            calls.dataset.perform = { id throws(PortalError) in try await dataset(id) }
            calls.export.perform = { id, format throws(PortalError) in try await export(id, format) }
            calls.alleleFrequencies.perform = { query throws(PortalError) in try await frequencies(query) }
            calls.organizations.perform = { () throws(PortalError) in try await organizations() }
            calls.status.perform = { () throws(PortalError) in try await transport.status() }
        }
    }

    private func search(_ query: SearchQuery, start: Int, rows: Int) async throws(PortalError) -> SearchPage {
        guard let request = SearchRequest(query, start: start, rows: rows) else { return .nothing(start: start) }
        let call = ServiceCall.query("search", "datasets", "search", body: request)
        return try await transport.read(call) { SearchPage(wire: $0, start: request.start) }
    }

    private func filters() async throws(PortalError) -> [Filter] {
        try await transport.read(.get("loading the filters", "filters")) { answer in
            answer.records?.compactMap(Filter.init(wire:))
        }
    }

    private func values(of key: FilterKey) async throws(PortalError) -> [FilterValue] {
        let call = ServiceCall.get("loading a filter's values", "filters", key.key, "values")
        return try await transport.read(call) { $0.records?.compactMap(FilterValue.init(wire:)) }
    }

    private func dataset(_ id: DatasetID) async throws(PortalError) -> DatasetDetail {
        let call = ServiceCall.get("opening the dataset", "datasets", id.rawValue)
        return try await transport.read(call) { DatasetDetail(wire: $0, requested: id) }
    }

    private func export(_ id: DatasetID, _ format: ExportFormat) async throws(PortalError) -> Data {
        var call = ServiceCall.get("exporting the dataset", "datasets", id.rawValue).of(.export)
        // By this dot the service knows the format; those of the id are encoded.
        call.suffix = ".\(format.rawValue)"
        call.accept = format.mediaType
        let sent = call
        return try await memory.attempt(.export) { () throws(PortalError) in
            try await transport.export(sent, of: format)
        }
    }

    private func frequencies(_ query: AlleleFrequencyQuery) async throws(PortalError) -> [AlleleFrequency] {
        let call = ServiceCall.query(
            "looking up allele frequencies", "g_variants", body: VariantRequest(query)
        ).of(.alleleFrequencies)
        return try await memory.attempt(.alleleFrequencies) { () throws(PortalError) in
            try await transport.read(call) { $0.records?.compactMap(AlleleFrequency.init(wire:)) }
        }
    }

    /// The contract has no call of its own for them: they are the values of the filter by publisher.
    private func organizations() async throws(PortalError) -> [Organization] {
        let known = try await filters().first { ["organization", "publisher_name", "publisher"].contains($0.key.key) }
        guard let known else { throw PortalError(notOffered: .organizations) }
        let values = known.values.isEmpty ? try await values(of: known.key) : known.values
        return values.map { Organization(id: $0.term.value, title: $0.term.label, datasetCount: $0.count) }
    }
}

extension JSONValue {
    /// The elements of a list that an answer consists of; nil when it is no list.
    var records: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }
}
