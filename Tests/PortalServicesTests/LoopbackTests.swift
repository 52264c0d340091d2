import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import PortalModel
import Testing

@testable import PortalServices

@Suite("This machine by its name")
struct LoopbackTests {
    @Test(
        "localhost and what ends with it are names of this machine",
        arguments: [
            ("localhost", true), ("LOCALHOST", true), ("localhost.", true), ("portal.localhost", true),
            ("notlocalhost", false), ("localhost.example.org", false), ("127.0.0.1", false), ("", false),
        ])
    func names(host: String, isName: Bool) {
        #expect(Loopback.isName(host) == isName)
    }

    @Test(
        "they are reached without a resolver, under their names",
        arguments: ["localhost", "no-resolver-knows.localhost"])
    func reached(name: String) async throws {
        let script = ScriptedServer.answering { _, _ in .bytes("HTTP/1.1 204 No Content\r\n\r\n") }
        try await script.run { server in
            let client = SharedClient(ConnectionOptions())
            let address = "http://\(name):\(server.port)/x"
            let answer = try await client.execute(.init(url: address), timeout: .seconds(10))
            #expect(answer.status.code == 204)
            #expect(server.requests.first?.headers["host"] == "\(name):\(server.port)")
            try await client.shutdown()
        }
    }

    @Test("one that refuses is told as that, though a second address was tried")
    func refused() async throws {
        let closed = try ClosedPort()
        let client = SharedClient(ConnectionOptions())
        let error = await #expect(throws: (any Error).self) {
            _ = try await client.execute(.init(url: "http://localhost:\(closed.port)/x"), timeout: .seconds(10))
        }
        try await client.shutdown()
        let told = PortalError(
            connectionFailure: try #require(error), options: ConnectionOptions(), operation: "search", requestID: "r")
        #expect(told.kind == .offline)
        #expect(told.detail?.contains("connection refused") == true)
    }
}
