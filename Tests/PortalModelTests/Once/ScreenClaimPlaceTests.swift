import Testing

@testable import PortalModel

/// The answer to a claim comes whenever it likes: it is taken where the person stands then.
@Suite("What is found of a new request, and where the person is meanwhile")
struct ScreenClaimPlaceTests {
    private static let standing = RequestFinding.standing(ApplicationID(5), .submitted)

    /// The question is under way: nothing of it is answered yet.
    private func asking() throws -> (state: AppState, draft: Draft) {
        var state = AppState(
            now: Story.beginning, terminal: TerminalState(columns: 80, rows: 24), profile: .test)
        state.basket.items = [Made.basketItem(1)]
        state.screen = .basket
        _ = reduce(into: &state, .draftIDMade(DraftID("new")))
        return (state, try #require(state.wizard).session.draft)
    }

    private func press(_ key: Key, _ state: inout AppState) { _ = reduce(into: &state, .input(.key(key))) }

    @Test("On another screen it asks nothing, and what was only begun is not kept")
    func elsewhere() throws {
        for finding in [Self.standing, .made] {
            var (state, draft) = try asking()
            state.screen = .requests
            let effects = reduce(into: &state, .requestClaimed(draft, finding))
            #expect(state.overlay == nil && state.wizard == nil)
            #expect(effects.contains(.disk(.discardDraft(draft.id))) == (finding == .made))
        }
    }

    @Test("Over what is typed it waits until that is closed")
    func behindAForm() throws {
        var (state, draft) = try asking()
        _ = reduce(into: &state, .commandChosen(.editPerson))
        press(.character("A"), &state)
        _ = reduce(into: &state, .requestClaimed(draft, Self.standing))
        guard case .person = state.overlay else {
            Issue.record("What was typed is gone.")
            return
        }
        press(.escape, &state)
        guard case .confirm(let question) = state.overlay else {
            Issue.record("What was found was never told.")
            return
        }
        #expect(question.question.contains("5, submitted"))
        #expect(!state.person.isEmpty)
    }

    @Test("A key pressed twice does not get past the question")
    func twice() throws {
        var (state, _) = try asking()
        _ = reduce(into: &state, .draftIDMade(DraftID("second")))
        #expect(state.wizard?.session.draft.id == DraftID("new"))
        #expect(reduce(into: &state, .draftIDMade(DraftID("third"))).isEmpty)
    }

    @Test("A question that was dismissed leaves nothing behind for the next request")
    func dismissed() throws {
        var (state, draft) = try asking()
        _ = reduce(into: &state, .requestClaimed(draft, Self.standing))
        press(.escape, &state)
        #expect(state.basket.direct == nil && state.basket.chosen == nil)
    }

    @Test("Requests are asked for again after it")
    func polling() throws {
        for finding in [Self.standing, .held(by: "node7")] {
            var (state, draft) = try asking()
            let effects = reduce(into: &state, .requestClaimed(draft, finding))
            #expect(effects.contains { if case .host(.startTimer(.pollRequests, _)) = $0 { true } else { false } })
        }
    }

    @Test("Somebody who is signed out is offered to sign in, and nothing is made")
    func signedOut() throws {
        var (state, draft) = try asking()
        state.profile?.user = "ada"
        state.profile?.signInWay = .device
        let submission = Submission(
            draft: DraftID("earlier"), application: nil, datasets: ["EGAD1"], digest: AnswersDigest(stored: "0"),
            phase: .submitted, time: Story.beginning)
        _ = reduce(
            into: &state, .requestClaimed(draft, .unsettled(submission, PortalError(.signedOut, operation: "asking"))))
        if case .confirm = state.overlay { Issue.record("Another one is offered instead of a sign-in.") }
        #expect(state.wizard == nil)
        #expect(state.profile?.user == nil)
    }

    @Test("What was begun elsewhere leads back to where this one was begun")
    func wayBack() throws {
        var (state, draft) = try asking()
        var other = Made.draft("other")
        other.revision = 4
        _ = reduce(into: &state, .requestClaimed(draft, .begun(other)))
        #expect(state.wizard?.begunAt == .basket)
    }
}
