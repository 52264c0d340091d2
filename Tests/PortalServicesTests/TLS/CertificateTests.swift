import Foundation
import PortalModel
import Testing

@testable import PortalServices

/// What a person reads when the certificate of a service is not what it should be. Nothing is sent to such a service.
@Suite("Certificates that are not taken", .enabled(if: TestCertificates.isThere, "openssl is not here"))
struct CertificateTests {
    private func failure(
        at server: TLSServer, host: String = "127.0.0.1", trusting caFile: String?
    ) async throws -> PortalError? {
        let address = "https://\(host):\(server.port)"
        return try await withPortal(at: address, options: ConnectionOptions(caFile: caFile), token: "t") { portal in
            await PortalServicesTests.failure { () throws(PortalError) in try await portal.discoveryService.filters() }
        }
    }

    /// The server's page is no answer of a service: whoever reads that was let through.
    private func isLetThrough(_ error: PortalError?) -> Bool {
        error?.kind == .unreadableAnswer && error?.detail?.contains("web page") == true
    }

    @Test("A whole chain below an authority that is given is taken")
    func whole() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("good", by: "middle", with: ["middle"]))
        let error = try await failure(at: server, trusting: made.root)
        #expect(isLetThrough(error), "\(String(describing: error))")
    }

    @Test("A file of authorities is taken as Windows' editors save it: with a byte order mark, and CR before LF")
    func marked() async throws {
        let made = try TestCertificates()
        let text = try String(contentsOfFile: made.root, encoding: .utf8)
        let file = made.path("marked.pem")
        try ("\u{FEFF}" + text.replacing("\n", with: "\r\n")).write(toFile: file, atomically: true, encoding: .utf8)
        try CertificateAuthorities.check(file: file)
        let server = try TLSServer.showing(made.leaf("good", by: "middle", with: ["middle"]))
        let error = try await failure(at: server, trusting: file)
        #expect(isLetThrough(error), "\(String(describing: error))")
    }

    @Test("A file of authorities may be a pipe, which gives them once")
    func piped() async throws {
        let made = try TestCertificates()
        let (file, text) = (made.path("pipe"), try Data(contentsOf: URL(fileURLWithPath: made.root)))
        try #require(mkfifo(file, 0o600) == 0)
        Thread.detachNewThread { try? text.write(to: URL(fileURLWithPath: file), options: []) }
        try CertificateAuthorities.check(file: file)
        let server = try TLSServer.showing(made.leaf("good", by: "middle", with: ["middle"]))
        for _ in 1...2 {
            let error = try await failure(at: server, trusting: file)
            #expect(isLetThrough(error), "\(String(describing: error))")
        }
    }

    @Test("One that has ended is told with the day, also where it is the one above that ended")
    func ended() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("ended", by: "root", days: -1))
        let error = try #require(try await failure(at: server, trusting: made.root))
        #expect(error.kind == .offline)
        #expect(
            error.detail?.contains(#/^The portal's certificate ended on 20\d\d-\d\d-\d\d, so nothing was sent\./#)
                == true,
            "\(error)")
    }

    @Test("One that does not begin yet is told with the day, and that the clock may be wrong")
    func future() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leafOfTheFuture("future"))
        let error = try #require(try await failure(at: server, trusting: made.root))
        #expect(error.kind == .offline)
        #expect(error.detail?.contains("is valid from 2048-01-01 on, so nothing was sent") == true, "\(error)")
        #expect(error.detail?.contains("date of this machine") == true)
    }

    @Test(
        "An answer that is cut off within its body is not taken for a whole one",
        arguments: ["Content-Length: 4000", "Transfer-Encoding: chunked"])
    func cutBody(header: String) async throws {
        let made = try TestCertificates()
        let body = header.hasPrefix("T") ? "8\r\n{\"filter\r\n" : "[]"
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(header)\r\n\r\n\(body)"
        let server = try TLSServer.showing(made.leaf("cut", by: "root"), thenCutBehind: answer)
        let options = ConnectionOptions(caFile: made.root)
        try await withPortal(at: "https://127.0.0.1:\(server.port)", options: options, retry: .never) { portal in
            let error = try #require(
                await PortalServicesTests.failure { () throws(PortalError) in
                    try await portal.discoveryService.filters()
                })
            #expect(error.kind == .unreadableAnswer, "\(error)")
            #expect(error.detail?.contains("broke off") == true, "\(error)")
        }
    }

    @Test("One for another name is told with the name that was asked for")
    func otherName() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("other", names: "DNS:portal.elsewhere.example", by: "root"))
        for host in ["127.0.0.1", "localhost"] {
            let error = try #require(try await failure(at: server, host: host, trusting: made.root))
            #expect(error.kind == .offline)
            #expect(
                error.detail?.hasPrefix("The certificate at this address is not for \(host), so nothing was sent.")
                    == true)
        }
    }

    @Test("One that nobody signed is not trusted, with and without another authority; given itself, it is")
    func selfSigned() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("lone", by: nil))
        for caFile in [nil, made.root] {
            let error = try #require(try await failure(at: server, trusting: caFile))
            #expect(error.kind == .offline)
            #expect(error.detail?.hasPrefix("This machine does not trust who issued the portal's certificate") == true)
            #expect(error.detail?.contains("--ca-file") == true)
        }
        let taken = try await failure(at: server, trusting: made.path("lone.pem"))
        #expect(isLetThrough(taken), "\(String(describing: taken))")
    }

    @Test("A chain that is cut off is not trusted, though the authority at its end is")
    func cutOff() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("cut", by: "middle"))
        let error = try #require(try await failure(at: server, trusting: made.root))
        #expect(error.kind == .offline)
        #expect(error.detail?.hasPrefix("This machine does not trust who issued the portal's certificate") == true)
    }

    @Test("A server of versions that are no longer taken is told in words")
    func oldVersion() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("old", by: "root"), ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
        let error = try #require(try await failure(at: server, trusting: made.root))
        #expect(error.kind == .offline)
        #expect(error.detail?.contains("SSL routines") == false, "\(error)")
        #expect(error.detail?.contains("secure connection") == true, "\(error)")
    }

    @Test(
        "What is no TLS at all, or breaks off in the middle of it, is told in words",
        arguments: [
            ("HTTP/1.1 400 Bad Request\r\n\r\n", "does not speak TLS"), ("", ""), ("\u{16}\u{3}\u{3}\u{0}", ""),
            ("\u{15}\u{3}\u{3}\u{0}\u{2}\u{2}\u{28}", "know no common way"),
        ])
    func noTLS(greeting: String, words: String) async throws {
        try await ScriptedServer.answering { _, _ in .closeWithoutAnswer }.greeting(greeting).run { server in
            let options = ConnectionOptions(connectTimeout: .seconds(20))
            try await withPortal(at: "https://127.0.0.1:\(server.port)", options: options, retry: .never) { portal in
                let error = try #require(
                    await PortalServicesTests.failure { () throws(PortalError) in
                        try await portal.discoveryService.filters()
                    })
                let detail = error.detail ?? error.sentence
                #expect(words.isEmpty || detail.contains(words), "\(error)")
                for raw in ["BoringSSL", "NIOSSL", "Error:", "error:", "("] {
                    #expect(!detail.contains(raw), "\(error)")
                }
            }
        }
    }
}
