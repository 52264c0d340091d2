import FoundationEssentials
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("What a CKAN says of itself and of its token")
struct CKANCharacterTests {
    /// What is kept between runs, and what was said.
    private final class Desk: Sendable {
        let kept = Mutex<CatalogueFacts?>(nil)
        let notes = Mutex<[String]>([])

        var options: ConnectionOptions {
            var options = ConnectionOptions()
            options.retry = .never
            options.onNote = { note in self.notes.withLock { $0.append(note.sentence) } }
            options.catalogueMemory = CatalogueMemory(
                recall: { self.kept.withLock { $0 } }, keep: { facts in self.kept.withLock { $0 = facts } })
            return options
        }
    }

    /// As CKAN 2.11 answers: a wrong token is nobody's, and user_show without an id is about whoever calls.
    private static func answer(
        _ request: ScriptedServer.Request, version: String, extensions: String = "[]"
    ) -> ScriptedServer.Answer {
        let isKnown = request.headers["authorization"] == "right"
        if request.line.contains("status_show") {
            return HTTPText.json(
                #"{"success": true, "result": {"ckan_version": "\#(version)", "extensions": \#(extensions)}}"#)
        }
        if request.line.contains("user_show") || request.line.contains("dashboard_new_activities_count") {
            return isKnown
                ? HTTPText.json(#"{"success": true, "result": 3}"#)
                : HTTPText.json(
                    #"{"success": false, "error": {"__type": "Not Found Error", "message": "Not found"}}"#,
                    status: "404 Not Found")
        }
        if request.line.contains("package_show"), !isKnown {
            return HTTPText.json(
                #"{"success": false, "error": {"__type": "Authorization Error", "message": "Access denied"}}"#,
                status: "403 Forbidden")
        }
        return HTTPText.json(#"{"success": true, "result": {"count": 1, "results": [{"id": "a", "title": "A"}]}}"#)
    }

    private func run(
        _ desk: Desk, token: String? = nil, at server: ScriptedServer,
        _ body: (DiscoveryService) async throws -> Void
    ) async throws {
        let client = try PortalClient(
            PortalAddresses(discovery: server.address, discoveryDialect: .ckan), options: desk.options,
            secrets: ServiceSecrets(ckanToken: token.map { Secret($0) }))
        do { try await body(client.discoveryService) } catch {
            await client.shutdown()
            throw error
        }
        await client.shutdown()
    }

    private func count(_ action: String, _ server: ScriptedServer) -> Int {
        server.requests.count { $0.line.contains(action) }
    }

    @Test("It is asked what it is by the first run, and not by the next ones")
    func once() async throws {
        let desk = Desk()
        try await ScriptedServer.answering { request, _ in Self.answer(request, version: "2.11.6") }.run { server in
            for _ in 0..<3 {
                try await run(desk, at: server) { ckan in _ = try await ckan.search(SearchQuery(), 0, 10) }
            }
            #expect(count("status_show", server) == 1)
            #expect(count("user_show", server) == 0)
            #expect(desk.notes.withLock { $0 }.isEmpty)
        }
    }

    @Test("Calls that begin together wait for one answer")
    func together() async throws {
        let desk = Desk()
        try await ScriptedServer.answering { request, _ in Self.answer(request, version: "2.11.6") }.run { server in
            try await run(desk, at: server) { ckan in
                async let first = ckan.search(SearchQuery(), 0, 10)
                async let second = ckan.search(SearchQuery(text: "x"), 0, 10)
                _ = try await (first, second)
            }
            #expect(count("status_show", server) == 1)
        }
    }

    @Test("An extension whose actions are missing is forgotten in what is kept too")
    func odd() async throws {
        let desk = Desk()
        desk.kept.withLock { $0 = CatalogueFacts(extensions: ["gdi_userportal"]) }
        try await ScriptedServer.answering { request, _ in
            request.line.contains("enhanced")
                ? HTTPText.json(#""Bad request - Action name not known: enhanced_package_search""#, status: "400 Bad")
                : Self.answer(request, version: "2.11.6")
        }.run { server in
            try await run(desk, at: server) { ckan in _ = try await ckan.search(SearchQuery(), 0, 10) }
            try await run(desk, at: server) { ckan in _ = try await ckan.search(SearchQuery(), 0, 10) }
            #expect(count("enhanced", server) == 1)
            #expect(count("status_show", server) == 0)
            #expect(desk.kept.withLock { $0?.extensions } == [])
        }
    }

    @Test("What something on the way may have answered is forgotten for this run alone")
    func onTheWay() async throws {
        let desk = Desk()
        desk.kept.withLock { $0 = CatalogueFacts(extensions: ["gdi_userportal"]) }
        try await ScriptedServer.answering { request, _ in
            request.line.contains("enhanced")
                ? HTTPText.json("{}", status: "404 Not Found")
                : Self.answer(request, version: "2.11.6")
        }.run { server in
            try await run(desk, at: server) { ckan in
                _ = try await ckan.search(SearchQuery(), 0, 10)
                _ = try await ckan.search(SearchQuery(), 0, 10)
            }
            #expect(count("enhanced", server) == 1)
            #expect(desk.kept.withLock { $0?.extensions } == ["gdi_userportal"])
        }
    }

    @Test("Where it could not be asked what it is, nothing is written down of it")
    func unasked() async throws {
        let desk = Desk()
        try await ScriptedServer.answering { request, _ in
            request.line.contains("status_show")
                ? HTTPText.json("{}", status: "500 Internal Server Error")
                : Self.answer(request, version: "2.11.6")
        }.run { server in
            try await run(desk, token: "wrong", at: server) { ckan in
                await #expect(throws: PortalError.self) { try await ckan.dataset(DatasetID("a")) }
            }
            #expect(desk.kept.withLock { $0 } == nil)
        }
    }

    @Test(
        "A token that is not known is said, once a run; one that is known costs one call",
        arguments: ["2.9.9", "2.11.6"])
    func token(version: String) async throws {
        let action = version == "2.9.9" ? "dashboard_new_activities_count" : "user_show"
        try await ScriptedServer.answering { request, _ in Self.answer(request, version: version) }.run { server in
            let desk = Desk()
            for round in 1...2 {
                try await run(desk, token: "wrong", at: server) { ckan in
                    _ = try await ckan.search(SearchQuery(), 0, 10)
                    _ = try await ckan.search(SearchQuery(), 0, 10)
                }
                // It may have been made known meanwhile.
                #expect(count(action, server) == round)
                #expect(desk.notes.withLock { $0.count } == round)
            }
            #expect(desk.notes.withLock { $0.first }?.contains("does not know the token") == true)
            let other = Desk()
            for _ in 1...2 {
                try await run(other, token: "right", at: server) { ckan in
                    _ = try await ckan.search(SearchQuery(), 0, 10)
                }
            }
            #expect(other.notes.withLock { $0 }.isEmpty)
            #expect(count(action, server) == 3)
        }
    }

    @Test("A refusal says that the token is not known, also where it was known before")
    func refusal() async throws {
        let desk = Desk()
        desk.kept.withLock { $0 = CatalogueFacts(knowsCaller: true) }
        try await ScriptedServer.answering { request, _ in Self.answer(request, version: "2.11.6") }.run { server in
            try await run(desk, token: "wrong", at: server) { ckan in
                let error = await #expect(throws: PortalError.self) { try await ckan.dataset(DatasetID("a")) }
                #expect(error?.kind == .forbidden)
                #expect(error?.detail?.contains("does not know the token") == true)
                #expect(error?.detail?.contains("Access denied") == true)
            }
            #expect(desk.kept.withLock { $0?.knowsCaller } == false)
            #expect(count("status_show", server) == 1)
        }
    }

    @Test("A CKAN that refuses everything is asked no questions without end")
    func refusesAll() async throws {
        try await ScriptedServer.answering { _, _ in
            HTTPText.json(
                #"{"success": false, "error": {"__type": "Authorization Error", "message": "Access denied"}}"#,
                status: "403 Forbidden")
        }.run { server in
            try await run(Desk(), token: "wrong", at: server) { ckan in
                let error = await #expect(throws: PortalError.self) { try await ckan.search(SearchQuery(), 0, 1) }
                #expect(error?.kind == .forbidden)
            }
            #expect(server.requests.count < 6)
        }
    }

    @Test(
        "Without its search engine it is said which part is broken, and what still works",
        arguments: [
            (500, "Search Connection Error", "Connection to Solr failed"),
            (500, "Search Index Error", "Unable to run query"),
            (
                409, "Search Error",
                "SOLR returned an error running query: {…} Error: ConnectionError('[Errno 111] Connection refused')"
            ),
            (409, "Search Error", "SOLR returned an error: HTTP 503 SolrCore is loading"),
        ])
    func engine(status: Int, type: String, message: String) async throws {
        try await ScriptedServer.answering { request, _ in
            request.line.contains("package_search")
                ? HTTPText.json(
                    #"{"success": false, "error": {"__type": "\#(type)", "message": "\#(message)"}}"#,
                    status: "\(status) Error")
                : HTTPText.json(#"{"success": true, "result": {"ckan_version": "2.11.6", "id": "a", "title": "A"}}"#)
        }.run { server in
            try await run(Desk(), at: server) { ckan in
                let error = await #expect(throws: PortalError.self) { try await ckan.search(SearchQuery(), 0, 10) }
                #expect(error?.kind == .serverFault(status: status))
                #expect(error?.detail?.contains("search engine") == true)
                let single = try await ckan.dataset(DatasetID("a"))
                #expect(single.summary.title == "A")
                let finding = await ServiceCheck(ServicePlace(.discovery, at: server.address)) {
                    () throws(PortalError) in
                    try await ckan.status()
                }.finding(within: .seconds(300))
                #expect(finding.state == .unhealthy)
                #expect(finding.detail?.contains("CKAN 2.11.6 itself answers") == true)
                #expect(finding.detail?.contains("search engine") == true)
            }
        }
    }

    @Test("An engine that refuses a search for everything is unwell, whatever it says")
    func engineRefuses() async throws {
        try await ScriptedServer.answering { request, _ in
            request.line.contains("package_search")
                ? HTTPText.json(
                    #"{"success": false, "error": {"__type": "Search Error", "message": "undefined field"}}"#,
                    status: "409 Conflict")
                : Self.answer(request, version: "2.11.6")
        }.run { server in
            try await run(Desk(), at: server) { ckan in
                let error = await #expect(throws: PortalError.self) { try await ckan.status() }
                #expect(error?.detail?.contains("refuses every search") == true)
            }
        }
    }

    @Test("Health says of a token that it is not known")
    func health() async throws {
        try await ScriptedServer.answering { request, _ in Self.answer(request, version: "2.11.6") }.run { server in
            try await run(Desk(), token: "wrong", at: server) { ckan in
                let words = try await ckan.status().words
                #expect(words?.contains("does not know the token") == true)
            }
            try await run(Desk(), token: "right", at: server) { ckan in
                let words = try await ckan.status().words
                #expect(words?.contains("token") != true)
            }
        }
    }
}
