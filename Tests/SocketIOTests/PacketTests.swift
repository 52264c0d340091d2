import JSONStream
import Testing

@testable import SocketIO

@Suite("Packets of Engine.IO and Socket.IO")
struct PacketTests {
    @Test(
        "What the protocol's documents show is read, and written the same",
        arguments: [
            ("0", SocketIOPacket(.connect)),
            ("0/admin,", SocketIOPacket(.connect, namespace: "/admin")),
            (#"0{"token":"123"}"#, SocketIOPacket(.connect, payload: .object(["token": .string("123")]))),
            (
                #"0/admin,{"sid":"oSO0"}"#,
                SocketIOPacket(.connect, namespace: "/admin", payload: .object(["sid": .string("oSO0")]))
            ),
            (
                #"4{"message":"Not authorized"}"#,
                SocketIOPacket(.connectError, payload: .object(["message": .string("Not authorized")]))
            ),
            ("1/admin,", SocketIOPacket(.disconnect, namespace: "/admin")),
            (#"2["foo"]"#, SocketIOPacket(.event, payload: .array([.string("foo")]))),
            (#"2/admin,["bar"]"#, SocketIOPacket(.event, namespace: "/admin", payload: .array([.string("bar")]))),
            (#"212["foo"]"#, SocketIOPacket(.event, id: 12, payload: .array([.string("foo")]))),
            (
                #"3/admin,13["bar"]"#,
                SocketIOPacket(.ack, namespace: "/admin", id: 13, payload: .array([.string("bar")]))
            ),
            (
                #"51-["baz",{"_placeholder":true,"num":0}]"#,
                SocketIOPacket(
                    .binaryEvent, attachments: 1,
                    payload: .array([
                        .string("baz"), .object(["_placeholder": .bool(true), "num": .integer(0)]),
                    ]))
            ),
            (
                #"61-/admin,15["bar"]"#,
                SocketIOPacket(
                    .binaryAck, namespace: "/admin", id: 15, attachments: 1, payload: .array([.string("bar")]))
            ),
        ] as [(String, SocketIOPacket)])
    func documented(text: String, packet: SocketIOPacket) throws {
        #expect(try SocketIOPacket(text) == packet)
        #expect(try SocketIOPacket(packet.text) == packet)
    }

    @Test(
        "What is no packet is refused",
        arguments: [
            "", "7", "9[]", "2", "2[]", "2[1]", #"2{"a":1}"#, #"2["a""#, "3[]", "3", "312", "5[\"a\"]", "5-[\"a\"]",
            "50-[\"a\"]", "517-[\"a\"]", "51[\"a\"]", "0[]", "01{}", "1{}", "4[]", "2-1[\"a\"]",
            "21234567890123456[\"a\"]", "2/" + String(repeating: "n", count: 300) + ",[\"a\"]", "x", "²[\"a\"]",
        ])
    func rubbish(text: String) {
        #expect(throws: SocketIOFault.self) { try SocketIOPacket(text) }
    }

    @Test("Bodies of polls hold several packets, and bytes among them")
    func bodies() throws {
        let packets: [EngineIOPacket] = [
            .message("2[\"a\"]"), .binary([1, 2, 3, 0x1E]), .ping(""), .noop, .pong("probe"), .upgrade, .close,
        ]
        let body = EngineIOPacket.body(of: packets)
        #expect(try EngineIOPacket.packets(in: body, bounds: SocketIOBounds()) == packets)
        #expect(
            try EngineIOPacket.packets(in: Array("2\u{1E}bAQID".utf8), bounds: SocketIOBounds()) == [
                .ping(""), .binary([1, 2, 3]),
            ])
    }

    @Test("Bodies that are too large, or hold what is no packet, are refused")
    func badBodies() {
        var bounds = SocketIOBounds()
        bounds.bytes = 10
        bounds.packets = 2
        for body in ["2\u{1E}2\u{1E}2", "01234567890", "", "2\u{1E}", "b!", "<html>", "0{}", "0null"] {
            #expect(throws: SocketIOFault.self) { try EngineIOPacket.packets(in: Array(body.utf8), bounds: bounds) }
        }
        #expect(throws: SocketIOFault.self) { try EngineIOPacket.packets(in: [0x34, 0xFF], bounds: bounds) }
    }

    @Test("A handshake is taken as servers send it, and refused where its session or times are out of its mind")
    func handshakes() throws {
        let text =
            #"0{"sid":"lv_VI97HAXpY6yYWAAAC","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"#
            + #""maxPayload":1000000}"#
        let handshake = EngineIOHandshake(
            session: "lv_VI97HAXpY6yYWAAAC", pingInterval: .seconds(25), pingTimeout: .seconds(20),
            largestBody: 1_000_000)
        #expect(try EngineIOPacket(text[...]) == .open(handshake))
        #expect(handshake.patience == .seconds(45))
        #expect(try EngineIOPacket(EngineIOPacket.open(handshake).text[...]) == .open(handshake))
        for (session, interval) in [
            ("", "25000"), ("a b", "25000"), ("a&b=c", "25000"), ("ä", "25000"), ("a", "0"), ("a", "-5"),
            ("a", "1e300"), ("a", "99999999999"), ("a", "null"), (String(repeating: "a", count: 201), "25000"),
        ] {
            let wrong = #"0{"sid":"\#(session)","pingInterval":\#(interval),"pingTimeout":20000}"#
            #expect(throws: SocketIOFault.self) { try EngineIOPacket(wrong[...]) }
        }
    }

    @Test("Damaged packets of all kinds are read or refused, and never end the program")
    func damaged() {
        let whole = [
            #"0{"sid":"abc","pingInterval":25000,"pingTimeout":20000}"#, #"42/room,17["name",{"a":[1,2.5,null]}]"#,
            #"451-/r,3["x",{"_placeholder":true,"num":0}]"#, #"44{"message":"no","data":{"code":"expired"}}"#, "bAQID",
        ]
        let opening = EngineIOHandshake(
            session: "a", pingInterval: .seconds(1), pingTimeout: .seconds(1), largestBody: 1)
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func chance(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        for round in 0..<20_000 {
            var bytes = Array(whole[round % whole.count].utf8)
            for _ in 0...chance(4) where !bytes.isEmpty {
                switch chance(3) {
                case 0: bytes.remove(at: chance(bytes.count))
                case 1: bytes[chance(bytes.count)] = UInt8(chance(256))
                default: bytes.insert(UInt8(chance(256)), at: chance(bytes.count))
                }
            }
            var talk = SocketIOConversation(credentials: nil)
            _ = try? talk.take(.open(opening))
            for packet in (try? EngineIOPacket.packets(in: bytes, bounds: SocketIOBounds())) ?? [] {
                _ = try? talk.take(packet)
            }
        }
    }
}
