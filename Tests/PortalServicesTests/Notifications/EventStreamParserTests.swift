import SocketIO
import Testing

@testable import PortalServices

@Suite("Server-sent events as they come (WHATWG HTML, 9.2.6)")
struct EventStreamParserTests {
    typealias Event = EventStreamParser.Event

    /// With the examples of the standard.
    private static let examples: [(String, [Event])] = [
        (
            "data: YHOO\ndata: +2\ndata: 10\n\n",
            [Event(data: "YHOO\n+2\n10")]
        ),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            [Event(data: "first event"), Event(data: "second event"), Event(data: " third event")]
        ),
        ("data\n\ndata\ndata\n\ndata:\n", [Event(data: ""), Event(data: "\n")]),
        ("data:test\n\ndata: test\n\n", [Event(data: "test"), Event(data: "test")]),
        (
            "event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n",
            [
                Event(name: "add", data: "73857293"), Event(name: "remove", data: "2153"),
            ]
        ),
        ("event: alone\n\ndata: a\n\n", [Event(data: "a")]),
        ("\u{FEFF}data: marked\n\n", [Event(data: "marked")]),
        ("\u{FEFF}\u{FEFF}data: twice\n\n", []),
        ("data: a\r\ndata: b\r\r\ndata: c\n\r", [Event(data: "a\nb"), Event(data: "c")]),
        ("Data: a\nfield: b\n data: c\n\n", []),
        ("data: never whole\n", []),
        ("data: never ended\n\ndata: x", [Event(data: "never ended")]),
    ]

    @Test("Streams are read as the standard has it, in whatever pieces they come", arguments: examples)
    func streams(text: String, events: [Event]) throws {
        let bytes = Array(text.utf8)
        for size in [1, 2, 3, 7, bytes.count] {
            var parser = EventStreamParser()
            var found: [Event] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                found += try parser.take(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(found == events)
        }
    }

    @Test("What is known of the last event counts when that is whole, and none with a zero byte counts")
    func ids() throws {
        var parser = EventStreamParser(lastEventID: "before")
        #expect(parser.lastEventID == "before")
        _ = try parser.take("id: 1\n".utf8)
        #expect(parser.lastEventID == "before")
        _ = try parser.take("\n".utf8)
        #expect(parser.lastEventID == "1")
        _ = try parser.take("id: a\0b\ndata: x\n\n".utf8)
        #expect(parser.lastEventID == "1")
        _ = try parser.take("id\ndata: x\n\n".utf8)
        #expect(parser.lastEventID.isEmpty)
    }

    @Test(
        "How long is to be waited is a number of milliseconds and nothing else, and an hour at most",
        arguments: [
            ("1500", Duration.milliseconds(1500)), ("0", .zero), ("99999999999999999999999", .seconds(3600)),
            ("-1", nil), ("1.5", nil), ("", nil), ("soon", nil), ("1 ", nil), ("٣", nil),
        ] as [(String, Duration?)])
    func retries(text: String, wait: Duration?) throws {
        var parser = EventStreamParser()
        _ = try parser.take("retry: \(text)\n".utf8)
        #expect(parser.retry == wait)
    }

    @Test("Bytes that are no UTF-8 are read as far as they are, and lines without an end are refused")
    func rubbish() throws {
        var parser = EventStreamParser()
        #expect(try parser.take(Array("data: a".utf8) + [0xFF, 0x0A, 0x0A]) == [Event(data: "a\u{FFFD}")])
        #expect(throws: SocketIOFault.self) {
            try parser.take([UInt8](repeating: 0x61, count: EventStreamParser.longest + 1))
        }
        var other = EventStreamParser()
        let line = Array("data: \(String(repeating: "x", count: 1000))\n".utf8)
        #expect(throws: SocketIOFault.self) {
            for _ in 0..<1000 { _ = try other.take(line) }
        }
    }
}
