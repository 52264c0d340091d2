import Foundation
import JSONStream
import PortalDomain
import TerminalHarness
import Testing

@testable import PortalServices

/// A server that nobody here wrote: sse-starlette under uvicorn (`Tests/Servers/sse-server.py`).
@Suite("A portal that tells by server-sent events", .needsEventServer, .timeLimit(.minutes(2)))
struct EventStreamTests {
    private func follow(_ server: FollowedServer, _ tokens: Credentials) throws -> Follower {
        try Follower(server.address, dialect: .events, tokens)
    }

    private let token = Credentials.readyToken(Secret("one"))

    @Test("What is told comes, comments do not, and the last event is named at the next connection")
    func told() async throws {
        try await FollowedServer.run([], .events) { server in
            let follower = try follow(server, token)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .live)
            try await server.ask("comment")
            try await server.ask("tell 41")
            #expect(await follower.hears() == .changed)
            try await server.ask("dismiss")
            #expect(await follower.hears() == .lost(1))
            #expect(await follower.hears() == .live)
            #expect(try await server.ask("ids") == .array([.null, .string("41")]))
            #expect(try await server.ask("tokens") == .array([.string("one"), .string("one")]))
            follower.cancel()
        }
    }

    @Test("The server says how long is to be waited until the next connection")
    func retry() async throws {
        try await FollowedServer.run([], .events) { server in
            let follower = try follow(server, token)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .live)
            try await server.ask("retry 90000")
            #expect(await follower.hears() == .changed)
            try await server.ask("dismiss")
            #expect(await follower.hears() == .lost(90))
            #expect(await follower.hears() == .live)
            follower.cancel()
        }
    }

    @Test("A refused token is replaced once, and a server that wants nobody is left alone")
    func refused() async throws {
        try await FollowedServer.run([], .events) { server in
            let follower = try follow(
                server,
                Credentials(
                    token: { () throws(PortalError) in Secret("bad") },
                    replacement: { _ throws(PortalError) in Secret("good") }))
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .live)
            follower.cancel()
            for status in [403, 204] {
                try await server.ask("refuse \(status)")
                let other = try follow(
                    server,
                    Credentials(
                        token: { () throws(PortalError) in Secret("one") },
                        replacement: { _ throws(PortalError) in Secret("two") }))
                #expect(await other.hears() == .connecting)
                #expect(await other.hears() == .refused)
                #expect(await other.hears() == .ended)
            }
            #expect(
                try await server.ask("tokens")
                    == .array(["bad", "good", "one", "two", "one"].map { JSONValue.string($0) }))
        }
    }

    @Test("A server that fails, or a page in its place, is tried again later", arguments: ["refuse 503", "page"])
    func failing(command: String) async throws {
        try await FollowedServer.run([], .events) { server in
            try await server.ask(command)
            let follower = try follow(server, token)
            #expect(await follower.hears() == .connecting)
            for wait in [1.0, 2, 4, 5, 5, 300] { #expect(await follower.hears() == .lost(wait)) }
            try await server.ask("refuse -")
            while let heard = await follower.hears(), heard != .live {}
            follower.cancel()
        }
    }

    @Test("A server that is killed is waited for, and asked at its place again")
    func killed() async throws {
        let first = try await FollowedServer([], .events)
        let follower = try follow(first, token)
        #expect(await follower.hears() == .connecting)
        #expect(await follower.hears() == .live)
        first.line.die()
        #expect(await follower.hears() == .lost(1))
        #expect(await follower.hears() == .lost(2))
        let second = try await FollowedServer([], .events, port: first.port)
        while let heard = await follower.hears(), heard != .live {}
        follower.cancel()
        #expect(await follower.hearsEnd())
        await second.line.end()
    }

    @Test("Slow bytes are put together, and rubbish is no event and no end")
    func raw() async throws {
        try await FollowedServer.run(["--raw"], .events) { server in
            let follower = try follow(server, token)
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .live)
            try await server.ask("raw \(hex([0xFF, 0x00, 0x0A, 0x0A, 0x0D] + Array("<html>\n\nid: ü\u{7}\n\n".utf8)))")
            try await server.ask("slowly \(hex(Array("event: x\r\ndata: ä\r\n\r\n".utf8)))")
            #expect(await follower.hears() == .changed)
            try await server.ask("raw \(hex(Array("data: a\n\ndata: b\n\ndata: cut o".utf8)))")
            #expect(await follower.hears() == .changed)
            #expect(await follower.hears() == .changed)
            try await server.ask("dismiss")
            #expect(await follower.hears() == .lost(1))
            #expect(await follower.hears() == .live)
            // A control character from a server does not go into a header.
            #expect(try await server.ask("ids") == .array([.null, .null]))
            follower.cancel()
        }
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where sse-starlette is at hand.
    fileprivate static var needsEventServer: Self {
        .enabled("sse-starlette is not at hand: scripts/notification-tools.sh says why") {
            let packages = FollowedServer.tests + "/../.build/notifications-venv/lib"
            let versions = (try? FileManager.default.contentsOfDirectory(atPath: packages)) ?? []
            return versions.contains {
                FileManager.default.fileExists(atPath: "\(packages)/\($0)/site-packages/sse_starlette")
            }
        }
    }
}
