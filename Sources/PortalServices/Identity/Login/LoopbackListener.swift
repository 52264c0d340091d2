import NIOCore
import NIOHTTP1
import NIOPosix
import PortalDomain

/// Awaits the browser on a port of this machine (RFC 8252, 7.3). Answers the one request that it waits for with a page,
/// and every other with 404.
struct LoopbackListener: Sendable {
    let port: Int
    private let channel: any Channel

    static let path = "/callback"

    /// - Parameters:
    ///   - port: 0 for a free one.
    ///   - accept: gets the target of a request to `/callback` and says whether it is the awaited one.
    static func start(
        port: Int, accept: @escaping @Sendable (_ target: String) -> Bool
    ) async throws -> LoopbackListener {
        let channel = try await ServerBootstrap(group: SharedClient.networkThread)
            .serverChannelOption(.backlog, value: 16)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(RedirectHandler(accept: accept))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        return LoopbackListener(port: channel.localAddress?.port ?? port, channel: channel)
    }

    func stop() { channel.close(promise: nil) }
}

private final class RedirectHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let accept: @Sendable (String) -> Bool
    private var head: HTTPRequestHead?

    init(accept: @escaping @Sendable (String) -> Bool) { self.accept = accept }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        // Nothing that is awaited has a body.
        case .body: break
        case .end:
            guard let head else { return }
            let isAwaited = isForUs(head, port: context.localAddress?.port) && accept(head.uri)
            let page = isAwaited ? LoopbackPage.arrived : .unknown
            let language = Language(accepted: head.headers[canonicalForm: "Accept-Language"].joined(separator: ","))
            answer(isAwaited ? .ok : .notFound, page.html(in: language), context: context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// A name other than this machine's means that some page sends its visitors here (DNS rebinding).
    private func isForUs(_ head: HTTPRequestHead, port: Int?) -> Bool {
        guard head.method == .GET, let port else { return false }
        let path = head.uri.prefix { $0 != "?" }
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        return path == LoopbackListener.path && hosts.contains(head.headers.first(name: "Host")?.lowercased() ?? "")
    }

    private func answer(_ status: HTTPResponseStatus, _ page: String, context: ChannelHandlerContext) {
        let headers: HTTPHeaders = [
            "Content-Type": "text/html; charset=utf-8", "Content-Length": "\(page.utf8.count)",
            "Connection": "close", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
            "Content-Security-Policy": "default-src 'none'",
        ]
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: page)))), promise: nil)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
    }
}
