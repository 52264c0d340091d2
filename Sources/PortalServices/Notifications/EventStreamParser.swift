import FoundationEssentials
import SocketIO

/// An event stream as it comes (WHATWG HTML, 9.2.5 and 9.2.6): bytes in any pieces in, events out.
struct EventStreamParser: Sendable {
    /// What a server has told.
    struct Event: Equatable, Sendable {
        /// `message` unless the server names another.
        var name = "message"
        var data = ""
    }

    /// What ends a stream that is larger than anything that is meant to come: bytes of a line, and of an event.
    static let longest = 1 << 18

    /// With which the server is told, at the next connection, what has come.
    private(set) var lastEventID = ""
    /// How long the server wants one to wait until the next connection; nil where it has not said.
    private(set) var retry: Duration?

    private var line: [UInt8] = []
    private var isAfterCarriageReturn = false
    private var isFirstLine = true
    private var name = ""
    private var data: [UInt8] = []
    /// Of the event that is coming; it counts when that is whole.
    private var id = ""

    /// - Parameter lastEventID: Of the connection before.
    init(lastEventID: String = "") {
        self.lastEventID = lastEventID
        id = lastEventID
    }

    /// - Returns: the events that are whole now. What is left over when the stream ends is none.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(SocketIOFault) -> [Event] {
        var events: [Event] = []
        for byte in bytes {
            let ends = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            let isSecondHalf = byte == UInt8(ascii: "\n") && isAfterCarriageReturn
            isAfterCarriageReturn = byte == UInt8(ascii: "\r")
            if isSecondHalf { continue }
            if !ends {
                guard line.count < Self.longest else { throw .tooLarge }
                line.append(byte)
                continue
            }
            if let event = try endLine() { events.append(event) }
        }
        return events
    }

    private mutating func endLine() throws(SocketIOFault) -> Event? {
        defer { line.removeAll(keepingCapacity: true) }
        // One byte order mark at the beginning is none of it.
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        guard !line.isEmpty else { return dispatch() }
        let field = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(field.count + 1)
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        switch String(decoding: field, as: UTF8.self) {
        case "event": name = String(decoding: value, as: UTF8.self)
        case "data":
            guard data.count + value.count < Self.longest else { throw .tooLarge }
            data += value + [UInt8(ascii: "\n")]
        case "id":
            if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        case "retry":
            if let time = Self.time(value) { retry = time }
        // Comments, which begin with the colon, and fields of a time to come.
        default: break
        }
        return nil
    }

    private mutating func dispatch() -> Event? {
        lastEventID = id
        defer {
            data = []
            name = ""
        }
        guard !data.isEmpty else { return nil }
        var event = Event(data: String(decoding: data.dropLast(), as: UTF8.self))
        if !name.isEmpty { event.name = name }
        return event
    }

    /// Digits and nothing else; a server that would have one wait for days is none that can be followed.
    private static func time(_ value: ArraySlice<UInt8>) -> Duration? {
        guard !value.isEmpty, value.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        let count = Int64(String(decoding: value, as: UTF8.self)) ?? longestRetry
        return .milliseconds(min(count, longestRetry))
    }

    private static let longestRetry: Int64 = 3_600_000
}
