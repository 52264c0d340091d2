import AsyncHTTPClient
import Foundation
import NIOCore
import PortalModel
import Testing

@testable import PortalServices

@Suite("Whom a machine trusts")
struct CertificateAuthoritiesTests {
    private let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/authorities-\(UUID().uuidString)"
    }

    private func write(_ path: String, _ text: String = "# comment\n-----BEGIN CERTIFICATE-----\n") throws -> String {
        let file = root + path
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    private func found(_ environment: [String: String] = [:]) -> CertificateAuthorities {
        CertificateAuthorities(environment: environment, root: root)
    }

    @Test(
        "Debian, RHEL, SUSE and Alpine keep them elsewhere",
        arguments: [
            "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
        ])
    func places(path: String) throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let file = try write(path)
        #expect(found().files == [file])
        #expect(found().directories == [])
        #expect(found().problem == nil)
    }

    @Test("without any, that is said, with what to do")
    func none() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        _ = try write("/etc/ssl/certs/ca-certificates.crt", "")
        let problem = try #require(found().problem).sentence
        #expect(problem.contains("no certificate authorities") && problem.contains("SSL_CERT_FILE"))
        let named = try #require(found(["SSL_CERT_FILE": "/not/there.pem", "SSL_CERT_DIR": "/nor/here"]).problem)
            .sentence
        #expect(named.contains("/not/there.pem") && named.contains("/nor/here"))
    }

    @Test("the variables name a file and folders, hashed or not")
    func variables() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let usual = try write("/etc/ssl/certs/ca-certificates.crt")
        let own = try write("/own/ca.pem")
        _ = try write("/hashed/0a1b2c3d.0")
        _ = try write("/plain/one.pem")
        _ = try write("/nothing/readme.txt")
        #expect(found(["SSL_CERT_FILE": own]).files == [own, usual])
        #expect(found(["SSL_CERT_FILE": usual]).files == [usual])
        let folders = found(["SSL_CERT_DIR": "\(root)/hashed:\(root)/plain:\(root)/nothing"])
        #expect(folders.files == [usual])
        #expect(folders.directories == [root + "/hashed", root + "/plain"])
        #expect(folders.unusable.folders.count == 1)
        // Nobody writes into it, and whoever opened it would wait for ever.
        try #require(mkfifo(root + "/plain/pipe.pem", 0o600) == 0)
        #expect(found(["SSL_CERT_DIR": root + "/plain"]).directories == [root + "/plain"])
        let both = found(["SSL_CERT_FILE": own, "SSL_CERT_DIR": root + "/plain"])
        #expect(both.files == [own])
        #expect(both.directories == [root + "/plain"])
        // The machine's folder beside its file says nothing new.
        #expect(found(["SSL_CERT_FILE": usual, "SSL_CERT_DIR": root + "/etc/ssl/certs"]).directories == [])
    }

    @Test("an encrypted call without them is not made, and the reason is a sentence")
    func noCall() async throws {
        var options = ConnectionOptions()
        options.authorities = found()
        let client = SharedClient(options)
        let address = "https://portal.invalid/x"
        await #expect(throws: NoAuthorities.self) {
            _ = try await client.execute(.init(url: address), timeout: .seconds(5))
        }
        try await client.shutdown()
        let error = PortalError(
            connectionFailure: NoAuthorities(reason: try #require(found().problem)), options: options,
            operation: "search",
            requestID: "r")
        #expect(error.kind == .local)
        #expect(error.detail?.contains("no certificate authorities") == true)
    }
}
