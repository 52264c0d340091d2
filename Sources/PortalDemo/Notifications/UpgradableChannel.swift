import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// A connection that speaks HTTP, or WebSocket where its first call asks for that. The server's own channel knows HTTP
/// alone; in everything else this one is the same (hummingbird's `HTTP1Channel`).
struct UpgradableChannel: ServerChildChannel, HTTPChannelHandler {
    /// What is spoken, once the first call has come.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        let spoken: EventLoopFuture<Spoken>
    }

    enum Spoken: Sendable {
        case http(NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>)
        case frames(LiveSocket)
    }

    let responder: Responder
    let listeners: Listeners

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let upgrades = NIOTypedHTTPServerUpgradeConfiguration<Spoken>(
                upgraders: [upgrader],
                notUpgradingCompletionHandler: { channel in
                    channel.eventLoop.makeCompletedFuture { .http(try Self.plain(channel, logger)) }
                })
            var pipeline = NIOUpgradableHTTPServerPipelineConfiguration<Spoken>(upgradeConfiguration: upgrades)
            pipeline.enablePipelining = false
            pipeline.enableErrorHandling = false
            pipeline.enableResponseHeaderValidation = false
            let limits = HTTP1Channel.Configuration.DecoderConfiguration()
            pipeline.decoderConfiguration.maxHeaderFieldSize = limits.maxHeaderFieldSize
            pipeline.decoderConfiguration.maxHeaderListSize = limits.maxHeaderListSize
            pipeline.decoderConfiguration.maxHeaderFieldCount = limits.maxHeaderFieldCount
            let spoken = try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
                configuration: pipeline)
            try channel.pipeline.syncOperations.addHandler(FarewellHandler())
            return Value(channel: channel, spoken: spoken)
        }
    }

    private static func plain(
        _ channel: any Channel, _ logger: Logger
    ) throws -> NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart> {
        let pipeline = channel.pipeline.syncOperations
        // From here on the next handler knows when the connection may end.
        let farewell = try pipeline.handler(type: FarewellHandler.self)
        pipeline.removeHandler(farewell, promise: nil)
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
        try pipeline.addHandler(HTTPConnectionStateHandler(logger: logger))
        return try NIOAsyncChannel(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    private var upgrader: NIOTypedWebSocketServerUpgrader<Spoken> {
        NIOTypedWebSocketServerUpgrader(
            maxFrameSize: listeners.bounds.body,
            shouldUpgrade: { channel, head in
                channel.eventLoop.makeSucceededFuture(LiveQuestion(head) == nil ? nil : HTTPHeaders())
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        NIOWebSocketFrameAggregator(
                            minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 100,
                            maxAccumulatedFrameSize: listeners.bounds.body))
                    return .frames(
                        LiveSocket(
                            frames: try NIOAsyncChannel(wrappingChannelSynchronously: channel),
                            session: LiveQuestion(head)?.session, listeners: listeners))
                }
            })
    }

    func handle(value: Value, logger: Logger) async {
        // It ended before it said anything.
        guard let spoken = try? await value.spoken.get() else { return }
        switch spoken {
        case .http(let channel): await handleHTTP(asyncChannel: channel, logger: logger)
        case .frames(let socket): await socket.serve()
        }
    }
}

/// What somebody who asks for a WebSocket asks for.
struct LiveQuestion: Equatable, Sendable {
    /// Where it has polled before.
    let session: String?

    /// - Returns: nil where there is no WebSocket to be had.
    init?(_ head: HTTPRequestHead) {
        guard let address = URLComponents(string: head.uri) else { return nil }
        let path = NotificationRoutes.place + NotificationRoutes.mount
        let items = address.queryItems ?? []
        func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
        guard address.path == path || address.path == path + "/", value("EIO") == "4",
            value("transport") == "websocket", Self.isFromHere(head.headers)
        else { return nil }
        session = value("sid")
    }

    /// A page of another origin, in a browser on this machine, is not told anything.
    private static func isFromHere(_ headers: HTTPHeaders) -> Bool {
        guard let origin = headers.first(name: "Origin") else { return true }
        return origin == "http://" + (headers.first(name: "Host") ?? "")
    }
}

/// Ends a connection that says nothing, or is a WebSocket, when the portal is told to end: it would wait for ever. That
/// somebody who asked for a WebSocket gets none is no failure of the connection, which would end without an answer.
final class FarewellHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is NIOWebSocketUpgradeError { return }
        context.fireErrorCaught(error)
    }
}
