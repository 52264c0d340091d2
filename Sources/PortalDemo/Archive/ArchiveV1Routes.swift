import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Version 1 of the same archive's download service, as its documents write it (neicnordic/sensitive-data-archive@9121ae1:
/// sda-download/api/api.md; what that leaves open, as the handlers beside it do it), set up to hand out what is encrypted.
struct ArchiveV1Routes: Sendable {
    static let place = "/sda-v1"

    let register: ApplicationRegister
    let tokens: AccessTokens
    let clock: @Sendable () -> Date
    private let shelf = ArchiveShelf()

    init(register: ApplicationRegister, tokens: AccessTokens, clock: @escaping @Sendable () -> Date) {
        self.register = register
        self.tokens = tokens
        self.clock = clock
    }

    func add(to router: Router<DemoContext>) {
        let group = router.group("sda-v1")
        group.get("**") { request, _ in try await answer(request) }
        group.head("**") { request, _ in try await answer(request) }
    }

    /// Refusals are a line of text (api/sda/sda.go).
    private struct Refusal: Error {
        let status: HTTPResponse.Status
        let words: String
    }

    private func answer(_ request: Request) async throws -> Response {
        do {
            let question: ArchiveQuestion
            do { question = try ArchiveQuestion(request, at: Self.place) } catch {
                throw Refusal(status: .badRequest, words: "the path is not encoded as UTF-8")
            }
            return try await answer(question)
        } catch let refusal as Refusal {
            return Response(
                status: refusal.status, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: refusal.words)))
        }
    }

    private func answer(_ question: ArchiveQuestion) async throws -> Response {
        guard question.parts != ["health"] else { return Response(status: .ok) }
        let parts = question.parts
        guard ["metadata", "files", "s3", "s3-encrypted"].contains(parts.first) else {
            throw Refusal(status: .notFound, words: "404 page not found")
        }
        let datasets = try await datasets(of: question)
        switch parts.first {
        case "metadata" where parts == ["metadata", "datasets"]: return try .json(datasets)
        case "metadata" where parts.dropFirst().first == "datasets": return try files(question, datasets)
        case "files":
            throw Refusal(status: .badRequest, words: "downloading unencrypted data is not supported")
        case "s3", "s3-encrypted": return try object(question, datasets)
        default: throw Refusal(status: .notFound, words: "404 page not found")
        }
    }

    private func datasets(of question: ArchiveQuestion) async throws -> [String] {
        guard let token = question.request.bearerToken, let user = tokens.user(of: token) else {
            throw Refusal(status: .unauthorized, words: "get visas failed")
        }
        let now = Moment(clock())
        let granted = try await register.entitlements(of: user).filter { $0.start <= now && now <= $0.end }
        return Set(granted.map(\.identifier)).sorted()
    }

    // MARK: - Lists

    struct FileInfo: Encodable {
        let fileId: String
        let displayFileName: String
        let filePath: String
        let decryptedFileSize: Int
        let decryptedFileChecksum: String
        let decryptedFileChecksumType: String
    }

    private func files(_ question: ArchiveQuestion, _ datasets: [String]) throws -> Response {
        guard question.parts.last == "files" else {
            throw Refusal(status: .notFound, words: "API path not found, maybe /files is missing")
        }
        let name = question.parts.dropFirst(2).dropLast().joined(separator: "/")
        let dataset = question.value("scheme").map { "\($0)://\(name)" } ?? name
        guard datasets.contains(dataset) else { throw Refusal(status: .notFound, words: "dataset not found") }
        return try .json(
            ArchivedFile.all(of: dataset).map { file in
                let stored = shelf.stored(file)
                return FileInfo(
                    fileId: file.id,
                    displayFileName: file.path.split(separator: "/").last.map(String.init) ?? file.path,
                    filePath: file.path, decryptedFileSize: stored.plainSize,
                    decryptedFileChecksum: stored.plainChecksum, decryptedFileChecksumType: "SHA256")
            })
    }

    // MARK: - Bytes

    /// Header and body in one, for the key of the call.
    private func object(_ question: ArchiveQuestion, _ datasets: [String]) throws -> Response {
        let path = question.parts.dropFirst().joined(separator: "/")
        guard let dataset = datasets.first(where: { path.hasPrefix($0 + "/") }) else {
            throw Refusal(status: .forbidden, words: "")
        }
        let name = path.dropFirst(dataset.count + 1)
        guard let file = ArchivedFile.all(of: dataset).first(where: { $0.path == name || $0.path == name + ".c4gh" })
        else { throw Refusal(status: .notFound, words: "") }
        let stored = shelf.stored(file)
        guard let key = try key(of: question), let header = DemoSealing.header(for: key, dataKey: file.dataKey) else {
            throw Refusal(status: .badRequest, words: "c4gh public key is missing from the header")
        }
        var headers: HTTPFields = [.contentType: "application/octet-stream", .eTag: stored.plainChecksum]
        guard !question.isHead else {
            for name in ["Server-Additional-Bytes", "Client-Additional-Bytes"] {
                if let name = HTTPField.Name(name) { headers[name] = "\(header.count)" }
            }
            return Response(
                status: .ok, headers: headers,
                body: ResponseBody(contentLength: header.count + stored.body.count) { writer in
                    try await writer.finish(nil)
                })
        }
        let all = header + stored.body
        let part = all[try range(of: question.request.headers[.range], in: all.count)]
        let pieces = stride(from: part.startIndex, to: part.endIndex, by: 32_768).map { start in
            ByteBuffer(bytes: part[start..<min(start + 32_768, part.endIndex)])
        }
        // A part is answered with 200 too, and its length is not told (api/sda/sda.go, Download).
        return Response(status: .ok, headers: headers, body: ResponseBody(contentsOf: pieces))
    }

    private func key(of question: ArchiveQuestion) throws -> [UInt8]? {
        let text = HTTPField.Name("Client-Public-Key").flatMap { question.request.headers[$0] }
        guard let text, !text.isEmpty else { return nil }
        var bytes = Data(base64Encoded: text) ?? Data()
        if bytes.count > 32 {
            let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            bytes = lines.first { !$0.hasPrefix("-") }.flatMap { Data(base64Encoded: String($0)) } ?? Data()
        }
        guard bytes.count == 32 else {
            throw Refusal(status: .badRequest, words: "invalid base64 encoding for Client-Public-Key header")
        }
        return Array(bytes)
    }

    /// Both ends, of header and body in one (api/sda/sda.go, calculateCoords).
    private func range(of text: String?, in size: Int) throws -> Range<Int> {
        guard let text else { return 0..<size }
        let ends = text.replacing("bytes=", with: "").split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count > 1, let first = Int(ends[0]), let last = Int(ends[1]), first >= 0, first <= last else {
            throw Refusal(status: .badRequest, words: "Range header byte coordinates invalid")
        }
        return min(first, size)..<min(last + 1, size)
    }
}
