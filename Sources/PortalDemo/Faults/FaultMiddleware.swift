import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes calls go wrong as the rules say. It stands before everything else, so that what is cut off was committed.
struct FaultMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    let book: FaultBook

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        guard let rule = book.due(method: request.method.rawValue, path: request.uri.path) else {
            return try await next(request, context)
        }
        switch rule.fault {
        case .dropBefore:
            return await Self.drop(context)
        case .dropAfter:
            _ = try await next(request, context)
            return await Self.drop(context)
        case .truncate:
            return Self.halved(try await next(request, context))
        case .delay:
            try await Self.wait(rule)
            return try await next(request, context)
        case .delayAfter:
            let response = try await next(request, context)
            try await Self.wait(rule)
            return response
        case .beaconError, .beaconRefused:
            var context = context
            context.beaconFailure = rule.fault == .beaconError ? .broken : .refused
            return try await next(request, context)
        case .emptyAfter:
            _ = try await next(request, context)
            return Response(status: .ok)
        case .tooManyRequests, .unavailable, .badGateway, .unsupported, .unauthorized, .html, .empty, .notJSON, .basic,
            .challenge, .firewall, .invalid, .conflict:
            return try Self.refusal(rule)
        }
    }

    private static func wait(_ rule: FaultRule) async throws {
        try await Task.sleep(for: .seconds(rule.seconds ?? 1))
    }

    /// Resets the connection rather than closing it in order, as when a process dies. The answer goes nowhere.
    private static func drop(_ context: DemoContext) async -> Response {
        if let socket = context.channel as? any SocketOptionProvider {
            try? await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try? await context.channel.close()
        return Response(status: .internalServerError)
    }

    /// Says how long the body is and sends half of it.
    private static func halved(_ response: Response) -> Response {
        guard let length = response.body.contentLength, length > 1 else { return response }
        var halved = response
        let body = response.body
        halved.headers[.contentLength] = String(length)
        halved.body = ResponseBody(contentLength: length) { writer in
            try await body.write(HalfWriter(limit: length / 2, writer: writer))
        }
        return halved
    }

    private static func refusal(_ rule: FaultRule) throws -> Response {
        var response: Response
        switch rule.fault {
        case .unsupported: return try .json(Problem.unsupported.body, status: Problem.unsupported.status)
        case .invalid:
            let problem = Problem(.badRequest, "Invalid request", "The service refuses this by a rule of its own.")
            return try .json(problem.body, status: problem.status)
        case .conflict:
            let problem = Problem(.conflict, "Conflict", "The application is not in a state that allows this.")
            return try .json(problem.body, status: problem.status)
        case .unauthorized:
            return Response(
                status: .unauthorized,
                headers: [.wwwAuthenticate: #"Bearer realm="portal-demo", error="invalid_token""#])
        case .empty: return Response(status: .ok)
        case .notJSON:
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "done")))
        case .basic:
            response = page(.unauthorized, "Authorization required")
            response.headers[.wwwAuthenticate] = #"Basic realm="Internal""#
        case .challenge:
            response = page(.forbidden, "Just a moment...")
            // By this Cloudflare tells programs that its page is one.
            if let mark = HTTPField.Name("cf-mitigated") { response.headers[mark] = "challenge" }
        case .firewall: response = page(.notAcceptable, "Not Acceptable!")
        case .tooManyRequests: response = page(.tooManyRequests, "Too many requests")
        case .badGateway: response = page(.badGateway, "The service behind this gateway cannot be reached")
        case .unavailable: response = page(.serviceUnavailable, "The service is being maintained")
        default: response = page(.ok, "Please sign in to this network")
        }
        if let retryAfter = rule.retryAfter { response.headers[.retryAfter] = retryAfter }
        return response
    }

    private static func page(_ status: HTTPResponse.Status, _ words: String) -> Response {
        let html = "<!DOCTYPE html>\n<html><head><title>\(words)</title></head><body><h1>\(words)</h1></body></html>\n"
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}

/// Passes on the first bytes, then fails, upon which the server ends the connection.
private struct HalfWriter: ResponseBodyWriter {
    struct Cut: Error {}

    let limit: Int
    var sent = 0
    var writer: any ResponseBodyWriter

    init(limit: Int, writer: any ResponseBodyWriter) {
        self.limit = limit
        self.writer = writer
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        var buffer = buffer
        if let part = buffer.readSlice(length: min(buffer.readableBytes, limit - sent)) {
            sent += part.readableBytes
            try await writer.write(part)
        }
        guard sent < limit else { throw Cut() }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        throw Cut()
    }
}
