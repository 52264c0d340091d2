import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalDomain

/// One call, before it meets a connection.
struct ServiceCall: Sendable {
    /// In words, as the person reads it in an error: "search", "saving the answers".
    var operation: String
    var method: HTTPMethod
    /// The path after the base address, not yet encoded.
    var path: [String]
    /// A path with its query that stands, as it is, in the place of `path` and of what comes before it: of a document that
    /// another one links to. Always at the service's own origin.
    var document: String?
    /// Stands behind the path as it is: `.ttl`.
    var suffix = ""
    /// Not yet encoded.
    var query: [(name: String, value: String)] = []
    /// What this service wants besides what every call carries. Replaces headers of the same name.
    var headers: HTTPHeaders = [:]
    /// JSON, unless `contentType` says otherwise.
    var body: Data?
    var contentType = "application/json"
    /// Wants to know how much of the body has gone.
    var report: UploadReport?
    /// What an answer may be.
    var accept = "application/json"
    /// Changes nothing at the service, so that it may be repeated.
    var isSafe: Bool
    /// Goes out without a token where none can be had at once: a sign-in service that is down must not make the others
    /// look ill.
    var tokenIsOptional = false
    var persistence = Persistence.usual
    /// What the service may lack without being broken.
    var feature: PortalFeature?
    /// Tells this service's refusals better than their status does.
    var refinesError: (@Sendable (PortalError, ServiceAnswer) -> PortalError)?

    /// How much is done to get an answer.
    enum Persistence: Sendable {
        /// Tried again where that is safe.
        case usual
        /// What comes of the first try is good enough.
        case once
        /// Once, and also of a service that is left alone: to see how it is.
        case probe
    }

    static func get(_ operation: String, _ path: String...) -> ServiceCall {
        ServiceCall(operation: operation, method: .GET, path: ["api", "v1"] + path, isSafe: true)
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
        ServiceCall(operation: operation, method: .POST, path: ["api", "v1"] + path, isSafe: false)
    }

    static func delete(_ operation: String, _ path: String...) -> ServiceCall {
        ServiceCall(operation: operation, method: .DELETE, path: ["api", "v1"] + path, isSafe: false)
    }

    /// The same call of something that the service may lack.
    func of(_ feature: PortalFeature) -> ServiceCall {
        var call = self
        call.feature = feature
        return call
    }

    /// Request bodies are made of texts, whole numbers and flags, which always encode.
    static func encoded(_ body: some Encodable) -> Data? {
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

    /// AMS answers so to calls that are in its contract and not in its code: its `ApplicationCommandApiImpl` throws
    /// `UnsupportedOperationException("Unimplemented method '…'")`, of which `GlobalExceptionMapper` tells the message.
    var saysUnsupported: Bool {
        guard status == 500, let body = try? JSONValue(parsing: body) else { return false }
        return ["detail", "message", "title", "error"].contains { key in
            let words = body[key].text?.lowercased() ?? ""
            return words.contains("unimplemented method") || words.contains("unsupported")
        }
    }

    /// A web page, whatever it says that it is.
    var isPage: Bool {
        if headers.first(name: "Content-Type")?.lowercased().contains("html") == true { return true }
        return String(decoding: body.prefix(256), as: UTF8.self).first { !$0.isWhitespace } == "<"
    }
}
