import FoundationEssentials

/// What a server of Socket.IO sends: the body of a poll is read or refused, what was read is the same when it is written
/// and read again, and nothing that a conversation makes of it goes beyond what it may.
enum SocketIOTarget {
    static func run(_ bytes: [UInt8]) {
        let bounds = SocketIOBounds()
        guard let packets = try? EngineIOPacket.packets(in: bytes, bounds: bounds) else { return }
        let again = try? EngineIOPacket.packets(in: EngineIOPacket.body(of: packets), bounds: bounds)
        FuzzTarget.expect(again?.count == packets.count, "written and read again a body holds other packets")
        for (packet, copy) in zip(packets, again ?? []) {
            if case .open(let handshake) = packet {
                checkHandshake(handshake, copy)
            } else {
                FuzzTarget.expect(copy == packet, "written and read again a packet is another")
            }
            if case .message(let text) = packet { checkMessage(text) }
        }
        converse(packets)
    }

    /// Times are written in whole milliseconds, whatever a server has.
    private static func checkHandshake(_ handshake: EngineIOHandshake, _ copy: EngineIOPacket) {
        let isPlain = handshake.session.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        FuzzTarget.expect(isPlain, "a session does not fit addresses")
        FuzzTarget.expect(handshake.patience <= .seconds(7200) && handshake.largestBody > 0, "nobody waits so long")
        guard case .open(let other) = copy else { return FuzzTarget.expect(false, "a handshake is none any more") }
        FuzzTarget.expect(other.session == handshake.session, "a session is another")
        FuzzTarget.expect(other.largestBody == handshake.largestBody, "a bound is another")
    }

    private static func checkMessage(_ text: String) {
        guard let packet = try? SocketIOPacket(text) else { return }
        // What cannot be written, since it is too deep, stands as null.
        if let payload = packet.payload, payload != .null, payload.socketIOText == "null" { return }
        guard let again = try? SocketIOPacket(packet.text) else {
            return FuzzTarget.expect(false, "what was written is refused")
        }
        FuzzTarget.expect(
            again.kind == packet.kind && again.namespace == packet.namespace && again.id == packet.id
                && again.attachments == packet.attachments, "written and read again it goes elsewhere")
        // 3.0 is written as 3, which is a whole number when it is read again: what was written once stays.
        let third = try? SocketIOPacket(again.text)
        FuzzTarget.expect(third == again, "written and read again it says something else")
    }

    private static func converse(_ packets: [EngineIOPacket]) {
        var bounds = SocketIOBounds()
        (bounds.packets, bounds.bytes, bounds.attachments) = (4, 256, 3)
        var talk = SocketIOConversation(namespace: "/", credentials: nil, bounds: bounds)
        let opening = EngineIOHandshake(
            session: "a", pingInterval: .seconds(1), pingTimeout: .seconds(1), largestBody: 1)
        _ = try? talk.take(.open(opening))
        var isConnected = false
        for packet in packets {
            guard let steps = try? talk.take(packet) else { return }
            for step in steps {
                switch step {
                case .connected:
                    FuzzTarget.expect(!isConnected, "it is connected twice")
                    isConnected = true
                case .event(let event):
                    FuzzTarget.expect(isConnected, "an event comes before the connection is there")
                    FuzzTarget.expect(event.attachments.count <= bounds.attachments, "too many attachments")
                    FuzzTarget.expect(
                        event.attachments.reduce(0) { $0 + $1.count } <= bounds.bytes, "attachments are too large")
                case .send(let answer):
                    if case .ping(let words) = packet {
                        FuzzTarget.expect(answer == .pong(words), "a ping is answered otherwise")
                    }
                case .opened: FuzzTarget.expect(false, "it is opened twice")
                case .sign, .answered: break
                }
            }
        }
    }
}
