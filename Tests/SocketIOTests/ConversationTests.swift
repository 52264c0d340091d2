import JSONStream
import Testing

@testable import SocketIO

@Suite("What is said to a server and what it says")
struct ConversationTests {
    private let handshake = EngineIOHandshake(
        session: "s", pingInterval: .seconds(25), pingTimeout: .seconds(20), largestBody: 1)
    private let token: JSONValue = .object(["token": .string("t")])

    private func connected(namespace: String = "/") throws -> SocketIOConversation {
        var talk = SocketIOConversation(namespace: namespace, credentials: token)
        _ = try talk.take(.open(handshake))
        let packet = SocketIOPacket(.connect, namespace: namespace, payload: .object(["sid": .string("x")]))
        #expect(try talk.take(.message(packet.text)) == [.connected])
        return talk
    }

    @Test("It shows who it is when the server has opened, and in its namespace")
    func greets() throws {
        var talk = SocketIOConversation(namespace: "/requests", credentials: token)
        #expect(
            try talk.take(.open(handshake)) == [.opened(handshake), .send(.message(#"0/requests,{"token":"t"}"#))])
        var nameless = SocketIOConversation(credentials: nil)
        #expect(try nameless.take(.open(handshake)).last == .send(.message("0")))
        #expect(throws: SocketIOFault.self) { try nameless.take(.open(handshake)) }
    }

    @Test("The server's question is answered with its own text")
    func pings() throws {
        var talk = try connected()
        #expect(try talk.take(.ping("probe")) == [.sign, .send(.pong("probe"))])
        #expect(try talk.take(.noop) == [])
        #expect(try talk.take(.pong("")) == [])
    }

    @Test("What is told before the connection is taken comes behind it, in its order")
    func early() throws {
        var talk = SocketIOConversation(credentials: token)
        _ = try talk.take(.open(handshake))
        #expect(try talk.take(.message(#"2["a"]"#)) == [])
        #expect(try talk.take(.message(#"2["b",1]"#)) == [])
        #expect(
            try talk.take(.message(#"0{"sid":"x"}"#)) == [
                .connected, .event(SocketIOEvent(name: "a")),
                .event(SocketIOEvent(name: "b", arguments: [.integer(1)])),
            ])
    }

    @Test("Bytes come with the event that announced them")
    func bytes() throws {
        var talk = try connected()
        let announced = #"52-["x",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]"#
        #expect(try talk.take(.message(announced)) == [])
        #expect(try talk.take(.binary([1])) == [])
        guard case .event(let event) = try talk.take(.binary([2])).first else {
            Issue.record("no event")
            return
        }
        #expect(event.attachments == [[1], [2]])
        #expect(throws: SocketIOFault.self) { try talk.take(.binary([3])) }
        var other = try connected()
        #expect(try other.take(.message(announced)) == [])
        #expect(throws: SocketIOFault.self) { try other.take(.message(#"2["a"]"#)) }
    }

    @Test("What is said in other namespaces is nobody's, be it a dismissal")
    func others() throws {
        var talk = try connected(namespace: "/a")
        for text in ["1", "1/b,", #"2["x"]"#, #"4{"message":"no"}"#] { #expect(try talk.take(.message(text)) == []) }
        #expect(throws: SocketIOFault.self) { try talk.take(.message("1/a,")) }
    }

    @Test("A refusal has the server's words, in the forms that servers use")
    func refusals() throws {
        for (text, message, code) in [
            (#"4{"message":"no","data":{"code":"expired"}}"#, "no", JSONValue.string("expired")),
            (#"4"plain""#, "plain", .null), ("4", "", .null), (#"4{"data":{"code":"full"}}"#, "", .string("full")),
            ("4\"" + String(repeating: "x", count: 900) + "\"", String(repeating: "x", count: 500), .null),
        ] {
            var talk = SocketIOConversation(credentials: token)
            _ = try talk.take(.open(handshake))
            do {
                _ = try talk.take(.message(text))
                Issue.record("taken: \(text)")
            } catch .refused(let refusal) {
                #expect(refusal.message == message)
                #expect(refusal.data["code"] == code)
            }
        }
    }

    @Test("Waits grow to five seconds, differ, and become minutes after five tries")
    func waits() {
        var reconnection = SocketIOReconnection()
        #expect((0..<5).map { _ in reconnection.lost(after: nil, chance: 0.5) } == [1, 2, 4, 5, 5])
        #expect(!reconnection.isResting)
        #expect(reconnection.lost(after: .seconds(1), chance: 0.5) == 300)
        #expect(reconnection.isResting)
        #expect(reconnection.lost(after: .seconds(1), chance: 0) == 225)
        #expect(reconnection.lost(after: .seconds(60), chance: 0) == 0.5)
        #expect(reconnection.lost(after: nil, chance: 1) == 3)
    }
}
