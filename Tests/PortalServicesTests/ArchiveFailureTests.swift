import Foundation
import PortalDomain
import Testing

@testable import PortalServices

@Suite("What is told of an archive that fails")
struct ArchiveFailureTests {
    /// What listing the files of a dataset throws.
    private func failure(
        _ status: String, _ body: String, credentials: Credentials = .none, ends: Bool = false
    ) async throws -> (error: PortalError?, host: String) {
        let head =
            "HTTP/1.1 \(status)\r\nContent-Type: application/problem+json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        return try await ScriptedServer.answering { _, _ in .data(Array((head + body).utf8)) }.run { server in
            var options = ConnectionOptions()
            options.retry = .never
            let client = try ArchiveClient(
                ends ? "http://127.0.0.1:9" : server.address, options: options, credentials: credentials)
            var found: PortalError?
            do throws(PortalError) { _ = try await client.files(of: "D1") } catch { found = error }
            await client.shutdown()
            return (found, client.address.replacing("http://", with: ""))
        }
    }

    @Test("it is named by its host, with its own words, and is not called the portal")
    func named() async throws {
        let away = try await failure("200 OK", "", ends: true)
        #expect(away.error?.sentence == "The archive at 127.0.0.1:9 could not be reached.")
        let broken = try await failure("503 Service Unavailable", "{}")
        #expect(broken.error?.sentence == "The archive at \(broken.host) failed (status 503).")
        let refused = try await failure("403 Forbidden", #"{"detail":"no visa for D1"}"#)
        #expect(refused.error?.kind == .forbidden && refused.error?.detail == "no visa for D1")
        #expect(
            refused.error?.why.sentence == "The archive at \(refused.host) does not allow you this. no visa for D1")
        for error in [away.error, broken.error, refused.error] {
            #expect(error?.why.sentence.contains("portal") == false)
        }
    }

    @Test("a ready token that it does not take is refused by it and not by the portal, and a wrong clock is thought of")
    func tokens() async throws {
        let ready = Credentials.readyToken(Secret("t"), from: "PORTAL_TOKEN")
        let found = try await failure("401 Unauthorized", #"{"detail":"token not yet valid"}"#, credentials: ready)
        #expect(found.error?.kind == .signedOut)
        #expect(found.error?.sentence == "To the archive at \(found.host) you are not signed in.")
        #expect(found.error?.detail?.hasPrefix("token not yet valid A clock is wrong:") == true)
        let expired = try await failure("401 Unauthorized", #"{"detail":"token expired"}"#, credentials: ready)
        #expect(expired.error?.detail == "token expired")
    }

    @Test("what fails while the sign-in is renewed is not the archive's")
    func renewal() async throws {
        let renewal = Credentials(
            token: { () throws(PortalError) in
                throw PortalError(.offline, operation: "renewing the sign-in")
            })
        let found = try await failure("200 OK", "{}", credentials: renewal)
        #expect(found.error?.kind == .offline && found.error?.archive == nil)
    }

    @Test("every kind of failure names the host in a sentence")
    func kinds() {
        let kinds: [PortalError.Kind] = [
            .offline, .timedOut(seconds: 5), .signedOut, .forbidden, .notFound, .refused(status: 413), .conflict,
            .invalid([]), .tooManyRequests(retryAfter: 5), .tooManyRequests(retryAfter: nil), .serverFault(status: 500),
            .unavailable(retryAfter: 9), .notTried(retryAfter: 9), .unreadableAnswer, .unsupported,
        ]
        for kind in kinds {
            let sentence = ArchiveReason(host: "a.example", kind: kind).sentence
            #expect(
                sentence.contains("archive at a.example") && !sentence.contains("portal") && sentence.hasSuffix("."))
        }
    }
}
