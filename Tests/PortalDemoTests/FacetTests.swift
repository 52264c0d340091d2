import Testing

@testable import PortalDemo

@Suite("Narrowing a search by facets")
struct FacetTests {
    private static let rights = "http://publications.europa.eu/resource/authority/access-right/"
    private static let health = "http://publications.europa.eu/resource/authority/data-theme/HEAL"

    private func facet(_ type: String, _ key: String, _ value: String, _ comparison: String? = nil) -> String {
        let operation = comparison.map { #","operator":"\#($0)""# } ?? ""
        return #"{"source":"ckan","type":"\#(type)","key":"\#(key)","value":"\#(value)"\#(operation)}"#
    }

    private func found(_ portal: PortalClient, _ facets: String...) async throws -> Set<String> {
        Set(try await portal.found(#"{"facets":[\#(facets.joined(separator: ","))]}"#))
    }

    @Test("values of one key widen, other keys narrow, and ! means nothing")
    func dropdowns() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let open = facet("DROPDOWN", "access_rights", Self.rights + "PUBLIC")
            let closed = facet("DROPDOWN", "access_rights", Self.rights + "RESTRICTED")
            let health = facet("DROPDOWN", "theme", Self.health)
            #expect(try await found(portal, open) == ["open", "taiwan"])
            #expect(try await found(portal, open, closed) == ["open", "taiwan", "asthma", "lung"])
            #expect(try await found(portal, open, health) == ["taiwan"])
            #expect(try await found(portal, open, closed, health) == ["taiwan", "asthma", "lung"])
            let notHealth = facet("DROPDOWN", "theme", Self.health, "!")
            #expect(try await found(portal, notHealth) == ["asthma", "lung", "taiwan"])
            let either = #"{"operator":"OR","facets":[\#(open),\#(health)]}"#
            #expect(try await portal.found(either) == ["taiwan"], "keys narrow whatever the operator, as in CKAN's fq")
        }
    }

    @Test("words and facets narrow each other")
    func wordsAndFacets() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let bam = facet("DROPDOWN", "format", "BAM")
            #expect(try await portal.found(#"{"query":"asthma","facets":[\#(bam)]}"#) == ["lung"])
            let cram = facet("DROPDOWN", "format", "CRAM")
            #expect(
                try await portal.found(#"{"query":"asthma","facets":[\#(bam),\#(cram)]}"#) == ["lung"],
                "two values of one facet beside words")
            let page = try await portal.search(#"{"query":"asthma","facets":[\#(bam)],"rows":0}"#).json
            #expect(page["count"].int == 1)
            #expect(page["results"].list.isEmpty)
        }
    }

    @Test(
        "numbers compare",
        arguments: [
            ("=", "500", ["asthma"]), ("!", "500", ["asthma", "lung", "open", "taiwan", "bare"]),
            ("<", "500", ["asthma"]), ("<=", "2000", ["asthma", "lung"]),
            (">", "2000", ["lung"]), (">=", "500", ["asthma", "lung"]),
        ])
    func numbers(comparison: String, value: String, expected: [String]) async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let number = facet("NUMBER", "number_of_unique_individuals", value, comparison)
            #expect(try await found(portal, number) == Set(expected))
        }
    }

    @Test(
        "a day is a whole day, a time is a moment",
        arguments: [
            ("=", "2023-01-31", ["open"]), ("<=", "2023-01-31", ["open"]), ("<", "2023-01-31", []),
            (">", "2023-01-31", ["asthma", "lung"]), (">=", "2025-06-15", ["lung"]),
            ("=", "2025-06-15T12:00:00Z", ["lung"]), (">", "2025-06-15T12:00:00Z", []),
            ("<", "2025-06-15T14:30:00+02:00", ["asthma", "lung", "open"]),
        ])
    func dates(comparison: String, value: String, expected: [String]) async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            #expect(try await found(portal, facet("DATETIME", "modified", value, comparison)) == Set(expected))
        }
    }

    @Test("both ends of a range narrow")
    func range() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let from = facet("DATETIME", "modified", "2024-01-01", ">=")
            let to = facet("DATETIME", "modified", "2024-12-31", "<=")
            #expect(try await found(portal, from, to) == ["asthma"])
        }
    }

    @Test("free text finds a value whole; a pattern in it means nothing")
    func freeText() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            #expect(try await found(portal, facet("FREE_TEXT", "keyword", "allele frequency")) == ["open"])
            #expect(try await found(portal, facet("FREE_TEXT", "keyword", "allele")).isEmpty)
            #expect(try await found(portal, facet("FREE_TEXT", "keyword", "%")).isEmpty)
            #expect(try await found(portal, facet("DROPDOWN", "keyword", "exome")) == ["lung"])
            #expect(try await found(portal, facet("FREE_TEXT", "publisher_name", "' OR 1=1 --")).isEmpty)
        }
    }

    @Test("a key that CKAN does not know is the server's failure")
    func unknownKey() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let answer = try await portal.search(#"{"facets":[\#(facet("DROPDOWN", "colour", "red"))]}"#)
            #expect(answer.status == 500)
            #expect(answer.json["title"].text != nil)
        }
    }

    @Test("the facets of an answer count what was found")
    func counts() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            func counts(_ body: String, _ key: String) async throws -> [String?: Int?] {
                let values = try await portal.search(body).json["facets"].element("key", key)["values"].list
                return Dictionary(uniqueKeysWithValues: values.map { ($0["label"].text, $0["count"].int) })
            }
            #expect(try await counts("{}", "access_rights") == ["Public": 2, "Restricted": 2])
            #expect(try await counts("{}", "format") == ["VCF": 3, "BAM": 1])
            #expect(try await counts(#"{"query":"asthma"}"#, "format") == ["VCF": 2, "BAM": 1])
            #expect(try await counts(#"{"query":"asthma"}"#, "access_rights") == ["Restricted": 2])
            let bam = #"{"facets":[\#(facet("DROPDOWN", "format", "BAM"))]}"#
            #expect(try await counts(bam, "publisher_name") == ["South Institute": 1])
        }
    }

    @Test("filters are listed with their types, values, ranges and operators")
    func filters() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let filters = try await portal.send(.get, .discovery, "api/v1/filters").json
            for filter in filters.list {
                #expect(filter["source"].text == "ckan")
                #expect(filter["label"].text?.isEmpty == false)
            }
            #expect(filters.element("key", "theme")["type"].text == "DROPDOWN")
            #expect(filters.element("key", "theme")["values"][0]["value"].text == Self.health)
            #expect(filters.element("key", "keyword")["type"].text == "FREE_TEXT")
            let individuals = filters.element("key", "number_of_unique_individuals")
            #expect(individuals["type"].text == "NUMBER")
            #expect(individuals["range"]["min"].text == "500")
            #expect(individuals["range"]["max"].text == "2000")
            #expect(individuals["operators"].list.count == 5)
            #expect(filters.element("key", "modified")["range"]["max"].text == "2025-06-15T12:00:00Z")
        }
    }

    @Test("the values of one filter are listed in full")
    func filterValues() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let values = try await portal.send(.get, .discovery, "api/v1/filters/keyword/values")
            #expect(
                Set(values.json.list.compactMap { $0["value"].text }) == [
                    "asthma", "children", "exome", "allele frequency",
                ])
            #expect(try await portal.send(.get, .discovery, "api/v1/filters/colour/values").status == 500)
        }
    }
}
