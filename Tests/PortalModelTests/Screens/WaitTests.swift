import Foundation
import PortalModel
import Testing

@Suite("Calls that wait before they are made again")
struct WaitTests {
    private func wait(
        _ purpose: CallPurpose?, seconds: Double = 12, reason: CallWait.Reason = .asked, id: String = "r-1"
    ) -> AppAction {
        .callWaits(
            CallWait(
                id: id, operation: "search", reason: reason, until: Story.beginning.addingTimeInterval(seconds),
                attempt: 2, purpose: purpose))
    }

    private func purpose(_ story: Story, _ slot: ReadSlot) throws -> CallPurpose {
        .read(try #require(story.reads[slot]?.readID))
    }

    @Test("A search that waits is shown with what is left of it, second by second")
    func search() throws {
        let story = Story.begun()
        story.press("r")
        story.send(wait(try purpose(story, .results(page: 0))))
        let shown = try #require(story.state.wait(of: story.state.browser.results.pending[0]))
        #expect(shown.words(now: story.state.now) == "The portal asks to wait 12 s")
        story.fire(.ticker)
        #expect(shown.words(now: story.state.now) == "The portal asks to wait 11 s")
        #expect(story.timers[.ticker] == 1000)
        story.pass(seconds: 20)
        story.fire(.ticker)
        #expect(story.state.wait(of: story.state.browser.results.pending[0]) == nil)
        story.answerAllPages(total: 3)
        #expect(story.state.browser.results.pending.isEmpty)
    }

    @Test("Esc stops the waiting; what was there before is still shown")
    func escape() throws {
        let story = Story.begun()
        story.press("r")
        story.send(wait(try purpose(story, .results(page: 0))))
        story.press(.escape)
        #expect(story.effects.contains(.cancelRead(.results(page: 0))))
        #expect(story.state.browser.results.total == 3)
        #expect(story.state.toast?.text.hasPrefix("Stopped.") == true)
    }

    @Test("A wait of a read that is not wanted any more is not shown for the next one")
    func replaced() throws {
        let story = Story.begun()
        story.press("r")
        let first = try purpose(story, .results(page: 0))
        story.press("r")
        story.send(wait(first))
        #expect(story.state.wait(of: story.state.browser.results.pending[0]) == nil)
    }

    @Test("A dataset and a request that wait are left by Esc, and their reads stopped")
    func details() throws {
        let story = Story.begun(applications: [Made.application(1, .submitted)])
        story.press(.enter)
        story.send(wait(try purpose(story, .dataset)))
        #expect(story.state.wait(of: story.state.browser.detail?.pending) != nil)
        story.press(.escape)
        #expect(story.effects.contains(.cancelRead(.dataset)))
        story.press("3")
        story.answerApplications(with: .success([Made.application(1, .submitted)]))
        story.answerEntitlements(with: .success([]))
        story.press(.enter)
        story.send(wait(try purpose(story, .application), id: "r-2"))
        #expect(story.state.wait(of: story.state.requests.open?.pending) != nil)
        story.press(.escape)
        #expect(story.effects.contains(.cancelRead(.application)))
    }

    @Test("The list of requests that waits is stopped by Esc, and r asks at once")
    func requests() throws {
        let story = Story.begun()
        story.press("3")
        story.send(wait(try purpose(story, .applications)))
        story.send(wait(try purpose(story, .entitlements), id: "r-2"))
        #expect(story.state.requestsWait != nil)
        story.press("r")
        #expect(story.effects.contains(.cancelRead(.applications)))
        #expect(story.state.requests.pending != nil)
        #expect(story.state.requestsWait == nil)
        story.send(wait(try purpose(story, .applications), id: "r-3"))
        story.press(.escape)
        #expect(story.state.screen == .requests)
        #expect(story.state.requests.pending == nil)
        story.press(.escape)
        #expect(story.state.screen == .browser)
    }

    @Test("Each reason is said in words")
    func words() {
        func words(_ reason: CallWait.Reason, _ seconds: Double) -> String {
            CallWait(
                id: "r", operation: "search", reason: reason, until: Story.beginning.addingTimeInterval(seconds),
                attempt: 2
            ).words(now: Story.beginning)
        }
        #expect(words(.failed(.offline), 3) == "No connection, next try in 3 s")
        #expect(words(.failed(.timedOut(seconds: 30)), 0.2) == "No answer in time, next try in 1 s")
        #expect(words(.failed(.serverFault(status: 502)), 4) == "The portal failed (502), next try in 4 s")
        #expect(words(.asked, 121) == "The portal asks to wait 3 min")
    }

    // MARK: A portal that is left alone

    private static let resting = PortalError(.notTried(retryAfter: 24), operation: "search")

    @Test("A portal that is left alone is asked at once by r, and not by the program itself")
    func restingPortal() {
        let story = Story.begun()
        story.press("r")
        story.answerSearch(with: .failure(Self.resting))
        #expect(story.state.browser.results.error?.sentence.contains("left alone for 24 s") == true)
        story.press("3")
        story.answerApplications(with: .failure(Self.resting))
        story.answerEntitlements(with: .failure(Self.resting))
        story.fire(.pollRequests)
        #expect(!story.effects.contains(.tryAtOnce))
        story.answerApplications(with: .failure(Self.resting))
        story.answerEntitlements(with: .failure(Self.resting))
        story.press("r")
        #expect(story.effects.first == .tryAtOnce)
        story.answerApplications(with: .success([]))
        story.answerEntitlements(with: .success([]))
        story.press("r")
        #expect(!story.effects.contains(.tryAtOnce), "Nothing is left alone any more.")
    }

    @Test("The list is asked for every half minute, and more often while something has just changed")
    func pollInterval() {
        let story = Story.begun()
        story.fire(.pollRequests)
        story.answerApplications(with: .success([Made.application(1, .submitted, changed: -3600)]))
        #expect(story.timers[.pollRequests] == 30_000)
        story.fire(.pollRequests)
        story.answerApplications(with: .success([Made.application(1, .approved, changed: -5)]))
        #expect(story.timers[.pollRequests] == 5000, "at once, and not only from the next time on")
        story.fire(.pollRequests)
        story.answerApplications(with: .success([Made.application(1, .draft, changed: -5)]))
        story.fire(.pollRequests)
        #expect(story.timers[.pollRequests] == 30_000, "of a draft nothing comes by itself")
    }

    @Test("What is typed is asked for too")
    func typedSearch() {
        let story = Story.begun()
        story.press("r")
        story.answerSearch(with: .failure(Self.resting))
        story.press("/")
        story.type("lung")
        story.fire(.searchDebounce)
        #expect(story.effects.first == .tryAtOnce)
    }
}
