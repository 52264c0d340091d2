import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import NIOCore

/// The discovery service, as discovery.yaml writes it.
struct DiscoveryRoutes {
    let catalogue: CatalogueStore
    let tokens: AccessTokens

    func add(to group: RouterGroup<DemoContext>) {
        group.get("health") { _, _ in try Response.json(["status": "UP"]) }
        let api = group.group("api/v1").add(middleware: OptionalBearerMiddleware(tokens: tokens))
        api.post("datasets/search") { request, context in
            try await search(request.json(SearchRequest.self, context: context), context)
        }
        // Ids hold slashes, some of them not encoded by clients, so the whole rest of the path is the id.
        api.get("datasets/**") { request, _ in try await dataset(request.rest(after: "/datasets/")) }
        api.get("filters") { _, context in
            let withBeacon = context.user != nil
            return try Response.json(
                try await catalogue.database.read { db in try Filter.all(withBeacon: withBeacon, db) })
        }
        api.get("filters/:key/values") { _, context in
            try await values(of: context.parameters.require("key"))
        }
        api.post("g_variants") { request, context in
            let query = try await request.json(VariantQuery.self, context: context)
            try query.check()
            return try Response.json(MadeUpFrequencies.matching(query))
        }
    }

    private func search(_ request: SearchRequest, _ context: DemoContext) async throws -> Response {
        // Nobody is asked on behalf of somebody who is not signed in, and nothing is said of it.
        let asksBeacon = (request.includeBeacon ?? true) && context.user != nil
        let failure = asksBeacon ? context.beaconFailure : nil
        // With a broken Beacon network the catalogue's own answer stands.
        let search = try DatasetSearch(request, asksBeacon: asksBeacon && failure == nil)
        let page = try await catalogue.database.read { db in try search.run(db) }
        return try .json(
            SearchAnswer(
                count: page.count,
                results: page.records.map { SearchedDataset($0, withRecords: search.isCounted) },
                facets: Filter.refreshed(page.facets, withBeacon: context.user != nil),
                beaconError: failure?.rawValue))
    }

    private func values(of key: String) async throws -> Response {
        // CKAN counts any field that it has, and answers for one that it has not with a failure.
        guard let facet = FacetKey(rawValue: key) else { throw QueryReader.refusal("undefined field \(key)") }
        return try .json(try await catalogue.database.read { db in try FacetCounts.values(of: facet, db) })
    }

    /// What stands behind the last dot is a format (`/datasets/{id}.{format}`), whatever the id is: a dataset whose id
    /// holds a dot cannot be opened.
    private func dataset(_ path: String) async throws -> Response {
        guard let dot = path.lastIndex(of: "."), dot > path.startIndex else { return try await dataset(id: path) }
        let name = String(path[path.index(after: dot)...])
        guard !name.isEmpty, !name.contains("/") else { return try await dataset(id: path) }
        guard let format = ExportFormat(rawValue: name) else {
            throw Problem(.badRequest, "Not expected argument", "Unsupported format: \(name)")
        }
        let record = try await record(String(path[..<dot]))
        return Response(
            status: .ok, headers: [.contentType: format.mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: format.write(DatasetGraph(record)))))
    }

    private func dataset(id: String) async throws -> Response {
        let record = try await record(id)
        let series: CatalogueRecord? =
            if let seriesID = record.inSeries { try await catalogue.record(id: seriesID) } else { nil }
        return try .json(RetrievedDataset(record, series: series))
    }

    private func record(_ id: String) async throws -> CatalogueRecord {
        guard let record = try await catalogue.record(id: id) else {
            throw Problem(.notFound, "Dataset Not Found", "Dataset \(id) not found")
        }
        return record
    }
}
