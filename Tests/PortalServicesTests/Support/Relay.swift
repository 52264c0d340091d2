import NIOCore
import NIOPosix

@testable import PortalServices

/// A proxy that makes every tunnel it is asked for, and leads it to one port of this machine.
struct Relay {
    let settings: ProxySettings

    static func run<Result>(to port: Int, _ body: (Relay) async throws -> Result) async throws -> Result {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Asked(port: port))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let proxy = ProxySettings.Server(host: "127.0.0.1", port: server.localAddress?.port ?? 0, isSOCKS: false)
        let relay = Relay(settings: ProxySettings(secure: proxy, plain: nil, exceptions: []))
        do {
            let result = try await body(relay)
            try await server.close()
            return result
        } catch {
            try await server.close()
            throw error
        }
    }
}

/// Takes the question, which comes whole, and hands on what comes behind it.
private final class Asked: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let port: Int
    private var other: (any Channel)?

    init(port: Int) { self.port = port }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let other { return other.writeAndFlush(unwrapInboundIn(data), promise: nil) }
        let channel = context.channel
        let onward = ClientBootstrap(group: channel.eventLoop)
            .channelInitializer { other in
                other.eventLoop.makeCompletedFuture { try other.pipeline.syncOperations.addHandler(HandingOn(channel)) }
            }
            .connect(host: "127.0.0.1", port: port)
        onward.assumeIsolated().whenComplete { result in
            guard case .success(let other) = result else { return channel.close(promise: nil) }
            self.other = other
            channel.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 Connection established\r\n\r\n"), promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) { other?.close(promise: nil) }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// The way back.
private final class HandingOn: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let other: any Channel

    init(_ other: any Channel) { self.other = other }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        other.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
