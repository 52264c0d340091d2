import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("AMS and DDS beyond the usual")
struct GDIChangesTests {
    @Test("Members, files, copies and datasets have their calls")
    func calls() async throws {
        try await ScriptedServer.answering { request, _ in
            switch request.line {
            case let line where line.hasPrefix("GET"):
                HTTPText.answer(
                    "%PDF", status: "200 OK",
                    headers: [
                        "Content-Type: application/pdf", #"Content-Disposition: attachment; filename="../r.pdf""#,
                    ])
            case let line where line.contains("/attachments"): HTTPText.json(#"{"id": 12}"#)
            default: .bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
            }
        }.run { server in
            try await withPortal(at: server.address, token: "t") { portal in
                let (access, id) = (portal.accessService, ApplicationID(7))
                #expect(try await access.attach(id, FileContents(name: "a.pdf", bytes: Data("x".utf8)), nil) == 12)
                let file = try await access.attachment(id, 12)
                #expect(file == FileContents(name: "r.pdf", type: "application/pdf", bytes: Data("%PDF".utf8)))
                try await access.invite(id, "Bob", "b@e.org")
                try await access.remove(id, Member(id: "u2", name: "Malice"))
                try await access.cancel(id)
                #expect(try await access.copyAsNew(id) == nil)
                try await access.changeDatasets(id, ["EGAD1"], nil)
            }
            #expect(
                server.requests.map { $0.line.dropLast(9) + " " + ("{[".contains($0.body.first ?? "-") ? $0.body : "") }
                    == [
                        "POST /api/v1/applications/7/attachments ", "GET /api/v1/applications/7/attachments/12 ",
                        #"POST /api/v1/applications/7/invite-member {"email":"b@e.org","name":"Bob"}"#,
                        #"POST /api/v1/applications/7/remove-member {"memberId":"u2"}"#,
                        "POST /api/v1/applications/7/cancel ", "POST /api/v1/applications/7/copy-as-new ",
                        #"POST /api/v1/applications/7/update-datasets [{"datasetIds":["EGAD1"]}]"#,
                    ])
        }
    }

    @Test("The file with a licence's terms is fetched by its number, and another file is not taken for it")
    func licenceFile() async throws {
        try await ScriptedServer.answering { request, _ in
            let name = request.line.contains("/92 ") ? "somebody-s-plan.txt" : "agreement.txt"
            return HTTPText.answer(
                "We agree.", status: "200 OK",
                headers: ["Content-Type: text/plain", #"Content-Disposition: attachment; filename="\#(name)""#])
        }.run { server in
            try await withPortal(at: server.address, token: "t") { portal in
                let (access, id) = (portal.accessService, ApplicationID(7))
                var wanted = LicenceFile(licence: 3, language: "en", attachment: 91, name: "agreement.txt")
                let file = try await access.licenceFile(id, wanted)
                #expect(String(decoding: file.bytes, as: UTF8.self) == "We agree.")
                wanted.attachment = 92
                let other = await failure { () throws(PortalError) in try await access.licenceFile(id, wanted) }
                #expect(other?.detail?.contains("another file") == true)
                wanted.attachment = nil
                let unknown = await failure { () throws(PortalError) in try await access.licenceFile(id, wanted) }
                #expect(unknown?.kind == .unsupported)
            }
            #expect(
                server.requests.map(\.line) == [
                    "GET /api/v1/applications/7/attachments/91 HTTP/1.1",
                    "GET /api/v1/applications/7/attachments/92 HTTP/1.1",
                ])
        }
    }

    @Test("Somebody who was only invited is named by the address")
    func takingBackAnInvitation() async throws {
        try await ScriptedServer.answering { _, _ in .bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n") }
            .run { server in
                try await withPortal(at: server.address, token: "t") { portal in
                    let lin = Member(name: "Lin", email: "lin@example.org", isPending: true)
                    try await portal.accessService.remove(ApplicationID(7), lin)
                }
                #expect(server.requests.map(\.body) == [#"{"memberId":"lin@example.org"}"#])
            }
    }

    @Test(
        "What the running service does not have is asked for once, and told as not offered",
        arguments: [
            (
                #"{"title": "Not expected exception", "status": 500, "detail": "Unimplemented method 'cancelApplicationV1'"}"#,
                500
            ),
            (#"{"title": "Internal server error", "status": 500, "detail": "Unsupported operation"}"#, 500),
            ("", 404), ("<html>Not Found</html>", 404), ("", 405),
            (#"{"title": "Not implemented", "status": 501}"#, 501),
        ])
    func unsupported(body: String, status: Int) async throws {
        let answer = HTTPText.answer(body, status: "\(status) X")
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address) { portal in
                for _ in 0..<3 {
                    let error = await failure { () throws(PortalError) in
                        try await portal.accessService.cancel(ApplicationID(7))
                    }
                    #expect(error?.kind == .unsupported)
                    #expect(error?.feature == .cancelRequest)
                }
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("A request that is not there is not a call that is not there")
    func notFound() async throws {
        let answer = HTTPText.json(#"{"title": "Application 7 not found", "status": 404}"#, status: "404 Not Found")
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.accessService.cancel(ApplicationID(7))
                }
                #expect(error?.kind == .notFound)
                #expect(error?.feature == nil)
            }
        }
    }

    @Test("A file that is too large is told so, even when the server says nothing")
    func tooLarge() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.answer("", status: "413 X") }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.accessService.attach(
                        ApplicationID(7), FileContents(name: "a", bytes: Data()), nil)
                }
                #expect(error?.kind == .invalid([]))
                #expect(error?.detail?.contains("10 MB") == true)
            }
        }
    }

    @Test("A dataset is exported in each format; the dots of its id are its own", arguments: ExportFormat.allCases)
    func export(format: ExportFormat) async throws {
        let description =
            switch format {
            case .rdfXML: #"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>"#
            case .turtle: "<urn:1> a <urn:2> ."
            case .jsonLD: #"{"@id": "urn:1"}"#
            }
        try await ScriptedServer.answering { _, _ in HTTPText.answer(description, status: "200 OK") }.run { server in
            try await withPortal(at: server.address) { portal in
                let text = try await portal.discoveryService.export(DatasetID("10.1/x"), format)
                #expect(text == Data(description.utf8))
            }
            let request = try #require(server.requests.first)
            #expect(request.line == "GET /api/v1/datasets/10%2E1%2Fx.\(format.rawValue) HTTP/1.1")
            #expect(request.headers["accept"] == format.mediaType)
        }
    }

    @Test("Allele frequencies are asked for by variant, and rows without numbers left out")
    func frequencies() async throws {
        let rows = #"""
            [{"beacon": "b", "dataset": "old", "datasetId": "D1", "population": "FR_M", "referenceName": "3", "start": 5,
              "referenceBases": "T", "alternateBases": "C", "alleleCount": 10.0, "alleleNumber": "200",
              "alleleFrequency": 0.05, "alleleCountHomozygous": null}, {"beacon": "empty"}, 4]
            """#
        try await ScriptedServer.answering { _, _ in HTTPText.json(rows) }.run { server in
            try await withPortal(at: server.address) { portal in
                let variant = try #require(Variant("chr3-45864731-t-C"))
                let found = try await portal.discoveryService.alleleFrequencies(
                    AlleleFrequencyQuery(variant: variant, assembly: .grch37, sex: .female, country: "fr"))
                #expect(
                    found == [
                        AlleleFrequency(
                            beacon: "b", dataset: "D1", population: "FR_M", variant: "3-5-T-C", number: 200, count: 10,
                            frequency: 0.05)
                    ])
            }
            #expect(
                server.requests.first?.body
                    == #"{"params":{"alternateBases":"C","assemblyId":"GRCh37","countryOfBirth":"FR","#
                    + #""referenceBases":"T","referenceName":"3","sex":"F","start":[45864731]}}"#)
        }
    }

    @Test("Values given for the entries of one filter go together")
    func entries() throws {
        func entry(_ key: String, _ value: String) -> FacetSelection {
            FacetSelection(
                filter: FilterKey(source: "beacon", key: "variant"), kind: .entries,
                value: LabelledValue(value: value, label: value), filterLabel: key, entry: key)
        }
        let query = SearchQuery(facets: [entry("referenceName", "3"), entry("start", "5")])
        let body = try JSONValue(parsing: JSONEncoder().encode(SearchRequest(query, start: 0, rows: 1)))
        #expect(
            try body["facets"]
                == JSONValue(
                    literal: #"""
                        [{"source": "beacon", "type": "ENTRIES", "key": "variant", "entries":
                          [{"key": "referenceName", "value": "3"}, {"key": "start", "value": "5"}]}]
                        """#))
    }

    @Test("Damaged frequencies, attachments and members are read as far as they go")
    func damage() throws {
        let row = try JSONValue(literal: #"{"datasetId": "D", "alleleCount": 1, "start": 5, "population": "FR"}"#)
        let file = try JSONValue(literal: #"{"id": 9, "filename": "a.pdf", "type": "application/pdf"}"#)
        var random = SeededRandom(seed: 41)
        for _ in 0..<1500 {
            let rows = JSONValue.array([row, row.mutated(using: &random), row])
            #expect(rows.list.compactMap(AlleleFrequency.init(wire:)).count >= 2)
            let files = JSONValue.array([file, file.mutated(using: &random), file])
            #expect(files.list.compactMap(Attachment.init(wire:)).count >= 2)
        }
    }

    @Test(
        "The number that AMS puts before a name is taken off, and nothing of the name",
        arguments: [
            ("8410293746510293847plan.pdf", "plan.pdf"), ("18446744073709551615plan.pdf", "plan.pdf"),
            ("plan.pdf", "plan.pdf"), ("20260101123456789.pdf", "20260101123456789.pdf"),
            ("84102937465102938472026-plan.pdf", "84102937465102938472026-plan.pdf"),
            ("99446744073709551615 plan.pdf", "99446744073709551615 plan.pdf"),
            ("8410293746510293847.pdf", "8410293746510293847.pdf"), ("8410293746510293847", "8410293746510293847"),
        ])
    func temporaryNumbers(name: String, shown: String) {
        #expect(Attachment.withoutTemporaryNumber(name) == shown)
    }
}
