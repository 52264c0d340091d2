import Foundation
import Testing

@testable import PortalDemo

@Suite("Filters of every type and source")
struct FilterSourceTests {
    private static let catalogue = #"""
        {"id":"a","contactName":"Data desk","contactEmail":"desk@north.example","healthThemes":["Asthma"],"individuals":9,"minAge":0,"maxAge":17}
        {"id":"b","contactName":"Data desk","contactEmail":"desk@south.example","healthThemes":["Cancer"],"minAge":18,"maxAge":80}
        {"id":"c","contactName":"Registry","contactEmail":"registry@south.example"}
        """#

    private func found(_ facet: String, _ portal: PortalClient) async throws -> [String] {
        try await portal.found(#"{"sort":"title asc","facets":[\#(facet)]}"#)
    }

    @Test(
        "numbers: a bound belongs to the range whatever its sign, and ! means nothing",
        arguments: [
            ("=", ["b"]), ("!", ["a", "b", "c"]), ("<", ["a", "b"]), (">", ["b"]), ("<=", ["a", "b"]), (">=", ["b"]),
        ])
    func numbers(operation: String, expected: [String]) async throws {
        try await withPortal(catalogue: Self.catalogue) { portal async throws in
            let facet =
                #"{"source":"ckan","type":"NUMBER","key":"min_typical_age","operator":"\#(operation)","value":"18"}"#
            #expect(try await found(facet, portal) == expected)
        }
    }

    @Test("filters of the Beacon network are listed for people who signed in, and have a source of their own")
    func beacon() async throws {
        try await withPortal(catalogue: Self.catalogue) { portal async throws in
            func filters(_ token: String?) async throws -> JSON {
                var portal = portal
                portal.token = token
                return try await portal.send(.get, .discovery, "api/v1/filters").json
            }
            for token in [nil, "wrong"] {
                #expect(try await filters(token).list.allSatisfy { $0["source"].text == "ckan" })
            }
            let disease = try await filters("demo-researcher").element("source", "beacon")
            #expect(disease["key"].text == "disease")
            #expect(disease["type"].text == "DROPDOWN")
            let asthma = disease["values"].element("label", "Asthma")["value"].text ?? ""
            let facet = #"{"source":"beacon","type":"DROPDOWN","key":"disease","value":"\#(asthma)"}"#
            #expect(try await found(facet, portal).count == 3, "nobody is signed in")
            var ada = portal
            ada.token = "demo-researcher"
            #expect(try await found(facet, ada) == ["a"])
            let wrongSource = facet.replacing("beacon", with: "ckan")
            #expect(try await ada.search(#"{"facets":[\#(wrongSource)]}"#).status == 500, "CKAN has no such field")
        }
    }
}
