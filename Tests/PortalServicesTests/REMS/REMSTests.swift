import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("A REMS over HTTP")
struct REMSTests {
    func withREMS(
        discovery: DiscoveryDialect = .rems,
        secrets: ServiceSecrets = ServiceSecrets(remsKey: Secret("k"), remsUser: "alice"),
        _ answer: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer,
        _ body: (PortalClient, ScriptedServer) async throws -> Void
    ) async throws {
        try await ScriptedServer.answering { request, _ in answer(request) }.run { server in
            let client = try PortalClient(
                PortalAddresses(
                    discovery: server.address, discoveryDialect: discovery, access: server.address + "/api",
                    accessDialect: .rems),
                secrets: secrets,
                credentials: .readyToken(Secret("never for a REMS")))
            do { try await body(client, server) } catch {
                await client.shutdown()
                throw error
            }
            await client.shutdown()
        }
    }

    private static let items = #"""
        [{"id": 3, "resid": "urn:1", "resource-id": 1, "formid": 1, "wfid": 1, "enabled": true, "archived": false,
          "expired": false, "start": "2023-10-31T07:17:48Z", "organization": {"organization/id": "csc",
          "organization/name": {"en": "CSC", "fi": "CSC Oy"}}, "localizations": {"en": {"title": "Voices",
          "infourl": "https://info.example"}, "fi": {"title": "Äänet"}}},
         {"id": 14, "resid": "urn:1", "enabled": true, "archived": false, "expired": false},
         {"id": 15, "resid": "urn:2", "enabled": true, "archived": false, "expired": false},
         {"id": 16, "resid": "urn:3", "enabled": false, "archived": true, "expired": true}]
        """#

    static let application = #"""
        {"application/id": 8, "application/state": "application.state/returned", "application/external-id": "2024/8",
         "application/applicant": {"userid": "alice", "name": "Alice"},
         "application/members": [{"userid": "m", "name": "Malice", "email": null}],
         "application/invited-members": [{"name": "Bob", "email": "b@e.org"}],
         "application/accepted-licenses": {"alice": [1], "m": [2]},
         "application/licenses": [{"license/id": 1, "license/type": "text", "license/title": {"en": "Terms"},
           "license/text": {"en": "Be good."}}, {"license/id": 2, "license/type": "link",
           "license/title": {"en": "Policy"}, "license/link": {"en": "https://p.example"}}],
         "application/resources": [{"catalogue-item/id": 3, "resource/ext-id": "urn:1",
           "catalogue-item/title": {"en": "Voices"}}],
         "application/attachments": [{"attachment/id": 5, "attachment/filename": "a.pdf", "attachment/type": "pdf"}],
         "application/events": [{"event/type": "application.event/returned", "event/time": "2024-01-02T00:00:00Z",
           "event/actor": "h", "event/actor-attributes": {"name": "Hannah"}, "application/comment": "Say more."}],
         "application/permissions": ["application.command/submit"],
         "application/forms": [{"form/id": 2, "form/external-title": {"en": "Form"}, "form/fields": [
           {"field/id": "a", "field/type": "option", "field/title": {"en": "Abroad?"}, "field/value": "no",
            "field/options": [{"key": "yes", "label": {"en": "Yes"}}, {"key": "no", "label": {"en": "No"}}]},
           {"field/id": "b", "field/type": "ip-address", "field/title": {"en": "Address"}, "field/value": "",
            "field/optional": true, "field/max-length": 40, "field/visible": false, "field/visibility":
              {"visibility/type": "only-if", "visibility/field": {"field/id": "a"}, "visibility/values": ["yes"]}},
           {"field/id": "t", "field/type": "table", "field/title": {"en": "People"}, "field/columns":
              [{"key": "n", "label": {"en": "Name"}}, {"key": "e", "label": {"en": "Mail"}}],
            "field/value": [[{"column": "n", "value": "Ada"}, {"column": "e", "value": "a@e.org"}]]},
           {"field/id": "d", "field/type": "description", "field/title": {"en": "What"}, "field/value": "Kept "},
           {"field/id": "l", "field/type": "label", "field/title": {"en": "Read this."}}]}]}
        """#

    @Test("The catalogue is searched, sorted and counted here; what cannot be requested is left out")
    func catalogue() async throws {
        try await withREMS { _ in
            HTTPText.json(Self.items)
        } _: { rems, server in
            let page = try await rems.discoveryService.search(SearchQuery(sort: .titleAscending), 0, 10)
            #expect(page.results.compactMap { $0.dataset?.title } == ["urn:1", "urn:2", "Voices"])
            #expect(page.results.compactMap { $0.dataset?.identifier } == ["14", "15", "3"])
            #expect(page.filters.first?.values.map(\.term.label) == ["CSC"])
            #expect(try await rems.discoveryService.search(SearchQuery(text: "VOICES"), 0, 10).total == 1)
            let detail = try await rems.discoveryService.dataset(DatasetID("3"))
            #expect(detail.url == "https://info.example")
            let request = try #require(server.requests.last)
            #expect(request.headers["x-rems-api-key"] == "k")
            #expect(request.headers["x-rems-user-id"] == "alice")
            #expect(request.headers["authorization"] == nil)
        }
    }

    @Test("An application in full, with hidden fields by their conditions")
    func application() async throws {
        try await withREMS { _ in
            HTTPText.json(Self.application)
        } _: { rems, server in
            let application = try await rems.accessService.application(ApplicationID(8))
            #expect(server.requests.last?.line == "GET /api/applications/8 HTTP/1.1")
            #expect(application.state == .returned)
            #expect(application.datasets.map(\.identifier) == ["3"])
            #expect(application.members.map(\.id) == ["m", nil])
            #expect(application.attachments.map(\.filename) == ["a.pdf"])
            #expect(application.events.first?.comment == "Say more.")
            #expect(application.events.first?.actor == "Hannah")
            #expect(application.licences.map(\.isAccepted) == [true, false])
            let fields = try #require(application.forms.first?.fields)
            #expect(fields.map(\.type) == [.option, .ipAddress, .table, .description, .label])
            #expect(fields.map(\.isVisible) == [true, false, true, true, true])
            #expect(fields[2].value == .table([["n": "Ada", "e": "a@e.org"]]))
            #expect(fields[1].maxLength == 40)
        }
    }

    @Test("Saving sends the whole draft: what was edited, what is there, and nothing that is hidden")
    func save() async throws {
        try await withREMS { request in
            HTTPText.json(request.line.hasPrefix("GET") ? Self.application : #"{"success": true, "warnings": [1]}"#)
        } _: { rems, server in
            try await rems.accessService.save(ApplicationID(8), [FieldID(form: 2, field: "a"): .text("yes")])
            let body = try JSONValue(literal: try #require(server.requests.last).body)
            #expect(
                try body
                    == JSONValue(
                        literal: #"""
                            {"application-id": 8, "field-values": [{"form": 2, "field": "a", "value": "yes"},
                             {"form": 2, "field": "b", "value": ""}, {"form": 2, "field": "t", "value":
                               [[{"column": "n", "value": "Ada"}, {"column": "e", "value": "a@e.org"}]]},
                             {"form": 2, "field": "d", "value": "Kept "}]}
                            """#))
        }
    }

    @Test("Saving keeps the DUO codes that were set elsewhere")
    func duoCodes() async throws {
        let application = #"""
            {"application/id": 8, "application/forms": [], "application/duo": {"duo/codes": [{"id": "DUO:0000007",
             "label": {"en": "Disease"}, "description": {"en": "Only."}, "shorthand": "DS", "more-info": null,
             "restrictions": [{"type": "mondo", "values": [{"id": "MONDO:1", "label": "x"}]}]}]}}
            """#
        try await withREMS { request in
            HTTPText.json(request.line.hasPrefix("GET") ? application : #"{"success": true}"#)
        } _: { rems, server in
            try await rems.accessService.save(ApplicationID(8), [:])
            let body = try JSONValue(literal: try #require(server.requests.last).body)
            #expect(
                try body["duo-codes"]
                    == JSONValue(
                        literal: #"""
                            [{"id": "DUO:0000007",
                              "restrictions": [{"type": "mondo", "values": [{"id": "MONDO:1", "label": "x"}]}]}]
                            """#))
        }
    }

    @Test("Each command has its path and body")
    func commands() async throws {
        try await withREMS { _ in
            HTTPText.json(#"{"success": true, "application-id": 9, "id": 6}"#)
        } _: { rems, server in
            let (access, id) = (rems.accessService, ApplicationID(8))
            #expect(try await access.create(["3", "15"]) == ApplicationID(9))
            try await access.accept(id, [2, 1])
            try await access.submit(id)
            try await access.delete(id)
            try await access.invite(id, "Bob", "b@e.org")
            try await access.remove(id, Member(name: "Bob", email: "b@e.org", isPending: true))
            try await access.remove(id, Member(id: "m", name: "Malice"))
            try await access.cancel(id)
            #expect(try await access.copyAsNew(id) == ApplicationID(9))
            try await access.changeDatasets(id, ["14"], "wrong one")
            let file = FileContents(name: "a\"b.pdf", type: "application/pdf", bytes: Data("%PDF".utf8))
            #expect(try await access.attach(id, file, nil) == 6)
            #expect(
                server.requests.map { $0.line.dropLast(9) + " " + ($0.body.hasPrefix("{") ? $0.body : "") } == [
                    #"POST /api/applications/create {"catalogue-item-ids":[3,15]}"#,
                    #"POST /api/applications/accept-licenses {"accepted-licenses":[1,2],"application-id":8}"#,
                    #"POST /api/applications/submit {"application-id":8}"#,
                    // A submission is one when the application says so.
                    "GET /api/applications/8 ",
                    #"POST /api/applications/delete {"application-id":8}"#,
                    #"POST /api/applications/invite-member {"application-id":8,"member":{"email":"b@e.org","name":"Bob"}}"#,
                    #"POST /api/applications/uninvite-member {"application-id":8,"member":{"email":"b@e.org","name":"Bob"}}"#,
                    #"POST /api/applications/remove-member {"application-id":8,"member":{"userid":"m"}}"#,
                    #"POST /api/applications/close {"application-id":8}"#,
                    #"POST /api/applications/copy-as-new {"application-id":8}"#,
                    // What it asks for already keeps its item.
                    "GET /api/applications/8 ",
                    #"POST /api/applications/change-resources {"application-id":8,"catalogue-item-ids":[14],"comment":"wrong one"}"#,
                    "POST /api/applications/add-attachment?application-id=8 ",
                ])
            let upload = try #require(server.requests.last)
            #expect(upload.headers["content-type"]?.hasPrefix("multipart/form-data; boundary=") == true)
            #expect(upload.body.contains(#"name="file"; filename="a%22b.pdf""#))
        }
    }

    @Test("Beside another catalogue datasets go by their resource, if that names one item only")
    func resources() async throws {
        try await withREMS(discovery: .gdi) { request in
            if request.line.contains("create") { return HTTPText.json(#"{"success": true, "application-id": 9}"#) }
            return HTTPText.json(Self.items)
        } _: { rems, server in
            let id = try await rems.accessService.create(["urn:2"])
            #expect(id == ApplicationID(9))
            #expect(server.requests.first?.line == "GET /api/catalogue-items?resource=urn%3A2 HTTP/1.1")
            #expect(server.requests.last?.body == #"{"catalogue-item-ids":[15]}"#)
            for (name, word) in [("urn:1", "more than once"), ("urn:3", "does not take"), ("x", "does not take")] {
                let error = await failure { () throws(PortalError) in try await rems.accessService.create([name]) }
                #expect(error?.detail?.contains(word) == true)
            }
        }
    }

    @Test(
        "Refusals with status 200 are refusals",
        arguments: [
            (#"{"type": "forbidden"}"#, PortalError.Kind.forbidden), (#"{"type": "application-not-found"}"#, .notFound),
            (
                #"{"type": "t.form.validation/required", "form-id": 2, "field-id": "a"}"#,
                .invalid([
                    ValidationWarning(key: "t.form.validation/required", field: FieldID(form: 2, field: "a"))
                ])
            ),
            (
                #"{"type": "t.actions.errors/licenses-not-accepted"}"#,
                .invalid([ValidationWarning(key: "t.actions.errors/licenses-not-accepted")])
            ),
        ])
    func refusals(error: String, kind: PortalError.Kind) async throws {
        try await withREMS { _ in
            HTTPText.json(#"{"success": false, "errors": [\#(error)]}"#)
        } _: { rems, _ in
            let failure = await failure { () throws(PortalError) in
                try await rems.accessService.submit(ApplicationID(8))
            }
            #expect(failure?.kind == kind)
            #expect(failure?.requestID != nil)
        }
    }

    @Test("A key that is refused is not a session that ended")
    func refusedKey() async throws {
        try await withREMS { _ in
            HTTPText.answer("invalid api key", status: "401 Unauthorized")
        } _: { rems, _ in
            for call in [rems.accessService.submit, rems.accessService.cancel, rems.accessService.delete] {
                let error = await failure { () throws(PortalError) in try await call(ApplicationID(8)) }
                #expect(error?.kind == .forbidden)
                #expect(error?.detail?.contains("API key") == true)
            }
        }
    }

    @Test("Without a key or a user it is said where they belong")
    func noKey() async throws {
        try await withREMS(secrets: ServiceSecrets(remsKey: Secret("k"))) { _ in
            HTTPText.answer("unauthorized", status: "401 Unauthorized")
        } _: { rems, _ in
            for call in [rems.accessService.submit, rems.accessService.cancel] {
                let error = await failure { () throws(PortalError) in try await call(ApplicationID(8)) }
                #expect(error?.detail?.contains("PORTAL_REMS_USER") == true)
            }
        }
    }

    @Test("A command that this REMS does not know is asked for once")
    func unknownCommand() async throws {
        try await withREMS { _ in
            HTTPText.json(#"{"error": "not found"}"#, status: "404 Not Found")
        } _: { rems, server in
            for _ in 0..<2 {
                let error = await failure { () throws(PortalError) in
                    try await rems.accessService.copyAsNew(ApplicationID(8))
                }
                #expect(error?.feature == .copyAsNew)
            }
            #expect(server.requests.count == 1)
        }
    }
}
