import Foundation
import NIOCore
import Testing

@testable import PortalDemo

/// Speaks to the REMS dialect for one person.
private struct REMSClient {
    let portal: PortalClient
    var headers = ["x-rems-api-key": "demo-key", "x-rems-user-id": "ada"]

    func get(_ path: String) async throws -> PortalClient.Answer {
        try await portal.send(.get, .rems, "api/\(path)", headers: headers)
    }

    func command(_ name: String, _ body: String) async throws -> JSON {
        let answer = try await portal.send(.post, .rems, "api/applications/\(name)", body: body, headers: headers)
        #expect(answer.status == 200, "a command is refused in the body")
        return answer.json
    }

    func item(_ identifier: String) async throws -> Int {
        try await get("catalogue-items?resource=\(identifier)").json[0]["id"].int ?? -1
    }

    func create(_ identifier: String) async throws -> Int {
        try await command("create", #"{"catalogue-item-ids":[\#(item(identifier))]}"#)["application-id"].int ?? -1
    }

    func application(_ id: Int) async throws -> JSON { try await get("applications/\(id)").json }
}

@Suite("The REMS dialect")
struct REMSTests {
    private func withREMS(_ body: (REMSClient, Applicant, TestClock) async throws -> Void) async throws {
        try await withCommittee { ada, clock async throws in
            var portal = ada.portal
            portal.token = nil
            try await body(REMSClient(portal: portal), ada, clock)
        }
    }

    @Test("both headers are checked")
    func authentication() async throws {
        try await withREMS { rems, _, _ async throws in
            for headers in [
                [:], ["x-rems-api-key": "demo-key"], ["x-rems-user-id": "ada"],
                ["x-rems-api-key": "wrong", "x-rems-user-id": "ada"],
                ["x-rems-api-key": "demo-key", "x-rems-user-id": "nobody"],
            ] {
                let answer = try await REMSClient(portal: rems.portal, headers: headers).get("my-applications")
                #expect(answer.status == 401)
                #expect(answer.header("Content-Type")?.hasPrefix("text/plain") == true)
            }
            #expect(try await rems.portal.send(.get, .rems, "api/health").json["healthy"].isTrue == true)
        }
    }

    @Test("what can be requested is listed, with the workflow that decides what goes together")
    func catalogue() async throws {
        try await withREMS { rems, _, _ async throws in
            let items = try await rems.get("catalogue-items").json
            #expect(items.list.compactMap { $0["resid"].text } == ["EGAD1", "EGAD2", "EGAD3", "EGAD6", "EGAD7"])
            #expect(items.list.compactMap { $0["wfid"].int } == [1, 1, 1, 2, 3])
            #expect(items[0]["localizations"]["en"]["title"].text == "Reference genomes")
            #expect(try await rems.get("catalogue-items?resource=nothing").json == .list([]))
        }
    }

    @Test("an application from its creation to its entitlement")
    func life() async throws {
        try await withREMS { rems, _, clock async throws in
            let id = try await rems.create("EGAD7")
            let answers =
                Applicant.projectAnswers.map { (1, $0.key, $0.value) }
                + Applicant.ethicsAnswers.map { (3, $0.key, $0.value) }
            let values = answers.map { #"{"form":\#($0.0),"field":"\#($0.1)","value":"\#($0.2)"}"# }
                .joined(separator: ",")
            let incomplete = try await rems.command("save-draft", #"{"application-id":\#(id),"field-values":[]}"#)
            #expect(incomplete["success"].isTrue == true)
            #expect(incomplete["warnings"][0]["type"].text == "t.form.validation/required")
            let saved = try await rems.command(
                "save-draft", #"{"application-id":\#(id),"field-values":[\#(values)]}"#)
            #expect(saved == .object(["success": .bool(true)]))

            let refused = try await rems.command("submit", #"{"application-id":\#(id)}"#)
            #expect(refused["success"].isTrue == false)
            #expect(refused["errors"][0]["type"].text == "t.actions.errors/licenses-not-accepted")
            _ = try await rems.command("accept-licenses", #"{"application-id":\#(id),"accepted-licenses":[2]}"#)
            #expect(try await rems.command("submit", #"{"application-id":\#(id)}"#)["success"].isTrue == true)
            #expect(try await rems.application(id)["application/todo"].text == "waiting-for-decision")

            clock.advance(by: 10)
            #expect(try await rems.application(id)["application/state"].text == "application.state/approved")
            let entitlement = try await rems.get("entitlements").json[0]
            #expect(entitlement["resource"].text == "EGAD7")
            #expect(entitlement["application-id"].int == id)
            clock.advance(by: 400 * 86_400)
            #expect(try await rems.get("entitlements").json == .list([]))
            #expect(try await rems.get("entitlements?expired=true").json.list.count == 1)
        }
    }

    @Test("Permissions are one's own, as signed visas; the key that signs them is for everybody")
    func permissions() async throws {
        try await withREMS { rems, ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1")
            _ = try await ada.submit(id)
            clock.advance(by: 10)
            let visas = try await rems.get("permissions/ada").json["ga4gh_passport_v1"].list
            #expect(visas.count == 1)
            #expect(visas.first?.text?.split(separator: ".").count == 3)
            clock.advance(by: 400 * 86_400)
            #expect(try await rems.get("permissions/ada").json["ga4gh_passport_v1"].list.isEmpty)
            #expect(try await rems.get("permissions/ada?expired=true").json["ga4gh_passport_v1"].list.count == 1)
            #expect(try await rems.get("permissions/grace").status == 403)
            let keys = try await rems.portal.send(.get, .rems, "api/jwk").json["keys"].list
            #expect(keys.map { $0["kty"].text } == ["RSA"] && keys.first?["d"].text == nil)
        }
    }

    @Test("REMS passes on what the committee said, and how fields depend on each other")
    func comments() async throws {
        try await withREMS { rems, ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1", purpose: "Short")
            _ = try await ada.submit(id)
            clock.advance(by: 10)
            let application = try await rems.application(id)
            let last = application["application/events"].list.last ?? .null
            #expect(last["event/type"].text == "application.event/returned")
            #expect(last["application/comment"].text?.hasPrefix("Returned by the committee") == true)
            let countries = application["application/forms"][1]["form/fields"].element("field/id", "countries")
            #expect(countries["field/visible"].isTrue == false)
            #expect(countries["field/value"].text == "")
            let rule = countries["field/visibility"]
            #expect(rule["visibility/type"].text == "only-if")
            #expect(rule["visibility/field"]["field/id"].text == "leaves-environment")
        }
    }

    @Test("all types of field, with tables as rows of cells")
    func fieldTypes() async throws {
        try await withREMS { rems, _, _ async throws in
            let id = try await rems.create("EGAD6")
            let row = #"[{"column":"name","value":"Ada"},{"column":"role","value":"lead"}]"#
            _ = try await rems.command(
                "save-draft",
                #"{"application-id":\#(id),"field-values":[{"form":4,"field":"team","value":[\#(row)]}]}"#)
            let fields = try await rems.application(id)["application/forms"][1]["form/fields"]
            #expect(fields.element("field/id", "team")["field/value"][0][1]["value"].text == "lead")
            #expect(fields.element("field/id", "software")["field/value"] == .list([]))
            let types = Set(fields.list.compactMap { $0["field/type"].text })
            #expect(types == Set(FieldType.allCases.map(\.rawValue)))
        }
    }

    @Test("refusals name their kind")
    func refusals() async throws {
        try await withREMS { rems, _, _ async throws in
            let (one, two) = try await (rems.item("EGAD1"), rems.item("EGAD6"))
            let unbundleable = try await rems.command("create", #"{"catalogue-item-ids":[\#(one),\#(two)]}"#)
            #expect(unbundleable["errors"][0]["type"].text == "unbundlable-catalogue-items")
            #expect(unbundleable["errors"][0]["catalogue-item-ids"].list.compactMap(\.int) == [one, two])
            func kind(_ command: String, _ body: String, of client: REMSClient? = nil) async throws -> String? {
                try await (client ?? rems).command(command, body)["errors"][0]["type"].text
            }
            #expect(try await kind("create", #"{"catalogue-item-ids":[]}"#) == "must-not-be-empty")
            #expect(try await kind("create", #"{"catalogue-item-ids":[99]}"#) == "invalid-catalogue-item")
            #expect(try await kind("submit", #"{"application-id":99}"#) == "application-not-found")
            let id = try await rems.create("EGAD1")
            var grace = rems
            grace.headers["x-rems-user-id"] = "grace"
            #expect(try await kind("delete", #"{"application-id":\#(id)}"#, of: grace) == "forbidden")
            #expect(try await kind("close", #"{"application-id":\#(id)}"#) == "forbidden")
            let missing = try await grace.get("applications/\(id)")
            #expect(missing.status == 404)
            #expect(missing.json["error"].text == "not found")
        }
    }

    @Test("members, copies, other datasets, deleting")
    func otherCommands() async throws {
        try await withREMS { rems, _, clock async throws in
            let id = try await rems.create("EGAD1")
            let invitation = #"{"application-id":\#(id),"member":{"name":"Grace","email":"grace@example.org"}}"#
            #expect(try await rems.command("invite-member", invitation)["success"].isTrue == true)
            #expect(try await rems.command("uninvite-member", invitation)["success"].isTrue == true)
            #expect(try await rems.command("uninvite-member", invitation)["success"].isTrue == false)
            _ = try await rems.command("invite-member", invitation)
            clock.advance(by: 10)
            #expect(try await rems.application(id)["application/members"][0]["userid"].text == "grace")
            let member = #"{"application-id":\#(id),"member":{"userid":"grace"}}"#
            #expect(try await rems.command("remove-member", member)["success"].isTrue == true)

            let item = try await rems.item("EGAD2")
            let change = #"{"application-id":\#(id),"catalogue-item-ids":[\#(item)]}"#
            #expect(try await rems.command("change-resources", change)["success"].isTrue == true)
            let copy = try await rems.command("copy-as-new", #"{"application-id":\#(id)}"#)["application-id"].int ?? 0
            let copied = try await rems.application(copy)
            #expect(copied["application/resources"][0]["resource/ext-id"].text == "EGAD2")
            #expect(copied["application/copied-from"]["application/id"].int == id)
            #expect(try await rems.command("delete", #"{"application-id":\#(id)}"#)["success"].isTrue == true)
            #expect(try await rems.get("my-applications").json.list.compactMap { $0["application/id"].int } == [copy])
            #expect(try await rems.get("my-applications?query=rejected").json == .list([]))
        }
    }

    @Test("files go up and come down; refusals have a status here")
    func attachments() async throws {
        try await withREMS { rems, _, _ async throws in
            let id = try await rems.create("EGAD6")
            func attach(_ name: String, _ content: Data, to id: Int) async throws -> PortalClient.Answer {
                let form = UploadForm(name: name, content: content)
                return try await rems.portal.send(
                    .post, .rems, "api/applications/add-attachment?application-id=\(id)", bytes: form.body,
                    contentType: form.contentType, headers: rems.headers)
            }
            let added = try await attach("plan.pdf", Data("plan".utf8), to: id).json
            #expect(added["success"].isTrue == true)
            let file = try await rems.get("applications/attachment/\(added["id"].int ?? 0)")
            #expect(file.text == "plan")
            #expect(try await attach("run.sh", Data(), to: id).status == 415)
            #expect(try await attach("a.pdf", Data(count: AttachmentRules.maximalSize + 1), to: id).status == 413)
            #expect(try await attach("a.pdf", Data(), to: 99).json["errors"][0]["type"].text == "application-not-found")
            #expect(try await rems.get("applications/attachment/99").status == 404)
        }
    }
}
