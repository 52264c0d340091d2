import JSONStream

/// What is said to a server and what it says, whatever carries it: packets in, what has to be done out.
///
/// Pure, so that every order of packets can be tried without a server.
package struct SocketIOConversation: Sendable {
    /// What comes of a packet.
    package enum Step: Hashable, Sendable {
        /// The server has opened: the session's name and its times.
        case opened(EngineIOHandshake)
        case send(EngineIOPacket)
        /// The server has asked whether one is there, which is a sign that it is.
        case sign
        /// The server has taken the connection.
        case connected
        case event(SocketIOEvent)
        /// An answer to an event that was sent with this number.
        case answered(id: Int64, [JSONValue])
    }

    private enum Phase: Equatable, Sendable { case opening, connecting, connected }

    private let namespace: String
    private let credentials: JSONValue?
    private let bounds: SocketIOBounds
    private var phase = Phase.opening
    /// A packet whose bytes are on their way, and those that have come.
    private var unfinished: (packet: SocketIOPacket, bytes: [[UInt8]])?
    /// A server may tell before it has said that it takes the connection.
    private var early: [SocketIOEvent] = []

    /// - Parameters:
    ///   - namespace: `/`, or one of the server's.
    ///   - credentials: an object that shows who this is; nil for servers that want none.
    package init(namespace: String = "/", credentials: JSONValue?, bounds: SocketIOBounds = SocketIOBounds()) {
        self.namespace = namespace
        self.credentials = credentials
        self.bounds = bounds
    }

    /// - Throws: what ends the connection.
    package mutating func take(_ packet: EngineIOPacket) throws(SocketIOFault) -> [Step] {
        switch packet {
        case .open(let handshake):
            guard phase == .opening else { throw .notUnderstood }
            phase = .connecting
            let greeting = SocketIOPacket(.connect, namespace: namespace, payload: credentials)
            return [.opened(handshake), .send(.message(greeting.text))]
        case .close: throw .broken
        case .ping(let text): return [.sign, .send(.pong(text))]
        case .message(let text):
            guard phase != .opening, unfinished == nil else { throw .notUnderstood }
            guard text.utf8.count <= bounds.bytes else { throw .tooLarge }
            return try take(SocketIOPacket(text, bounds: bounds))
        case .binary(let bytes): return try take(bytes)
        case .pong, .upgrade, .noop: return []
        }
    }

    private mutating func take(_ packet: SocketIOPacket) throws(SocketIOFault) -> [Step] {
        if packet.kind.isBinary {
            unfinished = (packet, [])
            return []
        }
        return try carryOut(packet, attachments: [])
    }

    private mutating func take(_ bytes: [UInt8]) throws(SocketIOFault) -> [Step] {
        guard var known = unfinished else { throw .notUnderstood }
        known.bytes.append(bytes)
        guard known.bytes.reduce(0, { $0 + $1.count }) <= bounds.bytes else { throw .tooLarge }
        unfinished = known
        guard known.bytes.count == known.packet.attachments else { return [] }
        unfinished = nil
        return try carryOut(known.packet, attachments: known.bytes)
    }

    private mutating func carryOut(
        _ packet: SocketIOPacket, attachments: [[UInt8]]
    ) throws(SocketIOFault) -> [Step] {
        // Of other namespaces nothing was asked.
        guard packet.namespace == namespace else { return [] }
        switch packet.kind {
        case .connect:
            guard phase == .connecting else { return [] }
            phase = .connected
            defer { early = [] }
            return [.connected] + early.map { .event($0) }
        case .disconnect: throw .dismissed
        case .connectError: throw .refused(SocketIORefusal(packet.payload ?? .null))
        case .event, .binaryEvent:
            guard let event = SocketIOEvent(packet, attachments: attachments) else { throw .notUnderstood }
            guard phase == .connecting else { return [.event(event)] }
            guard early.count < bounds.packets else { throw .tooLarge }
            early.append(event)
            return []
        case .ack, .binaryAck:
            guard case .array(let values) = packet.payload, let id = packet.id else { throw .notUnderstood }
            return [.answered(id: id, values)]
        }
    }
}
