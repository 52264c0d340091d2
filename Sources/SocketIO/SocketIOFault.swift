import JSONStream

/// Why a connection ended, or did not come about.
package enum SocketIOFault: Error, Sendable {
    /// The server does not take whom the connection is for (`CONNECT_ERROR`), or cannot at the moment.
    case refused(SocketIORefusal)
    /// The server has ended it (`DISCONNECT`): it does so when what it was shown has run out.
    case dismissed
    /// The other side closed it, or it broke.
    case broken
    /// Nothing was heard for as long as the server had promised to ask (`pingInterval` and `pingTimeout`), or it did not
    /// answer the first words in time.
    case silent
    /// An HTTP answer that is no success, to long polling: its status.
    case answered(status: Int)
    /// What came is not what the protocol has.
    case notUnderstood
    /// What came is larger than anything that is meant to come.
    case tooLarge
    /// Whoever had it made does not want it any more.
    case cancelled
    /// The transport failed, by its own words.
    case failed(any Error)

    /// - Parameter error: whatever a transport threw.
    package init(_ error: any Error) {
        switch error {
        case let fault as SocketIOFault: self = fault
        case is CancellationError: self = .cancelled
        default: self = .failed(error)
        }
    }
}

/// What a server says when it does not take somebody.
package struct SocketIORefusal: Hashable, Sendable {
    /// In the server's words, of which the beginning is kept.
    package var message: String
    /// What it adds for programs; `null` where it adds nothing.
    package var data: JSONValue

    package init(message: String, data: JSONValue = .null) {
        self.message = String(message.prefix(Self.longest))
        self.data = data
    }

    /// An object with a message, as protocol 5 has it, or the message alone, as servers before it do.
    init(_ payload: JSONValue) {
        if case .string(let text) = payload {
            self.init(message: text)
        } else if case .string(let text) = payload["message"] {
            self.init(message: text, data: payload["data"])
        } else {
            self.init(message: "", data: payload["data"])
        }
    }

    private static let longest = 500
}

/// How much is taken from a server. What is more ends the connection.
package struct SocketIOBounds: Hashable, Sendable {
    /// Bytes of a message, a frame, or the body of a poll.
    package var bytes = 1 << 20
    /// Packets in the body of one poll, and events that come before the connection is answered.
    package var packets = 1000
    /// Binary parts of a message.
    package var attachments = 16
    /// For each step until the server has taken the connection.
    package var greeting = Duration.seconds(10)

    package init() {}
}
