import Foundation
import Testing

@testable import PortalDemo

@Suite("Who takes part in an application")
struct MemberTests {
    private static let invitation = #"{"name":"Grace Hopper","email":"grace@example.org"}"#

    @Test("an invited person is listed, and a demo person accepts after a while")
    func joining() async throws {
        try await withCommittee { ada, clock async throws in
            let grace = Applicant(ada.portal, token: DemoUser.colleague.token)
            let id = try await ada.createDraft("EGAD1")
            #expect(try await ada.command("invite-member", id, Self.invitation).status == 204)
            let stranger = #"{"name":"Somebody","email":"somebody@example.org"}"#
            #expect(try await ada.command("invite-member", id, stranger).status == 204)
            #expect(try await ada.application(id)["invitedMembers"].list.count == 2)
            #expect(try await grace.get("applications/\(id)").status == 404, "not before it was accepted")

            clock.advance(by: 10)
            let application = try await ada.application(id)
            #expect(application["members"][0]["memberId"].text == "grace")
            #expect(application["invitedMembers"].list.compactMap { $0["email"].text } == ["somebody@example.org"])
            #expect(try await ada.events(id) == ["created", "member-invited", "member-invited", "member-joined"])
        }
    }

    @Test("a member reads and copies, but does not change")
    func reading() async throws {
        try await withCommittee { ada, clock async throws in
            let grace = Applicant(ada.portal, token: DemoUser.colleague.token)
            let id = try await ada.completeDraft("EGAD1")
            _ = try await ada.command("invite-member", id, Self.invitation)
            clock.advance(by: 10)
            #expect(try await grace.get("applications").json[0]["id"].int == id)
            let seen = try await grace.application(id)
            #expect(seen["roles"] == .list([.string("member")]))
            #expect(
                seen["permissions"].list.compactMap(\.text) == [
                    "application.command/accept-licenses", "application.command/copy-as-new",
                ])
            #expect(seen["licenses"][0]["acceptedByCurrentUser"].isTrue == false)
            #expect(try await grace.save(id, form: 1, ["purpose": "Mine"]).status == 403)
            #expect(try await grace.submit(id).status == 403)
            #expect(try await grace.command("copy-as-new", id).status == 204)
            #expect(try await grace.application(id + 1)["applicant"]["userId"].text == "grace")
        }
    }

    @Test("members are removed by their id, invitations by their address")
    func removing() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.createDraft("EGAD1")
            _ = try await ada.command("invite-member", id, Self.invitation)
            #expect(try await ada.command("remove-member", id, #"{"memberId":"grace@example.org"}"#).status == 204)
            #expect(try await ada.application(id)["invitedMembers"].list.isEmpty)
            #expect(try await ada.command("remove-member", id, #"{"memberId":"grace"}"#).status == 404)

            _ = try await ada.command("invite-member", id, Self.invitation)
            clock.advance(by: 10)
            #expect(try await ada.command("remove-member", id, #"{"memberId":"grace"}"#).status == 204)
            #expect(try await ada.application(id)["members"].list.isEmpty)
            #expect(
                try await ada.events(id) == [
                    "created", "member-invited", "member-uninvited", "member-invited", "member-joined",
                    "member-removed",
                ])
        }
    }

    @Test(
        "an invitation needs a name and an address",
        arguments: [
            "{}", #"{"name":"","email":"a@b.org"}"#, #"{"name":"A","email":"nowhere"}"#, #"{"name":"A"}"#,
            #"{"name":"A","email":null}"#,
        ])
    func malformed(body: String) async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD1")
            #expect(try await ada.command("invite-member", id, body).status == 400)
            #expect(try await ada.application(id)["invitedMembers"].list.isEmpty)
        }
    }

    @Test("nobody joins what was decided, and only the applicant invites")
    func refusals() async throws {
        try await withCommittee { ada, clock async throws in
            let grace = Applicant(ada.portal, token: DemoUser.colleague.token)
            let id = try await ada.completeDraft("EGAD1")
            #expect(try await grace.command("invite-member", id, Self.invitation).status == 403)
            #expect(try await ada.command("invite-member", 99, Self.invitation).status == 404)
            _ = try await ada.submit(id)
            clock.advance(by: 10)
            #expect(try await ada.command("invite-member", id, Self.invitation).status == 409)
        }
    }
}
