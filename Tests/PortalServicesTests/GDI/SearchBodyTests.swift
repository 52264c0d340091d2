import Foundation
import PortalModel
import Testing

@testable import PortalServices

/// What leaves the program for a search, byte for byte: a service reads nothing else of what a person meant.
@Suite("Bodies of searches")
struct SearchBodyTests {
    private static let publisher = FilterKey(source: "ckan", key: "publisher_name")
    private static let disease = FilterKey(source: "beacon", key: "diseases")

    private static func facet(
        _ key: FilterKey, _ value: String, _ comparison: FacetOperator = .equal, _ kind: FilterKind = .dropdown
    ) -> FacetSelection {
        FacetSelection(
            filter: key, kind: kind, value: LabelledValue(value: value, label: value), comparison: comparison,
            filterLabel: key.key)
    }

    struct Sent: Sendable {
        var query: SearchQuery
        var body: String
    }

    private static func body(_ query: String, facets: String = "", beacon: Bool = false) -> String {
        #"{"facets":[\#(facets)],"includeBeacon":\#(beacon),"operator":"OR","query":"\#(query)","rows":50,"#
            + #""sort":"score desc, metadata_modified desc","start":0}"#
    }

    private static func wire(
        _ key: String, _ value: String, _ sign: String = "=", type: String = "DROPDOWN", source: String = "ckan"
    ) -> String {
        #"{"key":"\#(key)","operator":"\#(sign)","source":"\#(source)","type":"\#(type)","value":"\#(value)"}"#
    }

    static let sent: [Sent] = [
        Sent(query: SearchQuery(), body: body("")),
        Sent(query: SearchQuery(text: "asthma"), body: body("asthma")),
        Sent(query: SearchQuery(text: "asthma", matching: .any), body: body("asthma")),
        // All of the words, and any of them: said in the query, since `operator` is about facets.
        Sent(query: SearchQuery(text: "breast cancer"), body: body("breast AND cancer")),
        Sent(
            query: SearchQuery(text: #""whole genome" asthma"#),
            body: body(#"\"whole genome\" AND asthma"#)),
        Sent(
            query: SearchQuery(text: "breast cancer", matching: .any),
            body: body("title:(breast OR cancer)^4 OR text:(breast OR cancer)")),
        // Two values of one filter widen, whatever is wanted of the words.
        Sent(
            query: SearchQuery(facets: [facet(publisher, "North"), facet(publisher, "South")]),
            body: body("", facets: "\(wire("publisher_name", "North")),\(wire("publisher_name", "South"))")),
        Sent(
            query: SearchQuery(text: "a b", facets: [facet(publisher, "North")], matching: .any),
            body: body("title:(a OR b)^4 OR text:(a OR b)", facets: wire("publisher_name", "North"))),
        // A Beacon's facet has the Beacons asked.
        Sent(
            query: SearchQuery(facets: [facet(disease, "NCIT:C28397")]),
            body: body("", facets: wire("diseases", "NCIT:C28397", source: "beacon"), beacon: true)),
        Sent(query: SearchQuery(includeBeacon: true), body: body("", beacon: true)),
        Sent(
            query: SearchQuery(facets: [.series("The Cancer Genome Atlas")]),
            body: body("", facets: wire("vocab_in_series_title", "The Cancer Genome Atlas", type: "FREE_TEXT"))),
        // The service's bounds of numbers belong to the range.
        Sent(
            query: SearchQuery(facets: [
                facet(FilterKey(source: "ckan", key: "n"), "100", .greater, .number),
                facet(FilterKey(source: "ckan", key: "n"), "200", .less, .number),
            ]),
            body: body(
                "", facets: "\(wire("n", "101", ">=", type: "NUMBER")),\(wire("n", "199", "<=", type: "NUMBER"))")),
    ]

    @Test("The GDI dialect sends just this", arguments: sent)
    func gdi(sent: Sent) async throws {
        let answer =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n"
            + #"{"count":0,"results":[]}"#
        try await ScriptedServer.answering { _, _ in .bytes(answer) }.run { server async throws in
            try await withPortal(discovery: server.address, access: server.address, token: nil) { portal async throws in
                _ = try await portal.discoveryService.search(sent.query, 0, 50)
            }
            #expect(server.requests.map(\.body) == [sent.body])
        }
    }

    @Test("What holds no word finds nothing, and nobody is asked", arguments: ["?", "%", "🧬", "* ? --", "\"…\""])
    func noWord(text: String) async throws {
        try await ScriptedServer.answering { _, _ in .closeWithoutAnswer }.run { server async throws in
            for dialect in [DiscoveryDialect.gdi, .ckan] {
                let portal = try PortalClient(PortalAddresses(discovery: server.address, discoveryDialect: dialect))
                let page = try await portal.discoveryService.search(SearchQuery(text: text), 0, 50)
                #expect(page.total == 0)
                await portal.shutdown()
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("At a CKAN words and facets are asked for apart")
    func ckan() {
        let facets = [Self.facet(Self.publisher, "North"), Self.facet(Self.publisher, "South")]
        let any = SolrQuery(SearchQuery(text: "breast cancer", facets: facets, matching: .any))
        #expect(any.q == "title:(breast OR cancer)^4 OR text:(breast OR cancer)")
        #expect(any.fq == #"+(publisher_name:"North" OR publisher_name:"South")"#)
        let all = SolrQuery(SearchQuery(text: "breast cancer", facets: facets))
        #expect(all.q == "title:(breast AND cancer)^4 OR text:(breast AND cancer)")
        #expect(all.fq == any.fq)
        #expect(
            SolrQuery(SearchQuery(facets: [.series("The Atlas")])).fq == #"+vocab_in_series_title:"The Atlas""#)
    }
}
