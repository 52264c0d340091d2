import Foundation
import Testing

@testable import PortalDemo

@Suite("What the access service refuses")
struct ApplicationRefusalTests {
    @Test(
        "without a known token there is no answer but the challenge",
        arguments: [nil, "", "wrong", "demo-researcher x"])
    func signedOut(token: String?) async throws {
        try await withCommittee { ada, _ async throws in
            let stranger = Applicant(ada.portal, token: token)
            let answer = try await stranger.get("applications")
            #expect(answer.status == 401)
            #expect(answer.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
            #expect(answer.text.isEmpty)
            #expect(try await stranger.create("EGAD1").status == 401)
        }
    }

    @Test("an application belongs to its applicant")
    func somebodyElse() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.completeDraft("EGAD1")
            let grace = Applicant(ada.portal, token: DemoUser.colleague.token)
            #expect(try await grace.get("applications/\(id)").status == 404)
            #expect(try await grace.get("applications").json == .list([]))
            for answer in [
                try await grace.save(id, form: 1, [:]), try await grace.accept(id, []), try await grace.submit(id),
                try await grace.delete(id),
            ] {
                #expect(answer.status == 403)
                #expect(answer.json["status"].int == 403)
            }
            #expect(try await ada.submit(id).status == 204)
        }
    }

    @Test("an application that is not there", arguments: ["99", "0", "-1", "x", "99999999999999999999"])
    func notFound(id: String) async throws {
        try await withCommittee { ada, _ async throws in
            let answer = try await ada.get("applications/\(id)")
            #expect(answer.status == 404)
            #expect(answer.json["title"].text == "Application not found")
            #expect(try await ada.portal.send(.post, .access, "api/v1/applications/\(id)/submit").status == 404)
        }
    }

    @Test("only datasets that are governed here can be requested")
    func creation() async throws {
        try await withCommittee { ada, _ async throws in
            let unknown = try await ada.create("EGAD1", "nothing")
            #expect(unknown.status == 404)
            #expect(unknown.json["title"].text == "Catalogue Item not found")
            #expect(try await ada.create("plain").status == 404, "the internal id is not the identifier")
            for external in ["EGAD4", "EGAD5"] {
                let answer = try await ada.create("EGAD1", external)
                #expect(answer.status == 400)
                #expect(answer.json["detail"].text?.contains(external) == true)
            }
            #expect(
                try await ada.portal.send(
                    .post, .access, "api/v1/applications/create", body: #"{"datasetIds":[]}"#
                ).status == 400)
            #expect(try await ada.get("applications").json == .list([]), "a refusal leaves nothing behind")
        }
    }

    @Test("bodies that do not fit", arguments: ["", "{", "[]", #"{"datasetIds":"EGAD1"}"#, #"{"datasetIds":[1]}"#])
    func malformed(body: String) async throws {
        try await withCommittee { ada, _ async throws in
            let answer = try await ada.portal.send(.post, .access, "api/v1/applications/create", body: body)
            #expect(answer.status == 400)
            #expect(answer.json["title"].text?.isEmpty == false)
        }
    }

    @Test("bodies of another type or too large")
    func unsuitableBodies() async throws {
        try await withCommittee { ada, _ async throws in
            let path = "api/v1/applications/create"
            let plain = try await ada.portal.send(.post, .access, path, body: "EGAD1", contentType: "text/plain")
            #expect(plain.status == 415)
            let large = #"{"datasetIds":["\#(String(repeating: "x", count: 3 << 20))"]}"#
            #expect(try await ada.portal.send(.post, .access, path, body: large).status == 413)
        }
    }

    @Test("licences are asked for first, then the fields in their order")
    func submission() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD2")
            _ = try await ada.accept(id, [1])
            let licences = try await ada.submit(id)
            #expect(licences.status == 400)
            #expect(
                licences.json["validationWarnings"]
                    == .list([.object(["key": .string("t.actions.errors/licenses-not-accepted")])]))

            _ = try await ada.accept(id, [1, 2])
            _ = try await ada.save(id, form: 1, Applicant.projectAnswers)
            _ = try await ada.save(
                id, form: 1,
                [
                    "project-title": String(repeating: "x", count: 151), "research-area": "astrology",
                    "start-date": "2026-02-30", "principal-investigator-email": "ada@", "purpose": "  \n ",
                ])
            _ = try await ada.save(
                id, form: 2, Applicant.handlingAnswers.merging(["safeguards": "encryption luck"]) { $1 })
            let fields = try await ada.submit(id)
            #expect(fields.status == 400)
            let warnings = fields.json["validationWarnings"].list.map {
                "\($0["formId"].int ?? 0) \($0["fieldId"].text ?? "") \($0["key"].text ?? "")"
            }
            #expect(
                warnings == [
                    "1 project-title t.form.validation/toolong", "1 purpose t.form.validation/required",
                    "1 research-area t.form.validation/invalid-value", "1 start-date t.form.validation/format_error",
                    "1 principal-investigator-email t.form.validation/invalid-email",
                    "2 safeguards t.form.validation/invalid-value", "3 approval t.form.validation/required",
                    "3 children t.form.validation/required",
                ])
            #expect(try await ada.state(id) == "application.state/draft")
        }
    }

    @Test("what was submitted cannot be changed, what was decided neither")
    func wrongState() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1")
            _ = try await ada.submit(id)
            for _ in ["submitted", "approved"] {
                for answer in [
                    try await ada.save(id, form: 1, ["purpose": "x"]), try await ada.accept(id, []),
                    try await ada.submit(id), try await ada.delete(id),
                ] {
                    #expect(answer.status == 409)
                    #expect(answer.json["status"].int == 409)
                }
                clock.advance(by: 10)
            }
            #expect(try await ada.state(id) == "application.state/approved", "a refusal does not undo what was due")
        }
    }

    @Test("a returned application is no draft that could be deleted")
    func deletingReturned() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1", purpose: "Short")
            _ = try await ada.submit(id)
            clock.advance(by: 10)
            #expect(try await ada.delete(id).status == 409)
        }
    }

    @Test("calls that the running service does not support are refused as it does")
    func unsupported() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD1")
            for call in ["applications/\(id)/events", "baskets/add-dataset", "baskets/1/create-application"] {
                let answer = try await ada.portal.send(.post, .access, "api/v1/\(call)")
                #expect(answer.status == 500)
                #expect(answer.json["title"].text == "Not expected exception")
                #expect(answer.json["detail"].text?.hasPrefix("Unimplemented method") == true)
            }
        }
    }
}
