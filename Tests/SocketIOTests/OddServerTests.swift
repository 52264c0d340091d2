import JSONStream
import SocketIO
import TerminalHarness
import Testing

@Suite("Against servers that speak it badly", .needsSocketIO, .timeLimit(.minutes(5)))
struct OddServerTests {
    private static let handshake = #"0{"sid":"abc","upgrades":[],"pingInterval":25000,"pingTimeout":20000}"#

    /// How connecting ends.
    private func end(
        _ arguments: [String], triesWebSocket: Bool, bounds: SocketIOBounds = SocketIOBounds()
    ) async throws -> ClientUnderTest.Heard? {
        let server = try await ServerUnderTest(script: "socketio-odd.py", arguments)
        let client = ClientUnderTest(port: server.port, triesWebSocket: triesWebSocket, bounds: bounds)
        let end = await client.hears()
        await server.line.end()
        return end
    }

    @Test("Rubbish ends the connection, before it is taken and after", arguments: [true, false])
    func rubbish(triesWebSocket: Bool) async throws {
        let beginnings = [
            "", "x", "0", "0{", #"0{"sid":"a b","pingInterval":25000,"pingTimeout":20000}"#, "<html>", "9", "\u{0}",
        ]
        let later = ["40[", "9", "42[]", "451-[\"a\"]␞42[\"b\"]", "bAAAA", Self.handshake, "4", "451-[\"a\"]␞b!"]
        for text in beginnings + later.map({ Self.handshake + "␞" + $0 }) {
            #expect(
                try await end(["says", text], triesWebSocket: triesWebSocket) == .ended("notUnderstood"), "\(text)")
        }
    }

    @Test("A server that closes at once, or dismisses, is told from one that is not understood")
    func closes() async throws {
        #expect(try await end(["says", Self.handshake + "␞1"], triesWebSocket: true) == .ended("broken"))
        #expect(try await end(["says", Self.handshake + "␞41"], triesWebSocket: true) == .ended("dismissed"))
        #expect(try await end(["says", Self.handshake + "␞44"], triesWebSocket: true) == .ended("refused"))
    }

    @Test("What is too large is not taken", arguments: [true, false])
    func large(triesWebSocket: Bool) async throws {
        #expect(try await end(["large"], triesWebSocket: triesWebSocket) == .ended("tooLarge"))
    }

    @Test("A page in place of the service is known by its status", arguments: [true, false])
    func page(triesWebSocket: Bool) async throws {
        #expect(try await end(["page"], triesWebSocket: triesWebSocket) == .ended("answered 502"))
    }

    @Test("One that takes the connection and says nothing is given up", arguments: [true, false])
    func silent(triesWebSocket: Bool) async throws {
        var bounds = SocketIOBounds()
        bounds.greeting = .milliseconds(300)
        #expect(try await end(["silent"], triesWebSocket: triesWebSocket, bounds: bounds) == .ended("silent"))
        // By WebSocket it opens, and is as silent then.
        let half = try await end(["says", Self.handshake], triesWebSocket: true, bounds: bounds)
        #expect(half == .ended("silent"))
    }
}
