import Foundation
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

/// A renewal whose answer did not come to be kept, and what keeps that from happening.
@Suite struct CutOffRenewalTests {
    private final class Words: Sendable {
        let all = Mutex<[String]>([])
        var said: [String] { all.withLock { $0 } }
    }

    private func expired(_ store: TokenStore, _ settings: IdentitySettings, sent: Date? = nil) throws {
        var tokens = TokenSet(
            access: Secret("at0"), refresh: Secret("rt0"), expires: TestClock.start,
            obtained: TestClock.start.addingTimeInterval(-300))
        tokens.renewalSent = sent
        try store.keep(tokens, for: settings)
    }

    private func with(
        _ answer: @escaping FakeIssuer.Handler, sent: Date? = nil, uncut: UncutWork = UncutWork(),
        _ body: (Session, TokenStore, Words) async throws -> Void
    ) async throws {
        let issuer = FakeIssuer(leavingOut: ["revocation_endpoint", "end_session_endpoint"])
        issuer.on("/token", answer)
        try await withTokenDirectory { directory in
            try await issuer.run { address in
                let settings = IdentitySettings(issuer: address, clientID: "portal")
                let store = TokenStore(directory: directory, profile: "gdi")
                try expired(store, settings, sent: sent)
                let words = Words()
                let session = Session(settings, store: store, clock: TestClock.standing().clock, uncut: uncut)
                session.onLostRenewal { reason in words.all.withLock { $0.append(reason.sentence) } }
                try await body(session, store, words)
                await session.shutdown()
            }
        }
    }

    @Test func thatARenewalIsSentIsOnTheDiskBefore() async throws {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let mayAnswer = DispatchSemaphore(value: 0)
        try await with({ _ in
            ask.finish()
            mayAnswer.wait()
            return FakeIssuer.tokens("at1", refresh: "rt1")
        }) { session, store, words in
            let token = Task { try await session.token() }
            for await _ in asked {}
            let marked = try store.load(for: session.settings)
            #expect(marked?.renewalSent == TestClock.start)
            #expect(session.uncut.end(), "The end of the program waits for it.")
            mayAnswer.signal()
            let renewed = try await token.value
            #expect(renewed?.reveal() == "at1")
            await session.uncut.endAndWait()
            let kept = try store.load(for: session.settings)
            #expect(kept?.refresh?.reveal() == "rt1")
            #expect(kept?.renewalSent == nil)
            #expect(words.said.isEmpty)
        }
    }

    @Test func aSignInWhoseRenewalWasCutOffIsToldAsSuch() async throws {
        let sent = TestClock.start.addingTimeInterval(-100)
        try await with({ _ in FakeIssuer.refusal("invalid_grant") }, sent: sent) { session, _, words in
            let token = try await session.token()
            #expect(token == nil)
            #expect(words.said.count == 1)
            #expect(words.said.first?.contains("sent at 2027-01-15T07:58:20Z, was cut off") == true)
        }
    }

    @Test func aSignInThatHasEndedOtherwiseIsNot() async throws {
        try await with({ _ in FakeIssuer.refusal("invalid_grant") }) { session, _, words in
            let token = try await session.token()
            #expect(token == nil)
            #expect(words.said.isEmpty)
        }
    }

    @Test("A service that said that it could not has replaced nothing; one that said nonsense may have")
    func marks() async throws {
        for (answer, isMarked) in [
            (HTTPText.answer("", status: "503 Busy"), false), (HTTPText.answer("hello", status: "200 OK"), true),
        ] {
            try await with({ _ in answer }) { session, store, _ in
                _ = try? await session.token()
                let kept = try store.load(for: session.settings)
                #expect((kept?.renewalSent != nil) == isMarked)
            }
        }
    }

    @Test func nothingBeginsOnceTheProgramEnds() async throws {
        let uncut = UncutWork()
        #expect(!uncut.end())
        await uncut.endAndWait()
        let asked = Mutex(0)
        try await with(
            { _ in
                asked.withLock { $0 += 1 }
                return FakeIssuer.tokens("at1", refresh: "rt1")
            }, uncut: uncut
        ) { session, store, _ in
            _ = try? await session.token()
            let kept = try store.load(for: session.settings)
            #expect(kept?.refresh?.reveal() == "rt0")
        }
        #expect(asked.withLock { $0 } == 0)
    }

    @Test func theEndWaitsForAllThatIsUnderWay() async {
        let uncut = UncutWork()
        #expect(uncut.begin() && uncut.begin())
        let told = Mutex(0)
        #expect(uncut.end { told.withLock { $0 += 1 } })
        #expect(!uncut.begin())
        uncut.finish()
        #expect(told.withLock { $0 } == 0)
        uncut.finish()
        #expect(told.withLock { $0 } == 1)
        #expect(!uncut.end())
    }
}
