import Foundation
import GRDB

/// Files of applications, and what the guide's service was sent.
extension ApplicationRows {
    func attachments(of id: Int) throws -> [Attachment] {
        try Row.fetchAll(
            db, sql: "SELECT id, filename, mediaType, owner FROM attachment WHERE application = ? ORDER BY id",
            arguments: [id]
        ).map {
            Attachment(id: $0["id"], filename: $0["filename"], mediaType: $0["mediaType"], owner: $0["owner"])
        }
    }

    /// The application that a file belongs to, or nil.
    func application(ofAttachment id: Int) throws -> Application? {
        try Int.fetchOne(db, sql: "SELECT application FROM attachment WHERE id = ?", arguments: [id])
            .flatMap(application(id:))
    }

    func file(attachment id: Int) throws -> AttachedFile? {
        try Row.fetchOne(db, sql: "SELECT filename, mediaType, content FROM attachment WHERE id = ?", arguments: [id])
            .map { AttachedFile(filename: $0["filename"], mediaType: $0["mediaType"], content: $0["content"]) }
    }

    /// - Returns: The new attachment's id.
    func insert(_ file: AttachedFile, owner: String, application id: Int) throws -> Int {
        try db.execute(
            sql: "INSERT INTO attachment (application, owner, filename, mediaType, content) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, owner, file.filename, file.mediaType, file.content])
        return Int(db.lastInsertedRowID)
    }

    func guideRequest(of id: Int) throws -> GuideRequest? {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT dataset, data FROM guide_request WHERE application = ?", arguments: [id]),
            let data = try? JSONDecoder().decode(GuideRequest.Details.self, from: row["data"])
        else { return nil }
        return GuideRequest(dataset: row["dataset"], details: data)
    }

    func insert(_ request: GuideRequest, application id: Int) throws {
        try db.execute(
            sql: "INSERT INTO guide_request (application, dataset, data) VALUES (?, ?, ?)",
            arguments: [id, request.dataset, try JSONEncoder().encode(request.details)])
    }
}
