import Foundation
import Testing

@testable import PortalDemo

/// The table of docs/DEMO-PORTAL.md, which says what queries find and where that is from, against the demo.
@Suite("The table of queries in the demo's document")
struct QueryTableTests {
    private struct Row {
        var query: String
        var isSignedIn: Bool
        /// Ids in their order, or the status of a refusal.
        var finds: String
    }

    private static let document = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/DEMO-PORTAL.md")

    private func section() throws -> Substring {
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let start = try #require(text.range(of: "## What a query finds"))
        let end = try #require(text.range(of: "## Where the contracts leave room"))
        return text[start.upperBound..<end.lowerBound]
    }

    private func rows() throws -> [Row] {
        try section().split(separator: "\n").filter { $0.hasPrefix("| `{") }.map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 7, "a row has five cells: \(line)")
            #expect(!cells[5].isEmpty, "it says what it rests on: \(line)")
            return Row(
                query: cells[1].trimmingCharacters(in: ["`"]), isSignedIn: cells[2] == "yes",
                finds: cells[3] == "nothing" ? "" : cells[3].trimmingCharacters(in: ["`"]))
        }
    }

    @Test("every query finds what the table says")
    func table() async throws {
        let rows = try rows()
        #expect(rows.count > 40)
        let parts = try section().split(separator: "```")
        let catalogue = try #require(parts.first { $0.hasPrefix("jsonl\n") }).dropFirst("jsonl\n".count)
        try await withPortal(catalogue: String(catalogue)) { portal async throws in
            for row in rows {
                var portal = portal
                portal.token = row.isSignedIn ? DemoUser.researcher.token : nil
                let answer = try await portal.search(row.query)
                guard answer.status == 200 else {
                    #expect("\(answer.status)" == row.finds, "\(row.query): \(answer.text)")
                    #expect(answer.json["title"].text?.isEmpty == false)
                    continue
                }
                let found = answer.json["results"].list.compactMap { $0["id"].text }
                #expect(found.joined(separator: " ") == row.finds, "\(row.query)")
                #expect(answer.json["count"].int == found.count || row.query.contains("start"))
            }
        }
    }

    @Test("records are counted where a Beacon's facet was answered, and nowhere else")
    func counts() async throws {
        let catalogue = #"{"id":"a","records":1500,"healthThemes":["http://example.org/asthma"]}"#
        let facet = #"{"source":"beacon","type":"DROPDOWN","key":"disease","value":"http://example.org/asthma"}"#
        try await withPortal(catalogue: catalogue) { portal async throws in
            func count(_ body: String, token: String?) async throws -> Int? {
                var portal = portal
                portal.token = token
                return try await portal.search(body).json["results"][0]["recordsCount"].int
            }
            let token = DemoUser.researcher.token
            #expect(try await count(#"{"facets":[\#(facet)]}"#, token: token) == 1500)
            #expect(try await count(#"{"facets":[\#(facet)]}"#, token: nil) == nil)
            #expect(try await count("{}", token: token) == nil)
            #expect(try await count(#"{"includeBeacon":false,"facets":[\#(facet)]}"#, token: token) == nil)
        }
    }

    @Test("an answer to a search holds 50 values of a filter, its own list all of them")
    func values() async throws {
        let catalogue = (0..<60).map { #"{"id":"d\#($0)","publisher":"P\#($0)"}"# }.joined(separator: "\n")
        try await withPortal(catalogue: catalogue) { portal async throws in
            let counted = try await portal.search("{}").json["facets"].element("key", "publisher_name")
            #expect(counted["values"].list.count == 50)
            let all = try await portal.send(.get, .discovery, "api/v1/filters/publisher_name/values").json
            #expect(all.list.count == 60)
        }
    }

    @Test("fields and filters are explained")
    func help() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let help = try await portal.dataset("asthma").json["helpText"]
            #expect(help["numberOfUniqueIndividuals"]["text"].text?.isEmpty == false)
            #expect(help["accessRights"]["link"]["value"].list.count == 1)
            let filters = try await portal.send(.get, .discovery, "api/v1/filters").json
            #expect(filters.element("key", "access_rights")["helpText"]["text"].text?.isEmpty == false)
        }
    }
}
