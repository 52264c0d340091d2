import Foundation
import PortalModel
import Testing

@testable import PortalServices

/// Each misbehaviour is told as what it is, by the name of its call, and the next call goes well.
@Suite("A server that misbehaves")
struct MisbehavingServerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var answer: ScriptedServer.Answer
        var kind = PortalError.Kind.unreadableAnswer
        /// In the detail.
        var words: String

        var testDescription: String { name }
    }

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

    static let cases = [
        Case(
            name: "slow bytes",
            answer: .trickle(head + "Content-Length: 4000\r\n\r\n" + String(repeating: " ", count: 4000)),
            kind: .timedOut(seconds: 3), words: ""),
        Case(name: "length too long", answer: .bytes(head + "Content-Length: 99\r\n\r\n[]"), words: "broke off"),
        Case(
            name: "chunks cut off", answer: .bytes(head + "Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n"),
            words: "broke off"),
        Case(
            name: "cut off in a chunk", answer: .bytes(head + "Transfer-Encoding: chunked\r\n\r\nFF\r\n[]"),
            words: "broke off"),
        Case(
            name: "declared too large",
            answer: .endless(head: head + "Content-Length: 90000000\r\n\r\n", chunk: blanks),
            words: "larger than 1 MB"),
        Case(name: "without an end", answer: .endless(head: head + "\r\n", chunk: blanks), words: "larger than 1 MB"),
        Case(
            name: "chunks without an end",
            answer: .endless(
                head: head + "Transfer-Encoding: chunked\r\n\r\n",
                chunk: Array("1000\r\n".utf8) + blanks + Array("\r\n".utf8)),
            words: "larger than 1 MB"),
        Case(
            name: "reset in the body", answer: .reset(after: head + "Content-Length: 99\r\n\r\n[]"), kind: .offline,
            words: "connection was lost"),
        Case(name: "reset without an answer", answer: .reset(after: ""), kind: .offline, words: "connection"),
        Case(
            name: "closed without an answer", answer: .closeWithoutAnswer, kind: .offline,
            words: "closed the connection"),
        Case(
            name: "a page for people",
            answer: HTTPText.json("<!doctype html><html><title>Sign in</title><p>Please</p></html>"),
            words: "A page for people to sign in at stands before the portal: “Sign in”."),
        Case(
            name: "text", answer: HTTPText.answer("\n upstream is sleeping \nmore", status: "200 OK"),
            words: "The answer is not JSON. It begins: “upstream is sleeping”."),
        Case(
            name: "garbage",
            answer: .data(Array((head + "Content-Length: 6\r\n\r\n").utf8) + [0, 1, 0xFF, 0xFE, 0x80, 9]),
            words: "The answer is not JSON."),
        Case(name: "nothing", answer: HTTPText.json(""), words: "The answer is empty."),
        Case(name: "no content", answer: .bytes("HTTP/1.1 204 No Content\r\n\r\n"), words: "The answer is empty."),
        Case(name: "other JSON", answer: HTTPText.json(#"{"results": 7}"#), words: "another shape"),
        Case(
            name: "redirected in a circle",
            answer: HTTPText.answer("", status: "302 Found", headers: ["Location: filters"]),
            words: "from address to address without end"),
        Case(name: "another protocol", answer: .bytes("SSH-2.0-OpenSSH_9.2\r\n"), words: "not HTTP"),
        Case(name: "status 000", answer: .bytes("HTTP/1.1 000 x\r\nContent-Length: 0\r\n\r\n"), words: "not HTTP"),
        Case(name: "status 099", answer: .bytes("HTTP/1.1 099 x\r\nContent-Length: 2\r\n\r\n[]"), words: "not HTTP"),
        Case(
            name: "status 000 that stays open",
            answer: .bytes("HTTP/1.1 000 x\r\nContent-Length: 0\r\n\r\n", closing: false), words: "not HTTP"),
        Case(
            name: "status 012 before another",
            answer: .bytes("HTTP/1.1 012 x\r\nContent-Length: 0\r\n\r\n" + head + "Content-Length: 2\r\n\r\n[]"),
            words: "not HTTP"),
        Case(name: "status 0", answer: .bytes("HTTP/1.1 0 x\r\nContent-Length: 0\r\n\r\n"), words: "not HTTP"),
        Case(name: "a negative length", answer: .bytes(head + "Content-Length: -5\r\n\r\n[]"), words: "not HTTP"),
        Case(
            name: "a head without an end", answer: .endless(head: "HTTP/1.1 200 OK\r\nX: ", chunk: letters),
            words: "not HTTP"),
        Case(
            name: "said to be gzip", answer: Compressed.answer(Data("[]".utf8), encoding: "gzip"),
            words: "said to be compressed"),
        Case(
            name: "said to be deflate", answer: Compressed.answer(Data("[1, 2, 3]".utf8), encoding: "deflate"),
            words: "said to be compressed"),
        Case(
            name: "packed otherwise", answer: Compressed.answer(Data("[]".utf8), encoding: "br"),
            words: "packed in a way that was not asked for (br)"),
    ]

    private static let letters = [UInt8](repeating: UInt8(ascii: "x"), count: 4096)
    private static let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 4096)

    @Test("Each is told, and the next call goes well", arguments: cases)
    func told(_ example: Case) async throws {
        try await check(example)
    }

    @Test("Packed answers that break off or swell are told too")
    func packed() async throws {
        let packed = try Compressed.gzip(Data("[\(String(repeating: "1, ", count: 4000))1]".utf8))
        try await check(
            Case(
                name: "gzip cut off", answer: Compressed.answer(packed.dropLast(20), encoding: "gzip"),
                words: "said to be compressed"))
        let bomb = try Compressed.gzip(Data(count: 2 * 1024 * 1024))
        try await check(
            Case(name: "bomb", answer: Compressed.answer(bomb, encoding: "gzip"), words: "larger than 1 MB"))
        let deflated = try Compressed.deflate(Data(count: 2 * 1024 * 1024))
        try await check(
            Case(name: "bomb", answer: Compressed.answer(deflated, encoding: "deflate"), words: "larger than 1 MB"))
    }

    /// - Parameter example: answers every call for filters; others are answered as they should be.
    private func check(_ example: Case) async throws {
        try await ScriptedServer.answering { request, _ in
            request.line.contains("/filters")
                ? example.answer : HTTPText.json(#"{"count": 1, "results": [{"id": "a"}]}"#)
        }.run { server in
            // Only slowness may use the time up.
            let isSlow = if case .trickle = example.answer { true } else { false }
            let options = ConnectionOptions(
                callTimeout: isSlow ? .seconds(3) : .seconds(60), largestAnswer: 1024 * 1024)
            try await withPortal(at: server.address, options: options, retry: isSlow ? .once : .withoutWaiting) {
                portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == example.kind)
                #expect(
                    example.words.isEmpty || error?.detail?.contains(example.words) == true, "\(error?.detail ?? "-")")
                #expect(error?.requestID == server.requests.first?.headers["x-request-id"])
                #expect(error?.requestID != nil)
                let page = try await portal.discoveryService.search(SearchQuery(), 0, 10)
                #expect(page.results.count == 1)
            }
        }
    }

    @Test("An answer is refused beyond 32 MB, packed or not, unless told otherwise")
    func usualLimit() async throws {
        let bomb = Compressed.answer(try Compressed.gzip(Data(count: 33 * 1024 * 1024)), encoding: "gzip")
        try await ScriptedServer.answering { _, _ in bomb }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .unreadableAnswer)
                #expect(error?.detail == "The answer is larger than 32 MB and was refused.")
            }
        }
    }

    @Test(
        "Packed answers are read, and the one kind that cannot be misunderstood is asked for",
        arguments: ["gzip", "deflate"])
    func compression(encoding: String) async throws {
        let page = Data(#"{"count": 1, "results": [{"id": "a", "title": "Genomes"}]}"#.utf8)
        let packed = encoding == "gzip" ? try Compressed.gzip(page) : try Compressed.deflate(page)
        try await ScriptedServer.answering { _, _ in Compressed.answer(packed, encoding: encoding) }.run { server in
            let read = try await withPortal(at: server.address) {
                try await $0.discoveryService.search(SearchQuery(), 0, 10)
            }
            #expect(read.results.first?.dataset?.title == "Genomes")
            #expect(server.requests.first?.headers["accept-encoding"] == "gzip")
        }
    }

    @Test("gzip by its other name is read", arguments: ["x-gzip", "X-GZIP"])
    func otherName(encoding: String) async throws {
        let packed = try Compressed.gzip(Data(#"{"count": 1, "results": [{"id": "a", "title": "Genomes"}]}"#.utf8))
        try await ScriptedServer.answering { _, _ in Compressed.answer(packed, encoding: encoding) }.run { server in
            let read = try await withPortal(at: server.address) {
                try await $0.discoveryService.search(SearchQuery(), 0, 10)
            }
            #expect(read.results.first?.dataset?.title == "Genomes")
        }
    }

    @Test("Characters that are not UTF-8 cost no more than themselves")
    func brokenCharacters() async throws {
        let body =
            Array(#"{"count": 2, "results": [{"id": "a", "title": "caf"#.utf8) + [0xE9]
            + Array(#"s"}, {"id": "b", "title": "Genomes"}]}"#.utf8)
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n"
        try await ScriptedServer.answering { _, _ in .data(Array(head.utf8) + body) }.run { server in
            let page = try await withPortal(at: server.address) {
                try await $0.discoveryService.search(SearchQuery(), 0, 10)
            }
            #expect(page.results.map(\.dataset?.title) == ["caf\u{FFFD}s", "Genomes"])
        }
    }

    @Test("A page for people in place of a description is told", arguments: ["text/html", "text/turtle"])
    func pageForFile(type: String) async throws {
        let answer = HTTPText.answer(
            "<!DOCTYPE html><title>Sign in</title>", status: "200 OK", headers: ["Content-Type: \(type)"])
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.discoveryService.export(DatasetID("a"), .turtle)
                }
                #expect(error?.kind == .unreadableAnswer)
                #expect(error?.detail?.contains("web page") == true)
            }
        }
    }
}
