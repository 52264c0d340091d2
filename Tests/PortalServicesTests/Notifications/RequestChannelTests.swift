import Foundation
import JSONStream
import Logging
import PortalDomain
import Synchronization
import TerminalHarness
import Testing

@testable import PortalServices

@Suite("A portal that tells at once, on python-socketio", .needsSocketIO, .timeLimit(.minutes(2)))
struct RequestChannelTests {
    @Test("What is told comes, with the token of the moment, and what the server ends is taken up again")
    func told() async throws {
        try await FollowedServer.run { server in
            let tokens = Tokens(["one", "two"])
            let follower = try Follower(server.address, tokens.credentials)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .live)
            try await server.ask(#"tell application-changed {"applicationId": 17}"#)
            #expect(await follower.hears() == .changed)
            tokens.next()
            try await server.ask("dismiss")
            #expect(await follower.hears() == .lost(1))
            #expect(await follower.hears() == .live)
            #expect(try await server.ask("tokens") == .array([.string("one"), .string("two")]))
            follower.cancel()
        }
    }

    @Test("The address may be that of the server or of what it is mounted at")
    func addresses() async throws {
        try await FollowedServer.run { server in
            for end in ["", "/", "/socket.io", "/socket.io/"] {
                let follower = try Follower(server.address + end, Tokens(["one"]).credentials)
                #expect(await follower.hears() == .connecting)
                #expect(await follower.hears() == .live)
                follower.cancel()
            }
        }
        for wrong in ["", "portal.example", "http://portal.example/notifications", "ftp://portal.example"] {
            #expect(throws: PortalError.self) {
                try RequestChannel(wrong, options: ConnectionOptions(), credentials: .none)
            }
        }
    }

    @Test("A refused token is replaced once; a second refusal ends it, and is told", arguments: ["", "--polling"])
    func refused(option: String) async throws {
        try await FollowedServer.run([option].filter { !$0.isEmpty }) { server in
            let tokens = Tokens(["bad", "good"])
            let follower = try Follower(server.address, tokens.credentials)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .live)
            #expect(tokens.replaced == 1)
            follower.cancel()

            let refused = Tokens(["bad", "bad2"])
            try await server.ask("refuse signature")
            let other = try Follower(server.address, refused.credentials)
            #expect(await other.hears() == .connecting)
            #expect(await other.hears() == .refused)
            #expect(await other.hears() == .ended)
            #expect(refused.replaced == 1)
        }
    }

    @Test("Nobody is asked in the name of nobody, and what has no other token stops")
    func nameless() async throws {
        try await FollowedServer.run { server in
            let follower = try Follower(server.address, .none)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .refused)
            #expect(await follower.hears() == .ended)
            let alone = try Follower(server.address, .readyToken(Secret("bad"), from: "PORTAL_TOKEN"))
            #expect(await alone.hears() == .connecting)
            #expect(await alone.hears() == .refused)
            #expect(try await server.ask("tokens") == .array([.string("bad")]))
        }
    }

    @Test("A server that is full is tried again, and no token is replaced for it")
    func full() async throws {
        try await FollowedServer.run { server in
            try await server.ask("refuse full")
            let tokens = Tokens(["one", "two"])
            let follower = try Follower(server.address, tokens.credentials)
            #expect(await follower.hears() == .connecting)
            for wait in [1.0, 2, 4, 5, 5, 300] { #expect(await follower.hears() == .lost(wait)) }
            try await server.ask("refuse -")
            while let heard = await follower.hears(), heard != .live {}
            #expect(tokens.replaced == 0)
            follower.cancel()
        }
    }

    @Test("A server that dies is waited for, and followed again at its place")
    func killed() async throws {
        let first = try await FollowedServer()
        let follower = try Follower(first.address, Tokens(["one"]).credentials)
        #expect(await follower.hears() == .connecting)
        #expect(await follower.hears() == .live)
        first.line.die()
        #expect(await follower.hears() == .lost(1))
        #expect(await follower.hears() == .lost(2))
        let second = try await FollowedServer(port: first.port)
        while let heard = await follower.hears(), heard != .live {}
        follower.cancel()
        #expect(await follower.hearsEnd())
        await second.line.end()
    }

    @Test(
        "A server is followed whose certificate is taken, by WebSocket too, and no other is told anything",
        .enabled(if: TestCertificates.isThere, "openssl is not here"))
    func certificates() async throws {
        let made = try TestCertificates()
        let good = try made.leaf("good", by: "root")
        try await FollowedServer.run(["--certificate", good.certificates, "--key", good.key]) { server in
            for host in ["127.0.0.1", "localhost"] {
                let address = "https://\(host):\(server.port)/notifications"
                let untrusting = try Follower(address, Tokens(["one"]).credentials)
                #expect(await untrusting.hears() == .connecting)
                #expect(await untrusting.hears() == .lost(1))
                untrusting.cancel()
                #expect(try await server.ask("tokens") == .array([]))
            }
            let follower = try Follower(
                "https://localhost:\(server.port)/notifications", Tokens(["one"]).credentials, caFile: made.root)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .live)
            #expect(try await server.ask("ways") == .array([.string("websocket")]))
            follower.cancel()
        }
        let other = try made.leaf("other", names: "DNS:other.example", by: "root")
        try await FollowedServer.run(["--certificate", other.certificates, "--key", other.key]) { server in
            let follower = try Follower(
                "https://localhost:\(server.port)/notifications", Tokens(["one"]).credentials, caFile: made.root)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .lost(1))
            follower.cancel()
            #expect(try await server.ask("tokens") == .array([]))
        }
    }

    @Test("No token is in the log, whatever becomes of it")
    func log() async throws {
        try await FollowedServer.run { server in
            let lines = Mutex<[String]>([])
            let logger = Logger(label: "test") { _ in RecordingLog { line in lines.withLock { $0.append(line) } } }
            let follower = try Follower(server.address, Tokens(["bad", "very-secret"]).credentials, logger: logger)
            while let heard = await follower.hears(), heard != .live {}
            try await server.ask("dismiss")
            #expect(await follower.hears() == .lost(1))
            follower.cancel()
            let text = lines.withLock { $0.joined(separator: "\n") }
            #expect(text.contains("live"))
            #expect(text.contains("lost"))
            #expect(!text.contains("very-secret"))
        }
    }
}

/// Tokens, one after another.
private final class Tokens: Sendable {
    private let state: Mutex<(left: [String], replaced: Int)>

    init(_ tokens: [String]) { state = Mutex((tokens, 0)) }

    var replaced: Int { state.withLock(\.replaced) }

    func next() { state.withLock { _ = $0.left.removeFirst() } }

    var credentials: Credentials {
        Credentials(
            token: { () throws(PortalError) in self.state.withLock { $0.left.first }.map { Secret($0) } },
            replacement: { _ throws(PortalError) in
                self.state.withLock { state in
                    state.replaced += 1
                    if state.left.count > 1 { state.left.removeFirst() }
                    return state.left.first
                }.map { Secret($0) }
            })
    }
}

/// What a log is told, as text.
private struct RecordingLog: LogHandler {
    let tell: @Sendable (String) -> Void
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.trace

    init(_ tell: @escaping @Sendable (String) -> Void) { self.tell = tell }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { tell("\(event.message) \(event.metadata ?? [:])") }
}
