import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("The developer guide's services")
struct GuideTests {
    private func withGuide(
        _ answer: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer,
        _ body: (PortalClient, ScriptedServer) async throws -> Void
    ) async throws {
        try await ScriptedServer.answering { request, _ in answer(request) }.run { server in
            let client = try PortalClient(
                PortalAddresses(
                    discovery: server.address, discoveryDialect: .guide, access: server.address, accessDialect: .guide),
                credentials: .readyToken(Secret("t")))
            do { try await body(client, server) } catch {
                await client.shutdown()
                throw error
            }
            await client.shutdown()
        }
    }

    static func datasets(_ count: Int, total: Int) -> String {
        let list = (0..<count).map { #"{"id": "d\#($0)", "title": "T\#(99 - $0)", "themes": ["\#($0 % 2)"]}"# }
        return #"{"datasets": [\#(list.joined(separator: ","))], "total": \#(total)}"#
    }

    static let request = #"""
        {"id": "req-7", "datasetId": "d1", "userId": "u1", "status": "approved", "createdAt": "2026-11-20T10:00:00Z",
         "updatedAt": "2026-11-21T10:00:00Z", "requestData": {"purpose": "To find out\nmore", "organization": "KI",
         "participants": [{"name": "Ada", "email": "a@ki.example", "role": "researcher", "organization": "KI"}]}}
        """#

    @Test("A page is cut out of as many as its end needs")
    func paging() async throws {
        try await withGuide { request in
            let limit = request.line.firstMatch(of: #/limit=(\d+)/#).flatMap { Int($0.output.1) } ?? 0
            return HTTPText.json(Self.datasets(min(limit, 45), total: 45))
        } _: { guide, server in
            let page = try await guide.discoveryService.search(SearchQuery(text: " lung cancer "), 40, 10)
            #expect(page.total == 45)
            #expect(page.start == 40)
            #expect(page.results.compactMap { $0.dataset?.identifier } == (40..<45).map { "d\($0)" })
            #expect(server.requests.last?.line == "GET /api/v1/search?q=lung%20cancer&limit=50 HTTP/1.1")
            #expect(server.requests.last?.headers["authorization"] == "Bearer t")
            _ = try await guide.discoveryService.search(SearchQuery(), 0, 10)
            #expect(server.requests.last?.line == "GET /api/v1/datasets?limit=10 HTTP/1.1")
            for (start, rows) in [(Int.max, Int.max), (.min, .min)] {
                #expect(try await guide.discoveryService.search(SearchQuery(), start, rows).results.isEmpty)
            }
        }
    }

    @Test("Order and facets are kept to here, since the service knows none")
    func narrowing() async throws {
        try await withGuide { _ in
            HTTPText.json(Self.datasets(45, total: 45))
        } _: { guide, server in
            let theme = FacetSelection(
                filter: FilterKey(source: "guide", key: "theme"), kind: .dropdown,
                value: LabelledValue(value: "1", label: "1"), filterLabel: "Theme")
            let query = SearchQuery(text: "x", facets: [theme], sort: .titleAscending)
            let page = try await guide.discoveryService.search(query, 1, 2)
            #expect(page.total == 22)
            #expect(page.results.compactMap { $0.dataset?.title } == ["T58", "T60"])
            #expect(server.requests.last?.line == "GET /api/v1/search?q=x&limit=1000 HTTP/1.1")
        }
    }

    @Test(
        "Facets in the shapes that the guide leaves open",
        arguments: [
            #"{"facets": [{"key": "theme", "label": "Theme", "values": [{"value": "a", "label": "A", "count": 3}]}]}"#,
            #"{"facets": {"theme": [{"value": "a", "label": "A", "count": 3}]}}"#,
            #"{"facets": {"theme": {"label": "Theme", "values": {"a": 3}}}}"#,
        ])
    func facets(text: String) async throws {
        try await withGuide { _ in
            HTTPText.json(text)
        } _: { guide, _ in
            let filters = try await guide.discoveryService.filters()
            #expect(filters.map(\.label) == ["Theme"])
            #expect(filters.first?.values.first?.term.value == "a")
            #expect(filters.first?.values.first?.count == 3)
        }
    }

    @Test("A request is created and submitted by one call, with everything in it")
    func send() async throws {
        try await withGuide { _ in
            HTTPText.json(Self.request)
        } _: { guide, server in
            let access = guide.accessService
            let form = try await access.form(["d1"])
            #expect(form.id == .unsent)
            #expect(
                form.forms.first?.fields.map(\.id.field) == [
                    "purpose", "organization", "ethicsApproval", "participants",
                ])
            #expect(server.requests.isEmpty)
            #expect(try await access.send(["d1"], Self.answers) == ApplicationID("req-7"))
            #expect(server.requests.map(\.line) == ["POST /api/v1/requests HTTP/1.1"])
            #expect(
                try JSONValue(literal: server.requests[0].body)
                    == JSONValue(
                        literal: #"""
                            {"datasetId": "d1", "status": "submitted", "requestData": {"purpose": "To find out",
                             "organization": "KI", "participants": [{"name": "Ada", "email": "a@ki.example",
                             "role": "researcher", "organization": "KI"}]}}
                            """#))
            let several = await failure { () throws(PortalError) in try await access.send(["d1", "d2"], Self.answers) }
            #expect(several?.kind == .invalid([]))
            #expect(server.requests.count == 1)
        }
    }

    private static let answers: [FieldID: FieldValue] = [
        GuideForm.purpose: .text("To find out"), GuideForm.organization: .text("KI"),
        GuideForm.ethicsApproval: .text(""),
        GuideForm.participants: .table([
            ["name": "Ada", "email": "a@ki.example", "role": "researcher", "organization": "KI"]
        ]),
    ]

    @Test("What the contract does not allow is told at its fields before anything is sent")
    func incomplete() async throws {
        try await withGuide { _ in
            HTTPText.json(Self.request)
        } _: { guide, server in
            func warnings(_ change: (inout [FieldID: FieldValue]) -> Void) async -> [String] {
                var answers = Self.answers
                change(&answers)
                let error = await failure { () throws(PortalError) in
                    try await guide.accessService.send(["d1"], answers)
                }
                guard case .invalid(let warnings)? = error?.kind else { return [] }
                return warnings.map { "\($0.field?.field ?? "-") \($0.key.split(separator: "/").last ?? "")" }
            }
            #expect(
                await warnings { $0 = [:] } == ["purpose required", "organization required", "participants required"])
            #expect(await warnings { $0[GuideForm.purpose] = .text("  ") } == ["purpose required"])
            func participant(_ change: [String: String]) -> FieldValue {
                var row = ["name": "Ada", "email": "a@ki.example", "role": "researcher", "organization": "KI"]
                row.merge(change) { _, new in new }
                return .table([row])
            }
            #expect(
                await warnings { $0[GuideForm.participants] = participant(["name": ""]) }
                    == ["participants column-values-missing"])
            #expect(
                await warnings { $0[GuideForm.participants] = participant(["email": "nobody"]) }
                    == ["participants invalid-email"])
            #expect(
                await warnings { $0[GuideForm.participants] = participant(["role": "boss"]) }
                    == ["participants invalid-value"])
            #expect(server.requests.isEmpty)
        }
    }

    @Test("Requests are listed and open with their answers in the form")
    func read() async throws {
        try await withGuide { request in
            HTTPText.json(request.line.contains("req-7") ? Self.request : #"{"requests": [\#(Self.request), {}, 3]}"#)
        } _: { guide, server in
            let list = try await guide.accessService.applications()
            #expect(list.map(\.title) == ["To find out"])
            #expect(list.first?.state == .approved)
            #expect(list.first?.datasets.map(\.identifier) == ["d1"])
            let request = try await guide.accessService.application(ApplicationID("req-7"))
            #expect(request.field(GuideForm.purpose)?.value == .text("To find out\nmore"))
            guard case .table(let rows)? = request.field(GuideForm.participants)?.value else {
                Issue.record("The participants are no table.")
                return
            }
            #expect(rows.map { $0["role"] } == ["researcher"])
        }
    }

    @Test("What the service finds wrong is told at its field, and what it does not have is not asked for")
    func refusals() async throws {
        try await withGuide { _ in
            HTTPText.json(
                #"{"message": "Invalid request", "errors": [{"field": "requestData.participants[0].email"}]}"#,
                status: "400 Bad Request")
        } _: { guide, server in
            let error = await failure { () throws(PortalError) in
                try await guide.accessService.send(["d"], Self.answers)
            }
            #expect(
                error?.kind
                    == .invalid([
                        ValidationWarning(key: "t.form.validation/invalid-value", field: GuideForm.participants)
                    ]))
            #expect(error?.detail == "Invalid request")
            let cancel = await failure { () throws(PortalError) in
                try await guide.accessService.cancel(ApplicationID("req-7"))
            }
            #expect(cancel?.feature == .cancelRequest)
            #expect(server.requests.count == 1)
        }
    }

    @Test("Damaged answers are read as far as they go")
    func damage() throws {
        let request = try JSONValue(literal: Self.request)
        let search = try JSONValue(literal: Self.datasets(3, total: 3))
        let facets = try JSONValue(literal: #"{"facets": {"theme": {"label": "T", "values": {"a": 3}}, "b": ["c"]}}"#)
        var random = SeededRandom(seed: 21)
        for round in 0..<1500 {
            var damaged = request
            for _ in 0...(round % 5) { damaged = damaged.mutated(using: &random) }
            let opened = try #require(Application(guide: damaged, requested: ApplicationID("r")))
            #expect(opened.forms.first?.fields.count == 4)
            let list = JSONValue.array([request, damaged, request]).list.compactMap(ApplicationSummary.init(guide:))
            #expect(list.count { $0.id == ApplicationID("req-7") } >= 2)
            _ = search.mutated(using: &random)["datasets"].list.map(SearchResult.init(guide:))
            _ = DatasetDetail(guide: search["datasets"].list[0].mutated(using: &random), requested: DatasetID("d"))
            _ = GuideFacets.filters(in: facets.mutated(using: &random))
            _ = facets.mutated(using: &random)["facets"].list.compactMap(Organization.init(guide:))
        }
    }
}
