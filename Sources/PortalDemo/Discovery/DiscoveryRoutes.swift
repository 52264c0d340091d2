import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import NIOCore

/// The discovery service, as discovery.yaml writes it.
struct DiscoveryRoutes {
    let catalogue: CatalogueStore

    func add(to group: RouterGroup<DemoContext>) {
        group.get("health") { _, _ in try Response.json(["status": "UP"]) }
        group.post("api/v1/datasets/search") { request, context in
            try await search(request.json(SearchRequest.self, context: context))
        }
        // Ids hold slashes, some of them not encoded by clients, so the whole rest of the path is the id.
        group.get("api/v1/datasets/**") { request, _ in try await dataset(Self.id(in: request)) }
        group.get("api/v1/filters") { _, _ in
            try Response.json(try await catalogue.database.read { db in try Filter.all(db) })
        }
        group.get("api/v1/filters/:key/values") { _, context in
            try await values(of: context.parameters.require("key"))
        }
    }

    private func search(_ request: SearchRequest) async throws -> Response {
        let search = try DatasetSearch(request)
        let page = try await catalogue.database.read { db in try search.run(db) }
        let withRecords = request.includeBeacon ?? true
        return try .json(
            SearchAnswer(
                count: page.count,
                results: page.records.map { SearchedDataset($0, withRecords: withRecords) },
                facets: Filter.refreshed(page.facets)))
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

    private static func id(in request: Request) throws -> String {
        let path = request.uri.path
        guard let prefix = path.range(of: "/datasets/"),
            let id = String(path[prefix.upperBound...]).removingPercentEncoding
        else {
            throw Problem(.badRequest, "Malformed request", "The dataset's id is not encoded as UTF-8.")
        }
        return id
    }
}
