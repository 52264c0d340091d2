import Foundation
import NIOCore
import Testing

@testable import PortalDemo

@Suite("Files of an application")
struct AttachmentTests {
    @Test("a file comes back byte by byte, under its name")
    func roundTrip() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            // Every byte there is, and what looks like the end of a part.
            let content = Data(0...255) + Data("\r\n----edg\r\n--".utf8) + Data(repeating: 7, count: 70_000)
            let added = try await ada.attach(id, name: "Plan für Daten.PDF", content: content)
            #expect(added.status == 200)
            let attachment = try #require(added.json["id"].int)
            let listed = try await ada.application(id)["attachments"][0]
            #expect(listed["id"].int == attachment)
            // AMS hands it on by a temporary file, whose random number stays in the name.
            let name = try #require(listed["filename"].text)
            let number = name.prefix { $0.isNumber }
            #expect(number.count >= 15 && name == number + "Plan für Daten.PDF")
            #expect(listed["type"].text == "application/pdf")

            let file = try await ada.get("applications/\(id)/attachments/\(attachment)")
            #expect(file.status == 200)
            #expect(file.bytes == content)
            #expect(file.header("Content-Type") == "application/octet-stream")
            #expect(
                file.header("Content-Disposition")
                    == "attachment; filename=\"\(number)Plan f_r Daten.PDF\"; "
                    + "filename*=UTF-8''\(number)Plan%20f%C3%BCr%20Daten%2EPDF")
        }
    }

    @Test("an empty file is a file")
    func emptyFile() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let added = try await ada.attach(id, name: "empty.txt", content: Data())
            let file = try await ada.get("applications/\(id)/attachments/\(added.json["id"].int ?? -1)")
            #expect(file.status == 200 && file.bytes.isEmpty)
        }
    }

    @Test("ten megabytes pass, more is named as what it is, and a much larger body is cut off")
    func sizes() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let limit = AttachmentRules.maximalSize
            #expect(try await ada.attach(id, name: "a.pdf", content: Data(count: limit)).status == 200)
            let larger = try await ada.attach(id, name: "b.pdf", content: Data(count: limit + 1))
            #expect(larger.status == 400)
            #expect(larger.json["title"].text == "Attachment Too Large")
            let huge = try await ada.attach(id, name: "c.pdf", content: Data(count: AttachmentRules.maximalBody))
            #expect(huge.status == 413 && huge.bytes.isEmpty)
            #expect(try await ada.application(id)["attachments"].list.count == 1)
        }
    }

    @Test("types that are not accepted", arguments: ["run.sh", "archive.zip", "noextension", "pdf", "page.html", "x."])
    func types(name: String) async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let answer = try await ada.attach(id, name: name, content: Data("x".utf8))
            #expect(answer.status == 400)
            #expect(answer.json["title"].text == "Attachment Format Not Accepted")
        }
    }

    @Test("a form without a file, and a body that is no form")
    func malformed() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let path = "api/v1/applications/\(id)/attachments"
            let other = UploadForm(field: "document", name: "a.pdf", content: Data("x".utf8))
            let without = try await ada.portal.send(
                .post, .access, path, bytes: other.body, contentType: other.contentType)
            #expect(without.status == 400)
            #expect(without.json["title"].text == "Attachment Is Null")
            #expect(try await ada.portal.send(.post, .access, path, body: "{}").status == 415)
        }
    }

    @Test("a field names its files; files of other applications do not count")
    func answering() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let other = try await ada.createDraft("EGAD6")
            let own = try await ada.attach(id, name: "a.pdf", content: Data("x".utf8)).json["id"].int ?? 0
            let foreign = try await ada.attach(other, name: "b.pdf", content: Data("x".utf8)).json["id"].int ?? 0
            _ = try await ada.accept(id, [1, 3])
            func faults(_ value: String) async throws -> String? {
                _ = try await ada.save(id, form: RecordsForm.id, ["data-plan": value])
                return try await ada.submit(id).json["validationWarnings"].element("fieldId", "data-plan")["key"].text
            }
            #expect(try await faults("") == "t.form.validation/required")
            #expect(try await faults("\(foreign)") == "t.form.validation/invalid-value")
            #expect(try await faults("\(own),\(foreign)") == "t.form.validation/invalid-value")
            #expect(try await faults("\(own)") == nil)
        }
    }

    @Test("files are for those who may read the application, and end with it")
    func strangers() async throws {
        try await withCommittee { ada, _ async throws in
            let grace = Applicant(ada.portal, token: DemoUser.colleague.token)
            let id = try await ada.createDraft("EGAD6")
            let attachment = try await ada.attach(id, name: "a.pdf", content: Data("x".utf8)).json["id"].int ?? 0
            #expect(try await grace.get("applications/\(id)/attachments/\(attachment)").status == 404)
            #expect(try await grace.attach(id, name: "b.pdf", content: Data()).status == 403)
            #expect(try await ada.get("applications/\(id)/attachments/999").status == 404)
            let other = try await ada.createDraft("EGAD6")
            #expect(try await ada.get("applications/\(other)/attachments/\(attachment)").status == 404)
            _ = try await ada.delete(id)
            #expect(try await ada.get("applications/\(id)/attachments/\(attachment)").status == 404)
        }
    }

    @Test("terms in a file can be read before they are accepted")
    func licences() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let licence = try await ada.application(id)["licenses"].element("type", "attachment")
            #expect(licence["attachmentFilename"].element("language", "en")["name"].text?.hasSuffix(".txt") == true)
            let number = try #require(licence["attachmentId"].element("language", "fr")["name"].text)
            let file = try await ada.get("applications/\(id)/attachments/\(number)")
            #expect(file.text.hasPrefix("Accord sur le traitement"))
            let plain = try await ada.createDraft("EGAD1")
            #expect(try await ada.get("applications/\(plain)/attachments/\(number)").status == 404)
        }
    }
}
