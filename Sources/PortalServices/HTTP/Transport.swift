import AsyncHTTPClient
import FoundationEssentials
import Logging
import NIOCore
import NIOHTTP1
import PortalModel

/// The one way in which calls leave this program: adds what every call carries, bounds its time and size, and turns
/// every failure into a `PortalError`.
final class Transport: Sendable {
    private let client: SharedClient
    private let options: ConnectionOptions
    private let language: String
    private let credentials: Credentials

    /// - Parameter language: one language tag; the contract's `Accept-Language` knows no list.
    init(language: String, options: ConnectionOptions, credentials: Credentials) {
        client = SharedClient(options)
        self.options = options
        self.language = language
        self.credentials = credentials
    }

    /// Ends connections; calls under way fail. To be called once, at the end.
    func shutdown() async {
        // There is nobody left to tell of a connection that does not close properly.
        try? await client.shutdown()
    }

    /// Makes a call whose answer is JSON, and reads it.
    ///
    /// - Parameter reading: gives nil when the answer is JSON of quite another shape.
    func read<Answer: Sendable>(
        _ call: ServiceCall, at base: BaseAddress, as reading: (JSONValue) throws(PortalError) -> Answer?
    ) async throws(PortalError) -> Answer {
        try await perform(call, at: base) { answer, requestID throws(PortalError) in
            func unreadable(_ detail: String?) -> PortalError {
                PortalError(.unreadableAnswer, operation: call.operation, detail: detail, requestID: requestID)
            }
            guard let json = try? JSONValue(parsing: answer.body) else {
                throw unreadable(Self.firstLine(of: answer.body) ?? "The answer is empty.")
            }
            guard let result = try named(requestID, { () throws(PortalError) in try reading(json) }) else {
                throw unreadable("The answer is JSON of another shape.")
            }
            return result
        }
    }

    /// Makes a call whose answer is a file.
    func fetch(_ call: ServiceCall, at base: BaseAddress) async throws(PortalError) -> ServiceAnswer {
        try await perform(call, at: base) { answer, _ throws(PortalError) in answer }
    }

    /// An error that was found in an answer gets the name of its call.
    private func named<Answer>(
        _ requestID: String, _ reading: () throws(PortalError) -> Answer
    ) throws(PortalError) -> Answer {
        do throws(PortalError) {
            return try reading()
        } catch {
            var error = error
            error.requestID = requestID
            throw error
        }
    }

    /// Makes a call whose answer says no more than that it was done.
    func send(_ call: ServiceCall, at base: BaseAddress) async throws(PortalError) {
        try await perform(call, at: base) { _, _ throws(PortalError) in }
    }

    private func perform<Result: Sendable>(
        _ call: ServiceCall, at base: BaseAddress,
        reading: (ServiceAnswer, _ requestID: String) throws(PortalError) -> Result
    ) async throws(PortalError) -> Result {
        let requestID = options.requestID()
        let start = ContinuousClock.now
        var status: Int?
        do throws(PortalError) {
            let answer = try await answer(to: call, at: base, requestID: requestID)
            status = answer.status
            guard (200..<300).contains(answer.status) else {
                throw PortalError(answer, to: call, requestID: requestID)
            }
            return try reading(answer, requestID)
        } catch {
            log(error, status: status, duration: start.duration(to: .now))
            throw error
        }
    }

    /// A refused token is replaced once, before anything is shown. Repeating is safe for every call: this one was not
    /// carried out.
    private func answer(
        to call: ServiceCall, at base: BaseAddress, requestID: String
    ) async throws(PortalError) -> ServiceAnswer {
        let token = call.isAnonymous ? nil : try await credentials.token()
        let answer = try await boundedAnswer(to: call, at: base, requestID: requestID, token: token)
        guard answer.status == 401, let token, let other = try await credentials.replacement(token) else {
            return answer
        }
        return try await boundedAnswer(to: call, at: base, requestID: requestID, token: other)
    }

    /// The client's own deadline ends with the head of the answer; a body that trickles needs this one.
    private func boundedAnswer(
        to call: ServiceCall, at base: BaseAddress, requestID: String, token: Secret?
    ) async throws(PortalError) -> ServiceAnswer {
        do {
            return try await withThrowingTaskGroup(of: ServiceAnswer?.self) { group in
                defer { group.cancelAll() }
                group.addTask { try await self.followed(call, at: base, requestID: requestID, token: token) }
                group.addTask { [options] in
                    try await Task.sleep(for: options.callTimeout)
                    return nil
                }
                guard let answer = try await group.next() ?? nil else { throw HTTPClientError.deadlineExceeded }
                return answer
            }
        } catch {
            let failure: any Error = Task.isCancelled ? CancellationError() : error
            throw PortalError(
                connectionFailure: failure, options: options, operation: call.operation, requestID: requestID)
        }
    }

    /// Follows redirects that stay at the same origin, so that no token ever reaches another host.
    private func followed(
        _ call: ServiceCall, at base: BaseAddress, requestID: String, token: Secret?
    ) async throws -> ServiceAnswer {
        let headers = headers(for: call, requestID: requestID, token: token)
        var address = base.address(of: call)
        for _ in 0...Self.mostRedirects {
            var request = HTTPClientRequest(url: address)
            request.method = call.method
            request.headers = headers
            if let body = call.body { request.body = .bytes(ByteBuffer(bytes: body)) }
            let response = try await execute(request, isSafe: call.isSafe)
            guard let target = try redirect(response, from: address, at: base, call: call) else {
                return try await read(response)
            }
            address = target
        }
        throw RefusedAnswer.tooManyRedirects
    }

    /// A connection that was kept may have been closed by the other side just now: a safe call is then made once more.
    private func execute(_ request: HTTPClientRequest, isSafe: Bool) async throws -> HTTPClientResponse {
        let limit = TimeAmount(options.callTimeout)
        do {
            return try await client.execute(request, timeout: limit)
        } catch let error as HTTPClientError where isSafe && error == .remoteConnectionClosed {
            return try await client.execute(request, timeout: limit)
        }
    }

    private func headers(for call: ServiceCall, requestID: String, token: Secret?) -> HTTPHeaders {
        var headers: HTTPHeaders = [
            "User-Agent": "portal/0.1.0", "Accept": call.accept, "Accept-Language": language,
            "X-Request-ID": requestID,
        ]
        if call.body != nil { headers.add(name: "Content-Type", value: call.contentType) }
        if let token { headers.add(name: "Authorization", value: "Bearer \(token.reveal())") }
        for header in call.headers { headers.replaceOrAdd(name: header.name, value: header.value) }
        return headers
    }

    private func redirect(
        _ response: HTTPClientResponse, from address: String, at base: BaseAddress, call: ServiceCall
    ) throws -> String? {
        let code = Int(response.status.code)
        guard [301, 302, 303, 307, 308].contains(code), let location = response.headers.first(name: "Location"),
            let target = URL(string: location, relativeTo: URL(string: address))?.absoluteURL
        else { return nil }
        guard BaseAddress.origin(of: target) == base.origin else {
            throw RefusedAnswer.redirectElsewhere(BaseAddress.origin(of: target) ?? "another address")
        }
        // After 301 to 303 a POST would become a GET, which is another call.
        guard call.method == .GET || code >= 307 else { throw RefusedAnswer.redirectOfChange }
        return target.absoluteString
    }

    private func read(_ response: HTTPClientResponse) async throws -> ServiceAnswer {
        let isFailure = response.status.code >= 300
        // Of a failure only its beginning is of use, and its status is, however long it is.
        let limit = isFailure ? min(64 * 1024, options.largestAnswer) : options.largestAnswer
        var body = Data()
        for try await chunk in response.body {
            body.append(contentsOf: chunk.readableBytesView)
            guard body.count > limit else { continue }
            guard isFailure else { throw RefusedAnswer.tooLarge(limit: limit) }
            break
        }
        // A cancelled body ends as if it were complete.
        try Task.checkCancellation()
        return ServiceAnswer(status: Int(response.status.code), headers: response.headers, body: body)
    }

    private func log(_ error: PortalError, status: Int?, duration: Duration) {
        let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        options.logger.log(
            level: error.kind == .cancelled ? .debug : .warning, "call failed",
            metadata: [
                "operation": .string(error.operation), "kind": .string(error.kind.logName),
                "status": .string(status.map { String($0) } ?? "none"),
                "request-id": .string(error.requestID ?? ""), "duration-ms": .stringConvertible(milliseconds),
            ])
    }

    private static let mostRedirects = 5
}
