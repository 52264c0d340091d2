import Foundation
import Testing

@testable import PortalDemo

@Suite("Closing, copying and changing applications")
struct ApplicationChangeTests {
    @Test("a returned application can be closed and stays so; one that is with the committee cannot")
    func cancelling() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1", purpose: "Science.")
            #expect(try await ada.command("cancel", id).status == 409, "a draft is deleted instead")
            _ = try await ada.submit(id)
            #expect(try await ada.command("cancel", id).status == 409, "REMS lets handlers alone")
            clock.advance(by: 10)
            #expect(try await ada.state(id) == "application.state/returned")
            #expect(try await ada.command("cancel", id).status == 204)
            clock.advance(by: 100)
            #expect(try await ada.state(id) == "application.state/closed")
            #expect(try await ada.command("cancel", id).status == 409)
            #expect(try await ada.submit(id).status == 409)
            #expect(try await ada.get("entitlements").json["entitlements"].list.isEmpty)
        }
    }

    @Test("a copy is a draft with the same answers and datasets, without accepted licences")
    func copying() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1")
            _ = try await ada.submit(id)
            clock.advance(by: 10)
            #expect(try await ada.command("copy-as-new", id).status == 204)
            let copy = try await ada.get("applications").json[0]["id"].int ?? 0
            #expect(copy != id)
            let application = try await ada.application(copy)
            #expect(application["state"].text == "application.state/draft")
            #expect(application["datasets"][0]["externalId"].text == "EGAD1")
            #expect(application["licenses"].list.allSatisfy { $0["acceptedByCurrentUser"].isTrue == false })
            #expect(try await ada.field(copy, form: 1, "project-title")["value"].text == "Rare variants in asthma")
            #expect(try await ada.events(copy) == ["created", "copied-from"])
            #expect(try await ada.events(id).last == "copied-to")
            #expect(try await ada.state(id) == "application.state/approved")
        }
    }

    @Test("a copy has files of its own, which its fields name")
    func copyingFiles() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let file = try await ada.attach(id, name: "plan.pdf", content: Data("plan".utf8)).json["id"].int ?? 0
            _ = try await ada.save(id, form: RecordsForm.id, ["data-plan": "\(file)"])
            _ = try await ada.command("copy-as-new", id)
            let copied = try await ada.application(id + 1)
            let copy = try #require(copied["attachments"][0]["id"].int)
            #expect(copy != file)
            let field = copied["forms"][1]["fields"].element("id", "data-plan")
            #expect(field["value"].text == "\(copy)")
            _ = try await ada.delete(id)
            #expect(try await ada.get("applications/\(id + 1)/attachments/\(copy)").text == "plan")
        }
    }

    @Test("datasets are replaced while the application may be edited")
    func datasets() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.completeDraft("EGAD1")
            let body = #"[{"datasetIds":["EGAD2"],"comment":"The cohort fits better"},{"datasetIds":["EGAD1"]}]"#
            #expect(try await ada.command("update-datasets", id, body).status == 204)
            let application = try await ada.application(id)
            #expect(application["datasets"].list.compactMap { $0["externalId"].text } == ["EGAD2", "EGAD1"])
            #expect(application["forms"].list.count == 3, "data about people asks for ethics")
            #expect(try await ada.events(id).last == "resources-changed")
            for refused in ["[]", #"[{"datasetIds":[]}]"#, #"{"datasetIds":["EGAD1"]}"#] {
                #expect(try await ada.command("update-datasets", id, refused).status == 400)
            }
            #expect(try await ada.command("update-datasets", id, #"[{"datasetIds":["nothing"]}]"#).status == 404)
            #expect(try await ada.application(id)["datasets"].list.count == 2, "a refusal changes nothing")
        }
    }

    @Test("datasets of different organisations cannot be requested together")
    func bundling() async throws {
        try await withCommittee { ada, _ async throws in
            for identifiers in [["EGAD1", "EGAD6"], ["EGAD6", "EGAD7"], ["EGAD7", "EGAD1"]] {
                let answer = try await ada.create(identifiers[0], identifiers[1])
                #expect(answer.status == 400)
                #expect(answer.json["detail"].text?.hasPrefix("Unbundleable catalogue items: ") == true)
            }
            let id = try await ada.createDraft("EGAD6")
            #expect(
                try await ada.command("update-datasets", id, #"[{"datasetIds":["EGAD6","EGAD7"]}]"#).status == 400)
            #expect(try await ada.create("EGAD1", "EGAD2").status == 200)
        }
    }

    @Test("each organisation has its own workflow, forms and licences")
    func organisations() async throws {
        try await withCommittee { ada, _ async throws in
            let applications = try await [
                ada.application(ada.createDraft("EGAD1")), ada.application(ada.createDraft("EGAD6")),
                ada.application(ada.createDraft("EGAD7")),
            ]
            #expect(applications.map { $0["workflow"]["id"].int } == [1, 2, 3])
            #expect(applications.map { $0["forms"].list.compactMap { $0["id"].int } } == [[1, 2], [1, 4], [1, 3]])
            let licences = applications.map { $0["licenses"].list.compactMap { $0["type"].text } }
            #expect(licences == [["text", "link"], ["text", "attachment"], ["link"]])
        }
    }
}
