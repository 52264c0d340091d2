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
        let search = try DatasetSearch(request)
        let page = try await catalogue.database.read { db in try search.run(db) }
        let withRecords = (request.includeBeacon ?? true) && !context.isBeaconBroken
        let beaconError = (request.includeBeacon ?? true) && context.isBeaconBroken
        return try .json(
            SearchAnswer(
                count: page.count,
                results: page.records.map { SearchedDataset($0, withRecords: withRecords) },
                facets: Filter.refreshed(page.facets, withBeacon: context.user != nil),
                beaconError: beaconError ? "The Beacon network did not answer." : nil))
    }

    private func values(of key: String) async throws -> Response {
        guard let facet = FacetKey(rawValue: key) else {
            throw Problem(.notFound, "Filter not found", "There is no filter \"\(key)\" with listed values.")
        }
        return try .json(try await catalogue.database.read { db in try FacetCounts.values(of: facet, db) })
    }

    /// A dataset, or its description in another format where the id ends in one and the rest is a dataset's id.
    private func dataset(_ id: String) async throws -> Response {
        if let format = ExportFormat.allCases.first(where: { id.hasSuffix(".\($0.rawValue)") }),
            let record = try await catalogue.record(id: String(id.dropLast(format.rawValue.count + 1)))
        {
            let text = format.write(DatasetGraph(record))
            return Response(
                status: .ok, headers: [.contentType: format.mediaType],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        guard let record = try await catalogue.record(id: id) else {
            throw Problem(.notFound, "Dataset Not Found", "Dataset \(id) not found")
        }
        let series: CatalogueRecord? =
            if let seriesID = record.inSeries { try await catalogue.record(id: seriesID) } else { nil }
        return try .json(RetrievedDataset(record, series: series))
    }
}
