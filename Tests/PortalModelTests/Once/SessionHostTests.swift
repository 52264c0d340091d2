import Testing

@testable import PortalModel

@Suite("A session where there is no screen")
struct SessionHostTests {
    private static let now = Story.beginning

    private func host(revision: Int = 3, keepsBasket: Bool = false) -> (host: SessionHost, draft: Draft) {
        var draft = Made.draft("d")
        draft.revision = revision
        let stored = StoredState(basket: [Made.basketItem(1), Made.basketItem(2)], drafts: [draft])
        return (
            SessionHost(draft, style: .staged, stored: stored, applications: [], keepsBasket: keepsBasket), draft
        )
    }

    /// As far as the application is there.
    private func created(keepsBasket: Bool = false) throws -> (host: SessionHost, effects: [Effect]) {
        var (host, draft) = host(keepsBasket: keepsBasket)
        _ = host.open(now: Self.now)
        let asked = host.take(.session(draft.id, .opened(.success(draft))), now: Self.now)
        let inquiry = try #require(
            asked.compactMap { effect -> Inquiry? in
                if case .write(.reconcile(_, _, _, let inquiry)) = effect { inquiry } else { nil }
            }.first)
        var effects = host.take(
            .session(draft.id, .reconciled(inquiry, .success(.nothing(listed: [])))), now: Self.now)
        for _ in 0..<3 {
            guard let written = host.session.journal.writing else { break }
            effects = host.take(.session(draft.id, .journalled(revision: written, nil)), now: Self.now)
        }
        #expect(effects.contains { if case .write(.createApplication) = $0 { true } else { false } })
        effects = host.take(.session(draft.id, .created(.success(ApplicationID(7)))), now: Self.now)
        return (host, effects)
    }

    @Test("A draft that another program has sent or deleted is told, and not waited for")
    func gone() {
        var (host, draft) = host()
        _ = host.open(now: Self.now)
        #expect(!host.isGone)
        #expect(host.take(.session(draft.id, .opened(.success(nil))), now: Self.now).isEmpty)
        #expect(host.isGone)
    }

    @Test("What became part of a request leaves the basket, unless that is to stay as it is")
    func basket() throws {
        let kept = try created().effects.compactMap { effect -> [BasketItem]? in
            if case .disk(.keepBasket(let items)) = effect { items } else { nil }
        }
        #expect(kept == [[Made.basketItem(2)]])
        let trial = try created(keepsBasket: true).effects
        #expect(!trial.contains { if case .disk(.keepBasket) = $0 { true } else { false } })
    }

    @Test("An answer is on its way to the disk at once: nobody types on")
    func journal() throws {
        var host = try created().host
        let read = try #require(host.session.loading?.id)
        _ = host.take(
            .answered(read, .success(.application(WizardPortal.form(["EGAD1"])))), now: Self.now)
        while let written = host.session.journal.writing {
            _ = host.take(.session(host.session.draft.id, .journalled(revision: written, nil)), now: Self.now)
        }
        let effects = host.give([WizardPortal.title: .text("Sleep")], licences: [], now: Self.now)
        #expect(effects.contains { if case .disk(.journalDraft) = $0 { true } else { false } })
    }

    @Test("What belongs to another draft, or to nobody here, is passed over")
    func others() {
        var (host, _) = host()
        let before = host
        let events: [AppAction] = [
            .session(DraftID("other"), .opened(.success(nil))), .submissionKept(DraftID("other"), nil),
            .timerFired(.journalDraft), .input(.key(.enter)), .basketKept(nil),
        ]
        for event in events { #expect(host.take(event, now: Self.now).isEmpty) }
        #expect(host == before)
    }
}
