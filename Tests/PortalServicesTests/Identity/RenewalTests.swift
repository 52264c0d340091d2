import Foundation
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("Renewing a login")
struct RenewalTests {
    @Test("A token is renewed in its last minute, and not before")
    func lastMinute() async throws {
        let issuer = RotatingIssuer()
        try await issuer.run { address in
            let (session, hands) = try await signedIn(at: address, issuer)
            hands.advance(239)
            #expect(try await session.token()?.reveal() == "at0")
            hands.advance(2)
            #expect(try await session.token()?.reveal() == "at1")
            hands.advance(241)
            #expect(try await session.token()?.reveal() == "at2")
            await session.shutdown()
        }
        #expect(issuer.refreshes == 2)
        #expect(!issuer.isBroken)
    }

    @Test("Many calls at once renew once")
    func together() async throws {
        let issuer = RotatingIssuer()
        try await issuer.run { address in
            let (session, hands) = try await signedIn(at: address, issuer)
            hands.advance(250)
            let tokens = try await withThrowingTaskGroup(of: Secret?.self) { group in
                for _ in 0..<20 { group.addTask { try await session.token() } }
                return try await group.reduce(into: Set<Secret?>()) { $0.insert($1) }
            }
            #expect(tokens == [Secret("at1")])
            await session.shutdown()
        }
        #expect(issuer.refreshes == 1)
    }

    @Test("Programs that share a store never sign each other out, whoever renews first")
    func manyPrograms() async throws {
        let issuer = RotatingIssuer()
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let (first, hands) = try await signedIn(at: address, issuer, store: store)
                let settings = IdentitySettings(issuer: address, clientID: "portal")
                let others = (0..<5).map { _ in Session(settings, store: store, clock: hands.clock) }
                let all = [first] + others
                for round in 1...10 {
                    hands.advance(250)
                    let tokens = try await withThrowingTaskGroup(of: Secret?.self) { group in
                        for session in all { for _ in 0..<3 { group.addTask { try await session.token() } } }
                        return try await group.reduce(into: Set<Secret?>()) { $0.insert($1) }
                    }
                    #expect(tokens == [Secret("at\(round)")])
                }
                for session in all { await session.shutdown() }
            }
        }
        #expect(issuer.refreshes == 10)
        #expect(!issuer.isBroken)
    }

    @Test("After waiting for another program's renewal its tokens are used, without asking")
    func otherProcess() async throws {
        let issuer = RotatingIssuer()
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let (session, hands) = try await signedIn(at: address, issuer, store: store)
                hands.advance(250)
                let other = try OtherProgram(locking: store.path + ".lock")
                let token = Task { try await session.token() }
                var renewed = try #require(try store.load(for: session.settings))
                renewed.access = Secret("theirs")
                renewed.obtained = hands.now
                renewed.expires = hands.now.addingTimeInterval(300)
                try store.keep(renewed, for: session.settings)
                other.release()
                #expect(try await token.value == Secret("theirs"))
                await session.shutdown()
            }
        }
        #expect(issuer.refreshes == 0)
    }

    @Test("A call that is stopped does not throw the renewed tokens away")
    func stoppedCall() async throws {
        let issuer = RotatingIssuer()
        try await issuer.run { address in
            let (session, hands) = try await signedIn(at: address, issuer)
            hands.advance(250)
            let call = Task { try await session.token() }
            call.cancel()
            _ = try? await call.value
            #expect(try await session.token()?.reveal() == "at1")
            await session.shutdown()
        }
        #expect(issuer.refreshes == 1)
        #expect(!issuer.isBroken)
    }

    @Test(
        "A refusal ends the login, however it is worded",
        arguments: [
            FakeIssuer.refusal("invalid_grant"), HTTPText.answer("", status: "400 Bad Request"),
            FakeIssuer.refusal("token_revoked", status: "401 X"),
        ])
    func refused(answer: ScriptedServer.Answer) async throws {
        let issuer = RotatingIssuer()
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let (session, hands) = try await signedIn(at: address, issuer, store: store)
                hands.advance(250)
                issuer.override = answer
                #expect(try await session.token() == nil)
                #expect(!FileManager.default.fileExists(atPath: store.path))
                await session.shutdown()
            }
        }
    }

    @Test(
        "A service that cannot answer now ends nothing",
        arguments: [
            ScriptedServer.Answer.closeWithoutAnswer, HTTPText.answer("<h1>no</h1>", status: "502 Bad Gateway"),
            HTTPText.answer("", status: "429 Slow"), HTTPText.answer("hello", status: "200 OK"),
            FakeIssuer.refusal("invalid_client", status: "401 Unauthorized"),
            // A gateway's page, or that of the network one has to sign in to first.
            HTTPText.answer("<h1>no</h1>", status: "403 Forbidden"),
        ])
    func unavailable(answer: ScriptedServer.Answer) async throws {
        let issuer = RotatingIssuer()
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let (session, hands) = try await signedIn(at: address, issuer, store: store)
                issuer.override = answer
                // In its last minute the old token is still good for this call.
                hands.advance(250)
                #expect(try await session.token()?.reveal() == "at0")
                hands.advance(100)
                let error = await failure { () async throws(PortalError) in try await session.token() }
                #expect(error != nil && error?.kind != .signedOut)
                issuer.override = nil
                #expect(try await session.token()?.reveal() == "at1")
                await session.shutdown()
            }
        }
    }

    @Test("Whoever signs out during a renewal stays signed out, also where nothing is kept")
    func signedOutMeanwhile() async throws {
        let issuer = FakeIssuer(leavingOut: ["revocation_endpoint", "end_session_endpoint"])
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let mayAnswer = DispatchSemaphore(value: 0)
        issuer.on("/token") { _ in
            ask.finish()
            mayAnswer.wait()
            return FakeIssuer.tokens("at1", refresh: "rt1")
        }
        try await issuer.run { address in
            let (clock, hands) = TestClock.leaping()
            let session = Session(IdentitySettings(issuer: address, clientID: "portal"), store: nil, clock: clock)
            await session.keep(
                TokenSet(access: Secret("at0"), refresh: Secret("rt0"), expires: hands.now, obtained: hands.now))
            let token = Task { try await session.token() }
            for await _ in asked {}
            _ = await session.signOut()
            mayAnswer.signal()
            let (late, now) = (try await token.value, try await session.token())
            #expect(late == nil && now == nil)
            await session.shutdown()
        }
    }

    @Test("A full disk costs no login while the program runs, and the next renewal uses the newest token")
    func fullDisk() async throws {
        let issuer = RotatingIssuer()
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let (session, hands) = try await signedIn(at: address, issuer, store: store)
                let old = try Data(contentsOf: URL(fileURLWithPath: store.path))
                hands.advance(250)
                #expect(try await session.token()?.reveal() == "at1")
                // As if this had not reached the disk.
                try old.write(to: URL(fileURLWithPath: store.path))
                hands.advance(250)
                #expect(try await session.token()?.reveal() == "at2")
                await session.shutdown()
            }
        }
        #expect(!issuer.isBroken)
    }

    @Test("Signed out elsewhere, signed out here; signed in elsewhere, signed in here")
    func elsewhere() async throws {
        let issuer = RotatingIssuer()
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let store = TokenStore(directory: directory, profile: "gdi")
                let (session, hands) = try await signedIn(at: address, issuer, store: store)
                let kept = try Data(contentsOf: URL(fileURLWithPath: store.path))
                try store.remove()
                hands.advance(250)
                #expect(try await session.token() == nil)
                try kept.write(to: URL(fileURLWithPath: store.path))
                #expect(try await session.token() != nil)
                await session.shutdown()
            }
        }
    }

    private func signedIn(
        at address: String, _ issuer: RotatingIssuer, store: TokenStore? = nil
    ) async throws -> (Session, TestClock.Hands) {
        let (clock, hands) = TestClock.leaping()
        let session = Session(IdentitySettings(issuer: address, clientID: "portal"), store: store, clock: clock)
        await session.keep(
            TokenSet(
                access: Secret("at0"), refresh: Secret("rt0"), expires: hands.now.addingTimeInterval(300),
                obtained: hands.now))
        return (session, hands)
    }
}

extension TestClock.Hands {
    var clock: IdentityClock { IdentityClock(now: { self.now }, sleep: { _ in try Task.checkCancellation() }) }
}

/// Gives refresh tokens of one use: a second use ends the chain for good, as real services do.
final class RotatingIssuer: Sendable {
    private struct State {
        var count = 0
        var isBroken = false
        var override: ScriptedServer.Answer?
    }

    private let state = Mutex(State())
    private let issuer = FakeIssuer()

    var refreshes: Int { state.withLock { $0.count } }
    var isBroken: Bool { state.withLock { $0.isBroken } }
    var override: ScriptedServer.Answer? {
        get { state.withLock { $0.override } }
        set { state.withLock { $0.override = newValue } }
    }

    func run(_ body: (_ address: String) async throws -> Void) async throws {
        issuer.on("/token") { form in
            self.state.withLock { state in
                if let override = state.override { return override }
                guard !state.isBroken, form["refresh_token"] == "rt\(state.count)" else {
                    state.isBroken = true
                    return FakeIssuer.refusal("invalid_grant")
                }
                state.count += 1
                return FakeIssuer.tokens("at\(state.count)", refresh: "rt\(state.count)")
            }
        }
        try await issuer.run(body)
    }
}

/// A program of another make that holds the lock.
private final class OtherProgram {
    private let process = Process()
    private let input = Pipe()

    init(locking path: String) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["flock", path, "sh", "-c", "echo locked; cat"]
        process.standardInput = input
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.availableData
    }

    func release() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
