import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Engine.IO's long polling: a call that waits for what is to be told, and calls that bring what the program says.
struct NotificationRoutes {
    let listeners: Listeners

    /// Below the portal's address, as of a real portal's gateway.
    static let place = "/notifications"
    /// Where servers of Socket.IO are mounted unless they are told otherwise.
    static let mount = "/socket.io"

    func add(to router: Router<DemoContext>) {
        let group = router.group(RouterPath(Self.place + Self.mount)).add(middleware: RefusedMiddleware())
        group.get { request, context in
            guard let session = try session(request) else { return await greet(context) }
            return await next(of: session)
        }
        group.post { request, context in
            guard let session = try session(request) else { throw Refused.request }
            return try await take(request, of: session)
        }
    }

    /// - Returns: nil of a program that is new.
    private func session(_ request: Request) throws -> LiveSession? {
        let query = request.uri.queryParameters
        guard query["EIO"] == "4" else { throw Refused.version }
        guard query["transport"] == "polling" else { throw Refused.transport }
        guard let id = query["sid"].map(String.init) else { return nil }
        guard let session = listeners[id] else { throw Refused.session }
        return session
    }

    private func greet(_ context: DemoContext) async -> Response {
        guard let session = listeners.add() else { return Refused.request.response }
        await session.open(upgrades: ["websocket"], on: context.channel.eventLoop)
        return await next(of: session)
    }

    private func next(of session: LiveSession) async -> Response {
        // The portal ends when it is told to, whoever waits.
        let packets = await withGracefulShutdownHandler {
            await session.next()
        } onGracefulShutdown: {
            Task { await session.end() }
        }
        guard let packets else {
            await session.end()
            return Refused.request.response
        }
        return .words(packets.joined(separator: LivePacket.separator))
    }

    private func take(_ request: Request, of session: LiveSession) async throws -> Response {
        guard let body = try? await request.body.collect(upTo: listeners.bounds.body),
            let packets = LivePacket.all(in: String(buffer: body))
        else {
            await session.end()
            throw Refused.request
        }
        await session.take(packets)
        return .words("ok")
    }
}

/// Why somebody is not answered, by Engine.IO's numbers.
private enum Refused: Error {
    case transport, session, request, version

    var response: Response {
        let (code, message) =
            switch self {
            case .transport: (0, "Transport unknown")
            case .session: (1, "Session ID unknown")
            case .request: (3, "Bad request")
            case .version: (5, "Unsupported protocol version")
            }
        var response = Response.words("{\"code\":\(code),\"message\":\"\(message)\"}")
        response.status = .badRequest
        response.headers[.contentType] = "application/json"
        return response
    }
}

private struct RefusedMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refused as Refused {
            return refused.response
        }
    }
}

extension Response {
    /// A connection becomes a WebSocket by its first call alone (`UpgradableChannel`), so none is kept for another.
    fileprivate static func words(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=UTF-8", .connection: "close"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
