import Foundation
import NIOCore

@testable import PortalDemo

/// A person who requests access, step by step.
struct Applicant {
    let portal: PortalClient

    init(_ portal: PortalClient, token: String? = DemoUser.researcher.token) {
        var portal = portal
        portal.token = token
        self.portal = portal
    }

    static let projectAnswers = [
        "project-title": "Rare variants in asthma",
        "purpose": "We look for rare variants that explain severe asthma in childhood, by burden tests over genes.",
        "research-area": "common-diseases", "start-date": "2026-10-01", "principal-investigator": "Ada Lovelace",
        "principal-investigator-email": "ada@example.org",
    ]

    static let handlingAnswers = [
        "environment": "secure-processing", "leaves-environment": "no", "safeguards": "encryption two-factor",
        "people": "Ada Lovelace, analyst", "deletion-date": "2028-01-01", "security-contact": "sec@example.org",
    ]

    static let ethicsAnswers = ["approval": "approved", "approval-reference": "2026-1", "children": "yes"]

    func create(_ identifiers: String...) async throws -> PortalClient.Answer {
        try await post("create", ["datasetIds": identifiers])
    }

    /// - Returns: The new application's id.
    func createDraft(_ identifiers: String...) async throws -> Int {
        try await post("create", ["datasetIds": identifiers]).json["applicationId"].int ?? -1
    }

    /// A draft that only waits to be submitted.
    func completeDraft(_ identifier: String, purpose: String? = nil) async throws -> Int {
        let id = try await createDraft(identifier)
        var project = Self.projectAnswers
        if let purpose { project["purpose"] = purpose }
        _ = try await save(id, form: 1, project)
        _ = try await save(id, form: 2, Self.handlingAnswers)
        _ = try await accept(id, [1, 2])
        return id
    }

    func save(_ id: Int, form: Int, _ answers: [String: String]) async throws -> PortalClient.Answer {
        struct Field: Encodable {
            let fieldId: String
            let value: String
        }
        struct Form: Encodable {
            let formId: Int
            let fields: [Field]
        }
        let fields = answers.map { Field(fieldId: $0.key, value: $0.value) }
        return try await post("\(id)/save-forms-and-duos", ["forms": [Form(formId: form, fields: fields)]])
    }

    func accept(_ id: Int, _ licences: [Int]) async throws -> PortalClient.Answer {
        try await post("\(id)/accept-terms", ["acceptedLicenses": licences])
    }

    func submit(_ id: Int) async throws -> PortalClient.Answer {
        try await portal.send(.post, .access, "api/v1/applications/\(id)/submit")
    }

    func delete(_ id: Int) async throws -> PortalClient.Answer {
        try await portal.send(.delete, .access, "api/v1/applications/\(id)")
    }

    /// Sends one of the commands of an application.
    func command(_ name: String, _ id: Int, _ body: String? = nil) async throws -> PortalClient.Answer {
        try await portal.send(.post, .access, "api/v1/applications/\(id)/\(name)", body: body)
    }

    /// Uploads a file as browsers do.
    func attach(_ id: Int, name: String, content: Data) async throws -> PortalClient.Answer {
        let form = UploadForm(name: name, content: content)
        return try await portal.send(
            .post, .access, "api/v1/applications/\(id)/attachments", bytes: form.body, contentType: form.contentType)
    }

    func application(_ id: Int) async throws -> JSON { try await get("applications/\(id)").json }
    func state(_ id: Int) async throws -> String? { try await application(id)["state"].text }

    /// The events of an application, oldest first, without their prefix.
    func events(_ id: Int) async throws -> [String] {
        try await application(id)["events"].list.reversed()
            .compactMap { $0["eventType"].text?.replacing("application.event/", with: "") }
    }

    func field(_ id: Int, form: Int, _ field: String) async throws -> JSON {
        try await application(id)["forms"][form - 1]["fields"].element("id", field)
    }

    func get(_ path: String) async throws -> PortalClient.Answer {
        try await portal.send(.get, .access, "api/v1/\(path)")
    }

    private func post(_ path: String, _ body: some Encodable) async throws -> PortalClient.Answer {
        let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
        return try await portal.send(.post, .access, "api/v1/applications/\(path)", body: text)
    }
}

/// A form with one file, as RFC 7578 has it.
struct UploadForm {
    var field = "file"
    let name: String
    let content: Data

    let contentType = "multipart/form-data; boundary=--edge"

    var body: ByteBuffer {
        let head = """
            ----edge\r
            Content-Disposition: form-data; name="note"\r
            \r
            not the file\r
            ----edge\r
            Content-Disposition: form-data; name="\(field)"; filename="\(name)"\r
            Content-Type: application/pdf\r
            \r

            """
        var buffer = ByteBuffer(string: head)
        buffer.writeBytes(content)
        buffer.writeString("\r\n----edge--\r\n")
        return buffer
    }
}

/// Runs a portal with the catalogue for requests and a clock that stands still.
func withCommittee(
    delay: TimeInterval = 10, faults: Bool = false, _ body: (Applicant, TestClock) async throws -> Void
) async throws {
    try await withTemporaryDirectory { directory in
        let file = directory.appending(path: "catalogue.jsonl")
        try Data(Fixtures.requests.utf8).write(to: file)
        let clock = TestClock()
        let options = DemoOptions(
            catalogue: .file(path: file.path), decisionDelay: delay, allowsFaults: faults, clock: { clock.now })
        try await withPortal(options) { portal in try await body(Applicant(portal), clock) }
    }
}
