import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// An answer with a JSON body.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }

    static var noContent: Response { Response(status: .noContent) }
}

extension Request {
    /// The body as JSON; a body that is absent reads as an empty object.
    ///
    /// - Throws: `Problem` 415 for another media type and 400 for a body that does not fit.
    func json<Body: Decodable>(_ type: Body.Type, context: DemoContext) async throws -> Body {
        if let mediaType = headers[.contentType], !mediaType.lowercased().hasPrefix("application/json") {
            throw Problem(.unsupportedMediaType, "Unsupported media type", "Send the body as application/json.")
        }
        let buffer = try await body.collect(upTo: context.maxUploadSize)
        let data = buffer.readableBytes == 0 ? Data("{}".utf8) : Data(buffer.readableBytesView)
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw Problem(.badRequest, "Malformed request", error.plainWords)
        }
    }
}

extension DecodingError {
    /// Which part of a JSON text does not fit, without quoting the text.
    var plainWords: String {
        switch self {
        case .keyNotFound(let key, let context): "\(Self.place(context.codingPath + [key])) is missing."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(Self.place(context.codingPath)) has the wrong type."
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "It is not valid JSON."
        case .dataCorrupted(let context): "\(Self.place(context.codingPath)) has a value that is not allowed."
        @unknown default: "It is not valid JSON."
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.isEmpty ? "It" : path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
