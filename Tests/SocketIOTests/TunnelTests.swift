import JSONStream
import NIOCore
import NIOPosix
import SocketIO
import Synchronization
import TerminalHarness
import Testing

@Suite("Through a forward proxy", .needsSocketIO, .timeLimit(.minutes(2)))
struct TunnelTests {
    @Test("WebSocket goes through the tunnel that the proxy makes, and says who wants it")
    func tunnel() async throws {
        try await ServerUnderTest.run { server in
            try await SmallProxy.run(to: server.port) { proxy in
                let client = ClientUnderTest(port: server.port, tunnel: proxy.tunnel)
                #expect(await client.hears() == .connected(.webSocket))
                #expect(proxy.asked.first?.hasPrefix("CONNECT portal.test:80 HTTP/1.1\r\n") == true)
                #expect(proxy.asked.first?.contains("Proxy-Authorization: Basic YTpi\r\n") == true)
                try await server.ask("tell here 1")
                #expect(await client.hears() == .event(SocketIOEvent(name: "here", arguments: [.integer(1)])))
                client.cancel()
                #expect(await client.hears() == .ended("cancelled"))
            }
        }
    }

    @Test(
        "A proxy that makes none leaves long polling",
        arguments: [
            "HTTP/1.1 403 Filtered\r\nContent-Length: 2\r\n\r\nno", "HTTP/1.1 407 Who?\r\nContent-Length: 0\r\n\r\n",
            "rubbish", "",
        ])
    func refused(answer: String) async throws {
        try await ServerUnderTest.run { server in
            try await SmallProxy.run(to: server.port, answer: answer) { proxy in
                let client = ClientUnderTest(port: server.port, tunnel: proxy.tunnel)
                #expect(await client.hears() == .connected(.polling))
                client.cancel()
            }
        }
        // Nobody listens there.
        try await ServerUnderTest.run { server in
            let nowhere = WebSocketTunnel(host: "127.0.0.1", port: 9, target: "portal.test:80")
            let client = ClientUnderTest(port: server.port, tunnel: nowhere)
            #expect(await client.hears() == .connected(.polling))
            client.cancel()
        }
    }
}

/// A proxy that leads to one port, or answers something else and closes.
private final class SmallProxy: Sendable {
    private let questions = Mutex<[String]>([])
    private let port = Mutex(0)
    private let target: Int
    private let answer: String?

    /// - Parameter answer: in place of a tunnel.
    static func run(to target: Int, answer: String? = nil, _ body: (SmallProxy) async throws -> Void) async throws {
        let proxy = SmallProxy(target, answer)
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        proxy.port.withLock { $0 = server.channel.localAddress?.port ?? 0 }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.executeThenClose { connections in
                    await withTaskGroup(of: Void.self) { group in
                        do {
                            for try await connection in connections {
                                group.addTask { try? await proxy.serve(connection) }
                            }
                        } catch {}
                        group.cancelAll()
                    }
                }
            }
            let result: Result<Void, any Error>
            do { result = .success(try await body(proxy)) } catch { result = .failure(error) }
            group.cancelAll()
            try result.get()
        }
    }

    private init(_ target: Int, _ answer: String?) { (self.target, self.answer) = (target, answer) }

    /// What it was asked, whole.
    var asked: [String] { questions.withLock(\.self) }

    var tunnel: WebSocketTunnel {
        WebSocketTunnel(
            host: "127.0.0.1", port: port.withLock(\.self), target: "portal.test:80", authorization: "Basic YTpi")
    }

    private func serve(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async throws {
        try await connection.executeThenClose { inbound, outbound in
            var words = ""
            var input = inbound.makeAsyncIterator()
            while !words.hasSuffix("\r\n\r\n"), let part = try await input.next() { words += String(buffer: part) }
            questions.withLock { [words] in $0.append(words) }
            guard answer == nil else { return try await outbound.write(ByteBuffer(string: answer ?? "")) }
            let onward = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: target) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            try await onward.executeThenClose { back, forth in
                try await outbound.write(ByteBuffer(string: "HTTP/1.1 200 Connection established\r\n\r\n"))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { for try await part in back { try await outbound.write(part) } }
                    while let part = try await input.next() { try await forth.write(part) }
                    group.cancelAll()
                }
            }
        }
    }
}
