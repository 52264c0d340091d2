import Foundation
import PortalDomain
import Testing

@testable import PortalServices

@Suite("A dataset of a FAIR Data Point")
struct FDPDatasetTests {
    private static let documents = [
        "/": #"<> a fdp:MetadataService ; dct:title "The\u001B[31m point" ; ldp:contains </c> ."#,
        "/c": #"<> a dcat:Catalog ; dct:title "C" ; dcat:dataset </d>, </c#in>, </e> ."#
            + #"</c#in> a dcat:Dataset ; dct:title "Inside" ; dct:description "Here." ; dct:identifier "IN" ."#,
        "/d": """
        @prefix health: <http://healthdataportal.eu/ns/health#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
        <> a dcat:Dataset ; dct:title "Herzen"@de, "Hearts"@en ; dct:description "<p>Of &amp; for</p>"@en ;
            dct:identifier "H-1"^^xsd:token ; dct:issued "2020-01-02"^^xsd:date ;
            dct:publisher </org> ; dct:accessRights <#rights> ; dct:license <https://l.example/cc> ;
            dcat:theme <http://publications.europa.eu/resource/authority/data-theme/HEAL> ;
            dcat:keyword "heart"@en, "Herz"@de, "EKG" ; dcat:distribution </f/1>, </f/2>, [ dct:title "Inner" ;
                dcat:accessURL <https://a.example/inner> ; dcat:byteSize "12" ] ;
            dcat:contactPoint [ vcard:fn "Ask" ; vcard:hasEmail [ vcard:hasValue <mailto:ask@e.example> ] ] ;
            health:numberOfUniqueIndividuals "1204"^^xsd:nonNegativeInteger ; health:odd [ <http://o/deep> "x" ] ;
            fdp:metadataModified "2024-05-06T07:08:09Z"^^xsd:dateTime .
        </org> foaf:name "Heart Centre" ; foaf:homepage <https://heart.example> .
        <#rights> a dct:RightsStatement ; dct:description "restricted" .
        """,
        "/e": #"<> a dcat:Dataset ; dct:title "Unsaid" ; dct:accessRights <#nothing> ."#,
        "/f/1":
            #"<> a dcat:Distribution ; dct:title "First" ; dct:format "VCF" ; dcat:accessURL <https://a.example/1> ."#,
    ]

    @Test("It is shown in the places that GDI's service shows it in, with the documents of its files")
    func whole() async throws {
        try await FDPUnderTest.with(documents: Self.documents) { discovery, server in
            let detail = try await discovery.dataset(DatasetID(server.address + "/d"))
            let summary = detail.summary
            #expect(summary.title == "Hearts")
            #expect(summary.description == "Of & for")
            #expect(summary.identifier == "H-1")
            #expect(summary.publishers == ["Heart Centre"])
            #expect(summary.keywords == ["heart", "EKG"])
            #expect(summary.themes.map(\.label) == ["Health"])
            #expect(summary.individuals == 1204)
            #expect(summary.accessLevel == .restricted)
            #expect(summary.modified == ISO8601DateFormatter().date(from: "2024-05-06T07:08:09Z"))
            #expect(summary.distributionCount == 3)
            #expect(detail.distributions.map(\.title) == ["First", server.address + "/f/2", "Inner"])
            #expect(detail.accessURL == "https://a.example/1")
            #expect(detail.distributions.last?.byteSize == 12)
            #expect(detail.contacts == [ContactPoint(name: "Ask", email: "ask@e.example")])
            let entries = detail.sections.flatMap(\.entries)
            #expect(entries.first { $0.label == "Individuals" }?.values == ["1,204"])
            #expect(entries.first { $0.label == "Odd" }?.values == ["deep: x"])
            #expect(server.requests.map(FDPUnderTest.path).sorted() == ["/d", "/f/1", "/f/2"])
        }
    }

    @Test("One that is described in its catalogue alone opens from there; one elsewhere is not asked for")
    func elsewhere() async throws {
        try await FDPUnderTest.with(documents: Self.documents) { discovery, server in
            let id = DatasetID(server.address + "/c#in")
            let alone = try await discovery.dataset(id)
            #expect(alone.summary.title == "Inside")
            #expect(try await discovery.search(SearchQuery(), 0, 10).titles == ["Inside", "Hearts", "Unsaid"])
            let calls = server.requests.count
            #expect(try await discovery.dataset(id).summary.identifier == "IN")
            #expect(server.requests.count == calls)
            for id in ["https://other.example/d", server.address + "/no", "NO-SUCH"] {
                let error = await #expect(throws: PortalError.self) { try await discovery.dataset(DatasetID(id)) }
                #expect(error?.kind == .notFound)
            }
            #expect(try await discovery.dataset(DatasetID(server.address + "/e")).summary.accessLevel == .unknown)
        }
    }

    @Test("Dates and numbers narrow as a person means them, and publishers are counted")
    func narrowed() async throws {
        try await FDPUnderTest.with(documents: Self.documents) { discovery, _ in
            let filters = try await discovery.filters()
            func found(_ key: String, _ sign: FacetOperator, _ value: String) async throws -> [String] {
                let filter = try #require(filters.first { $0.key.key == key })
                let facet = FacetSelection(
                    filter: filter.key, kind: filter.kind, value: LabelledValue(value: value, label: value),
                    comparison: sign, filterLabel: filter.label)
                return try await discovery.search(SearchQuery(facets: [facet]), 0, 10).titles
            }
            #expect(try await found("modified", .greaterOrEqual, "2024") == ["Hearts"])
            #expect(try await found("modified", .greater, "2024").isEmpty)
            #expect(try await found("modified", .equal, "2024-05") == ["Hearts"])
            #expect(try await found("issued", .less, "2020-01-02").isEmpty)
            #expect(try await found("individuals", .lessOrEqual, "1204") == ["Hearts"])
            #expect(try await found("individuals", .not, "5") == ["Hearts"])
            #expect(try await found("individuals", .greater, "many").isEmpty)
            #expect(try await found("catalogue", .equal, "C").count == 3)
            #expect(try await discovery.organizations().map(\.title) == ["Heart Centre"])
        }
    }

    @Test("It says what it is, what it cannot do, and gives out a dataset's own document")
    func character() async throws {
        try await FDPUnderTest.with(documents: Self.documents) { discovery, server in
            #expect(try await discovery.status().words?.hasSuffix(" point") == true)
            #expect(server.requests.map(FDPUnderTest.path) == ["/"])
            let data = try await discovery.export(DatasetID(server.address + "/d"), .turtle)
            #expect(String(decoding: data, as: UTF8.self).contains("Hearts"))
            await #expect(throws: PortalError.self) {
                _ = try await discovery.export(DatasetID(server.address + "/d"), .jsonLD)
            }
            let capabilities = PortalClient.capabilities(
                of: PortalAddresses(discovery: server.address, discoveryDialect: .fdp))
            #expect(capabilities.refusal(of: .requests)?.sentence.contains("it takes no requests") == true)
            #expect(capabilities.refusal(of: .individualLevel)?.sentence.contains("FAIR Data Point") == true)
            #expect(capabilities.offers(.export))
        }
    }
}
