import Foundation
import NIOCore
import PortalDomain
import Synchronization
import Testing

@testable import PortalServices

@Suite("The archive's download service")
struct ArchiveClientTests {
    @Test("what an answer means for what is there of a file")
    func plans() {
        func plan(
            _ status: Int, range: String? = nil, length: String? = nil, tag: String? = "\"a\"", at position: UInt64 = 40
        ) -> ContentPlan {
            ContentPlan(
                status: status, range: range, length: length, answerTag: tag, position: position, tag: "\"a\"",
                size: 100)
        }
        #expect(plan(200, length: "100", at: 0) == .goOn)
        #expect(plan(200, length: "100") == .startOver)
        #expect(plan(200, tag: "\"b\"") == .changed)
        #expect(plan(200, length: "90", at: 0) == .wrongLength(given: 90))
        #expect(plan(206, range: "bytes 40-99/100") == .goOn)
        #expect(plan(206, range: "bytes 40-99/*") == .goOn)
        #expect(plan(206, range: "bytes 40-99/120") == .wrongLength(given: 120))
        #expect(plan(206, range: "bytes 0-99/100") == .senseless)
        #expect(plan(206) == .senseless)
        #expect(plan(206, range: "bytes 40-99/100", tag: "\"b\"") == .changed)
        #expect(plan(206, range: "bytes 40-99/100", tag: nil) == .goOn)
        #expect(plan(416, range: "bytes */100", at: 100) == .isWhole)
        #expect(plan(416, range: "bytes */100") == .askAgainFromTheStart)
        #expect(plan(416, range: "bytes */30") == .wrongLength(given: 30))
        #expect(plan(416, at: 0) == .senseless)
        #expect(plan(204) == .senseless)
    }

    private static let body = (0..<100).map { UInt8($0) }

    private static func answer(_ status: String, _ headers: [String], _ bytes: some Collection<UInt8>)
        -> ScriptedServer.Answer
    {
        let head = (["HTTP/1.1 \(status)"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
        return .data(Array(head.utf8) + bytes)
    }

    /// What the sink has in the end, and what was thrown.
    private func fetched(
        _ answer: @escaping @Sendable (ScriptedServer.Request, Int) -> ScriptedServer.Answer,
        having: [UInt8] = [], retries: Int = 3, token: String? = nil, silence: Duration = .seconds(60)
    ) async throws -> (bytes: [UInt8], error: (any Error)?, requests: [ScriptedServer.Request]) {
        try await ScriptedServer.answering(answer).run { server in
            var options = ConnectionOptions()
            options.callTimeout = silence
            options.retry = RetryPolicy(delays: Array(repeating: .zero, count: retries), sleep: { _ in })
            let client = try ArchiveClient(
                server.address, options: options, credentials: token.map { .readyToken(Secret($0)) } ?? .none)
            let sink = MemorySink(having)
            var error: (any Error)?
            do {
                try await client.content(
                    of: ArchiveFile(id: "f/1", path: "f", size: 100),
                    behind: ArchiveHeader(bytes: Data(), tag: "\"a\""), into: sink)
            } catch let thrown { error = thrown }
            await client.shutdown()
            return (sink.bytes, error, server.requests)
        }
    }

    @Test("what is cut off is gone on with from its place, as long as the body is the same")
    func resumed() async throws {
        let result = try await fetched { request, before in
            guard before > 0 else {
                return Self.answer("200 OK", ["Content-Length: 100", "ETag: \"a\""], Self.body.prefix(60))
            }
            return Self.answer(
                "206 Partial Content", ["Content-Length: 40", "Content-Range: bytes 60-99/100", "ETag: \"a\""],
                Self.body.suffix(40))
        }
        #expect(result.error == nil && result.bytes == Self.body)
        #expect(result.requests[0].line.hasPrefix("GET /files/f%2F1/content "))
        #expect(result.requests[0].headers["range"] == nil)
        #expect(result.requests[1].headers["range"] == "bytes=60-")
        #expect(result.requests[1].headers["if-range"] == "\"a\"")
        #expect(result.requests[1].headers["accept-encoding"] == "identity")
    }

    @Test("who gives all where a part was asked for makes it begin anew")
    func wholeForPart() async throws {
        let result = try await fetched(
            { _, _ in
                Self.answer("200 OK", ["Content-Length: 100", "ETag: \"a\""], Self.body)
            }, having: Array(repeating: 9, count: 70))
        #expect(result.error == nil && result.bytes == Self.body)
    }

    @Test("a body that is another one, shorter or longer is told, and nothing of it is appended")
    func another() async throws {
        let changed = try await fetched(
            { _, _ in
                Self.answer(
                    "206 Partial Content", ["Content-Range: bytes 70-99/100", "ETag: \"b\""], Self.body.suffix(30))
            }, having: Array(Self.body.prefix(70)))
        #expect(changed.error is ContentChanged && changed.bytes.count == 70)
        let short = try await fetched { _, _ in Self.answer("200 OK", ["Content-Length: 50"], Self.body.prefix(50)) }
        #expect((short.error as? ContentOfWrongLength)?.given == 50 && short.bytes.isEmpty)
        let long = try await fetched { _, _ in
            .endless(head: "HTTP/1.1 200 OK\r\n\r\n", chunk: Array(repeating: 1, count: 64))
        }
        #expect(long.error is ContentOfWrongLength && long.bytes.count <= 100)
        let senseless = try await fetched(
            { _, _ in
                Self.answer("206 Partial Content", ["Content-Range: bytes 0-99/100"], Self.body)
            }, having: [1, 2, 3])
        #expect((senseless.error as? PortalError)?.kind == .unreadableAnswer && senseless.bytes == [1, 2, 3])
        let packed = try await fetched { _, _ in
            Self.answer("200 OK", ["Content-Encoding: br", "Content-Length: 100"], Self.body)
        }
        #expect((packed.error as? PortalError)?.kind == .unreadableAnswer && packed.bytes.isEmpty)
    }

    @Test("who never gets further gives up, and keeps what there is")
    func givenUp() async throws {
        let result = try await fetched(
            { _, before in
                before == 0
                    ? Self.answer("200 OK", ["Content-Length: 100"], Self.body.prefix(10)) : .closeWithoutAnswer
            }, retries: 2)
        #expect((result.error as? PortalError)?.kind == .offline && result.bytes == Array(Self.body.prefix(10)))
        // The first, one that may be a connection that had gone, and those of the policy.
        #expect((3...5).contains(result.requests.count))
    }

    @Test("silence in the middle ends a try, however long all of it may take")
    func silent() async throws {
        // Long enough for a machine with much else to do, which would take its own slowness for silence.
        let result = try await fetched(
            { request, _ in
                // Whoever has got nothing yet asks from the start again.
                guard request.headers["range"] == "bytes=30-" else {
                    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"
                    return .data(Array(head.utf8) + Self.body.prefix(30), closing: false)
                }
                return Self.answer("206 Partial Content", ["Content-Range: bytes 30-99/100"], Self.body.suffix(70))
            }, retries: 100, silence: .seconds(3))
        #expect(result.error == nil, "\(String(describing: result.error)), \(result.bytes.count)")
        #expect(result.bytes == Self.body && result.requests.count >= 2)
    }

    @Test("a token never follows to another place, and one that is refused is told")
    func tokens() async throws {
        try await ScriptedServer.answering { _, _ in .silence }.run { other in
            let location = "Location: \(other.address)/files/f/content"
            let result = try await fetched({ _, _ in Self.answer("302 Found", [location], []) }, token: "secret")
            #expect((result.error as? PortalError)?.kind == .unreadableAnswer)
            #expect(result.requests[0].headers["authorization"] == "Bearer secret")
            #expect(other.requests.isEmpty)
        }
        let refused = try await fetched(
            { _, _ in Self.answer("401 Unauthorized", ["Content-Length: 0"], []) }, token: "old")
        #expect((refused.error as? PortalError)?.kind == .signedOut)
        let denied = try await fetched({ _, _ in
            Self.answer(
                "403 Forbidden", ["Content-Type: application/problem+json", "Connection: close"],
                Array(#"{"title":"Forbidden","status":403,"detail":"access denied"}"#.utf8))
        })
        #expect((denied.error as? PortalError)?.kind == .forbidden)
    }

    @Test("a token that ended in the middle is replaced, and what is there stays")
    func renewed() async throws {
        let server = ScriptedServer.answering { request, before in
            guard before > 0 else { return Self.answer("200 OK", ["Content-Length: 100"], Self.body.prefix(40)) }
            guard request.headers["authorization"] == "Bearer new" else {
                return Self.answer("401 Unauthorized", ["Content-Length: 0"], [])
            }
            let start = request.headers["range"].flatMap { Int($0.dropFirst(6).dropLast()) } ?? 0
            let range = "Content-Range: bytes \(start)-99/100"
            return Self.answer(
                "206 Partial Content", ["Content-Length: \(100 - start)", range], Self.body.dropFirst(start))
        }
        try await server.run { server in
            var options = ConnectionOptions()
            options.retry = RetryPolicy(delays: [.zero], sleep: { _ in })
            let client = try ArchiveClient(
                server.address, options: options,
                credentials: Credentials(
                    token: { () throws(PortalError) in Secret("old") },
                    replacement: { _ throws(PortalError) in Secret("new") }))
            let sink = MemorySink([])
            try await client.content(
                of: ArchiveFile(id: "f", path: "f", size: 100),
                behind: ArchiveHeader(bytes: Data(), tag: "\"a\""), into: sink)
            #expect(sink.bytes == Self.body)
            #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer old", "Bearer old", "Bearer new"])
            await client.shutdown()
        }
    }

    @Test("what the sink throws comes out as it is, and is not tried again")
    func fullDisk() async throws {
        let server = ScriptedServer.answering { _, _ in
            Self.answer("200 OK", ["Content-Length: 100"], Self.body)
        }
        try await server.run { server in
            // A late answer is another matter, and is asked for again.
            let client = try ArchiveClient(server.address, options: ConnectionOptions(callTimeout: .seconds(300)))
            let sink = MemorySink([], room: 10)
            await #expect(throws: MemorySink.Full.self) {
                try await client.content(
                    of: ArchiveFile(id: "f", path: "f", size: 100),
                    behind: ArchiveHeader(bytes: Data(), tag: nil), into: sink)
            }
            #expect(server.requests.count == 1)
            await client.shutdown()
        }
    }

    @Test("lists are read page by page, damage and circles included")
    func lists() async throws {
        try await ScriptedServer.answering { request, before in
            let files = [
                #"{"fileId":"1","filePath":"a","size":5,"decryptedSize":4,"checksums":[{"type":"sha256","checksum":"AB"}]}"#,
                #"{"fileId":null,"filePath":"b"}"#, #"{"fileId":"2","filePath":"c","size":-1}"#, "7",
            ]
            return HTTPText.json(#"{"files":[\#(files.joined(separator: ","))],"nextPageToken":"same"}"#)
        }.run { server in
            let client = try ArchiveClient(server.address)
            let files = try await client.files(of: "https://doi.org/10.5/x")
            #expect(files.map(\.id) == ["1", "1"])
            #expect(files[0].checksums == [Checksum("ab", algorithm: "sha256")] && files[0].plainSize == 4)
            #expect(server.requests.count == 2)
            #expect(server.requests[0].line.hasPrefix("GET /datasets/https%3A%2F%2Fdoi%2Eorg%2F10%2E5%2Fx/files "))
            #expect(server.requests[1].line.contains("pageToken=same"))
            await client.shutdown()
        }
    }
}

/// A body in memory.
private final class MemorySink: ContentSink {
    struct Full: Error {}

    private let kept: Mutex<[UInt8]>
    private let room: Int

    init(_ bytes: [UInt8], room: Int = .max) {
        kept = Mutex(bytes)
        self.room = room
    }

    var bytes: [UInt8] { kept.withLock { $0 } }
    var position: UInt64 { UInt64(bytes.count) }

    func take(_ bytes: UnsafeRawBufferPointer) throws {
        // As a disk does: what has no room is not there.
        let isTooMuch = kept.withLock { kept in
            let fits = kept.count + bytes.count <= room
            if fits { kept += Array(bytes) }
            return !fits
        }
        if isTooMuch { throw Full() }
    }

    func restart() throws { kept.withLock { $0 = [] } }
}
