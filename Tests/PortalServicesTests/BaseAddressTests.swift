import PortalModel
import Testing

@testable import PortalServices

@Suite("Addresses of services")
struct BaseAddressTests {
    @Test(
        "Addresses as people paste them",
        arguments: [
            ("https://portal.example/discovery", "https://portal.example", "/discovery"),
            ("https://portal.example:443/", "https://portal.example", ""),
            (" HTTPS://Portal.Example:8443/a/b/api/v1/ ", "https://portal.example:8443", "/a/b"),
            ("http://localhost:8080", "http://localhost:8080", ""),
            ("http://127.0.0.1:1/x/", "http://127.0.0.1:1", "/x"),
            ("http://[::1]:9000/daam", "http://[::1]:9000", "/daam"),
        ])
    func accepted(text: String, origin: String, prefix: String) throws {
        let base = try BaseAddress(text)
        #expect(base.origin == origin)
        #expect(base.prefix == prefix)
    }

    @Test(
        "Addresses that cannot be used say why",
        arguments: [
            ("http://portal.example", "not encrypted"), ("http://127.0.0.1.evil.example", "not encrypted"),
            ("http://127.evil", "not encrypted"), ("ftp://portal.example", "https://"),
            ("portal.example", "not an address"),
            ("", "not an address"), ("https://", "not an address"), ("https://a:b@portal.example", "password"),
            ("https://portal.example/?x=1", "query"), ("https://portal.example/#top", "fragment"),
            ("http://127.0.0.1:99999/x", "port"), ("https://portal.example:0", "port"),
        ])
    func refused(text: String, reason: String) {
        let error = #expect(throws: PortalError.self) { try BaseAddress(text) }
        #expect(error?.kind == .local)
        #expect(error?.detail?.contains(reason) == true)
    }

    @Test("Plain HTTP to another machine is allowed by a flag only")
    func insecure() throws {
        #expect(try BaseAddress("http://portal.example", allowsInsecure: true).origin == "http://portal.example")
    }

    @Test("An id is one part of the path, whatever it holds")
    func encoding() throws {
        let base = try BaseAddress("https://p.example/d")
        #expect(
            base.address(of: ["datasets", "../a b/c.d?e#f%é"])
                == "https://p.example/d/datasets/%2E%2E%2Fa%20b%2Fc%2Ed%3Fe%23f%25%C3%A9")
        #expect(base.address(of: ["0-_~Zz"]) == "https://p.example/d/0-_~Zz")
    }

    @Test("An encoded id arrives as it was sent")
    func encodedPath() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json(#"{"title": "T"}"#) }.run { server in
            try await withPortal(at: server.address) { portal in
                let id = DatasetID("10.5281/zenodo 1é")
                let detail = try await portal.discoveryService.dataset(id)
                #expect(detail.summary.id == id)
            }
            #expect(
                server.requests.first?.line == "GET /api/v1/datasets/10%2E5281%2Fzenodo%201%C3%A9 HTTP/1.1")
        }
    }

    @Test("A portal without an access service says so, and sends nothing")
    func browsingOnly() async throws {
        let portal = try PortalClient(PortalAddresses(discovery: "https://portal.invalid"))
        let errors = [
            await failure(of: portal.accessService.applications),
            await failure { () throws(PortalError) in try await portal.accessService.create(["EGAD1"]) },
            await failure { () throws(PortalError) in try await portal.accessService.submit(ApplicationID(1)) },
            await failure { () throws(PortalError) in try await portal.accessService.cancel(ApplicationID(1)) },
            await failure { () throws(PortalError) in try await portal.accessService.send(["EGAD1"], [:]) },
        ]
        await portal.shutdown()
        #expect(errors.allSatisfy { $0?.kind == .unsupported && $0?.feature == .requests })
        #expect(errors.allSatisfy { $0?.detail?.contains("browsing only") == true })
    }
}
