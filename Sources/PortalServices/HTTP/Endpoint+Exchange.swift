import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import PortalDomain
import PortalVersion

/// One try of a call: out it goes, and back comes an answer that was read to its end.
extension Endpoint {
    /// One try. A refused token is replaced once, before anything is shown: repeating is safe for every call then, since
    /// this one was not carried out.
    func exchange(
        _ call: ServiceCall, requestID: String
    ) async throws(FailedTry) -> ServiceAnswer {
        guard !call.tokenIsOptional else {
            let token = await credentials.token(within: Self.patienceWithSignIn)
            return try await boundedAnswer(to: call, requestID: requestID, token: token)
        }
        let token = try await credential { () throws(PortalError) in try await credentials.token() }
        let answer = try await boundedAnswer(to: call, requestID: requestID, token: token)
        // What something in front of the service refuses is not the token's fault, but a page where people sign in may be
        // what such a thing shows for a token that it does not take any more.
        guard answer.status == 401, FrontDoor(answer)?.isBeyondTokens != true, let token,
            let other = try await credential({ () throws(PortalError) in try await credentials.replacement(token) })
        else { return answer }
        return try await boundedAnswer(to: call, requestID: requestID, token: other)
    }

    /// Who cannot be named is not helped by another try, nor is it the service's fault.
    private func credential(
        _ ask: () async throws(PortalError) -> Secret?
    ) async throws(FailedTry) -> Secret? {
        do throws(PortalError) { return try await ask() } catch {
            throw FailedTry(error: error, prospect: .lasts, isOfService: false)
        }
    }

    /// The client's own deadline ends with the head of the answer; a body that trickles needs this one.
    private func boundedAnswer(
        to call: ServiceCall, requestID: String, token: Secret?
    ) async throws(FailedTry) -> ServiceAnswer {
        do {
            return try await withThrowingTaskGroup(of: ServiceAnswer?.self) { group in
                defer { group.cancelAll() }
                group.addTask { try await self.followed(call, requestID: requestID, token: token) }
                group.addTask { [options] in
                    try await options.callTime(of: call, requestID: requestID)
                    return nil
                }
                guard let answer = try await group.next() ?? nil else { throw HTTPClientError.deadlineExceeded }
                return answer
            }
        } catch {
            let failure: any Error = Task.isCancelled ? CancellationError() : error
            throw FailedTry(
                error: PortalError(
                    connectionFailure: failure, to: service, options: options, operation: call.operation,
                    requestID: requestID),
                prospect: FailedTry.Prospect(after: failure))
        }
    }

    /// Follows redirects that stay at the same origin, so that no token ever reaches another host.
    private func followed(
        _ call: ServiceCall, requestID: String, token: Secret?
    ) async throws -> ServiceAnswer {
        try await read(try await open(call, requestID: requestID, token: token))
    }

    /// The same, with a body that is still to be read.
    func open(_ call: ServiceCall, requestID: String, token: Secret?) async throws -> HTTPClientResponse {
        let headers = headers(for: call, requestID: requestID, token: token)
        var address = base.address(of: call)
        for _ in 0...Self.mostRedirects {
            var request = HTTPClientRequest(url: address)
            request.method = call.method
            request.headers = headers
            if let body = call.body { request.body = HTTPClientRequest.Body(body, report: call.report) }
            let response = try await client.execute(request, timeout: TimeAmount(options.callTimeout))
            guard let target = try redirect(response, from: address, call: call) else { return response }
            address = target
        }
        throw RefusedAnswer.tooManyRedirects
    }

    private func headers(for call: ServiceCall, requestID: String, token: Secret?) -> HTTPHeaders {
        var headers: HTTPHeaders = [
            "User-Agent": PortalVersion.userAgent, "Accept": call.accept, "Accept-Language": language,
            "X-Request-ID": requestID,
            // "deflate" is sent in two ways that cannot be told apart beforehand (RFC 9110, 8.4.1.2).
            "Accept-Encoding": "gzip",
        ]
        if call.body != nil { headers.add(name: "Content-Type", value: call.contentType) }
        if let token { headers.add(name: "Authorization", value: "Bearer \(token.reveal())") }
        for header in call.headers { headers.replaceOrAdd(name: header.name, value: header.value) }
        return headers
    }

    private func redirect(
        _ response: HTTPClientResponse, from address: String, call: ServiceCall
    ) throws -> String? {
        let code = Int(response.status.code)
        guard [301, 302, 303, 307, 308].contains(code), let location = response.headers.first(name: "Location"),
            let target = URL(string: location, relativeTo: URL(string: address))?.absoluteURL
        else { return nil }
        guard BaseAddress.origin(of: target) == base.origin else {
            let origin = BaseAddress.origin(of: target)
            throw SignInPage.isAddress(target) ? RefusedAnswer.redirectToSignIn(origin) : .redirectElsewhere(origin)
        }
        // After 301 to 303 a POST would become a GET, which is another call.
        guard call.method == .GET || code >= 307 else { throw RefusedAnswer.redirectOfChange }
        return target.absoluteString
    }

    func read(_ response: HTTPClientResponse) async throws -> ServiceAnswer {
        let encoding = response.headers.first(name: "Content-Encoding")?.trimmed.lowercased() ?? "identity"
        guard Self.encodings.contains(encoding) else { throw RefusedAnswer.unknownEncoding(encoding) }
        let isFailure = response.status.code >= 300
        // Of a failure only its beginning is of use, and its status is, however long it is.
        let limit = isFailure ? min(64 * 1024, options.largestAnswer) : options.largestAnswer
        var body = Data()
        for try await chunk in response.body {
            chunk.withUnsafeReadableBytes { body.append(contentsOf: $0) }
            guard body.count > limit else { continue }
            guard isFailure else { throw RefusedAnswer.tooLarge(limit: limit) }
            break
        }
        // A cancelled body ends as if it were complete.
        try Task.checkCancellation()
        body = AnswerCharset.utf8(body, contentType: response.headers.first(name: "Content-Type"))
        return ServiceAnswer(status: Int(response.status.code), headers: response.headers, body: body)
    }

    private static let mostRedirects = 5
    /// Of a call that can do without a name.
    private static let patienceWithSignIn = Duration.seconds(2)
    /// What is asked for and unpacked on the way in.
    private static let encodings: Set<String> = ["identity", "gzip", "deflate", ""]
}
