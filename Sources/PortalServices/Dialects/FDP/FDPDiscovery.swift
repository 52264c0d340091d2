import FoundationEssentials
import JSONStream
import LinkedData
import PortalDomain

/// A FAIR Data Point: documents in RDF that lead from the point to its catalogues, and from those to datasets
/// (https://specs.fairdatapoint.org). It has no search; searching, filtering and counting are done here.
struct FDPDiscovery: Sendable {
    let transport: Transport
    let place: FDPPlace
    let languages: [String]
    let memory: FDPMemory

    private var documents: FDPDocuments { FDPDocuments(transport: transport) }

    var service: DiscoveryService {
        DiscoveryService { calls in
            calls.search.perform = { query, start, rows throws(PortalError) in
                try await collection().page(query, start: start, rows: rows)
            }
            calls.filters.perform = { () throws(PortalError) in try await collection().catalogue.filters() }
            calls.filterValues.perform = { key throws(PortalError) in
                try await collection().catalogue.filters().first { $0.key == key }?.values ?? []
            }
            calls.dataset.perform = { id throws(PortalError) in try await dataset(id) }
            calls.export.perform = { id, format throws(PortalError) in try await export(id, format) }
            calls.organizations.perform = { () throws(PortalError) in try await organizations() }
            calls.status.perform = { () throws(PortalError) in try await status() }
        }
    }

    private func collection() async throws(PortalError) -> FDPCollection {
        let crawl = FDPCrawl(documents: documents, place: place, languages: languages)
        return try await memory.collection { () throws(PortalError) in try await crawl.collection() }
    }

    /// Of its own document, with those of its distributions; else as it is described in another's.
    private func dataset(_ id: DatasetID) async throws(PortalError) -> DatasetDetail {
        let operation = "opening the dataset"
        let known = await memory.fresh
        if let described = known?.described[id] { return described }
        guard FDPTerm.host(id.rawValue) != nil else {
            // Without an address of its own it is described in another's document, or not there.
            if let described = try await collection().described[id] { return described }
            throw PortalError(.notFound, operation: operation)
        }
        let (path, place) = try await path(of: id, for: operation)
        let document = try await documents.document(path, in: place, for: operation)
        guard let node = document.graph.node(named: id.rawValue), document.graph.isDataset(node) else {
            if let described = try await collection().described[id] { return described }
            throw PortalError(.notFound, operation: operation, because: .catalogue(.saysNothing))
        }
        let record = FDPRecord(node, in: document.graph, languages: languages)
        let files = await distributions(of: record, in: place)
        let catalogue = known?.datasets.first { $0.id == id }?.catalogue
        let titles = Dictionary(
            (known?.datasets ?? []).map { ($0.id.rawValue, $0.title) }, uniquingKeysWith: { first, _ in first })
        guard
            let detail = DatasetDetail(
                fdp: record, id: id.rawValue, catalogue: catalogue, files: files, titles: titles)
        else {
            throw PortalError(.unreadableAnswer, operation: operation, because: .catalogue(.saysNothing))
        }
        return detail
    }

    /// - Throws: for a name that is no document of this point.
    private func path(
        of id: DatasetID, for operation: String
    ) async throws(PortalError) -> (path: String, place: FDPPlace) {
        let known = await memory.fresh?.place ?? place
        if let path = known.path(of: id.rawValue) { return (path, known) }
        // The point may have another name than its address.
        let root = try await documents.document(place.root, in: place, for: operation)
        let named = root.graph.point?.iri.map { place.named($0) } ?? place
        if let path = named.path(of: id.rawValue) { return (path, named) }
        throw PortalError(
            .notFound, operation: operation, because: .catalogue(.liesElsewhere(host: FDPTerm.host(id.rawValue))))
    }

    /// What the dataset's document says of them, else their own documents, as many as a person looks through. One that
    /// cannot be read is named all the same.
    private func distributions(of record: FDPRecord, in place: FDPPlace) async -> [JSONValue] {
        let nodes = Array(record.distributions.prefix(Self.mostDistributions))
        let (documents, languages) = (documents, languages)
        var found: [Int: JSONValue] = [:]
        for start in stride(from: 0, to: nodes.count, by: Self.atOnce) {
            await withTaskGroup(of: (Int, JSONValue).self) { group in
                for index in start..<min(start + Self.atOnce, nodes.count) {
                    let said = FDPRecord(nodes[index], in: record.values.graph, languages: languages)
                    group.addTask {
                        guard !said.isDistribution, let name = nodes[index].iri, let path = place.path(of: name),
                            let graph = try? await documents.document(
                                path, in: place, for: "opening the dataset", persistence: .once
                            ).graph, let node = graph.node(named: name)
                        else { return (index, said.distribution(named: nodes[index].iri)) }
                        return (index, FDPRecord(node, in: graph, languages: languages).distribution(named: name))
                    }
                }
                for await (index, value) in group { found[index] = value }
            }
        }
        return nodes.indices.compactMap { found[$0] }
    }

    private static let mostDistributions = 100
    private static let atOnce = 4

    private func export(_ id: DatasetID, _ format: ExportFormat) async throws(PortalError) -> Data {
        let operation = "exporting the dataset"
        let (path, _) = try await path(of: id, for: operation)
        let call = FDPDocuments.call(path, for: operation, accept: format.mediaType)
        return try await transport.export(call, of: format)
    }

    private func organizations() async throws(PortalError) -> [Organization] {
        let filters = try await collection().catalogue.filters()
        return (filters.first { $0.key.key == "publisher" }?.values ?? []).map {
            Organization(id: $0.term.value, title: $0.term.label, datasetCount: $0.count)
        }
    }

    /// Its own document, which is all that it needs.
    private func status() async throws(PortalError) -> ServiceStatus {
        let operation = "asking whether the service is well"
        let document = try await documents.document(place.root, in: place, for: operation, persistence: .probe)
        guard let point = document.graph.point else {
            throw PortalError(.unreadableAnswer, operation: operation, because: .catalogue(.noFairDataPoint))
        }
        let values = FDPValue(graph: document.graph, languages: languages)
        return ServiceStatus(words: JSONText.line(values.label(of: point)))
    }
}
