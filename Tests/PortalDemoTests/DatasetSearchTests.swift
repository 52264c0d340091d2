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
            #expect(Set(try await portal.found(#"{"query":"south inst"}"#)) == ["lung", "open"])
            #expect(try await portal.found(#"{"query":"緊急"}"#) == ["taiwan"], "inside a run without spaces")
            #expect(try await portal.found(#"{"query":"nothing-like-this"}"#).isEmpty)
        }
    }

    @Test("words between quotation marks are looked for next to each other")
    func phrases() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            #expect(try await portal.found(#"{"query":"\"asthma cohort\""}"#) == ["asthma"])
            #expect(try await portal.found(#"{"query":"\"cohort asthma\""}"#).isEmpty)
            #expect(try await portal.found(#"{"query":"\"exclusion criterion\" lun"}"#) == ["lung"])
            #expect(try await portal.found(#"{"query":"\"asthma coh"}"#) == ["asthma"], "the quote is dropped")
        }
    }

    @Test("most of many words are wanted: two of two, all but one of five, four fifths of more")
    func mostOfThem() throws {
        #expect([1, 2, 3, 4, 5, 6, 10].map(QueryWords.wanted) == [1, 2, 2, 3, 4, 4, 8])
        let three = try QueryWords("one two three")
        guard case .matching(_, let threshold?) = three else { throw Unmet("two of three are wanted") }
        #expect(threshold.count == 2)
        #expect(threshold.expressions.count == 3)
    }

    private struct Unmet: Error {
        var words: String
        init(_ words: String) { self.words = words }
    }

    @Test("every word is wanted in the guide's search, and nothing of it is syntax")
    func plainWords() {
        #expect(QueryWords(plain: "a OR b") == .matching(expression: #"("a"*) AND ("OR"*) AND ("b"*)"#, atLeast: nil))
        #expect(QueryWords(plain: " ") == .everything)
        #expect(QueryWords(plain: "?") == .nothing)
        #expect(
            QueryWords(plain: #"x:y "a b" "c"#)
                == .matching(
                    expression: #"("x:y"*) AND "a b" AND ("c"*)"#, atLeast: nil))
    }

    @Test(
        "whatever a person types is looked for or refused, never run",
        arguments: [
            "\"", "\"\"\"", "\"a\" OR \"b\"", "NEAR(a b)", "title:asthma", "* OR *", "^a", "a NOT b", "-asthma", "(",
            ")))",
            "{title}: x", "a AND", "OR", "'; DROP TABLE dataset; --", "a\\:b", "%", "_", "\u{0}", "\u{1B}[31m",
            "🧬", "…", "asthma~2", "field_nobody_knows:1", "a+b+c", "https://example.org/?q=1&r=2", "\u{202E}abc",
        ])
    func hostileQueries(query: String) async throws {
        let quoted = String(decoding: try JSONEncoder().encode(query), as: UTF8.self)
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let answer = try await portal.search(#"{"query":\#(quoted)}"#)
            #expect(answer.status == 200 || answer.status == 500 && answer.text.contains("Search Query is invalid"))
            let many = try await portal.search(#"{"query":"\#(String(repeating: "word ", count: 5000))"}"#)
            #expect(many.status == 200)
        }
    }

    @Test("an empty query finds everything, and one in which nothing is a word finds nothing")
    func noWords() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            for query in ["", "  ", "*:*"] {
                #expect(try await portal.search(#"{"query":"\#(query)"}"#).json["count"].int == 5)
            }
            for query in ["?!", "%", "🧬", "…"] {
                #expect(try await portal.search(#"{"query":"\#(query)"}"#).json["count"].int == 0)
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
            #"{"facets":[{"source":"ckan","type":"SLIDER","key":"theme","value":"x"}]}"#,
        ])
    func refusals(body: String) async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let answer = try await portal.search(body)
            #expect(answer.status == 400)
            #expect(answer.json.keys == ["title", "status", "detail"])
        }
    }
}
