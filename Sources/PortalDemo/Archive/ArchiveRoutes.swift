import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PortalVersion

/// The download service of the Sensitive Data Archive, version 2, as its documents write it
/// (neicnordic/sensitive-data-archive@9121ae1: sda/cmd/download/swagger_v2.yml, download.md; what those leave open, as
/// the handlers beside them do it). There access is by visas; here it is by the entitlements of the person.
struct ArchiveRoutes: Sendable {
    static let place = "/sda"

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
        let group = router.group("sda")
        group.get("**") { request, context in try await answer(request, context) }
        group.head("**") { request, context in
            let response = try await answer(request, context)
            return Response(
                status: response.status, headers: response.headers,
                body: ResponseBody(contentLength: response.body.contentLength) { writer in
                    try await writer.finish(nil)
                })
        }
    }

    private func answer(_ request: Request, _ context: DemoContext) async throws -> Response {
        let correlation = UUID().uuidString.lowercased()
        var response: Response
        do {
            response = try await answer(ArchiveQuestion(request, at: Self.place))
        } catch var problem as ArchiveProblem {
            problem.correlationId = correlation
            response = try problem.response()
        }
        if let name = HTTPField.Name("X-Correlation-ID") { response.headers[name] = correlation }
        return response
    }

    private func answer(_ question: ArchiveQuestion) async throws -> Response {
        switch question.parts {
        case ["health", "live"]: return try .json(["status": "ok"])
        case ["health", "ready"]: return try .json(["status": "ok"])
        case ["service-info"]: return try json(ServiceInfo(version: PortalVersion.current), "public, max-age=300")
        default: break
        }
        // An unknown address is no secret, an unknown person is told first.
        let datasets = try await datasets(of: question)
        switch (question.parts.first, question.parts.count) {
        case ("datasets", 1): return try list(datasets, question)
        case ("datasets", 2): return try info(try granted(question.parts[1], datasets))
        case ("datasets", 3) where question.parts[2] == "files":
            return try files(of: try granted(question.parts[1], datasets), question)
        case ("files", 2): return try whole(question, datasets)
        case ("files", 3) where question.parts[2] == "header": return try header(question, datasets)
        case ("files", 3) where question.parts[2] == "content": return try content(question, datasets)
        case ("objects", 2...): return try object(question, datasets)
        default: throw ArchiveProblem(.notFound, "page not found")
        }
    }

    // MARK: - Who may what

    /// The datasets that the person has access to now, in their order.
    private func datasets(of question: ArchiveQuestion) async throws -> [String] {
        guard let token = question.request.bearerToken, let user = tokens.user(of: token) else {
            throw ArchiveProblem(.unauthorized, "authentication required")
        }
        let now = Moment(clock())
        let granted = try await register.entitlements(of: user).filter { $0.start <= now && now <= $0.end }
        return Set(granted.map(\.identifier)).sorted()
    }

    private func granted(_ dataset: String, _ datasets: [String]) throws -> String {
        guard datasets.contains(dataset) else { throw ArchiveProblem.denied }
        return dataset
    }

    private func stored(_ question: ArchiveQuestion, _ datasets: [String]) throws -> StoredFile {
        let id = question.parts[1]
        guard let file = datasets.lazy.flatMap(ArchivedFile.all).first(where: { $0.id == id }) else {
            throw ArchiveProblem.denied
        }
        return shelf.stored(file)
    }

    // MARK: - Lists

    private static let catalogueAge = "private, max-age=60, must-revalidate"

    private func json(_ value: some Encodable, _ age: String) throws -> Response {
        var response = try Response.json(value)
        response.headers[.cacheControl] = age
        return response
    }

    private func list(_ datasets: [String], _ question: ArchiveQuestion) throws -> Response {
        let page = try question.page(of: datasets)
        return try json(DatasetListResponse(datasets: page.elements, nextPageToken: page.next), Self.catalogueAge)
    }

    private func info(_ dataset: String) throws -> Response {
        let files = ArchivedFile.all(of: dataset).map(shelf.stored)
        return try json(
            DatasetInfo(
                datasetId: dataset, date: Self.created, files: files.count, size: files.reduce(0) { $0 + $1.body.count }
            ),
            Self.catalogueAge)
    }

    private func files(of dataset: String, _ question: ArchiveQuestion) throws -> Response {
        let files = ArchivedFile.all(of: dataset).filter(try question.filter())
        let page = try question.page(of: files)
        return try json(
            FileListResponse(files: page.elements.map { FileInfo(shelf.stored($0)) }, nextPageToken: page.next),
            Self.catalogueAge)
    }

    private static let created = "2026-01-15T10:30:00Z"

    // MARK: - Bytes

    /// Header and body in one: other bytes, and another tag, at each call.
    private func whole(_ question: ArchiveQuestion, _ datasets: [String]) throws -> Response {
        let key = try question.readersKey()
        let stored = try stored(question, datasets)
        let header = try sealedHeader(for: key, stored)
        let tag = "\"\(DemoSealing.sha256(header).prefix(32))\""
        let name = stored.file.path.split(separator: "/").last.map(String.init) ?? "file"
        var response = try bytes(header + stored.body, tag: tag, question)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    private func header(_ question: ArchiveQuestion, _ datasets: [String]) throws -> Response {
        let key = try question.readersKey()
        let stored = try stored(question, datasets)
        let header = try sealedHeader(for: key, stored)
        var response = Response(
            status: .ok, headers: [.contentType: "application/octet-stream"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: header)))
        if let name = HTTPField.Name("SDA-Content-ETag") { response.headers[name] = stored.tag }
        return response
    }

    private func content(_ question: ArchiveQuestion, _ datasets: [String]) throws -> Response {
        let stored = try stored(question, datasets)
        return try bytes(stored.body, tag: stored.tag, question)
    }

    private func sealedHeader(for key: [UInt8], _ stored: StoredFile) throws -> [UInt8] {
        guard let header = DemoSealing.header(for: key, dataKey: stored.file.dataKey) else {
            throw ArchiveProblem(.badRequest, "the public key cannot be used", code: "KEY_INVALID")
        }
        return header
    }

    private func bytes(_ bytes: [UInt8], tag: String, _ question: ArchiveQuestion) throws -> Response {
        // HEAD knows no range (swagger_v2.yml, headFileContent).
        let range = question.isHead ? nil : try question.range(of: bytes.count, tag: tag)
        let part = bytes[range ?? 0..<bytes.count]
        // In pieces, so that a call that is cut off in the middle was cut off in the middle.
        let pieces = stride(from: part.startIndex, to: part.endIndex, by: 32_768).map { start in
            ByteBuffer(bytes: part[start..<min(start + 32_768, part.endIndex)])
        }
        var response = Response(
            status: range == nil ? .ok : .partialContent,
            headers: [.contentType: "application/octet-stream", .acceptRanges: "bytes", .eTag: tag],
            body: ResponseBody(contentsOf: pieces))
        if let range {
            response.headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
        }
        return response
    }

    // MARK: - DRS

    /// What stands before the first slash is the dataset (handlers/drs.go): one whose id has one cannot be asked for.
    private func object(_ question: ArchiveQuestion, _ datasets: [String]) throws -> Response {
        let words = question.parts.dropFirst().joined(separator: "/").split(separator: "/", maxSplits: 1).map(
            String.init)
        guard words.count == 2 else {
            throw ArchiveProblem(.badRequest, "path must contain {datasetId}/{filePath}")
        }
        let dataset = try granted(words[0], datasets)
        guard let file = ArchivedFile.all(of: dataset).first(where: { $0.path == words[1] }) else {
            throw ArchiveProblem.denied
        }
        return try json(
            DRSObject(
                shelf.stored(file), host: question.request.head.authority ?? "127.0.0.1", place: Self.place,
                created: Self.created),
            Self.catalogueAge)
    }
}
