import Foundation
import PortalDomain
import Testing

@testable import PortalServices

@Suite("From a FAIR Data Point to its datasets")
struct FDPCrawlTests {
    private static let root = """
        <> a fdp:FAIRDataPoint ; dct:title "Point" ; fdp:metadataCatalog </c> .
        """

    private func everything(_ discovery: DiscoveryService) async throws -> SearchPage {
        try await discovery.search(SearchQuery(), 0, 1000)
    }

    @Test("Each document is asked for once, whatever links in circles, and by nobody's token")
    func circles() async throws {
        try await FDPUnderTest.with(documents: [
            "/": Self.root + #"<> dct:hasPart <>, </c> ; ldp:contains </c> ."#,
            "/c": #"<> a dcat:Catalog ; dct:title "C" ; dcat:catalog <>, </c>, </> ; dcat:dataset </d/1>, </d/2> ."#
                + #"[] a ldp:DirectContainer ; ldp:membershipResource <> ; ldp:contains </d/1>, </d/2> ."#,
            "/d/1": #"<> a dcat:Dataset ; dct:title "One" ; dct:hasPart </d/2>, </> ."#,
            "/d/2": #"<> a dcat:DatasetSeries ; dct:title "Two" ; dcat:seriesMember </d/1>, </d/2>, </d/3> ."#,
            "/d/3": #"<> a dcat:Dataset ; dct:title "Three" ."#,
        ]) { discovery, server in
            let page = try await everything(discovery)
            #expect(page.titles == ["One", "Two", "Three"])
            #expect(page.reasons.isEmpty)
            #expect(page.results.compactMap { $0.dataset?.isSeries } == [false, true, false])
            #expect(Set(page.results.compactMap { $0.dataset?.catalogue }) == ["C"])
            let paths = server.requests.map(FDPUnderTest.path)
            #expect(paths.sorted() == ["/", "/c", "/d/1", "/d/2", "/d/3"])
            #expect(server.requests.allSatisfy { $0.headers["accept"] == "text/turtle, application/rdf+xml;q=0.9" })
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == nil })
            // What was collected answers whatever is asked next.
            #expect(try await discovery.search(SearchQuery(text: "three"), 0, 10).titles == ["Three"])
            #expect(try await discovery.filters().contains { $0.key.key == "modified" })
            #expect(server.requests.count == 5)
        }
    }

    @Test("What cannot be read is named with its reason and hides nothing else")
    func damage() async throws {
        try await FDPUnderTest.with { path in
            switch path {
            case "/": FDPUnderTest.turtle(Self.root)
            case "/c":
                FDPUnderTest.turtle(
                    """
                    <> a dcat:Catalog ; dcat:dataset </good>, </broken>, </gone>, </page>, </jsonld>, </about-others>,
                        <https://elsewhere.example/d>, [ a dcat:Dataset ; dct:title "No name" ], [ dct:title "?" ] .
                    """)
            case "/good": FDPUnderTest.turtle(#"<> a dcat:Dataset ; dct:title "Good" ."#)
            case "/broken": FDPUnderTest.turtle("<> a dcat:Dataset ; dct:title \"never closed\n")
            case "/page": FDPUnderTest.answer("<!DOCTYPE html><html><h1>Sign in</h1></html>", type: "text/html")
            case "/jsonld": FDPUnderTest.answer(#"{"@id": "x"}"#, type: "application/ld+json")
            case "/about-others": FDPUnderTest.turtle(#"</good> a dcat:Dataset ; dct:title "Good" ."#)
            default: FDPUnderTest.gone
            }
        } _: { discovery, _ in
            let page = try await everything(discovery)
            #expect(page.titles == ["Good"])
            #expect(page.total == 9)
            #expect(page.reasons.contains(.answer(.notTurtle(line: 7))), "\(page.reasons)")
            #expect(page.reasons.contains(.answer(.onlyJSONLD)))
            #expect(page.reasons.contains(.answer(.pageForAnswer(line: "Sign in"))))
            #expect(page.reasons.contains(.catalogue(.saysNothing)))
            #expect(page.reasons.contains(.catalogue(.liesElsewhere(host: "elsewhere.example"))))
            #expect(page.reasons.count { $0 == .answer(.recordWithoutID) } == 2)
            // Narrowed, they are not among what was found.
            #expect(try await discovery.search(SearchQuery(text: "good"), 0, 10).total == 1)
        }
    }

    @Test("A list that is cut into pages is read to its end, each page once")
    func pages() async throws {
        func hydra(_ text: String) -> String {
            "@prefix hydra: <http://www.w3.org/ns/hydra/core#> . " + text
        }
        try await FDPUnderTest.with(documents: [
            "/": Self.root,
            "/c": hydra(
                #"<> a dcat:Catalog ; dct:title "C" ; dcat:dataset </d/1> ; hydra:view <?page=0> ."#
                    + "<?page=0> a hydra:PartialCollectionView ; hydra:next <?page=1> ."),
            "/c?page=1": hydra(
                #"</c> a dcat:Catalog ; dcat:dataset </d/2> . <?page=1> hydra:next <?page=2> ; hydra:first <?page=0> ."#
            ),
            "/c?page=2": hydra(
                #"</c> a dcat:Catalog ; dcat:dataset </d/3>, </d/1> . <?page=2> hydra:nextPage "/c?page=1" ."#),
            "/d/1": #"<> a dcat:Dataset ; dct:title "One" ."#, "/d/2": #"<> a dcat:Dataset ; dct:title "Two" ."#,
            "/d/3": #"<> a dcat:Dataset ; dct:title "Three" ."#,
        ]) { discovery, server in
            let page = try await everything(discovery)
            #expect(Set(page.titles) == ["One", "Two", "Three"])
            #expect(Set(page.results.compactMap { $0.dataset?.catalogue }) == ["C"])
            let paths = server.requests.map(FDPUnderTest.path)
            #expect(paths.count == Set(paths).count, "\(paths)")
        }
    }

    @Test("There is an end to what is followed, and it is said")
    func endless() async throws {
        try await FDPUnderTest.with { path in
            let number = Int(path.dropFirst()) ?? 0
            return FDPUnderTest.turtle(
                path == "/"
                    ? Self.root + "<> ldp:contains </1> ."
                    : """
                    <> a dcat:Catalog ; dcat:dataset </\(number * 2)>, </\(number * 2 + 1)> ; dct:hasPart
                        [ a dcat:Dataset ; dct:title "Inner \(number)" ; dct:identifier "i\(number)" ] .
                    """)
        } _: { _, server in
            let base = try BaseAddress(server.address)
            let endpoint = Endpoint(
                base: base, client: SharedClient(.init()), options: .init(), language: "en", credentials: .none,
                breaker: CircuitBreaker(.init()))
            func collection(_ bounds: FDPCrawl.Bounds) async throws(PortalError) -> FDPCollection {
                try await FDPCrawl(
                    documents: FDPDocuments(transport: Transport(endpoint)), place: FDPPlace(base: base),
                    languages: ["en"], bounds: bounds
                ).collection()
            }
            let few = try await collection(.init(documents: 20))
            #expect(
                few.unreadable.count {
                    $0
                        == .unreadable(
                            id: nil, reason: .catalogue(.linksTooMuch(documents: 20, megabytes: 128)))
                } == 1)
            #expect(few.datasets.count <= 20)
            let flat = try await collection(.init(levels: 3))
            #expect(
                flat.unreadable.contains {
                    if case .unreadable(_, .catalogue(.nestedTooDeep(levels: 3))) = $0 { true } else { false }
                })
            #expect(server.requests.count < 60)
            let small = try await collection(.init(bytes: 3000))
            #expect(small.unreadable.count >= 1)
            try await endpoint.client.shutdown()
        }
    }

    @Test("A point that answers nothing but pages, JSON-LD, RDF/XML or too much says so in a sentence")
    func otherPoints() async throws {
        let answers: [(ScriptedServer.Answer, String)] = [
            (FDPUnderTest.answer("<html>Hello</html>", type: "text/html"), "A web page came in place of the answer"),
            (
                FDPUnderTest.answer(#"{"@graph": []}"#, type: "application/ld+json"),
                "as JSON-LD and neither as Turtle nor as RDF/XML"
            ),
            (
                FDPUnderTest.answer(#"[{"@id": "x"}]"#, type: "text/plain"),
                "as JSON-LD and neither as Turtle nor as RDF/XML"
            ),
            (
                FDPUnderTest.answer("<?xml version='1.0'?><rdf:RDF/>", type: "application/rdf+xml"),
                "no RDF/XML that could be read"
            ),
            (
                FDPUnderTest.answer(
                    "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><r>&a;</r>", type: "application/rdf+xml"),
                "wants others read into it"
            ),
            (
                FDPUnderTest.answer("<?xml version='1.0'?>\n<html><body>Sign in</body></html>", type: "text/xml"),
                "A web page came in place of the answer"
            ),
            (FDPUnderTest.turtle("<> a foaf:Document ."), "There is no FAIR Data Point at this address"),
            (FDPUnderTest.answer("", type: "text/turtle"), "There is no FAIR Data Point at this address"),
            (FDPUnderTest.answer("<> <a> q:b .", type: "text/turtle"), "it uses a prefix that it does not declare"),
            (
                .endless(
                    head: "HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\n\r\n",
                    chunk: Array(String(repeating: "<a> <b> <c> .\n", count: 4096).utf8)), "MB"
            ),
        ]
        for (answer, words) in answers {
            try await FDPUnderTest.with { _ in
                answer
            } _: { discovery, _ in
                let error = await #expect(throws: PortalError.self) { try await everything(discovery) }
                #expect(error?.detail?.contains(words) == true, "\(words): \(error?.detail ?? "nothing")")
            }
        }
    }

    @Test("A point that refuses to speak Turtle is asked what it has, to say so")
    func refusing() async throws {
        try await ScriptedServer.answering { request, _ in
            request.headers["accept"]?.contains("ld+json") == true
                ? FDPUnderTest.answer(#"{"@id": "x"}"#, type: "application/ld+json")
                : FDPUnderTest.answer("", type: "text/plain", status: "406 Not Acceptable")
        }.run { server in
            let client = try PortalClient(PortalAddresses(discovery: server.address, discoveryDialect: .fdp))
            let error = await #expect(throws: PortalError.self) { try await client.discoveryService.status() }
            #expect(error?.reason == .answer(.onlyJSONLD))
            await client.shutdown()
        }
    }

    @Test("A point that looks for the name of one form alone is asked again, and its RDF/XML is read")
    func literalMinded() async throws {
        let text = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/">
            <r:FAIRDataPoint xmlns:r="https://w3id.org/fdp/fdp-o#" rdf:about=""><dct:title>Point</dct:title>
            </r:FAIRDataPoint></rdf:RDF>
            """
        try await ScriptedServer.answering { request, _ in
            request.headers["accept"]?.hasPrefix("application/rdf+xml") == true
                ? FDPUnderTest.answer(text, type: "application/rdf+xml")
                : FDPUnderTest.answer("", type: "text/plain", status: "406 Not Acceptable")
        }.run { server in
            let client = try PortalClient(PortalAddresses(discovery: server.address, discoveryDialect: .fdp))
            #expect(try await client.discoveryService.status().words == "Point")
            #expect(server.requests.count == 2)
            await client.shutdown()
        }
    }

    @Test("One collecting answers all who ask meanwhile; who gives up does not end it")
    func together() async throws {
        try await FDPUnderTest.with(documents: [
            "/": Self.root, "/c": "<> a dcat:Catalog ; dcat:dataset </d> .",
            "/d": #"<> a dcat:Dataset ; dct:title "D" ."#,
        ]) { discovery, server in
            let given = Task { try await everything(discovery) }
            given.cancel()
            async let one = everything(discovery)
            async let other = discovery.filters()
            let (page, filters) = (try await one, try await other)
            #expect(page.titles == ["D"])
            #expect(!filters.isEmpty)
            #expect(server.requests.count == 3)
            _ = await given.result
        }
    }
}
