import NIOCore

/// Where a server of Socket.IO is, and how it is reached: whoever has it connected knows names, trust and proxies.
package struct SocketIOPlace: Sendable {
    /// What servers are told in `Host`: with the port, where that is not the usual one.
    package var host: String
    /// What to connect to, in the order in which it is tried: names or numbers.
    package var addresses: [String]
    package var port: Int
    /// Percent-encoded, with a slash at both ends, such as `/notifications/socket.io/`.
    package var path: String
    /// Of each connection, such as `User-Agent`.
    package var headers: [(name: String, value: String)]
    /// Puts encryption into a connection before anything is said; nil for plain HTTP.
    package var secure: (@Sendable (any Channel) throws -> Void)?
    /// The proxy through which WebSocket goes; nil where it goes straight.
    package var tunnel: WebSocketTunnel?
    /// Whether WebSocket is tried at all: through some proxies long polling alone gets.
    package var triesWebSocket: Bool

    package init(
        host: String, addresses: [String], port: Int, path: String, headers: [(name: String, value: String)] = [],
        secure: (@Sendable (any Channel) throws -> Void)? = nil, tunnel: WebSocketTunnel? = nil,
        triesWebSocket: Bool = true
    ) {
        self.host = host
        self.addresses = addresses
        self.port = port
        self.path = path
        self.headers = headers
        self.secure = secure
        self.tunnel = tunnel
        self.triesWebSocket = triesWebSocket
    }
}

/// An HTTP call of long polling.
package struct SocketIOQuestion: Sendable {
    /// Behind the path, from the question mark on.
    package var query: String
    /// To be posted as `text/plain`; nil for a question.
    package var body: [UInt8]?
    /// After which nobody waits for the answer any more.
    package var limit: Duration
}

/// Its answer.
package struct SocketIOReply: Sendable {
    package var status: Int
    package var body: [UInt8]

    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}

/// What a client needs of the program around it: its network.
package struct SocketIONetwork: Sendable {
    /// On whose threads connections live.
    package var group: any EventLoopGroup
    /// Makes an HTTP call to the place, and reads no more of its answer than is allowed.
    package var ask: @Sendable (SocketIOQuestion) async throws -> SocketIOReply
    /// Lets time pass without a timer that wakes the process when it is cancelled.
    package var pause: @Sendable (Duration) async throws -> Void

    package init(
        group: any EventLoopGroup, ask: @escaping @Sendable (SocketIOQuestion) async throws -> SocketIOReply,
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.group = group
        self.ask = ask
        self.pause = pause
    }
}

/// By what a connection goes.
package enum SocketIOWay: Hashable, Sendable { case webSocket, polling }
