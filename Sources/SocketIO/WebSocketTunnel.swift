import NIOCore
import NIOHTTP1

/// A forward proxy, which is asked for a way to the server before anything is said there (RFC 9110, 9.3.6; RFC 6455, 4.1).
package struct WebSocketTunnel: Sendable {
    /// Of the proxy: a name or a number.
    package var host: String
    package var port: Int
    /// Where it is to lead: the server's host and port, such as `portal.example:443`.
    package var target: String
    /// What `Proxy-Authorization` says; nil for a proxy that lets everybody through.
    package var authorization: String?

    package init(host: String, port: Int, target: String, authorization: String? = nil) {
        self.host = host
        self.port = port
        self.target = target
        self.authorization = authorization
    }

    private enum Name {
        static let encoder = "tunnel-encoder"
        static let decoder = "tunnel-decoder"
        static let asking = "tunnel-asking"
    }

    /// Asks for it as soon as the proxy is reached.
    ///
    /// - Parameter channel: to the proxy, on its event loop.
    /// - Returns: when the connection is one to the server. Fails where the proxy lets nobody through.
    func open(on channel: any Channel) throws -> EventLoopFuture<Void> {
        let opened = channel.eventLoop.makePromise(of: Void.self)
        let pipeline = channel.pipeline
        try pipeline.syncOperations.addHandler(HTTPRequestEncoder(), name: Name.encoder)
        try pipeline.syncOperations.addHandler(
            ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .forwardBytes)), name: Name.decoder)
        try pipeline.syncOperations.addHandler(TunnelAsking(request, opened), name: Name.asking)
        return opened.futureResult.flatMap {
            pipeline.removeHandler(name: Name.asking).flatMap { pipeline.removeHandler(name: Name.decoder) }
                .flatMap { pipeline.removeHandler(name: Name.encoder) }
        }
    }

    private var request: HTTPRequestHead {
        var head = HTTPRequestHead(version: .http1_1, method: .CONNECT, uri: target)
        head.headers.add(name: "Host", value: target)
        if let authorization { head.headers.add(name: "Proxy-Authorization", value: authorization) }
        return head
    }
}

/// Asks the proxy, and tells what it says.
private final class TunnelAsking: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let request: HTTPRequestHead
    private var opened: EventLoopPromise<Void>?

    init(_ request: HTTPRequestHead, _ opened: EventLoopPromise<Void>) {
        self.request = request
        self.opened = opened
    }

    func channelActive(context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(request)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            // What it says of why not is for people who look at pages.
            if !(200..<300).contains(head.status.code) { end(.answered(status: Int(head.status.code))) }
        case .body: break
        case .end: end(nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(.broken)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { end(.broken) }

    func handlerRemoved(context: ChannelHandlerContext) { end(.broken) }

    private func end(_ fault: SocketIOFault?) {
        if let fault { opened?.fail(fault) } else { opened?.succeed() }
        opened = nil
    }
}
