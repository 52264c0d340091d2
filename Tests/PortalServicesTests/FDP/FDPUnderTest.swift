import PortalDomain
import Testing

@testable import PortalServices

/// A FAIR Data Point that a test writes: documents by their paths, in Turtle with the usual prefixes.
enum FDPUnderTest {
    static let prefixes = """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix fdp: <https://w3id.org/fdp/fdp-o#> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix ldp: <http://www.w3.org/ns/ldp#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        """

    static func turtle(_ text: String, type: String = "text/turtle") -> ScriptedServer.Answer {
        answer(prefixes + text, type: type)
    }

    static func answer(_ text: String, type: String, status: String = "200 OK") -> ScriptedServer.Answer {
        .bytes(
            "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(text.utf8.count)\r\n"
                + "Connection: close\r\n\r\n" + text)
    }

    static let gone = answer("{}", type: "application/json", status: "404 Not Found")

    /// The path of a request.
    static func path(_ request: ScriptedServer.Request) -> String {
        request.line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    }

    static func with(
        options: ConnectionOptions = .init(), _ answer: @escaping @Sendable (String) -> ScriptedServer.Answer,
        _ body: (DiscoveryService, ScriptedServer) async throws -> Void
    ) async throws {
        try await ScriptedServer.answering { request, _ in answer(path(request)) }.run { server in
            var options = options
            options.retry = .never
            let client = try PortalClient(
                PortalAddresses(discovery: server.address, discoveryDialect: .fdp), options: options,
                credentials: .readyToken(Secret("never for a point")))
            do { try await body(client.discoveryService, server) } catch {
                await client.shutdown()
                throw error
            }
            await client.shutdown()
        }
    }

    static func with(
        documents: [String: String], _ body: (DiscoveryService, ScriptedServer) async throws -> Void
    ) async throws {
        try await with {
            documents[$0].map { turtle($0) } ?? gone
        } _: {
            try await body($0, $1)
        }
    }
}

extension SearchPage {
    var titles: [String] { results.compactMap { $0.dataset?.title } }

    /// Why records could not be read.
    var reasons: [Reason] {
        results.compactMap { if case .unreadable(_, let reason) = $0 { reason } else { nil } }
    }
}
