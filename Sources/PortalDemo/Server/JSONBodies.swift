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

/// The contracts have next to no fields that may be null, and a portal that others test against had better be strict:
/// these take the place of the library's own in the code that the compiler writes for optional properties, so that
/// only a field that is absent reads as nil.
extension KeyedDecodingContainer {
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        contains(key) ? try decode(type, forKey: key) : nil
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        contains(key) ? try decode(type, forKey: key) : nil
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        contains(key) ? try decode(type, forKey: key) : nil
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        contains(key) ? try decode(type, forKey: key) : nil
    }
}

/// A field that may be null.
struct Nullable<Value: Decodable & Sendable>: Decodable, Sendable {
    let value: Value?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        value = container.decodeNil() ? nil : try container.decode(Value.self)
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
