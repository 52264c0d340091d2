import Foundation
import Testing

@testable import PortalDemo

@Suite("Searching datasets")
struct DatasetSearchTests {
    @Test("words match from their beginning, whatever their case and accents")
    func words() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            #expect(try await portal.found(#"{"query":"ASTH"}"#) == ["asthma", "lung"], "the title weighs more")
            #expect(try await portal.found(#"{"query":"offentliche"}"#) == ["open"])
            #expect(Set(try await portal.found(#"{"query":"south inst","operator":"AND"}"#)) == ["lung", "open"])
            #expect(try await portal.found(#"{"query":"緊急"}"#) == ["taiwan"], "inside a run without spaces")
            #expect(try await portal.found(#"{"query":"nothing-like-this"}"#).isEmpty)
        }
    }

    @Test("words between quotation marks are looked for next to each other")
    func phrases() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            #expect(try await portal.found(#"{"query":"\"asthma cohort\"","operator":"AND"}"#) == ["asthma"])
            #expect(try await portal.found(#"{"query":"\"cohort asthma\"","operator":"AND"}"#).isEmpty)
            #expect(try await portal.found(#"{"query":"\"exclusion criterion\" lun","operator":"AND"}"#) == ["lung"])
            #expect(try await portal.found(#"{"query":"\"asthma coh","operator":"AND"}"#) == ["asthma"], "not closed")
        }
    }

    @Test("OR widens and AND narrows; OR is what a query without operator means")
    func operators() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            #expect(Set(try await portal.found(#"{"query":"spirometry exomes"}"#)) == ["asthma", "lung"])
            #expect(
                Set(try await portal.found(#"{"query":"spirometry exomes","operator":"OR"}"#)) == ["asthma", "lung"])
            #expect(try await portal.found(#"{"query":"spirometry exomes","operator":"AND"}"#).isEmpty)
            #expect(try await portal.found(#"{"query":"asthma exclusion","operator":"AND"}"#) == ["lung"])
        }
    }

    @Test(
        "whatever a person types is looked for, never run",
        arguments: [
            "\"", "\"\"\"", "\"a\" OR \"b\"", "NEAR(a b)", "title:asthma", "* OR *", "^a", "a NOT b", "-asthma", "(",
            ")))",
            "{title}: x", "a AND", "OR", "'; DROP TABLE dataset; --", "a\\:b", "%", "_", "\u{0}", "\u{1B}[31m",
            "🧬", "…", "asthma~2", "field_nobody_knows:1", "a+b+c", "https://example.org/?q=1&r=2", "\u{202E}abc",
        ])
    func hostileQueries(query: String) async throws {
        let quoted = String(decoding: try JSONEncoder().encode(query), as: UTF8.self)
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            for conjunction in ["AND", "OR"] {
                let answer = try await portal.search(#"{"query":\#(quoted),"operator":"\#(conjunction)"}"#)
                #expect(answer.status == 200, "\(answer.text)")
            }
            let many = try await portal.search(#"{"query":"\#(String(repeating: "word ", count: 5000))"}"#)
            #expect(many.status == 200)
        }
    }

    @Test("a query without words finds everything, as an empty one does")
    func noWords() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            for query in ["", "  ", "*:*", "?!"] {
                #expect(try await portal.search(#"{"query":"\#(query)"}"#).json["count"].int == 5)
            }
            let empty = try await portal.send(.post, .discovery, "api/v1/datasets/search")
            #expect(empty.json["count"].int == 5)
        }
    }

    @Test("results come in the order that is asked for, and datasets without a date come last")
    func sorting() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            func order(_ sort: String) async throws -> [String] { try await portal.found(#"{"sort":"\#(sort)"}"#) }
            #expect(try await order("metadata_modified desc") == ["lung", "asthma", "open", "taiwan", "bare"])
            #expect(try await order("metadata_modified asc") == ["open", "asthma", "lung", "taiwan", "bare"])
            #expect(try await order("metadata_created desc").prefix(2) == ["open", "asthma"])
            #expect(try await order("title asc").prefix(2) == ["bare", "asthma"])
            #expect(try await order("title_string desc").first == "taiwan")
            #expect(try await order("score desc, metadata_modified desc").first == "lung")
            #expect(try await portal.found(#"{"query":"asthma","sort":"score asc"}"#) == ["lung", "asthma"])
        }
    }

    @Test("an order that CKAN does not know is the server's failure", arguments: ["size desc", "title", "title up"])
    func unknownOrder(sort: String) async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let answer = try await portal.search(#"{"sort":"\#(sort)"}"#)
            #expect(answer.status == 500)
            #expect(answer.json["status"].int == 500)
            #expect(answer.json["title"].text?.isEmpty == false)
        }
    }

    @Test("pages together hold every dataset once")
    func paging() async throws {
        try await withPortal { portal async throws in
            let total = try #require(try await portal.search(#"{"rows":0}"#).json["count"].int)
            var seen: [String] = []
            while seen.count < total {
                let page = try await portal.found(
                    #"{"rows":50,"start":\#(seen.count),"sort":"metadata_modified desc"}"#)
                try #require(!page.isEmpty)
                seen += page
            }
            #expect(Set(seen).count == total)
            #expect(try await portal.found(#"{"start":\#(total)}"#).isEmpty)
            #expect(try await portal.found("{}").count == 10)
        }
    }

    @Test(
        "a search that cannot be is refused with the service's error body",
        arguments: [
            #"{"rows":1001}"#, #"{"rows":-1}"#, #"{"start":-1}"#, #"{"rows":"ten"}"#, #"{"operator":"XOR"}"#, "{", "[]",
            #"{"facets":[{"source":"ckan","type":"DROPDOWN","key":"theme"}]}"#,
            #"{"facets":[{"source":"ckan","type":"SLIDER","key":"theme","value":"x"}]}"#,
            #"{"facets":[{"source":"ckan","type":"NUMBER","key":"number_of_unique_individuals","value":"many"}]}"#,
            #"{"facets":[{"source":"ckan","type":"DATETIME","key":"modified","value":"yesterday"}]}"#,
        ])
    func refusals(body: String) async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let answer = try await portal.search(body)
            #expect(answer.status == 400)
            #expect(answer.json.keys == ["title", "status", "detail"])
        }
    }

    @Test("records are counted only when the Beacon network is asked too")
    func beacon() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let counted = try await portal.search(#"{"query":"spirometry"}"#).json
            #expect(counted["results"][0]["recordsCount"].int == 1500)
            #expect(!counted.keys.contains("beaconError"))
            let plain = try await portal.search(#"{"query":"spirometry","includeBeacon":false}"#).json
            #expect(plain["results"][0]["recordsCount"] == .null)
            #expect(plain["count"].int == 1)
        }
    }
}
