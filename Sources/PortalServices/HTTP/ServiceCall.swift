import FoundationEssentials
import NIOHTTP1

/// One call, before it meets a connection.
struct ServiceCall: Sendable {
    /// In words, as the person reads it in an error: "search", "saving the answers".
    var operation: String
    var method: HTTPMethod
    /// The path after the base address, not yet encoded.
    var path: [String]
    /// JSON.
    var body: Data?
    /// Changes nothing at the service, so that it may be repeated.
    var isSafe: Bool

    static func get(_ operation: String, _ path: String...) -> ServiceCall {
        ServiceCall(operation: operation, method: .GET, path: ["api", "v1"] + path, body: nil, isSafe: true)
    }

    /// A search: POST only because its conditions do not fit an address.
    static func query(_ operation: String, _ path: String..., body: some Encodable) -> ServiceCall {
        ServiceCall(
            operation: operation, method: .POST, path: ["api", "v1"] + path, body: encoded(body), isSafe: true)
    }

    static func post(_ operation: String, _ path: String..., body: some Encodable) -> ServiceCall {
        ServiceCall(
            operation: operation, method: .POST, path: ["api", "v1"] + path, body: encoded(body), isSafe: false)
    }

    static func post(_ operation: String, _ path: String...) -> ServiceCall {
        ServiceCall(operation: operation, method: .POST, path: ["api", "v1"] + path, body: nil, isSafe: false)
    }

    static func delete(_ operation: String, _ path: String...) -> ServiceCall {
        ServiceCall(operation: operation, method: .DELETE, path: ["api", "v1"] + path, body: nil, isSafe: false)
    }

    /// Request bodies are made of texts, whole numbers and flags, which always encode.
    private static func encoded(_ body: some Encodable) -> Data? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try? encoder.encode(body)
    }
}

/// What came back, with a body that was read to its end.
struct ServiceAnswer: Sendable {
    var status: Int
    var headers: HTTPHeaders
    var body: Data
}
