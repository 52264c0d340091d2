import Foundation
import PortalModel
import Testing

@testable import PortalServices

@Suite("Signing out")
struct SignOutTests {
    @Test("Both tokens are revoked, the session is ended and the file is gone")
    func everything() async throws {
        let (report, issuer) = try await signOut { issuer in
            issuer.on("/revoke", answers: [HTTPText.answer("", status: "200 OK")])
            issuer.on("/logout", answers: [HTTPText.answer("", status: "204 No Content")])
        }
        #expect(report == SignOutReport(revoked: .done, endedSession: .done, removed: .done))
        #expect(report.problems.isEmpty)
        #expect(issuer.calls("/revoke").map { $0["token"] } == ["refresh-1", "access-1"])
        #expect(issuer.calls("/revoke").map { $0["token_type_hint"] } == ["refresh_token", "access_token"])
        #expect(issuer.calls("/logout").first?["id_token_hint"] == "it")
    }

    @Test("A service that wants the access token as Bearer gets it")
    func bearer() async throws {
        let (report, issuer) = try await signOut { issuer in
            issuer.on("/revoke") { form in
                form["client_id"] == nil
                    ? HTTPText.answer("", status: "200 OK") : HTTPText.answer("", status: "401 Unauthorized")
            }
        }
        #expect(report.revoked == .done)
        #expect(issuer.authorizations("/revoke") == ["Bearer access-1", "Bearer access-1"])
    }

    @Test("Where a person has to end the session in a browser, that is said with the address")
    func leftOpen() async throws {
        for answer in [
            HTTPText.answer("<h1>Sure?</h1>", status: "200 OK"),
            HTTPText.answer("", status: "302 Found", headers: ["Location: /sure"]),
            HTTPText.answer("no", status: "404 Not Found"),
        ] {
            let (report, _) = try await signOut { issuer in
                issuer.on("/revoke", answers: [HTTPText.answer("", status: "200 OK")])
                issuer.on("/logout", answers: [answer])
            }
            guard case .leftOpen(let address) = report.endedSession else {
                Issue.record("\(report.endedSession)")
                continue
            }
            #expect(address.hasSuffix("/logout"))
            #expect(report.problems.count == 1)
        }
    }

    @Test("Steps that fail are named, and nobody is signed in all the same")
    func failures() async throws {
        let (report, _) = try await signOut { issuer in
            issuer.on("/revoke", answers: [HTTPText.answer("no", status: "500 Internal Server Error")])
            issuer.on("/logout", answers: [.closeWithoutAnswer])
        }
        guard case .livesOn(let words) = report.revoked, case .failed(let reason) = report.endedSession else {
            Issue.record("\(report)")
            return
        }
        #expect(words.sentence.contains("refresh token and the access token"))
        #expect(words.sentence.contains("/revoke did not end it"))
        #expect(reason.sentence.contains("/logout could not be asked"))
        #expect(report.removed == .done)
        #expect(report.problems.count == 2)
        #expect(!report.problems.map(\.sentence).joined().contains("refresh-1"))
    }

    @Test("Where the service names no call to end tokens, it is said which live on, and where")
    func livesOn() async throws {
        let (report, _) = try await signOut(FakeIssuer(leavingOut: ["revocation_endpoint"])) { issuer in
            issuer.on("/logout", answers: [HTTPText.answer("", status: "204 No Content")])
        }
        guard case .livesOn(let words) = report.revoked else {
            Issue.record("\(report)")
            return
        }
        #expect(words.sentence.contains("The refresh token and the access token can still be used"))
        #expect(words.sentence.contains("http://127.0.0.1:") && words.sentence.contains("has no call to end it"))
        #expect(report.problems == [words])
    }

    @Test("A call to end tokens that only RFC 8414's document names is found")
    func authorizationServerDocument() async throws {
        let issuer = FakeIssuer(leavingOut: ["revocation_endpoint"], naming: ["revocation_endpoint"])
        let (report, _) = try await signOut(issuer) { issuer in
            issuer.on("/revoke", answers: [HTTPText.answer("", status: "200 OK")])
            issuer.on("/logout", answers: [HTTPText.answer("", status: "204 No Content")])
        }
        #expect(report.revoked == .done)
        #expect(issuer.calls("/revoke").count == 2)
    }

    @Test(
        "Its address has the issuer's path at the end",
        arguments: [
            ("https://id.example", "https://id.example/.well-known/oauth-authorization-server"),
            ("https://id.example:8443/o", "https://id.example:8443/.well-known/oauth-authorization-server/o"),
            ("https://id.example/realms/gdi/", "https://id.example/.well-known/oauth-authorization-server/realms/gdi"),
            ("http://[::1]:80/o", "http://[::1]:80/.well-known/oauth-authorization-server/o"),
        ])
    func address(issuer: String, address: String) {
        #expect(ProviderMetadata.authorizationServerPath(of: issuer) == address)
    }

    @Test("A service that is gone keeps nobody signed in")
    func unreachable() async throws {
        try await withTokenDirectory { directory in
            let address = try await FakeIssuer().run { $0 }
            let settings = IdentitySettings(issuer: address, clientID: "portal")
            let store = TokenStore(directory: directory, profile: "gdi")
            let session = Session(settings, store: store)
            await session.keep(Self.tokens)
            let report = await session.signOut()
            #expect(report.removed == .done)
            #expect(!FileManager.default.fileExists(atPath: store.path))
            #expect(await session.tokens == nil)
            await session.shutdown()
        }
    }

    @Test("Signing out when nobody is signed in does nothing")
    func nobody() async throws {
        let session = Session(IdentitySettings(issuer: "http://127.0.0.1:1", clientID: "portal"), store: nil)
        #expect(await session.signOut() == SignOutReport())
        await session.shutdown()
    }

    @Test("The status tells who, where and until when, and no token")
    func status() async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: "gdi")
            let settings = IdentitySettings(issuer: "https://id.example", clientID: "portal")
            let session = Session(settings, store: store)
            #expect(try await session.status().isSignedIn == false)
            await session.keep(Self.tokens)
            let status = try await session.status()
            #expect(status.account?.name == "Ada")
            #expect(status.isRenewable)
            #expect(status.path == store.path)
            #expect(status.expires == Self.tokens.expires)
            // Ended, and nobody can renew it.
            await session.keep(TokenSet(access: Secret("a"), expires: Date(timeIntervalSinceNow: -1), obtained: Date()))
            #expect(try await session.status().isSignedIn == false)
            await session.shutdown()
        }
    }

    private static let tokens = TokenSet(
        access: Secret("access-1"), refresh: Secret("refresh-1"), identity: Secret("it"),
        expires: Date(timeIntervalSinceNow: 300),
        obtained: Date(), account: Account(subject: "42", name: "Ada"))

    private func signOut(
        _ issuer: FakeIssuer = FakeIssuer(), _ script: (FakeIssuer) -> Void
    ) async throws -> (SignOutReport, FakeIssuer) {
        script(issuer)
        let report = try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let session = Session(IdentitySettings(issuer: address, clientID: "portal"), store: store)
                await session.keep(Self.tokens)
                let report = await session.signOut()
                #expect(!FileManager.default.fileExists(atPath: store.path))
                await session.shutdown()
                return report
            }
        }
        return (report, issuer)
    }
}
