import Dispatch
import Foundation
import GRDB
import NIOCore
import NIOPosix
import Testing

@testable import PortalDemo

@Suite("What is told, and for how long", .timeLimit(.minutes(1)))
struct ApplicationNewsTests {
    @Test("what could not be read at first is told all the same, though nobody asks again")
    func unreadable() async throws {
        let database = try DemoDatabase.open(.memory)
        let news = news(of: database)
        defer { news.end() }
        let (told, teller) = AsyncStream.makeStream(of: Int.self)
        news.tell = { application, _ in teller.yield(application) }
        #expect(await news.begin())
        try await change(3, in: database)
        // The newest event is found, and then whose business it is is not.
        try await database.write { try $0.execute(sql: "ALTER TABLE application_member RENAME TO hidden") }
        await news.look()
        try await database.write { try $0.execute(sql: "ALTER TABLE hidden RENAME TO application_member") }
        let first = await told.first { _ in true }
        #expect(first == 3)
    }

    @Test("where nothing can be read at the beginning, the program is let go rather than left deaf")
    func unreadableBeginning() async throws {
        let database = try DemoDatabase.open(.memory)
        let news = news(of: database)
        let listeners = Listeners(news, tokens: .demo)
        try await database.write { try $0.execute(sql: "ALTER TABLE application_event RENAME TO hidden") }
        let session = try #require(listeners.add())
        await session.take([.connect(namespace: "/", token: "demo-researcher")])
        #expect(listeners[session.id] == nil)
        try await database.write { try $0.execute(sql: "ALTER TABLE hidden RENAME TO application_event") }
        let second = try #require(listeners.add())
        await second.take([.connect(namespace: "/", token: "demo-researcher")])
        #expect(listeners[second.id] != nil)
        await second.end()
    }

    @Test("nothing is looked for any more after somebody who went away while it began")
    func goneMeanwhile() async throws {
        let database = try DemoDatabase.open(.memory)
        let news = news(of: database)
        let listeners = Listeners(news, tokens: .demo)
        let (told, teller) = AsyncStream.makeStream(of: Int.self)
        news.tell = { application, _ in teller.yield(application) }
        let session = try #require(listeners.add())
        let (starts, started) = AsyncStream.makeStream(of: Void.self)
        let isLeft = DispatchSemaphore(value: 0)
        let holding = Task {
            try await database.write { _ in
                started.finish()
                isLeft.wait()
            }
        }
        for await _ in starts {}
        let connecting = Task { await session.take([.connect(namespace: "/", token: "demo-researcher")]) }
        // It may have come to wait for the database or not: either way nobody is left who listens.
        await session.end()
        isLeft.signal()
        try await holding.value
        await connecting.value
        try await change(4, in: database)
        await news.look()
        teller.finish()
        for await application in told { Issue.record("Application \(application) was told of") }
    }

    @Test("a WebSocket for a session that is not known ends, and the portal does not")
    func unknownSession() async throws {
        let request = """
            GET \(NotificationRoutes.place)\(NotificationRoutes.mount)/?EIO=4&transport=websocket&sid=none HTTP/1.1\r
            Host: 127.0.0.1\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r

            """
        try await withPortal { portal async throws in
            for _ in 0..<20 {
                let answer = try await Self.answer(to: request, at: portal.portal.port)
                #expect(answer.hasPrefix("HTTP/1.1 101"))
            }
        }
    }

    /// All that comes until the other side ends the connection.
    private static func answer(to request: String, at port: Int) async throws -> String {
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: request))
            var answer = ""
            for try await part in inbound { answer += String(buffer: part) }
            return answer
        }
    }

    private func news(of database: DatabaseQueue) -> ApplicationNews {
        // It is long until the committee decides.
        ApplicationNews(database: database, committee: Committee(decisionDelay: 3600), clock: { Date() })
    }

    /// Something happens to an application of Ada's.
    private func change(_ application: Int, in database: DatabaseQueue) async throws {
        try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO application (id, applicant, state, created, modified, lastActivity)
                    VALUES (?, 'ada', ?, 0, 0, 0)
                    """,
                arguments: [application, ApplicationState.draft.rawValue])
            try db.execute(
                sql: "INSERT INTO application_event (application, type, actor, time) VALUES (?, ?, 'ada', 0)",
                arguments: [application, ApplicationEventType.created.rawValue])
        }
    }
}
