import NIOCore
import NIOPosix
import PortalModel
import SocketIO
import Testing

@testable import PortalServices

/// A name is held against DNS names alone, a number against IP addresses alone (RFC 9110, section 4.3.4).
@Suite("Whom a certificate names", .enabled(if: TestCertificates.isThere, "openssl is not here"))
struct CertificateNameTests {
    private func failure(at address: String, _ options: ConnectionOptions) async throws -> PortalError? {
        try await withPortal(at: address, options: options, token: "t") { portal in
            await PortalServicesTests.failure { () throws(PortalError) in try await portal.discoveryService.filters() }
        }
    }

    /// The server's page is no answer of a service: whoever reads that was let through.
    private func check(_ error: PortalError?, _ host: String, isTaken: Bool) {
        guard !isTaken else {
            #expect(error?.kind == .unreadableAnswer, "\(String(describing: error))")
            #expect(error?.detail?.contains("web page") == true, "\(String(describing: error))")
            return
        }
        #expect(error?.kind == .offline)
        #expect(
            error?.detail?.hasPrefix("The certificate at this address is not for \(host), so nothing was sent.")
                == true,
            "\(String(describing: error))")
    }

    @Test(
        "The machine's number vouches for no name, and a name for no number",
        arguments: [
            ("IP:127.0.0.1", "localhost", false), ("IP:127.0.0.1", "portal.localhost", false),
            ("IP:127.0.0.1,DNS:portal.elsewhere.example", "localhost", false), ("IP:127.0.0.1", "127.0.0.1", true),
            ("DNS:localhost", "localhost", true), ("DNS:*.localhost", "portal.localhost", true),
            ("DNS:localhost,IP:127.0.0.1", "localhost", true), ("DNS:localhost", "127.0.0.1", false),
            ("DNS:127.0.0.1", "127.0.0.1", false), ("DNS:localhost,IP:127.0.0.2", "127.0.0.1", false),
        ])
    func names(names: String, host: String, isTaken: Bool) async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("leaf", names: names, by: "root"))
        let address = "https://\(host):\(server.port)"
        let options = ConnectionOptions(caFile: made.root)
        check(try await failure(at: address, options), host, isTaken: isTaken)
        #expect(try await answersAChannel(at: address, options) == isTaken)
    }

    @Test(
        "Behind a proxy the proxy's number vouches for nobody, and the one that was asked for is looked for",
        arguments: [
            ("IP:127.0.0.1", "portal.example", false), ("DNS:portal.example", "portal.example", true),
            ("IP:127.0.0.1", "192.0.2.7", false), ("IP:192.0.2.7", "192.0.2.7", true),
            ("DNS:192.0.2.7", "192.0.2.7", false),
        ])
    func proxied(names: String, host: String, isTaken: Bool) async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("leaf", names: names, by: "root"))
        try await Relay.run(to: server.port) { relay in
            let options = ConnectionOptions(caFile: made.root, proxies: relay.settings)
            check(try await failure(at: "https://\(host):\(server.port)", options), host, isTaken: isTaken)
        }
    }

    @Test("Nobody is trusted behind a proxy for being named by a number")
    func unknownAuthority() async throws {
        let made = try TestCertificates()
        let server = try TLSServer.showing(made.leaf("leaf", names: "IP:192.0.2.7", by: nil))
        try await Relay.run(to: server.port) { relay in
            let options = ConnectionOptions(caFile: made.root, proxies: relay.settings)
            let error = try #require(try await failure(at: "https://192.0.2.7:\(server.port)", options))
            #expect(error.kind == .offline)
            #expect(error.detail?.contains("does not trust") == true, "\(error)")
        }
    }

    @Test(
        "An asterisk stands for one whole label, the first",
        arguments: [
            ("portal.example", "PORTAL.example.", true), ("*.example", "portal.example", true),
            ("*.example", "a.portal.example", false), ("*.example", "example", false), ("*.example", ".example", false),
            ("p*.example", "portal.example", false), ("*", "portal", false), ("portal.*", "portal.example", false),
            ("", "", false), ("portal.example\0.evil.example", "portal.example", false),
        ])
    func asterisk(pattern: String, host: String, covers: Bool) {
        #expect(NamedService.covers(Array(pattern.utf8), host) == covers)
    }

    /// Whether the connection of a channel that tells at once comes about.
    private func answersAChannel(at address: String, _ options: ConnectionOptions) async throws -> Bool {
        let place = try RequestChannel(address, options: options, credentials: .none).place()
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: place.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try place.secure?(channel)
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let answer = try? await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: "GET / HTTP/1.0\r\n\r\n"))
            for try await part in inbound { return String(buffer: part) }
            return ""
        }
        return answer?.hasPrefix("HTTP/1.0 200") == true
    }
}
