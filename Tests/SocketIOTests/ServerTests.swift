import JSONStream
import SocketIO
import TerminalHarness
import Testing

@Suite("Against python-socketio", .needsSocketIO, .timeLimit(.minutes(2)))
struct ServerTests {
    private static let ways: [(Bool, SocketIOWay)] = [(true, .webSocket), (false, .polling)]

    @Test("Events come by either way, two at once too, and bytes with theirs", arguments: ways)
    func events(triesWebSocket: Bool, way: SocketIOWay) async throws {
        for engine in ["asgi", "aiohttp"] {
            try await ServerUnderTest.run(["--engine", engine]) { server in
                let client = ClientUnderTest(port: server.port, triesWebSocket: triesWebSocket)
                #expect(await client.hears() == .connected(way))
                try await server.ask(#"twice application-changed {"applicationId": 17}"#)
                let change = SocketIOEvent(
                    name: "application-changed", arguments: [.object(["applicationId": .integer(17)])])
                #expect(await client.hears() == .event(change))
                #expect(await client.hears() == .event(change))
                try await server.ask("bytes picture 00ff1e")
                guard case .event(let picture) = await client.hears() else {
                    Issue.record("no event")
                    return
                }
                #expect(picture.attachments == [[0, 0xFF, 0x1E]])
                client.cancel()
                #expect(await client.hears() == .ended("cancelled"))
            }
        }
    }

    @Test("Both sides can ask for an answer, in any namespace", arguments: ways)
    func answers(triesWebSocket: Bool, way: SocketIOWay) async throws {
        try await ServerUnderTest.run { server in
            let client = ClientUnderTest(
                port: server.port, triesWebSocket: triesWebSocket, answers: [.string("yes"), .integer(3)])
            #expect(await client.hears() == .connected(way))
            let echo = try await client.speaker.ask("echo", [.string("ä\u{1E}"), .null], within: .seconds(20))
            #expect(echo == [.string("ä\u{1E}"), .null])
            #expect(try await server.ask(#"ask question {"a": 1}"#) == .array([.string("yes"), .integer(3)]))
            await #expect(throws: SocketIOFault.self) {
                try await client.speaker.ask("quiet", within: .milliseconds(50))
            }
            let room = ClientUnderTest(port: server.port, namespace: "/room", triesWebSocket: triesWebSocket)
            #expect(await room.hears() == .connected(way))
            try await server.ask("tell here 1")
            try await server.ask("room there 2")
            #expect(await room.hears() == .event(SocketIOEvent(name: "there", arguments: [.integer(2)])))
            room.cancel()
            client.cancel()
        }
    }

    @Test("A token that is not taken is refused, with the server's code", arguments: ways)
    func refused(triesWebSocket: Bool, way: SocketIOWay) async throws {
        try await ServerUnderTest.run { server in
            for token in ["bad", nil] {
                let client = ClientUnderTest(port: server.port, token: token, triesWebSocket: triesWebSocket)
                #expect(await client.hears() == .ended("refused expired"))
            }
            try await server.ask("refuse full")
            let full = ClientUnderTest(port: server.port, triesWebSocket: triesWebSocket)
            #expect(await full.hears() == .ended("refused full"))
        }
    }

    @Test(
        "Where WebSocket is not taken, or something in front answers with a page, it goes by long polling",
        arguments: ["--polling", "--page"])
    func pollingOnly(option: String) async throws {
        try await ServerUnderTest.run([option]) { server in
            let client = ClientUnderTest(port: server.port)
            #expect(await client.hears() == .connected(.polling))
            try await server.ask("tell a 1")
            #expect(await client.hears() == .event(SocketIOEvent(name: "a", arguments: [.integer(1)])))
            client.cancel()
        }
    }

    @Test("The server's pings are answered for as long as the connection lasts", arguments: ways)
    func pings(triesWebSocket: Bool, way: SocketIOWay) async throws {
        // A machine with much else to do answers late.
        try await ServerUnderTest.run(["--interval", "1", "--timeout", "9"]) { server in
            let client = ClientUnderTest(port: server.port, triesWebSocket: triesWebSocket)
            #expect(await client.hears() == .connected(way))
            // Without answers it would have been let go before.
            try await server.ask("later 13 late")
            #expect(await client.hears() == .event(SocketIOEvent(name: "late")))
            #expect(try await server.ask("count") == .integer(1))
            client.cancel()
        }
    }

    @Test(
        "A server that is killed, or dismisses, ends the connection; one that is frozen does after its own times",
        arguments: ways)
    func ends(triesWebSocket: Bool, way: SocketIOWay) async throws {
        try await ServerUnderTest.run { server in
            let client = ClientUnderTest(port: server.port, triesWebSocket: triesWebSocket)
            #expect(await client.hears() == .connected(way))
            try await server.ask("dismiss")
            #expect(await client.hears() == .ended("dismissed"))
            let other = ClientUnderTest(port: server.port, triesWebSocket: triesWebSocket)
            #expect(await other.hears() == .connected(way))
            server.line.die()
            let end = await other.hears()
            #expect(end == .ended("broken") || end == .ended("failed"))
            // At its port again.
            let again = try await ServerUnderTest(port: server.port)
            let third = ClientUnderTest(port: again.port, triesWebSocket: triesWebSocket)
            #expect(await third.hears() == .connected(way))
            third.cancel()
            await again.line.end()
        }
        try await ServerUnderTest.run(["--interval", "1", "--timeout", "1"]) { server in
            let client = ClientUnderTest(port: server.port, triesWebSocket: triesWebSocket)
            #expect(await client.hears() == .connected(way))
            server.line.freeze()
            #expect(await client.hears() == .ended("silent"))
            server.line.thaw()
        }
    }
}
