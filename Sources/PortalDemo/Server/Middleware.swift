import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-ID")
}

/// Gives every answer the request id that its request came with.
struct RequestIDMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if let name = HTTPField.Name.requestID, let id = request.headers[name] {
            response.headers[name] = id
        }
        return response
    }
}

/// Answers every error with the services' own error body.
struct ErrorResponseMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return try .json(problem.body, status: problem.status)
        } catch let refusal as Refusal {
            let problem = Problem(refusal)
            return try .json(problem.body, status: problem.status)
        } catch is BodyTooLarge {
            return Response(status: .contentTooLarge)
        } catch let error as any HTTPResponseError {
            return try .json(Problem(framework: error.status).body, status: error.status)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            StandardError.write(PlainLine("A request failed inside the demo portal: \(error)"))
            let problem = Problem(
                .internalServerError, "Internal server error", "The demo portal could not answer this request.")
            return try .json(problem.body, status: problem.status)
        }
    }
}

/// Lets only known bearer tokens pass; the refusal has no body, as that of the running service.
struct BearerMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    let tokens: AccessTokens

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        guard let token = request.bearerToken else { return Self.challenge() }
        guard let user = tokens.user(of: token) else { return Self.challenge(#", error="invalid_token""#) }
        var context = context
        context.user = user
        return try await next(request, context)
    }

    /// RFC 6750, section 3: an error is only named where a token was sent.
    private static func challenge(_ error: String = "") -> Response {
        Response(status: .unauthorized, headers: [.wwwAuthenticate: #"Bearer realm="portal-demo""# + error])
    }
}

/// Notes who asks where a service answers everybody, but more to those it knows.
struct OptionalBearerMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    let tokens: AccessTokens

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.user = request.bearerToken.flatMap(tokens.user)
        return try await next(request, context)
    }
}

extension Request {
    var bearerToken: String? {
        let parts = (headers[.authorization] ?? "").split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
