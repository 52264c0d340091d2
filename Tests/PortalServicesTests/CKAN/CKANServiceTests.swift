import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("A CKAN over HTTP")
struct CKANServiceTests {
    /// Answers by action; `status_show` says that nothing is extended unless told.
    private func withCKAN(
        token: String? = nil, extensions: String = "[]",
        _ answer: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer,
        _ body: (DiscoveryService, ScriptedServer) async throws -> Void
    ) async throws {
        try await ScriptedServer.answering { request, _ in
            request.line.contains("status_show")
                ? HTTPText.json(
                    #"{"success": true, "result": {"ckan_version": "2.11.6", "extensions": \#(extensions)}}"#)
                : answer(request)
        }.run { server in
            let client = try PortalClient(
                PortalAddresses(discovery: server.address, discoveryDialect: .ckan),
                secrets: ServiceSecrets(ckanToken: token.map { Secret($0) }),
                credentials: .readyToken(Secret("never for a CKAN")))
            do { try await body(client.discoveryService, server) } catch {
                await client.shutdown()
                throw error
            }
            await client.shutdown()
        }
    }

    private static let page = #"""
        {"help": "?", "success": true, "result": {"count": 40, "results": [{"id": "a", "title": "A"}, 7, {"name": "b"}],
         "search_facets": {"tags": {"title": "tags", "items": [
            {"name": "x", "display_name": "X", "count": 1}, {"name": "y", "display_name": "Y", "count": 3}]}}}}
        """#

    @Test("A search asks for counts, has the token as it is, and reads the page")
    func search() async throws {
        try await withCKAN(token: "abc.def") { _ in
            HTTPText.json(Self.page)
        } _: { ckan, server in
            let tag = FacetSelection(
                filter: FilterKey(source: "ckan", key: "res_format"), kind: .dropdown,
                value: LabelledValue(value: "CSV", label: "CSV"), filterLabel: "Format")
            let page = try await ckan.search(SearchQuery(text: "lung", facets: [tag], sort: .newest), 20, 2000)
            #expect(page.total == 40)
            #expect(page.results.map { $0.dataset?.title } == ["A", "7", "b"])
            #expect(page.filters.map(\.label) == ["Keyword"])
            #expect(page.filters.first?.values.map(\.term.label) == ["Y", "X"])
            let request = try #require(server.requests.last)
            #expect(request.line.hasPrefix("GET /api/3/action/package_search?q=title%3A%28lung%29%5E4%20OR%20text"))
            for part in [
                "&fq=%2Bres_format%3A%22CSV%22", "&sort=metadata_modified%20desc&start=20&rows=1000",
                "&facet%2Efield=%5B%22organization%22%2C%22groups%22", "&facet%2Elimit=50", "&include_private=true",
            ] { #expect(request.line.contains(part)) }
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == "abc.def" })
        }
    }

    @Test("Without a token nothing is sent as authorization, and nothing private is asked for")
    func anonymous() async throws {
        try await withCKAN { _ in
            HTTPText.json(Self.page)
        } _: { ckan, server in
            _ = try await ckan.filterValues(FilterKey(source: "ckan", key: "tags"))
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == nil })
            #expect(server.requests.last?.line.contains("facet%2Elimit=-1") == true)
            #expect(server.requests.last?.line.contains("include_private") == false)
        }
    }

    @Test(
        "GDI's extension is used where it is offered, and left where its actions are missing", arguments: [true, false])
    func extended(works: Bool) async throws {
        try await withCKAN(extensions: #"["dcat", "gdi_userportal"]"#) { request in
            request.line.contains("enhanced") && !works
                ? HTTPText.json(#""Bad request - Action name not known: enhanced_package_search""#, status: "400 Bad")
                : HTTPText.json(Self.page)
        } _: { ckan, server in
            #expect(try await ckan.search(SearchQuery(), 0, 10).total == 40)
            let actions = server.requests.map { $0.line.split { "/? ".contains($0) }[4] }
            #expect(actions == ["status_show", "enhanced_package_search"] + (works ? [] : ["package_search"]))
            guard works else { return }
            let body = try JSONValue(literal: try #require(server.requests.last).body)
            #expect(body["rows"] == .integer(10))
            #expect(body["facet.field"].text?.contains("access_rights") == true)
        }
    }

    @Test("A dataset opens where the extension's own action is missing")
    func extendedDataset() async throws {
        try await withCKAN(extensions: #"["gdi_userportal"]"#) { request in
            request.line.contains("enhanced")
                ? HTTPText.json(#""Bad request - Action name not known: enhanced_package_show""#, status: "400 Bad")
                : HTTPText.json(#"{"success": true, "result": {"id": "a", "title": "A"}}"#)
        } _: { ckan, _ in
            let dataset = try await ckan.dataset(DatasetID("a"))
            #expect(dataset.summary.title == "A")
        }
    }

    @Test("The extension's explanations stand beside filters and fields; each is asked for once")
    func help() async throws {
        try await withCKAN(extensions: #"["gdi_userportal"]"#) { request in
            request.line.contains("help_texts")
                ? HTTPText.json(#"{"success": true, "result": {"tags": "By keyword.", "access_rights": "Who may."}}"#)
                : request.line.contains("show")
                    ? HTTPText.json(#"{"success": true, "result": {"id": "a", "access_rights": "open"}}"#)
                    : HTTPText.json(Self.page)
        } _: { ckan, server in
            let filters = try await ckan.filters()
            #expect(filters.first?.help == "By keyword.")
            for _ in 0..<2 {
                let sections = try await ckan.dataset(DatasetID("a")).sections
                #expect(sections.flatMap(\.entries).contains { $0.values == ["Who may."] })
            }
            #expect(server.requests.count { $0.line.contains("gdi_dataset_help_texts_show") } == 1)
        }
    }

    @Test("Organisations are fetched to the last page, also where pages are cut without a sign")
    func organizations() async throws {
        try await withCKAN { request in
            let offset = request.line.firstMatch(of: #/offset=(\d+)/#).flatMap { Int($0.output.1) } ?? 0
            let names = (offset..<min(offset + 25, 60)).map { #"{"name": "o\#($0)", "title": "O \#($0)"}"# }
            return HTTPText.json(#"{"success": true, "result": [\#(names.joined(separator: ","))]}"#)
        } _: { ckan, server in
            let found = try await ckan.organizations()
            #expect(found.count == 60)
        }
        try await withCKAN { _ in
            HTTPText.json(#"{"success": true, "result": ["a", "b"]}"#)
        } _: { ckan, _ in
            let found = try await ckan.organizations()
            #expect(found.map(\.title) == ["a", "b"])
        }
    }

    @Test("Export comes from the DCAT extension; a CKAN without it is asked once")
    func export() async throws {
        try await withCKAN { _ in
            HTTPText.answer("<a> <b> <c> .", status: "200 OK")
        } _: { ckan, server in
            let text = try await ckan.export(DatasetID("a.b"), .turtle)
            #expect(text == Data("<a> <b> <c> .".utf8))
            #expect(server.requests.last?.line == "GET /dataset/a%2Eb.ttl HTTP/1.1")
            #expect(server.requests.last?.headers["accept"] == "text/turtle")
        }
        try await withCKAN { _ in
            HTTPText.answer("<!DOCTYPE html><title>Sign in</title>", status: "200 OK")
        } _: { ckan, _ in
            let error = await failure { () throws(PortalError) in try await ckan.export(DatasetID("a"), .rdfXML) }
            #expect(error?.kind == .unreadableAnswer)
        }
        try await withCKAN { request in
            request.line.contains("package_show")
                ? HTTPText.json(#"{"success": true, "result": {"id": "a", "title": "A"}}"#)
                : HTTPText.answer("<html>404</html>", status: "404 Not Found")
        } _: { ckan, server in
            for _ in 0..<2 {
                let error = await failure { () throws(PortalError) in try await ckan.export(DatasetID("a"), .jsonLD) }
                #expect(error?.kind == .unsupported)
                #expect(error?.feature == .export)
            }
            #expect(server.requests.count { $0.line.contains(".jsonld") } == 1)
        }
    }

    @Test("A dataset that is not there says nothing of the others' export")
    func exportOfNothing() async throws {
        try await withCKAN { request in
            if request.line.contains("/dataset/there.") { return HTTPText.answer("<a> <b> <c> .", status: "200 OK") }
            return request.line.contains("package_show")
                ? HTTPText.json(
                    #"{"success": false, "error": {"__type": "Not Found Error", "message": "Not found"}}"#,
                    status: "404 Not Found") : HTTPText.answer("<html>404</html>", status: "404 Not Found")
        } _: { ckan, _ in
            let error = await failure { () throws(PortalError) in try await ckan.export(DatasetID("gone"), .turtle) }
            #expect(error?.kind == .notFound)
            let there = try await ckan.export(DatasetID("there"), .turtle)
            #expect(!there.isEmpty)
        }
    }

    @Test(
        "Refusals in all their shapes are told as what they are",
        arguments: [
            (
                403, #"{"success": false, "error": {"__type": "Authorization Error", "message": "Access denied: no"}}"#,
                PortalError.Kind.forbidden, "Access denied: no"
            ),
            (
                404, #"{"success": false, "error": {"__type": "Not Found Error", "message": "Não encontrado"}}"#,
                .notFound,
                "Não encontrado"
            ),
            (
                409, #"{"success": false, "error": {"__type": "Search Error", "message": "Solr: q=secret"}}"#,
                .invalid([]),
                "The catalogue did not understand the search."
            ),
            (
                400, #"{"success": false, "error": {"__type": "Search Query Error", "message": "x"}}"#, .invalid([]),
                "The catalogue did not understand the search."
            ),
            (
                409, #"{"success": false, "error": {"__type": "Validation Error", "rows": ["Invalid integer"]}}"#,
                .invalid([]), "rows: Invalid integer"
            ),
            (
                400, #""Bad request - JSON Error: No request body data""#, .invalid([]),
                "Bad request - JSON Error: No request body data"
            ),
            (
                400, #""Bad request - Action name not known: package_show""#, .unsupported,
                "Bad request - Action name not known: package_show"
            ),
            (
                500, #"{"success": false, "error": {"__type": "Search Connection Error", "message": "x"}}"#,
                .serverFault(status: 500),
                "The catalogue's search engine cannot be reached; single datasets may still open."
            ),
            (500, "<html><body>Server Error</body></html>", .serverFault(status: 500), "Server Error"),
            (
                404, "<html><title>404 Not Found</title></html>", .notFound,
                "There is no CKAN at this address: give the address in front of /api/3/action."
            ),
            (200, #"{"success": false, "error": {"__type": "Not Found Error", "message": "gone"}}"#, .notFound, "gone"),
            (200, #"{"success": false}"#, .unreadableAnswer, ""),
            (200, #"{"success": true, "result": null}"#, .unreadableAnswer, "The answer is JSON of another shape."),
        ])
    func refusals(status: Int, body: String, kind: PortalError.Kind, detail: String) async throws {
        try await withCKAN { _ in
            HTTPText.answer(body, status: "\(status) X")
        } _: { ckan, _ in
            let error = await failure { () throws(PortalError) in try await ckan.dataset(DatasetID("a")) }
            #expect(error?.kind == kind)
            #expect(error?.detail ?? "" == detail)
            #expect(error?.requestID != nil)
        }
    }
}
