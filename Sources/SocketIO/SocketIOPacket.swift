import JSONStream

/// A packet of Socket.IO 5, as it stands in a message of Engine.IO
/// (socketio/socket.io, docs/socket.io-protocol/v5-current.md).
package struct SocketIOPacket: Hashable, Sendable {
    /// By the digit that it begins with.
    package enum Kind: UInt8, Sendable, CaseIterable {
        case connect = 0
        case disconnect, event, ack, connectError, binaryEvent, binaryAck

        /// Bytes follow in messages of their own.
        var isBinary: Bool { self == .binaryEvent || self == .binaryAck }
    }

    package var kind: Kind
    /// How many messages with bytes follow.
    package var attachments: Int
    /// `/`, or one of the server's own.
    package var namespace: String
    /// An event that carries one wants an answer, which carries the same.
    package var id: Int64?
    /// What it says; nil where nothing stands. An event's is a list that begins with its name.
    package var payload: JSONValue?

    package init(
        _ kind: Kind, namespace: String = "/", id: Int64? = nil, attachments: Int = 0, payload: JSONValue? = nil
    ) {
        self.kind = kind
        self.attachments = attachments
        self.namespace = namespace
        self.id = id
        self.payload = payload
    }

    /// - Throws: `.notUnderstood` for everything that the protocol has not.
    package init(_ text: String, bounds: SocketIOBounds = SocketIOBounds()) throws(SocketIOFault) {
        var rest = Substring(text).utf8
        guard let digit = rest.popFirst(), let kind = Kind(rawValue: digit &- UInt8(ascii: "0")) else {
            throw .notUnderstood
        }
        self.init(kind)
        if kind.isBinary {
            guard let count = Self.number(&rest), rest.popFirst() == UInt8(ascii: "-"),
                (1...Int64(bounds.attachments)).contains(count)
            else { throw .notUnderstood }
            attachments = Int(count)
        }
        if rest.first == UInt8(ascii: "/") {
            let name = rest.prefix { $0 != UInt8(ascii: ",") }
            guard name.count <= Self.longestName else { throw .notUnderstood }
            namespace = String(Substring(name))
            rest = rest.dropFirst(name.count + 1)
        }
        // Without one a payload would begin here, and none begins with a digit.
        if let first = rest.first, Self.isDigit(first) {
            guard let number = Self.number(&rest) else { throw .notUnderstood }
            id = number
        }
        payload = rest.isEmpty ? nil : try JSONValue(ofSocketIO: Substring(rest))
        guard isWellFormed else { throw .notUnderstood }
    }

    /// Whether it says what its kind has to say.
    private var isWellFormed: Bool {
        switch (kind, payload) {
        case (.event, .array(let values)), (.binaryEvent, .array(let values)):
            if case .string = values.first { return true }
            return false
        case (.ack, .array), (.binaryAck, .array): return id != nil
        case (.connect, nil), (.connect, .object), (.disconnect, nil): return id == nil
        case (.connectError, .object), (.connectError, .string), (.connectError, nil): return id == nil
        default: return false
        }
    }

    /// As it is sent.
    package var text: String {
        var text = "\(kind.rawValue)"
        if kind.isBinary { text += "\(attachments)-" }
        if namespace != "/" { text += namespace + "," }
        if let id { text += "\(id)" }
        return text + (payload?.socketIOText ?? "")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Takes the digits that come next; nil where there are none, or more than a number here has.
    private static func number(_ rest: inout Substring.UTF8View) -> Int64? {
        let digits = rest.prefix(while: isDigit)
        guard (1...mostDigits).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return Int64(Substring(digits))
    }

    private static let mostDigits = 15
    private static let longestName = 255
}

/// Something that a server told.
package struct SocketIOEvent: Hashable, Sendable {
    package var name: String
    /// Where bytes belong an object stands that names them: `{"_placeholder": true, "num": 0}`.
    package var arguments: [JSONValue]
    /// Those bytes, by their numbers.
    package var attachments: [[UInt8]]
    /// The server waits for an answer, and knows it by this.
    package var id: Int64?

    package init(name: String, arguments: [JSONValue] = [], attachments: [[UInt8]] = [], id: Int64? = nil) {
        self.name = name
        self.arguments = arguments
        self.attachments = attachments
        self.id = id
    }

    /// - Returns: nil of a packet that is no event.
    init?(_ packet: SocketIOPacket, attachments: [[UInt8]]) {
        guard case .array(let values) = packet.payload, case .string(let name) = values.first else { return nil }
        self.init(name: name, arguments: Array(values.dropFirst()), attachments: attachments, id: packet.id)
    }
}
