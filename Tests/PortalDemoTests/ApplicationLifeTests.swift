import Foundation
import Testing

@testable import PortalDemo

@Suite("The life of an application")
struct ApplicationLifeTests {
    @Test("a complete application is approved after the delay, and its holder is entitled for a year")
    func approval() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1")
            clock.advance(by: 5)
            #expect(try await ada.submit(id).status == 204)
            #expect(try await ada.state(id) == "application.state/submitted")
            let permissions = try await ada.application(id)["permissions"].list.compactMap(\.text)
            #expect(permissions.contains("application.command/uninvite-member"))
            #expect(!permissions.contains("application.command/close"), "REMS: a returned one alone")
            #expect(!permissions.contains("application.command/save-draft"))

            clock.advance(by: 9.9)
            #expect(try await ada.state(id) == "application.state/submitted")
            #expect(try await ada.get("entitlements").json["entitlements"].list.isEmpty)

            clock.advance(by: 100)
            let entitlements = try await ada.get("entitlements").json["entitlements"]
            #expect(entitlements.list.count == 1)
            #expect(entitlements[0]["datasetId"].text == "EGAD1")
            #expect(
                entitlements[0]["start"].text == "2026-09-21T14:13:35.000Z", "when it was due, not when it was read")
            #expect(entitlements[0]["end"].text == "2027-09-21T14:13:35.000Z")
            #expect(try await ada.state(id) == "application.state/approved")
            #expect(
                try await ada.events(id) == ["created", "draft-saved", "licenses-accepted", "submitted", "approved"])
            let decision = try await ada.application(id)["events"][0]
            #expect(decision["actorId"].text == "demo-committee")
            #expect(decision["eventTime"].text == "2026-09-21T14:13:35.000Z")
        }
    }

    @Test("a purpose that is too short is returned once with the reason, then decided")
    func returned() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1", purpose: "Science.")
            _ = try await ada.submit(id)
            clock.advance(by: 10)
            #expect(try await ada.state(id) == "application.state/returned")
            let purpose = try await ada.field(id, form: 1, "purpose")
            #expect(purpose["value"].text == "Science.")
            #expect(purpose["infoText"][0]["name"].text?.hasPrefix("Returned by the committee") == true)
            let permissions = try await ada.application(id)["permissions"].list.compactMap(\.text)
            #expect(permissions.contains("application.command/submit"))
            #expect(!permissions.contains("application.command/delete"))

            #expect(try await ada.save(id, form: 1, ["purpose": "More science."]).status == 204)
            #expect(try await ada.submit(id).status == 204)
            clock.advance(by: 10)
            #expect(try await ada.state(id) == "application.state/approved")
            #expect(
                try await ada.events(id) == [
                    "created", "draft-saved", "licenses-accepted", "submitted", "returned", "draft-saved", "submitted",
                    "approved",
                ])
        }
    }

    @Test("a dataset that says so is rejected, without an entitlement")
    func rejection() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD3")
            _ = try await ada.submit(id)
            clock.advance(by: 10)
            #expect(try await ada.state(id) == "application.state/rejected")
            #expect(try await ada.get("entitlements").json["entitlements"].list.isEmpty)
        }
    }

    @Test("a list shows the newest first, with its datasets, state and title")
    func listing() async throws {
        try await withCommittee { ada, _ async throws in
            #expect(try await ada.get("applications").json == .list([]))
            _ = try await ada.createDraft("EGAD1", "EGAD2", "EGAD1")
            let second = try await ada.completeDraft("EGAD1")
            let list = try await ada.get("applications").json
            #expect(list.list.count == 2)
            #expect(list[0]["id"].int == second)
            #expect(list[0]["title"].text == "2026/\(second)")
            #expect(list[0]["description"].text == "Rare variants in asthma")
            #expect(list[0]["currentState"].text == "application.state/draft")
            #expect(list[0]["datasets"][0]["externalId"].text == "EGAD1")
            #expect(list[1]["datasets"].list.compactMap { $0["externalId"].text } == ["EGAD1", "EGAD2"])
        }
    }

    @Test("an application says all that the contract names, with null for what is absent")
    func everyKey() async throws {
        try await withCommittee { ada, _ async throws in
            let application = try await ada.application(try await ada.createDraft("EGAD1"))
            #expect(
                application.keys == [
                    "workflow", "externalId", "id", "applicant", "members", "datasets", "forms", "invitedMembers",
                    "description", "generatedExternalId", "permissions", "lastActivity", "events", "roles",
                    "attachments", "licenses", "createdAt", "state", "modifiedAt",
                ])
            #expect(
                application["forms"][0]["fields"][0].keys == [
                    "id", "value", "optional", "private", "visible", "title", "type", "tableValues", "tableColumns",
                    "infoText", "placeholder", "maxLength", "privacy", "options",
                ])
            #expect(application["applicant"]["name"].text == "Ada Lovelace")
            #expect(Set(application["licenses"].list.compactMap { $0["type"].text }) == ["text", "link"])
            #expect(application["licenses"][0]["link"] == .null)
            #expect(application["licenses"][0]["text"][1]["language"].text == "fr")
        }
    }

    @Test("data about people asks for the ethics form too")
    func formsByDataset() async throws {
        try await withCommittee { ada, _ async throws in
            func forms(_ identifier: String) async throws -> [String] {
                let application = try await ada.application(try await ada.createDraft(identifier))
                return application["forms"].list.compactMap { $0["internalName"].text }
            }
            #expect(try await forms("EGAD1") == ["demo-research-project", "demo-data-handling"])
            #expect(try await forms("EGAD2") == ["demo-research-project", "demo-data-handling", "demo-ethics"])
        }
    }

    @Test("accepting licences replaces those that were accepted")
    func licences() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD1")
            func accepted() async throws -> [Int] {
                try await ada.application(id)["licenses"].list
                    .filter { $0["acceptedByCurrentUser"].isTrue == true }.compactMap { $0["id"].int }
            }
            #expect(try await ada.accept(id, [1]).status == 204)
            #expect(try await accepted() == [1])
            #expect(try await ada.accept(id, [2, 99]).status == 204)
            #expect(try await accepted() == [2])
        }
    }

    @Test("a draft can be deleted")
    func deletion() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.completeDraft("EGAD1")
            #expect(try await ada.delete(id).status == 204)
            #expect(try await ada.get("applications/\(id)").status == 404)
            #expect(try await ada.get("applications").json == .list([]))
            #expect(try await ada.createDraft("EGAD1") > id, "numbers are not used twice")
        }
    }
}
