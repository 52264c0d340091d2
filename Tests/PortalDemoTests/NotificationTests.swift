import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import PortalDemo

/// What python-socketio does not show of it (`Tests/Notifications/test_portal_demo.py` has the rest): time that passes.
@Suite("Being told at once, by long polling", .timeLimit(.minutes(1)))
struct NotificationTests {
    @Test("who answers the portal's questions stays, and who does not is let go")
    func staying() async throws {
        let (listeners, session) = try await signedIn(by: "demo-researcher")
        for _ in 0..<3 {
            await session.beat()
            #expect(await session.next() == ["2"])
            await session.take([.pong])
        }
        await session.beat()
        #expect(listeners[session.id] != nil)
        // The question was not answered when the next is due.
        await session.beat()
        #expect(listeners[session.id] == nil)
        #expect(await session.next() == nil)
    }

    @Test("who never signs in is let go")
    func nameless() async throws {
        let listeners = try listeners()
        let session = try #require(listeners.add())
        await session.take([.connect(namespace: "/", token: "somebody")])
        #expect(await session.next()?.first?.contains("signature") == true)
        await session.beat()
        #expect(listeners[session.id] == nil)
    }

    @Test("a token that is withdrawn ends its connection, and the program knows why")
    func withdrawn() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "tokens")
            try Data("one\n".utf8).write(to: file)
            let (listeners, session) = try await signedIn(by: "one", tokens: .file(path: file.path))
            await session.beat()
            #expect(await session.next() == ["2"])
            await session.take([.pong])
            try Data("another\n".utf8).write(to: file)
            async let last = session.next()
            await session.beat()
            // Whether it waited already or came too late.
            #expect([["41"], nil].contains(await last))
            #expect(listeners[session.id] == nil)
        }
    }

    @Test("what is told while a socket is tried waits for it, or for the next poll where it fails")
    func trying() async throws {
        let (_, session) = try await signedIn(by: "demo-researcher")
        #expect(await session.tries())
        #expect(await session.next() == ["6"])
        await session.tell(3, to: ["ada"])
        await session.tell(4, to: ["grace"])
        await session.lost(false)
        #expect(await session.next() == [LiveWords.changed(application: 3)])
        #expect(await session.tries())
        // One at a time.
        #expect(await !session.tries())
        await session.tell(5, to: ["ada", "grace"])
        let (words, said) = AsyncStream.makeStream(of: String.self)
        #expect(await session.goesOn(by: said))
        #expect(await !session.tries())
        let (others, another) = AsyncStream.makeStream(of: String.self)
        #expect(await !session.goesOn(by: another))
        for await word in others { Issue.record("A second socket was told \(word)") }
        await session.tell(6, to: ["ada"])
        await session.lost(true)
        var heard: [String] = []
        for await word in words { heard.append(word) }
        #expect(heard == [5, 6].map { LiveWords.changed(application: $0) } + ["1"])
    }

    private func listeners(tokens: AccessTokens = .demo) throws -> Listeners {
        let news = ApplicationNews(
            database: try DemoDatabase.open(.memory), committee: Committee(decisionDelay: 8), clock: { Date() })
        return Listeners(news, tokens: tokens)
    }

    private func signedIn(
        by token: String, tokens: AccessTokens = .demo
    ) async throws -> (Listeners, LiveSession) {
        let listeners = try listeners(tokens: tokens)
        let session = try #require(listeners.add())
        await session.take([.connect(namespace: "/", token: token)])
        #expect(await session.next() == [LiveWords.connected(as: session.id)])
        return (listeners, session)
    }

    @Test("two calls do not wait at once, since one of them would miss what the other is told")
    func waitingTwice() async throws {
        try await listening { poller async throws in
            try await poller.signIn()
            async let first = poller.ask()
            // Whichever of the two comes second is refused, and with it the session ends.
            let second = try await poller.ask()
            #expect(Set([try await first.status, second.status]) == [.ok, .badRequest])
        }
    }

    @Test("what is due at a portal at which nobody listens is decided when somebody asks, as before")
    func quiet() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1")
            #expect(try await ada.submit(id).status == 204)
            clock.advance(by: 10)
            #expect(try await ada.state(id) == "application.state/approved")
        }
    }

    private func listening(_ body: (Poller) async throws -> Void) async throws {
        try await withPortal { portal in try await body(try await Poller(portal.portal)) }
    }
}

/// A program that polls.
private struct Poller {
    private let place: String

    init(_ portal: RunningDemo) async throws {
        let start = portal.notifications + "/socket.io/?EIO=4&transport=polling"
        let words = try await Self.send(start).words
        struct Handshake: Decodable {
            let sid: String
        }
        let handshake = try JSONDecoder().decode(Handshake.self, from: Data((words.first ?? "").utf8.dropFirst()))
        place = start + "&sid=" + handshake.sid
    }

    func signIn() async throws {
        _ = try await say(#"40{"token":"demo-researcher"}"#)
        let answer = try await next()
        #expect(answer.first?.hasPrefix("40{") == true)
    }

    func next() async throws -> [String] { try await ask().words }
    func ask() async throws -> Reply { try await Self.send(place) }
    func say(_ text: String) async throws -> Reply { try await Self.send(place, text) }

    struct Reply: Sendable {
        let status: HTTPResponseStatus
        let words: [String]
    }

    private static func send(_ address: String, _ body: String? = nil) async throws -> Reply {
        var request = HTTPClientRequest(url: address)
        if let body {
            request.method = .POST
            request.body = .bytes(ByteBuffer(string: body))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let text = String(buffer: try await response.body.collect(upTo: 1 << 20))
        return Reply(status: response.status, words: text.components(separatedBy: "\u{1E}"))
    }
}
