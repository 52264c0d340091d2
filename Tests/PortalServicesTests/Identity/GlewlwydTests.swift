import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import PortalModel
import Testing

@testable import PortalServices

/// Against a real OpenID Connect server that nobody here wrote: glewlwyd 2.7.
@Suite(
    "Against glewlwyd", .serialized,
    .enabled(if: Glewlwyd.isAtHand, "Glewlwyd is not at hand: scripts/unpack-servers.sh says why."))
struct GlewlwydTests {
    @Test("A code is confirmed elsewhere; tokens rotate, are revoked, and are then worth nothing")
    func device() async throws {
        try await Glewlwyd.run { server in
            try await withTokenDirectory { directory in
                let store = TokenStore(directory: directory, profile: "gdi")
                let session = Session(server.settings, store: store)
                let account = try await session.signIn(.device) { prompt in
                    guard case .device(let prompt) = prompt else { return }
                    #expect(server.ask(["approve": prompt.code]) == "deviceComplete")
                }
                #expect(account?.name == "Alice Example")
                let first = try #require(await session.tokens)

                // A second program, and a clock at the end of the token.
                let later = Session(server.settings, store: store, clock: .shifted(by: 270))
                let renewed = try #require(try await later.token())
                #expect(renewed != first.access)
                #expect(try await session.token(replacing: first.access) == renewed)
                #expect(await later.tokens?.refresh != first.refresh)

                let report = await later.signOut()
                #expect(report.revoked == .done)
                #expect(report.removed == .done)
                #expect(try await session.provider().isRefused(refresh: first))
                await session.shutdown()
                await later.shutdown()
            }
        }
    }

    @Test("A browser comes back with a code, which PKCE redeems")
    func browser() async throws {
        let port = try await freePort()
        try await Glewlwyd.run(["--redirect", "http://127.0.0.1:\(port)/callback"]) { server in
            var settings = server.settings
            settings.redirectPort = port
            let session = Session(settings, store: nil)
            let shown = Shown()
            let login = Task { try await session.signIn(.browser) { shown.show($0) } }
            await shown.wait()
            let target = server.ask(["browse": try #require(shown.prompt?.address)])
            #expect(target.contains("iss="))
            let answer = try await HTTPClient.shared.execute(HTTPClientRequest(url: target), timeout: .seconds(10))
            #expect(answer.status == .ok)
            #expect(try await login.value?.name == "Alice Example")
            await session.shutdown()
        }
    }

    @Test("A redirect address that is not the registered one, port included, never brings a code")
    func otherPort() async throws {
        try await Glewlwyd.run { server in
            let session = Session(server.settings, store: nil)
            let shown = Shown()
            let login = Task {
                await ended { () throws(LoginFailure) in try await session.signIn(.browser) { shown.show($0) } }
            }
            await shown.wait()
            let target = server.ask(["browse": try #require(shown.prompt?.address)])
            #expect(!target.contains("code="))
            login.cancel()
            #expect(await login.value == .cancelled)
            await session.shutdown()
        }
    }

    @Test("A code that nobody confirms expires")
    func expired() async throws {
        try await Glewlwyd.run(["--code-seconds", "2"]) { server in
            let session = Session(server.settings, store: nil)
            let failure = await ended { () throws(LoginFailure) in try await session.signIn(.device) { _ in } }
            #expect(failure == .expired)
            await session.shutdown()
        }
    }

    @Test("A code that is refused says so at the next question")
    func denied() async throws {
        try await Glewlwyd.run { server in
            let session = Session(server.settings, store: nil)
            let failure = await ended { () throws(LoginFailure) in
                try await session.signIn(.device) { _ in _ = server.ask(["deny": "code"]) }
            }
            #expect(failure == .denied)
            await session.shutdown()
        }
    }

    @Test("A wrong clock is called that")
    func wrongClock() async throws {
        try await Glewlwyd.run { server in
            let session = Session(server.settings, store: nil, clock: .shifted(by: -3600))
            let failure = await ended { () throws(LoginFailure) in
                try await session.signIn(.device) { prompt in
                    guard case .device(let prompt) = prompt else { return }
                    _ = server.ask(["approve": prompt.code])
                }
            }
            #expect(failure == .wrongClock(minutesAhead: -60))
            await session.shutdown()
        }
    }

    @Test("A refused refresh token, which glewlwyd tells with an empty body, signs out")
    func chainEnded() async throws {
        try await Glewlwyd.run { server in
            let session = Session(server.settings, store: nil, clock: .shifted(by: 0))
            _ = try await session.signIn(.device) { prompt in
                guard case .device(let prompt) = prompt else { return }
                _ = server.ask(["approve": prompt.code])
            }
            var tokens = try #require(await session.tokens)
            tokens.refresh = Secret("gone")
            tokens.expires = .now
            await session.keep(tokens)
            #expect(try await session.token() == nil)
            await session.shutdown()
        }
    }

    @Test("A service signs in with its secret")
    func service() async throws {
        try await Glewlwyd.run { server in
            let settings = IdentitySettings(
                issuer: server.settings.issuer, clientID: "robot", clientSecret: server.robotSecret, scopes: ["g_robot"]
            )
            let session = Session(settings, store: nil)
            let token = try await session.token()
            #expect(token != nil)
            await session.shutdown()
        }
    }

    private func freePort() async throws -> Int {
        let listener = try await LoopbackListener.start(port: 0) { _ in false }
        listener.stop()
        return listener.port
    }
}

extension IdentityClock {
    /// The real time, seen from a machine whose clock is wrong.
    static func shifted(by seconds: TimeInterval) -> IdentityClock {
        IdentityClock(now: { Date().addingTimeInterval(seconds) }, sleep: IdentityClock.system.sleep)
    }
}

extension IdentityProvider {
    fileprivate func isRefused(refresh old: TokenSet) async -> Bool {
        do throws(IdentityFailure) {
            _ = try await tokens(
                [("grant_type", "refresh_token"), ("refresh_token", old.refresh?.reveal() ?? "")], operation: "test")
            return false
        } catch {
            if case .refused = error { return true }
            return false
        }
    }
}
