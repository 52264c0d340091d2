import JSONStream
import PortalModel

@testable import PortalServices

/// HTTP answers as bytes.
enum HTTPText {
    static func json(_ body: String, status: String = "200 OK", headers: [String] = []) -> ScriptedServer.Answer {
        answer(body, status: status, headers: ["Content-Type: application/json"] + headers)
    }

    static func answer(_ body: String, status: String, headers: [String] = []) -> ScriptedServer.Answer {
        let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
        return .bytes(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }
}

/// A portal whose two services are at one address, shut down when the body ends.
func withPortal<Result: Sendable>(
    at address: String, options: ConnectionOptions = ConnectionOptions(), token: String? = nil,
    languages: [String] = ["en"], retry: RetryPolicy = .withoutWaiting, breaker: BreakerSettings = .init(),
    _ body: (PortalClient) async throws -> Result
) async throws -> Result {
    try await withPortal(
        discovery: address, access: address, options: options, token: token, languages: languages, retry: retry,
        breaker: breaker, body)
}

func withPortal<Result: Sendable>(
    discovery: String, access: String, options: ConnectionOptions = ConnectionOptions(), token: String? = nil,
    languages: [String] = ["en"], retry: RetryPolicy = .withoutWaiting, breaker: BreakerSettings = .init(),
    _ body: (PortalClient) async throws -> Result
) async throws -> Result {
    var options = options
    options.retry = retry
    let portal = try PortalClient(
        PortalAddresses(discovery: discovery, access: access), languages: languages, options: options,
        credentials: token.map { .readyToken(Secret($0)) } ?? .none, breaker: breaker)
    do {
        let result = try await body(portal)
        await portal.shutdown()
        return result
    } catch {
        await portal.shutdown()
        throw error
    }
}

extension RetryPolicy {
    /// Tries again as often as usual, at once.
    static let withoutWaiting = RetryPolicy(sleep: { _ in try Task.checkCancellation() })
    /// Tries again once, at once: a busy machine may need it where times are short.
    static let once = RetryPolicy(delays: [.zero])
}

/// The error that a call ends with; nil when it succeeds.
func failure<Result: Sendable>(of call: () async throws(PortalError) -> Result) async -> PortalError? {
    do throws(PortalError) {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}

extension JSONValue {
    /// A literal of a test.
    init(literal text: String) throws { try self.init(parsing: .init(text.utf8)) }
}
