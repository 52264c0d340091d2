import FoundationEssentials
import JSONStream

/// A packet of Engine.IO 4, which carries Socket.IO's (socketio/socket.io, docs/engine.io-protocol/v4-current.md).
package enum EngineIOPacket: Hashable, Sendable {
    /// The first of a server.
    case open(EngineIOHandshake)
    /// The transport is to be closed.
    case close
    /// From the server; its text, usually empty, comes back with the answer.
    case ping(String)
    /// From the client.
    case pong(String)
    /// Text that is Socket.IO's.
    case message(String)
    /// Bytes that are.
    case binary([UInt8])
    /// The client goes on by another transport.
    case upgrade
    /// Nothing: it answers a poll that is to end.
    case noop

    /// - Parameter text: of a frame, or of a part of a poll's body.
    package init(_ text: Substring) throws(SocketIOFault) {
        let rest = text.dropFirst()
        switch text.utf8.first.map({ Unicode.Scalar($0) }) {
        case "0": self = .open(try EngineIOHandshake(rest))
        case "1": self = .close
        case "2": self = .ping(String(rest))
        case "3": self = .pong(String(rest))
        case "4": self = .message(String(rest))
        case "5": self = .upgrade
        case "6": self = .noop
        case "b":
            guard let bytes = Data(base64Encoded: String(rest)) else { throw .notUnderstood }
            self = .binary(Array(bytes))
        default: throw .notUnderstood
        }
    }

    /// As a text: a poll's way, and that of frames for all but bytes.
    package var text: String {
        switch self {
        case .open(let handshake): "0" + handshake.text
        case .close: "1"
        case .ping(let text): "2" + text
        case .pong(let text): "3" + text
        case .message(let text): "4" + text
        case .upgrade: "5"
        case .noop: "6"
        case .binary(let bytes): "b" + Data(bytes).base64EncodedString()
        }
    }
}

extension EngineIOPacket {
    /// Between the packets in a body.
    private static let separator: UInt8 = 0x1E

    /// What the body of one poll holds.
    package static func packets(
        in body: [UInt8], bounds: SocketIOBounds
    ) throws(SocketIOFault) -> [EngineIOPacket] {
        guard body.count <= bounds.bytes else { throw .tooLarge }
        var packets: [EngineIOPacket] = []
        for part in body.split(separator: separator, omittingEmptySubsequences: false) {
            guard packets.count < bounds.packets else { throw .tooLarge }
            guard let text = String(validating: part, as: UTF8.self) else { throw .notUnderstood }
            packets.append(try EngineIOPacket(text[...]))
        }
        return packets
    }

    /// As one body.
    package static func body(of packets: [EngineIOPacket]) -> [UInt8] {
        Array(packets.map { Array($0.text.utf8) }.joined(separator: [separator]))
    }
}

/// What a server opens with.
package struct EngineIOHandshake: Hashable, Sendable {
    /// By which the server knows the connection: it stands in addresses, so nothing but what they bear is taken.
    package var session: String
    /// The server asks so often whether the client is there.
    package var pingInterval: Duration
    /// And waits so long for the answer.
    package var pingTimeout: Duration
    /// Bytes that the server takes in one body.
    package var largestBody: Int

    package init(session: String, pingInterval: Duration, pingTimeout: Duration, largestBody: Int) {
        self.session = session
        self.pingInterval = pingInterval
        self.pingTimeout = pingTimeout
        self.largestBody = largestBody
    }

    /// Without a sign of the server for so long the connection is dead.
    package var patience: Duration { pingInterval + pingTimeout }

    init(_ text: Substring) throws(SocketIOFault) {
        let fields = try JSONValue(ofSocketIO: text)
        guard case .string(let session) = fields["sid"], Self.isSession(session),
            let interval = Self.milliseconds(fields["pingInterval"]),
            let timeout = Self.milliseconds(fields["pingTimeout"])
        else { throw .notUnderstood }
        self.init(session: session, pingInterval: interval, pingTimeout: timeout, largestBody: Self.usualBody)
        if case .integer(let most) = fields["maxPayload"], most > 0 { largestBody = Int(clamping: most) }
    }

    fileprivate var text: String {
        let fields: JSONValue = .object([
            "sid": .string(session), "upgrades": .array([]), "pingInterval": .integer(pingInterval.wholeMilliseconds),
            "pingTimeout": .integer(pingTimeout.wholeMilliseconds), "maxPayload": .integer(Int64(largestBody)),
        ])
        return fields.socketIOText
    }

    private static func isSession(_ text: String) -> Bool {
        (1...200).contains(text.utf8.count) && text.unicodeScalars.allSatisfy(borne.contains)
    }

    /// Unreserved in addresses (RFC 3986, 2.3).
    private static let borne = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~".unicodeScalars)

    /// Between a tenth of a second and an hour: a server that names anything else is none that can be followed.
    private static func milliseconds(_ value: JSONValue) -> Duration? {
        switch value {
        case .integer(let count) where (100...3_600_000).contains(count): .milliseconds(count)
        case .number(let count) where (100.0...3_600_000).contains(count): .milliseconds(count)
        default: nil
        }
    }

    private static let usualBody = 1_000_000
}

extension Duration {
    fileprivate var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}

extension JSONValue {
    init(ofSocketIO text: Substring) throws(SocketIOFault) {
        do throws(JSONRefusal) {
            self = try JSONReader.read(Data(text.utf8))
        } catch {
            throw .notUnderstood
        }
    }

    /// What cannot be written as JSON is `null`: a number that is none.
    var socketIOText: String {
        (try? JSONStream.encode(self, dates: .iso8601)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
