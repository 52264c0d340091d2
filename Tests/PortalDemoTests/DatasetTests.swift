import Foundation
import FoundationXML
import Testing

@testable import PortalDemo

@Suite("One dataset")
struct DatasetTests {
    @Test("everything the catalogue says is passed on in the contract's words")
    func everyField() async throws {
        let line = #"""
            {"id":"s","title":"The series","isSeries":true}
            {"id":"d","identifier":"EGAD9","title":"T","description":"D","publisher":"P","themes":["Health"],"keywords":["k"],"accessRights":"non-public","created":"2020-01-02","modified":"2021-02-03T04:05:06.5Z","url":"https://example.org","inSeries":"s","externallyGoverned":true,"individuals":3,"records":4,"language":"fr","contactEmail":"a@example.org","spatial":"Iceland","temporalStart":"2010-01-01","minAge":1,"maxAge":9,"healthThemes":["Heart"],"legalBasis":"Consent","version":"2","frequency":"yearly","provenance":"Hospitals","populationCoverage":"All","distributions":[{"title":"F","format":"VCF","accessUrl":"https://example.org/f"},{}]}
            """#
        try await withPortal(catalogue: line) { portal async throws in
            let dataset = try await portal.dataset("d").json
            #expect(dataset["identifier"].text == "EGAD9")
            #expect(dataset["accessRights"]["label"].text == "Non-public")
            #expect(dataset["createdAt"].text == "2020-01-02T00:00:00Z")
            #expect(dataset["modifiedAt"].text == "2021-02-03T04:05:06Z")
            #expect(dataset["languages"][0]["label"].text == "French")
            #expect(dataset["contacts"][0]["name"].text == "a@example.org")
            #expect(dataset["temporalCoverage"][0]["start"].text == "2010-01-01T00:00:00Z")
            #expect(dataset["conformsTo"][0]["value"].text == "http://data.gdi.eu/core/p2/ExternallyGoverned")
            #expect(dataset["inSeries"][0]["title"].text == "The series")
            #expect(dataset["minTypicalAge"].int == 1)
            #expect(dataset["numberOfRecords"].int == 4)
            #expect(dataset["distributions"][0]["format"]["label"].text == "VCF")
            #expect(dataset["distributions"][1]["title"].text == "Distribution 2")
            #expect(try await portal.dataset("s").json["isSeries"].isTrue == true)
            #expect(try await portal.found(#"{"query":"series"}"#) == ["s"])
        }
    }

    @Test("a dataset of which only the id is known is served, and absent values are left out")
    func onlyAnID() async throws {
        try await withPortal(catalogue: #"{"id":"bare","title":null,"keywords":null,"modified":"2003"}"#) {
            portal async throws in
            let dataset = try await portal.dataset("bare").json
            #expect(dataset["title"].text == "bare")
            #expect(dataset["identifier"].text == "bare")
            #expect(dataset["description"].text == "")
            #expect(!dataset.keys.contains("modifiedAt"))
            let listed = try await portal.search("{}").json["results"][0]
            #expect(listed["title"].text == "bare")
            #expect(listed.keys.isSuperset(of: ["id", "title", "description"]))
        }
    }

    @Test(
        "ids may hold anything",
        arguments: [
            "10.1038/s41586-023-06717-x", "https://data.kcg.gov.tw/dataset/1?a=b#c", "a b", "ä/ö", "100%", "a+b",
            "dot.",
            "高雄", "a//b", "semi;colon",
        ])
    func oddIDs(id: String) async throws {
        let line = #"{"id":"\#(id)","title":"Odd"}"#
        try await withPortal(catalogue: line) { portal async throws in
            #expect(try await portal.dataset(id).json["id"].text == id)
            #expect(try await portal.dataset(id + ".ttl").text.contains("dct:title \"Odd\""))
        }
    }

    @Test("what stands behind the last dot of an id is a format")
    func idWithADot() async throws {
        let lines = ["map.rdf", "phs004223.v1.p1", "x.json"].map { #"{"id":"\#($0)"}"# }.joined(separator: "\n")
        try await withPortal(catalogue: lines) { portal async throws in
            #expect(try await portal.dataset("map.rdf").status == 404, "there is no dataset “map” to export")
            for id in ["phs004223.v1.p1", "x.json"] {
                let answer = try await portal.dataset(id)
                #expect(answer.status == 400)
                #expect(answer.json["detail"].text?.hasPrefix("Unsupported format") == true)
            }
            #expect(try await portal.dataset("x.json.ttl").status == 200)
        }
    }

    @Test("a dataset that is not there is refused with the service's error body")
    func notFound() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            for id in ["nothing", "nothing.ttl"] {
                let answer = try await portal.dataset(id)
                #expect(answer.status == 404)
                #expect(answer.json["status"].int == 404)
                #expect(answer.json["title"].text?.isEmpty == false)
            }
        }
    }

    @Test("exports hold hostile text without breaking")
    func exports() async throws {
        let title = #"\"quoted\" <b>&amp;</b> \\ back\nline \u0007 \u001b[31m ]] \"\"\""#
        let line = """
            {"id":"x","title":"\(title)","url":"https://example.org/a b<c>","keywords":["one","two"],\
            "distributions":[{"accessUrl":"https://example.org/\\"quote\\""}]}
            """
        try await withPortal(catalogue: line) { portal async throws in
            let xml = try await portal.dataset("x.rdf")
            #expect(xml.header("content-type") == "application/rdf+xml")
            #expect(XMLParser(data: Data(xml.text.utf8)).parse(), "\(xml.text)")

            let jsonld = try await portal.dataset("x.jsonld")
            #expect(jsonld.header("content-type") == "application/ld+json")
            #expect(jsonld.json["dct:title"].text?.hasPrefix(#""quoted" <b>"#) == true)
            #expect(jsonld.json["dcat:keyword"] == .list([.string("one"), .string("two")]))

            let turtle = try await portal.dataset("x.ttl")
            #expect(turtle.header("content-type") == "text/turtle")
            #expect(turtle.text.contains(##"dct:title "\"quoted\" <b>&amp;</b> \\ back\nline \u0007 \u001B[31m"##))
            #expect(turtle.text.contains("<https://example.org/%22quote%22>"))
            #expect(!turtle.text.contains("\u{1B}"))
        }
    }

    @Test("both services say that they are well, and answers carry the id of their request")
    func healthAndRequestID() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            #expect(try await portal.send(.get, .discovery, "health").status == 200)
            #expect(try await portal.send(.get, .access, "health").status == 200)
            for path in ["health", "nowhere"] {
                let answer = try await portal.send(.get, .access, path, requestID: "r-42")
                #expect(answer.header("X-Request-ID") == "r-42")
            }
            let nowhere = try await portal.send(.get, .discovery, "nowhere")
            #expect(nowhere.status == 404)
            #expect(nowhere.json["title"].text == "Not Found")
        }
    }
}
