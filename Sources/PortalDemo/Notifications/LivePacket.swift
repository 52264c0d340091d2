import Foundation

/// What a program may say over Engine.IO 4 (socketio/socket.io, docs/engine.io-protocol/v4-current.md), and over the
/// Socket.IO 5 that it carries. Written from the protocol and not from the client, as all that is on the wire is.
enum LivePacket: Equatable, Sendable {
    /// The client goes away.
    case close
    /// The client tries another transport.
    case probe
    /// The client is there.
    case pong
    /// The client goes on by the transport that it tried.
    case upgrade
    /// The client signs in, in a namespace.
    case connect(namespace: String, token: String?)
    /// The client leaves a namespace.
    case disconnect(namespace: String)
    /// Something that nobody has asked for: what clients send besides is passed over.
    case other

    /// - Returns: nil for what is no packet.
    init?(_ text: Substring) {
        let rest = text.dropFirst()
        switch text.first {
        case "1": self = .close
        case "2" where rest == "probe": self = .probe
        case "3": self = .pong
        case "5": self = .upgrade
        case "2", "6", "b": self = .other
        case "4":
            guard let packet = Self(message: rest) else { return nil }
            self = packet
        default: return nil
        }
    }

    private init?(message: Substring) {
        guard let digit = message.first else { return nil }
        var rest = message.dropFirst()
        var namespace = "/"
        if rest.first == "/" {
            namespace = String(rest.prefix { $0 != "," }.prefix(255))
            rest = rest.drop { $0 != "," }.dropFirst()
        }
        switch digit {
        case "0":
            let shown = try? JSONDecoder().decode(Shown.self, from: Data(rest.utf8))
            self = .connect(namespace: namespace, token: shown?.token)
        case "1": self = .disconnect(namespace: namespace)
        case "2"..."6": self = .other
        default: return nil
        }
    }

    /// What a client shows when it connects. A token of another kind is none.
    private struct Shown: Decodable {
        let token: String?
    }

    /// Those of one body, which come apart by this sign.
    static let separator = "\u{1E}"

    static func all(in body: String) -> [LivePacket]? {
        var packets: [LivePacket] = []
        for part in body.split(separator: separator, omittingEmptySubsequences: false) {
            guard let packet = LivePacket(part) else { return nil }
            packets.append(packet)
        }
        return packets
    }
}

/// What the portal says, as it stands on the wire.
enum LiveWords {
    static let ping = "2"
    static let close = "1"
    static let nothing = "6"
    static let probed = "3probe"

    /// - Parameter upgrades: What the client may go on by.
    static func open(_ session: String, upgrades: [String], _ bounds: LiveBounds) -> String {
        let names = upgrades.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            0{"sid":"\(session)","upgrades":[\(names)],"pingInterval":\(bounds.pingInterval),\
            "pingTimeout":\(bounds.pingTimeout),"maxPayload":\(bounds.body)}
            """
    }

    static func connected(as id: String) -> String { "40{\"sid\":\"\(id)\"}" }

    /// - Parameter code: As `deploy/notifications` has it, by which a program knows whether another token would help.
    static func refused(_ namespace: String, _ message: String, code: String? = nil) -> String {
        let place = namespace == "/" ? "" : namespace + ","
        let data = code.map { ",\"data\":{\"code\":\"\($0)\"}" } ?? ""
        return "44\(place){\"message\":\"\(message)\"\(data)}"
    }

    /// The token has ended.
    static let dismissed = "41"

    static func changed(application: Int) -> String {
        "42[\"application-changed\",{\"applicationId\":\(application)}]"
    }
}

/// How much of everything there may be.
struct LiveBounds: Sendable {
    /// Between two questions whether a program is still there, in milliseconds.
    var pingInterval = 25_000
    /// How long it is said to have for the answer; it counts as gone when the next question is due.
    var pingTimeout = 20_000
    /// Bytes that a program may send at once.
    var body = 80_000
    /// Connections of one person.
    var perPerson = 10
    /// Of all.
    var sessions = 200
    /// Packets that wait for a poll: whoever does not come for them is gone.
    var waiting = 1000
}
