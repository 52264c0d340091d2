import Foundation
import FoundationNetworking
import JSONStream
import NIOCore
import NIOPosix
import SocketIO
import Synchronization
import TerminalHarness
import Testing

/// python-socketio in a process of its own (`Tests/Servers/socketio-server.py`).
struct ServerUnderTest {
    let line: ChildLine
    let port: Int

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let python = root + "/.build/notifications-venv/bin/python3"
    static let isAtHand = FileManager.default.isExecutableFile(atPath: python)

    init(_ arguments: [String] = [], port: Int = 0) async throws {
        try await self.init(script: "socketio-server.py", ["--port", "\(port)"] + arguments)
    }

    /// - Parameter script: of Tests/Servers.
    init(script: String, _ arguments: [String]) async throws {
        line = try ChildLine([Self.python, Self.root + "/Tests/Servers/\(script)"] + arguments)
        let announced = try JSONReader.read(await line.read())
        guard case .integer(let number) = announced["port"] else { throw HarnessError("it does not listen") }
        self.port = Int(number)
    }

    /// Runs the body with a server, which ends with it.
    static func run(_ arguments: [String] = [], _ body: (ServerUnderTest) async throws -> Void) async throws {
        let server = try await ServerUnderTest(arguments)
        do {
            try await body(server)
        } catch {
            await server.line.end()
            throw error
        }
        await server.line.end()
    }

    @discardableResult
    func ask(_ question: String) async throws -> JSONValue { try JSONReader.read(await line.ask(question)) }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where python-socketio is at hand.
    static var needsSocketIO: Self {
        .enabled("python-socketio is not at hand: scripts/notification-tools.sh says why") {
            ServerUnderTest.isAtHand
        }
    }
}

/// A client at a port of loopback, and what it was told.
final class ClientUnderTest: Sendable {
    enum Heard: Equatable, Sendable {
        case connected(SocketIOWay)
        case event(SocketIOEvent)
        case ended(String)
    }

    private let heard: AsyncStream<Heard>
    private let tell: AsyncStream<Heard>.Continuation
    private let line = Mutex<SocketIOLine?>(nil)
    private let running = Mutex<Task<Void, Never>?>(nil)

    init(
        port: Int, token: String? = "good", namespace: String = "/", triesWebSocket: Bool = true,
        tunnel: WebSocketTunnel? = nil, bounds: SocketIOBounds = SocketIOBounds(), answers: [JSONValue] = []
    ) {
        let (heard, tell) = AsyncStream.makeStream(of: Heard.self)
        (self.heard, self.tell) = (heard, tell)
        let place = SocketIOPlace(
            host: "127.0.0.1:\(port)", addresses: ["127.0.0.1"], port: port, path: "/notifications/socket.io/",
            tunnel: tunnel, triesWebSocket: triesWebSocket)
        let network = SocketIONetwork(
            group: .singletonMultiThreadedEventLoopGroup, ask: { try await Self.ask($0, port: port) },
            pause: Self.pause)
        let client = SocketIOClient(place, network: network, bounds: bounds)
        let task = Task {
            do throws(SocketIOFault) {
                try await client.run(
                    namespace: namespace, credentials: token.map { .object(["token": .string($0)]) }
                ) { news in
                    switch news {
                    case .connected(let line, let way):
                        self.line.withLock { $0 = line }
                        tell.yield(.connected(way))
                    case .event(let event):
                        try? self.line.withLock { $0 }?.answer(event, answers)
                        tell.yield(.event(event))
                    }
                }
            } catch {
                tell.yield(.ended(Self.name(error)))
            }
        }
        running.withLock { $0 = task }
    }

    var speaker: SocketIOLine {
        get throws {
            let known = line.withLock { $0 }
            return try #require(known)
        }
    }

    /// The next thing that it is told.
    func hears() async -> Heard? {
        for await heard in heard { return heard }
        return nil
    }

    func cancel() { running.withLock { $0?.cancel() } }

    /// Not `Task.sleep`, which tests have no use for.
    private static func pause(_ time: Duration) async throws {
        let timer = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(
            in: .nanoseconds(Int64(time / .nanoseconds(1)))
        ) {}
        try await withTaskCancellationHandler {
            try await timer.futureResult.get()
        } onCancel: {
            timer.cancel()
        }
    }

    private static func name(_ fault: SocketIOFault) -> String {
        switch fault {
        case .refused(let refusal):
            if case .string(let code) = refusal.data["code"] { "refused \(code)" } else { "refused" }
        case .answered(let status): "answered \(status)"
        case .failed: "failed"
        default: "\(fault)"
        }
    }

    private static func ask(_ question: SocketIOQuestion, port: Int) async throws -> SocketIOReply {
        guard let url = URL(string: "http://127.0.0.1:\(port)/notifications/socket.io/\(question.query)") else {
            throw SocketIOFault.notUnderstood
        }
        var request = URLRequest(url: url)
        request.timeoutInterval = Double(question.limit.components.seconds) + 1
        if let body = question.body {
            request.httpMethod = "POST"
            request.httpBody = Data(body)
            request.setValue("text/plain;charset=UTF-8", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        return SocketIOReply(status: (response as? HTTPURLResponse)?.statusCode ?? 0, body: Array(data))
    }
}
