import AsyncHTTPClient
import FoundationEssentials
import JSONStream
import Logging
import NIOCore
import NIOHTTP1
import PortalDomain
import PortalVersion

/// What the sign-in service answered.
struct IdentityAnswer: Sendable {
    var status: Int
    /// `null` where no JSON came: refusals may be empty and pages HTML.
    var json: JSONValue
    var isPage: Bool
    /// The first line that says something, for an error's detail.
    var firstLine: String?
    /// The service's clock.
    var date: Date?
    var retryAfter: Int?

    var isSuccess: Bool { (200..<300).contains(status) }

    /// What a page says that came in place of JSON. JSON is not quoted: it may hold codes and tokens.
    var page: SignInReason? { isPage ? .somethingElse(line: firstLine) : nil }

    /// What a refusal says of itself, by OAuth's rules or as other services and gateways write it.
    var words: String? {
        json["error_description"].text ?? json["detail"].text ?? json["message"].text ?? json["title"].text
            ?? json["error"].text ?? (isPage ? firstLine : nil)
    }
}

extension JSONValue {
    /// A time in seconds, from 0 up to a limit: numbers beyond every calendar do come, and dates cannot hold them.
    func seconds(atMost limit: TimeInterval) -> TimeInterval? { integer.map { min(max(0, TimeInterval($0)), limit) } }
}

/// Calls to the sign-in service: forms go out, JSON comes back. Follows no redirect, because what is sent is secret.
final class IdentityHTTP: Sendable {
    private let client: SharedClient
    private let service: CalledService
    let options: ConnectionOptions

    /// - Parameter service: who is asked, as it is named in what is said of a failure.
    init(options: ConnectionOptions, service: CalledService = .signIn) {
        self.options = options
        self.service = service
        client = SharedClient(options)
    }

    deinit {
        // A client that is not shut down traps; whoever forgot this object has nothing to wait for.
        Task { [client] in try? await client.shutdown() }
    }

    func shutdown() async {
        // There is nobody left to tell of a connection that does not close properly.
        try? await client.shutdown()
    }

    func get(
        _ address: String, operation: String, authorization: String? = nil
    ) async throws(PortalError) -> IdentityAnswer {
        var request = HTTPClientRequest(url: address)
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        return try await perform(request, operation: operation)
    }

    func post(
        _ address: String, form: [(String, String)], operation: String, authorization: String? = nil
    ) async throws(PortalError) -> IdentityAnswer {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        request.body = .bytes(ByteBuffer(string: Self.encoded(form)))
        return try await perform(request, operation: operation)
    }

    /// `name=value&…`, percent-encoded.
    static func encoded(_ form: [(String, String)]) -> String {
        // Dots need no encoding here, and people read these addresses.
        form.map { name, value in
            name + "="
                + value.split(separator: ".", omittingEmptySubsequences: false)
                .map { BaseAddress.percentEncoded(String($0)) }.joined(separator: ".")
        }.joined(separator: "&")
    }

    private func perform(_ request: HTTPClientRequest, operation: String) async throws(PortalError) -> IdentityAnswer {
        var request = request
        let requestID = options.requestID()
        request.headers.add(name: "User-Agent", value: PortalVersion.userAgent)
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "X-Request-ID", value: requestID)
        let start = ContinuousClock.now
        do {
            let answer = try await bounded(request, operation, requestID)
            if !answer.isSuccess {
                log(operation, kind: "refused", status: answer.status, requestID: requestID, since: start)
            }
            return answer
        } catch {
            let failure: any Error = Task.isCancelled ? CancellationError() : error
            let translated = PortalError(
                connectionFailure: failure, to: service, options: options, operation: operation, requestID: requestID)
            log(operation, kind: translated.kind.logName, status: nil, requestID: requestID, since: start)
            throw translated
        }
    }

    /// The client's own deadline ends with the head of the answer; a body that trickles needs this one.
    private func bounded(
        _ request: HTTPClientRequest, _ operation: String, _ requestID: String
    ) async throws -> IdentityAnswer {
        try await withThrowingTaskGroup(of: IdentityAnswer?.self) { group in
            defer { group.cancelAll() }
            group.addTask { [client, options] in
                let response = try await client.execute(request, timeout: TimeAmount(options.callTimeout))
                return try await Self.read(response)
            }
            group.addTask { [options] in
                if options.patience < options.callTimeout {
                    try await options.callTime(of: operation, requestID: requestID)
                } else {
                    try await NetworkPause.sleep(for: options.callTimeout)
                }
                return nil
            }
            guard let answer = try await group.next() ?? nil else { throw HTTPClientError.deadlineExceeded }
            return answer
        }
    }

    private static func read(_ response: HTTPClientResponse) async throws -> IdentityAnswer {
        var body = Data()
        for try await chunk in response.body {
            body.append(contentsOf: chunk.readableBytesView)
            guard body.count <= largestAnswer else { throw RefusedAnswer.tooLarge(limit: largestAnswer) }
        }
        // A cancelled body ends as if it were complete.
        try Task.checkCancellation()
        let json = try? JSONValue(parsing: body)
        return IdentityAnswer(
            status: Int(response.status.code), json: json ?? .null, isPage: json == nil && !body.isEmpty,
            firstLine: Transport.firstLine(of: body),
            date: response.headers.first(name: "Date").flatMap { RetryAfter.date($0) },
            retryAfter: RetryAfter.seconds(in: response.headers))
    }

    private static let largestAnswer = 1024 * 1024

    private func log(
        _ operation: String, kind: String, status: Int?, requestID: String, since start: ContinuousClock.Instant
    ) {
        let (seconds, attoseconds) = start.duration(to: .now).components
        options.logger.log(
            level: kind == "cancelled" ? .debug : .info, "sign-in call",
            metadata: [
                "operation": .string(operation), "kind": .string(kind), "request-id": .string(requestID),
                "status": .string(status.map { String($0) } ?? "none"),
                "duration-ms": .stringConvertible(seconds * 1000 + attoseconds / 1_000_000_000_000_000),
            ])
    }
}
