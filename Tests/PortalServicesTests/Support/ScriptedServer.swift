import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that answers with exactly the bytes that a test gives it, well-formed or not.
final class ScriptedServer: Sendable {
    struct Request: Sendable {
        var line: String
        /// By name in lower case.
        var headers: [String: String]
        var body: String
    }

    enum Answer: Sendable {
        /// Sent as they are; afterwards the connection is closed or kept.
        case bytes(String, closing: Bool = true)
        /// The same for bytes that are no text.
        case data([UInt8], closing: Bool = true)
        /// Sent byte by byte, with a moment between them.
        case trickle(String)
        /// Sent again and again for as long as anybody takes it.
        case endless(head: String, chunk: [UInt8])
        /// The connection is reset (RST) behind these bytes.
        case reset(after: String)
        /// The request is never answered.
        case silence
        case closeWithoutAnswer
    }

    let port: Int
    private let channel: any Channel
    private let log: RequestLog

    private init(channel: any Channel, log: RequestLog) {
        self.channel = channel
        self.log = log
        port = channel.localAddress?.port ?? 0
    }

    var address: String { "http://127.0.0.1:\(port)" }
    var requests: [Request] { log.all }

    /// Returns once the server has seen that many requests.
    func waitForRequests(_ count: Int) async {
        for await seen in log.counts where seen >= count { return }
    }

    /// - Parameter answer: gets each request and how many came before it.
    static func answering(_ answer: @escaping @Sendable (Request, Int) -> Answer) -> Script { Script(answer: answer) }

    struct Script: Sendable {
        var answer: @Sendable (Request, Int) -> Answer
        private var greeting: String?

        init(answer: @escaping @Sendable (Request, Int) -> Answer) { self.answer = answer }

        /// Sends something as soon as anything comes in, whatever it is, and closes.
        func greeting(_ text: String) -> Script {
            var copy = self
            copy.greeting = text
            return copy
        }

        /// Listens until the body has ended.
        func run<Result: Sendable>(_ body: (ScriptedServer) async throws -> Result) async throws -> Result {
            let server = try await start()
            defer { server.channel.close(promise: nil) }
            return try await body(server)
        }

        private func start() async throws -> ScriptedServer {
            let log = RequestLog()
            let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .childChannelInitializer { [answer, greeting] channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            ScriptHandler(greeting: greeting, answer: answer, log: log))
                    }
                }
                .bind(host: "127.0.0.1", port: 0).get()
            return ScriptedServer(channel: channel, log: log)
        }
    }
}

/// What a server was asked, in order.
private final class RequestLog: Sendable {
    private let requests = Mutex<[ScriptedServer.Request]>([])
    let counts: AsyncStream<Int>
    private let continuation: AsyncStream<Int>.Continuation

    init() { (counts, continuation) = AsyncStream.makeStream() }

    var all: [ScriptedServer.Request] { requests.withLock { $0 } }

    /// - Returns: how many came before.
    func add(_ request: ScriptedServer.Request) -> Int {
        let count = requests.withLock {
            $0.append(request)
            return $0.count
        }
        continuation.yield(count)
        return count - 1
    }
}

private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: @Sendable (ScriptedServer.Request, Int) -> ScriptedServer.Answer
    private let log: RequestLog
    private let greeting: String?
    private var received = ByteBuffer()

    init(
        greeting: String?, answer: @escaping @Sendable (ScriptedServer.Request, Int) -> ScriptedServer.Answer,
        log: RequestLog
    ) {
        self.greeting = greeting
        self.answer = answer
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let greeting {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: greeting)), promise: nil)
            context.close(promise: nil)
            return
        }
        received.writeImmutableBuffer(unwrapInboundIn(data))
        guard let request = takeRequest() else { return }
        let channel = context.channel
        switch answer(request, log.add(request)) {
        case .silence: break
        case .closeWithoutAnswer: channel.close(promise: nil)
        case .bytes(let text, let closing): Misbehaviour.send(ByteBuffer(string: text), closing: closing, on: channel)
        case .data(let bytes, let closing): Misbehaviour.send(ByteBuffer(bytes: bytes), closing: closing, on: channel)
        case .trickle(let text): Misbehaviour.trickle(ByteBuffer(string: text), on: channel)
        case .endless(let head, let chunk):
            channel.writeAndFlush(ByteBuffer(string: head), promise: nil)
            Misbehaviour.repeatEndlessly(ByteBuffer(bytes: chunk), on: channel)
        case .reset(let text): Misbehaviour.reset(after: ByteBuffer(string: text), on: channel)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func takeRequest() -> ScriptedServer.Request? {
        let text = String(buffer: received)
        // A line break is one character here, but CR LF CR LF is two of them.
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        let body = text[end.upperBound...]
        guard body.utf8.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
        received.clear()
        return ScriptedServer.Request(line: String(lines.first ?? ""), headers: headers, body: String(body))
    }
}
