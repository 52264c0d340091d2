import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("Applications, forms and licences")
struct ApplicationAnswerTests {
    @Test("The list of one's own, with a state that is new")
    func list() throws {
        let rows = try JSONValue(literal: Samples.applications).list.compactMap(ApplicationSummary.init(wire:))
        #expect(rows.map(\.id) == [ApplicationID(17), ApplicationID(18)])
        #expect(rows[0].state == .returned)
        #expect(rows[0].title == "Glioma")
        #expect(
            rows[0].datasets == [
                RequestedDataset(identifier: "EGAD1", title: LocalizedText("Long-read genomes"))
            ])
        #expect(rows[1].state == .other("embargoed"))
        #expect(rows[1].title == "Request 18")
    }

    @Test("An application in full")
    func application() throws {
        let application = try #require(
            Application(wire: JSONValue(literal: Samples.application), requested: ApplicationID(17)))
        #expect(application.title == "2026/17")
        #expect(application.state == .returned)
        #expect(application.applicant == "Ada Lovelace")
        #expect(application.members.map(\.name) == ["Grace Hopper", "Alan Turing"])
        #expect(application.members.map(\.isPending) == [false, true])
        #expect(application.events.map(\.actor) == ["Ada Lovelace", "dac"])
        #expect(application.permissions.contains("application.command/submit"))
        #expect(application.licences.map(\.isAccepted) == [true, false, false])
        #expect(application.licences[0].content == .text(LocalizedText("Be good.")))
        #expect(application.licences[1].content == .link(LocalizedText("https://policy.example")))
        #expect(
            application.licences[2].content
                == .attachment(name: LocalizedText("contract.pdf"), file: LocalizedText("4")))
        #expect(
            application.licences[2].file(in: ["fi"])
                == LicenceFile(licence: 3, language: "en", attachment: 4, name: "contract.pdf"))
    }

    @Test("Fields of every type, with their values to the last space")
    func fields() throws {
        let form = try #require(
            Application(wire: JSONValue(literal: Samples.application), requested: ApplicationID(17))?.forms.first)
        #expect(form.title.text(in: ["fi"]) == "Hanke")
        #expect(form.fields.map(\.type) == [.text, .option, .table, .unknown, .header])
        #expect(form.fields[0].id == FieldID(form: 3, field: "fld1"))
        #expect(form.fields[0].value == .text(" Glioma "))
        #expect(form.fields[0].maxLength == 120)
        #expect(form.fields[0].info.text(in: []) == "Short.")
        #expect(form.fields[1].isOptional)
        #expect(!form.fields[1].isVisible)
        #expect(form.fields[1].isPrivate)
        #expect(form.fields[1].options.map(\.key) == ["yes", "no"])
        #expect(form.fields[2].value == .table([["name": "Ada"], ["name": "Grace"]]))
        #expect(form.fields[2].columns.map(\.key) == ["name"])
        #expect(form.fields[3].value == .text("kept"))
    }

    @Test("Only what is given is saved, by form, tables as rows of cells")
    func save() throws {
        let body = SaveForms([
            FieldID(form: 3, field: "b"): .text(""), FieldID(form: 3, field: "a"): .text("x\ny"),
            FieldID(form: 1, field: "t"): .table([["name": "Ada", "age": "36"]]),
        ])
        #expect(
            try JSONValue(parsing: JSONEncoder().encode(body))
                == JSONValue(
                    literal: #"""
                        {"forms": [
                          {"formId": 1, "fields": [{"fieldId": "t", "tableValues":
                            [[{"column": "age", "value": "36"}, {"column": "name", "value": "Ada"}]]}]},
                          {"formId": 3, "fields": [{"fieldId": "a", "value": "x\ny"}, {"fieldId": "b", "value": ""}]}]}
                        """#))
    }

    @Test("Each call has its method and path")
    func calls() async throws {
        try await ScriptedServer.answering { request, _ in
            request.line.contains("/create")
                ? HTTPText.json(#"{"applicationId": "41"}"#)
                : request.line.hasPrefix("GET") && request.line.contains("/applications/")
                    ? HTTPText.json(#"{"title": "Application not found"}"#, status: "404 Not Found")
                    : request.line.hasPrefix("GET")
                        ? HTTPText.json(Samples.entitlements)
                        : .bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        }.run { server in
            try await withPortal(at: server.address, token: "t") { portal in
                let access = portal.accessService
                #expect(try await access.create(["EGAD1"]) == ApplicationID(41))
                try await access.save(ApplicationID(41), [:])
                try await access.accept(ApplicationID(41), [2, 1])
                try await access.submit(ApplicationID(41))
                try await access.delete(ApplicationID(41))
                #expect(try await access.entitlements().map(\.datasetIdentifier) == ["EGAD1", "EGAD2"])
            }
            #expect(
                server.requests.map(\.line) == [
                    "POST /api/v1/applications/create HTTP/1.1",
                    "POST /api/v1/applications/41/save-forms-and-duos HTTP/1.1",
                    "POST /api/v1/applications/41/accept-terms HTTP/1.1",
                    "POST /api/v1/applications/41/submit HTTP/1.1", "GET /api/v1/applications/41 HTTP/1.1",
                    // It answers 204 whatever REMS said.
                    "DELETE /api/v1/applications/41 HTTP/1.1", "GET /api/v1/applications/41 HTTP/1.1",
                    "GET /api/v1/entitlements HTTP/1.1",
                ])
            #expect(server.requests[0].body == #"{"datasetIds":["EGAD1"]}"#)
            #expect(server.requests[2].body == #"{"acceptedLicenses":[1,2]}"#)
        }
    }
}
