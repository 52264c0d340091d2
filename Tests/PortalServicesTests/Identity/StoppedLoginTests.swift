import Foundation
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("Stopping a login")
struct StoppedLoginTests {
    @Test("A login that is stopped in its last moment signs nobody in", arguments: [true, false])
    func stoppedLate(isKept: Bool) async throws {
        let issuer = FakeIssuer()
        issuer.on("/device", answers: [FakeIssuer.deviceCode()])
        issuer.on("/token", answers: [FakeIssuer.tokens("at", refresh: "rt")])
        let login = Mutex<Task<LoginFailure?, Never>?>(nil)
        issuer.on("/userinfo") { _ in
            login.withLock { $0?.cancel() }
            return HTTPText.json(#"{"sub": "42"}"#)
        }
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let session = Session(
                    IdentitySettings(issuer: address, clientID: "portal"), store: isKept ? store : nil,
                    clock: TestClock.leaping().clock)
                let task = login.withLock { login in
                    let task = Task {
                        await ended { () throws(LoginFailure) in try await session.signIn(.device) { _ in } }
                    }
                    login = task
                    return task
                }
                #expect(await task.value == .cancelled)
                let token = try await session.token()
                #expect(token == nil)
                #expect(!FileManager.default.fileExists(atPath: store.path))
                await session.shutdown()
            }
        }
    }
}
