import JSONStream
import Synchronization

/// One connection to a server of Socket.IO, from the first word to its end.
package struct SocketIOClient: Sendable {
    /// What whoever has it connected is told.
    package enum News: Sendable {
        /// The server has taken the connection; what happened before is told by nobody.
        case connected(SocketIOLine, by: SocketIOWay)
        case event(SocketIOEvent)
    }

    private let place: SocketIOPlace
    private let network: SocketIONetwork
    private let bounds: SocketIOBounds

    package init(_ place: SocketIOPlace, network: SocketIONetwork, bounds: SocketIOBounds = SocketIOBounds()) {
        self.place = place
        self.network = network
        self.bounds = bounds
    }

    /// Connects, and stays until the connection ends; cancelling the task ends it.
    ///
    /// WebSocket is tried first, and long polling where nobody opens by it. Whoever wants another connection calls it again.
    ///
    /// - Parameters:
    ///   - credentials: an object that shows who this is.
    ///   - tell: awaited before anything more is read.
    /// - Throws: always, with what ended it.
    package func run(
        namespace: String = "/", credentials: JSONValue? = nil, tell: @escaping @Sendable (News) async -> Void
    ) async throws(SocketIOFault) -> Never {
        let conversation = SocketIOConversation(namespace: namespace, credentials: credentials, bounds: bounds)
        if place.triesWebSocket {
            let talk = Talk(conversation, namespace, network.pause, by: .webSocket, tell)
            do {
                let upgrade = WebSocketUpgrade(place: place, bounds: bounds, group: network.group)
                if let frames = try await upgrade.connect() {
                    try await talk.run(bounds) { outgoing, take in
                        try await WebSocketTransport(frames: frames).run(outgoing, take: take)
                    }
                }
            } catch {
                // Who has opened by it does not need another way. Of all others long polling says what is wrong.
                let fault = SocketIOFault(Task.isCancelled ? CancellationError() : error)
                if talk.hasOpened || Task.isCancelled { throw fault }
            }
        }
        let talk = Talk(conversation, namespace, network.pause, by: .polling, tell)
        do {
            try await talk.run(bounds) { outgoing, take in
                try await PollingTransport(network: network, bounds: bounds).run(outgoing, take: take)
            }
        } catch {
            throw SocketIOFault(Task.isCancelled ? CancellationError() : error)
        }
        throw .broken
    }
}

/// What is said by one transport.
private final class Talk: Sendable {
    typealias Take = @Sendable (EngineIOPacket) async throws -> Void

    private let line: SocketIOLine
    private let outgoing: AsyncStream<EngineIOPacket>
    private let conversation: Mutex<SocketIOConversation>
    private let signs: Mutex<Signs>
    private let pause: @Sendable (Duration) async throws -> Void
    private let way: SocketIOWay
    private let tell: @Sendable (SocketIOClient.News) async -> Void

    /// When the server was last heard, and how long it may be silent.
    private struct Signs: Sendable {
        var last = ContinuousClock.now
        var patience = Duration.zero
        var handshake: EngineIOHandshake?
        var isConnected = false
    }

    init(
        _ conversation: SocketIOConversation, _ namespace: String,
        _ pause: @escaping @Sendable (Duration) async throws -> Void, by way: SocketIOWay,
        _ tell: @escaping @Sendable (SocketIOClient.News) async -> Void
    ) {
        let (outgoing, send) = AsyncStream.makeStream(
            of: EngineIOPacket.self, bufferingPolicy: .bufferingOldest(SocketIOLine.mostWaiting))
        self.outgoing = outgoing
        line = SocketIOLine(namespace: namespace, send: send, pause: pause)
        self.conversation = Mutex(conversation)
        signs = Mutex(Signs())
        self.pause = pause
        self.way = way
        self.tell = tell
    }

    /// Engine.IO has begun.
    var hasOpened: Bool { signs.withLock { $0.handshake != nil } }

    func run(
        _ bounds: SocketIOBounds,
        _ transport: @escaping @Sendable (AsyncStream<EngineIOPacket>, @escaping Take) async throws -> Void
    ) async throws {
        signs.withLock { $0 = Signs(patience: bounds.greeting) }
        defer { line.end() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await transport(self.outgoing) { try await self.take($0) } }
            group.addTask { try await self.watch() }
            try await group.next()
        }
    }

    private func take(_ packet: EngineIOPacket) async throws {
        for step in try conversation.withLock({ (known) throws(SocketIOFault) in try known.take(packet) }) {
            switch step {
            case .opened(let handshake): signs.withLock { $0.handshake = handshake }
            case .send(let packet): try line.send(packet)
            case .sign: signs.withLock { $0.last = .now }
            case .connected:
                signs.withLock { signs in
                    signs.last = .now
                    signs.isConnected = true
                    signs.patience = signs.handshake?.patience ?? signs.patience
                }
                await tell(.connected(line, by: way))
            case .event(let event): await tell(.event(event))
            case .answered(let id, let values): line.answered(id, values)
            }
        }
    }

    /// Wakes once for as long as the server may be silent, and ends the connection where it was.
    private func watch() async throws {
        while true {
            let signs = signs.withLock(\.self)
            let rest = signs.patience - signs.last.duration(to: .now)
            guard rest > .zero else { throw SocketIOFault.silent }
            // Before that the server's own times are not known, which may be shorter.
            try await pause(signs.isConnected ? rest : min(rest, .seconds(1)))
        }
    }
}
