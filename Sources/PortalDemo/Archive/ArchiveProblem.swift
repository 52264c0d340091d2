import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A refusal as RFC 9457 has it (`ProblemDetails` of swagger_v2.yml; sda/cmd/download/handlers/problem.go).
struct ArchiveProblem: Error, Encodable {
    let title: String
    let status: Int
    let detail: String
    let errorCode: String?
    var correlationId: String?
    /// Of the resource, with a range that is outside of it.
    var size: Int?

    private enum CodingKeys: String, CodingKey { case title, status, detail, errorCode, correlationId }

    init(_ status: HTTPResponse.Status, _ detail: String, code: String? = nil, size: Int? = nil) {
        title = status.reasonPhrase
        self.status = status.code
        self.detail = detail
        errorCode = code
        self.size = size
    }

    /// For what is not allowed and for what is not there: nobody learns which (swagger_v2.yml, "Error semantics").
    static let denied = ArchiveProblem(.forbidden, "access denied")

    func response() throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        var response = Response(
            status: .init(code: status), headers: [.contentType: "application/problem+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(self))))
        if let size { response.headers[.contentRange] = "bytes */\(size)" }
        if status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}
