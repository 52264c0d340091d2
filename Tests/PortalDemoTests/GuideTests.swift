import Foundation
import Testing

@testable import PortalDemo

@Suite("The developer guide's services")
struct GuideTests {
    private static func request(_ dataset: String, status: String? = nil, purpose: String = "Asthma") -> String {
        let state = status.map { #","status":"\#($0)""# } ?? ""
        return #"""
            {"datasetId":"\#(dataset)"\#(state),"requestData":{"purpose":"\#(purpose)","organization":"North",
            "ethicsApproval":"2026-1","participants":[{"name":"Ada Lovelace","email":"ada@example.org",
            "role":"principal_investigator","organization":"North"}]}}
            """#
    }

    private func post(_ body: String, to portal: PortalClient) async throws -> PortalClient.Answer {
        try await portal.send(.post, .guide, "api/v1/requests", body: body)
    }

    @Test("datasets are found and opened")
    func discovery() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let found = try await portal.send(.get, .guide, "api/v1/search?q=asthma&limit=1")
            #expect(found.json["datasets"].list.count == 1)
            #expect(found.json["datasets"][0]["id"].text == "asthma")
            #expect(found.json["total"].int == 2)
            let all = try await portal.send(.get, .guide, "api/v1/datasets?limit=0").json
            #expect(all["total"].int == 5 && all["datasets"].list.isEmpty)
            let dataset = try await portal.send(.get, .guide, "api/v1/datasets/asthma").json
            #expect(dataset["title"].text == "Childhood asthma cohort")
            #expect(dataset["organization"].text == "North Hospital")
            let facets = try await portal.send(.get, .guide, "api/v1/facets").json["facets"]
            #expect(facets.element("key", "format")["values"][0]["label"].text == "VCF")
            let organizations = try await portal.send(.get, .guide, "api/v1/organizations").json["organizations"]
            #expect(organizations.element("name", "South Institute")["datasets"].int == 2)
            #expect(try await portal.send(.get, .guide, "health").status == 200)
        }
    }

    @Test("refusals say why in a message")
    func refusals() async throws {
        try await withPortal(catalogue: Fixtures.search) { portal async throws in
            let missing = try await portal.send(.get, .guide, "api/v1/datasets/nothing")
            #expect(missing.status == 404)
            #expect(missing.json["message"].text == "Dataset nothing not found")
            for limit in ["1001", "-1", "many", ""] {
                let answer = try await portal.send(.get, .guide, "api/v1/search?limit=\(limit)")
                #expect(answer.status == 400)
                #expect(answer.json.keys == ["message"])
            }
            let signedOut = try await portal.send(.get, .guide, "api/v1/requests")
            #expect(signedOut.status == 401)
            #expect(signedOut.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
        }
    }

    @Test("a request is one call, and is decided like any other")
    func requesting() async throws {
        try await withCommittee { ada, clock async throws in
            let sent = try await post(Self.request("plain"), to: ada.portal)
            #expect(sent.status == 200)
            #expect(sent.json["status"].text == "submitted", "no other call would submit it")
            #expect(sent.json["datasetId"].text == "plain", "as it was named")
            #expect(sent.json["requestData"]["ethicsApproval"].text == "2026-1")
            let id = try #require(sent.json["id"].text)

            clock.advance(by: 10)
            let decided = try await ada.portal.send(.get, .guide, "api/v1/requests/\(id)").json
            #expect(decided["status"].text == "approved", "a short purpose is not returned: nothing could change it")
            #expect(decided["userId"].text == "ada")
            #expect(try await ada.get("entitlements").json["entitlements"][0]["datasetId"].text == "EGAD1")
            #expect(try await ada.application(Int(id) ?? 0)["state"].text == "application.state/approved")
        }
    }

    @Test("a draft stays one, and the identifier names a dataset too")
    func drafts() async throws {
        try await withCommittee { ada, clock async throws in
            let sent = try await post(Self.request("EGAD1", status: "draft"), to: ada.portal)
            #expect(sent.json["status"].text == "draft")
            clock.advance(by: 100)
            let listed = try await ada.portal.send(.get, .guide, "api/v1/requests").json["requests"]
            #expect(listed.list.count == 1)
            #expect(listed[0]["status"].text == "draft")
        }
    }

    @Test("applications made with forms are listed as far as the guide has words for them")
    func otherApplications() async throws {
        try await withCommittee { ada, _ async throws in
            _ = try await ada.createDraft("EGAD2")
            let id = try await ada.completeDraft("EGAD1")
            let listed = try await ada.portal.send(.get, .guide, "api/v1/requests").json["requests"]
            #expect(listed[0]["id"].text == "\(id)")
            #expect(listed[0]["requestData"]["participants"][0]["email"].text == "ada@example.org")
            #expect(listed[1]["requestData"]["purpose"].text == "(not given)")
            let grace = Applicant(ada.portal, token: DemoUser.colleague.token)
            #expect(try await grace.portal.send(.get, .guide, "api/v1/requests").json["requests"].list.isEmpty)
            #expect(try await grace.portal.send(.get, .guide, "api/v1/requests/\(id)").status == 404)
        }
    }

    @Test(
        "requests that do not fit leave nothing behind",
        arguments: [
            ("{}", 400), (request("nothing"), 404), (request("external"), 400), (request("plain", purpose: ""), 400),
            (request("plain", status: "approved"), 400),
            (request("plain").replacing("ada@example.org", with: "ada"), 400),
            (request("plain").replacing("principal_investigator", with: "guest"), 400),
        ])
    func malformed(body: String, status: Int) async throws {
        try await withCommittee { ada, _ async throws in
            let answer = try await post(body, to: ada.portal)
            #expect(answer.status == status)
            #expect(answer.json["message"].text?.isEmpty == false)
            #expect(try await ada.portal.send(.get, .guide, "api/v1/requests").json["requests"].list.isEmpty)
        }
    }
}
