import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// Connects and asks for WebSocket (RFC 6455).
struct WebSocketUpgrade: Sendable {
    typealias Frames = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    let place: SocketIOPlace
    let bounds: SocketIOBounds
    let group: any EventLoopGroup

    /// - Throws: when there is no connection.
    /// - Returns: nil when somebody answers who does not speak it, or lets nobody do so.
    func connect() async throws -> Frames? {
        var failure: any Error = SocketIOFault.broken
        // Through a proxy it is the proxy that finds the server.
        if let tunnel = place.tunnel { return try await connect(to: tunnel.host, port: tunnel.port) }
        for address in place.addresses {
            do {
                return try await connect(to: address, port: place.port)
            } catch let error as SocketIOFault {
                throw error
            } catch {
                // What the first says is what matters.
                failure = address == place.addresses.first ? error : failure
            }
        }
        throw failure
    }

    private func connect(to address: String, port: Int) async throws -> Frames? {
        let current = Mutex<(any Channel)?>(nil)
        return try await withTaskCancellationHandler {
            let upgrade = try await bootstrap.connect(host: address, port: port) { channel in
                current.withLock { $0 = channel }
                // Somebody who takes the connection and says nothing more keeps nobody.
                let alarm = channel.eventLoop.scheduleTask(in: TimeAmount(bounds.greeting)) {
                    channel.close(promise: nil)
                }
                return channel.eventLoop.makeCompletedFuture {
                    let result = try place.tunnel.map { try through($0, channel) } ?? upgraded(channel)
                    result.whenComplete { _ in alarm.cancel() }
                    return result
                }
            }
            do {
                // Awaited even where nobody wants it any more: frames that nobody takes would end the program.
                return try await upgrade.get()
            } catch {
                current.withLock { $0 }?.close(promise: nil)
                try Task.checkCancellation()
                return nil
            }
        } onCancel: {
            current.withLock { $0 }?.close(promise: nil)
        }
    }

    private func through(_ tunnel: WebSocketTunnel, _ channel: any Channel) throws -> EventLoopFuture<Frames?> {
        try tunnel.open(on: channel).flatMap {
            do { return try upgraded(channel) } catch { return channel.eventLoop.makeFailedFuture(error) }
        }
    }

    private func upgraded(_ channel: any Channel) throws -> EventLoopFuture<Frames?> {
        try place.secure?(channel)
        var pipeline = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: configuration)
        // The server's first words often come with its consent.
        pipeline.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: pipeline)
    }

    private var bootstrap: ClientBootstrap { ClientBootstrap(group: group).connectTimeout(TimeAmount(bounds.greeting)) }

    private var configuration: NIOTypedHTTPClientUpgradeConfiguration<Frames?> {
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: place.path + "?EIO=4&transport=websocket")
        head.headers.add(name: "Host", value: place.host)
        for header in place.headers { head.headers.add(name: header.name, value: header.value) }
        let upgrader = NIOTypedWebSocketClientUpgrader<Frames?>(maxFrameSize: bounds.bytes) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: bounds.packets,
                        maxAccumulatedFrameSize: bounds.bytes))
                return try Frames(wrappingChannelSynchronously: channel)
            }
        }
        return NIOTypedHTTPClientUpgradeConfiguration(
            upgradeRequestHead: head, upgraders: [upgrader],
            notUpgradingCompletionHandler: { channel in
                channel.close(promise: nil)
                return channel.eventLoop.makeSucceededFuture(nil)
            })
    }
}

extension TimeAmount {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
