import Foundation
import PortalModel
import Testing

@Suite("The list of requests: finding, states and news")
struct RequestListTests {
    private static let applications: [ApplicationSummary] = {
        var all = [
            Made.application(1, .approved, title: "Glioma", changed: -400),
            Made.application(2, .submitted, title: "Melanoma", changed: -300, datasets: [7, 8]),
            Made.application(3, .returned, title: "Asthma", changed: -200),
            Made.application(4, .draft, title: "Diabetes", changed: -100),
        ]
        all[1].people = ["Grace Hopper", "grace@example.org"]
        all[2].datasets[0].title = LocalizedText([
            .init(language: "en", text: "Lung function"), .init(language: "fi", text: "Keuhkojen toiminta"),
        ])
        return all
    }()

    private func story(
        _ applications: [ApplicationSummary] = applications, stored: StoredState = StoredState(), columns: Int = 80
    ) -> Story {
        let story = Story.begun(columns: columns, stored: stored, applications: applications)
        story.press("3")
        return story
    }

    private func shown(_ story: Story) -> [String] {
        story.state.requests.rows.map { $0.application?.id.rawValue ?? "–" }
    }

    @Test(
        "What is typed is looked for in every field",
        arguments: [
            ("glioma", ["1"]), ("2", ["2"]), ("EGAD8", ["2"]), ("dataset 7", ["2"]), ("returned", ["3"]),
            ("hopper", ["2"]), ("grace@example", ["2"]), ("keuhkojen", ["3"]), ("lung", ["3"]),
            ("draft diabetes", ["4"]),
            ("nothing like it", []),
        ])
    func search(words: String, found: [String]) {
        let story = story()
        story.press("/")
        story.type(words)
        #expect(shown(story) == found)
        story.press(.escape)
        #expect(shown(story) == ["4", "3", "2", "1"], "The newest stands first.")
    }

    @Test func aStateIsChosenInAMenuAndEscShowsAllAgain() {
        let story = story()
        story.press("f")
        guard case .menu(let menu) = story.state.overlay else {
            Issue.record("No menu is open.")
            return
        }
        let items = story.state.items(of: menu)
        #expect(
            items.map(\.title.words) == [
                "all", "waiting for you", "news", "returned", "draft", "submitted", "approved",
            ])
        #expect(items.map { $0.note?.words } == ["4", "2", "1", "1", "1", "1", "1"])
        #expect(items.map(\.isOn) == [true] + Array(repeating: false, count: 6))
        story.press("j", .enter)
        #expect(story.state.overlay == nil)
        #expect(story.state.requests.filter == .waiting)
        #expect(shown(story) == ["4", "3"])

        story.press("f", .end, .enter)
        #expect(story.state.requests.filter == .state(.approved))
        #expect(shown(story) == ["1"])
        story.press(.escape)
        #expect(story.state.requests.filter == .all)
        #expect(story.state.screen == .requests)
        story.press(.escape)
        #expect(story.state.screen == .browser)
    }

    @Test func aClickInTheMenuChooses() {
        let story = story()
        story.press("f")
        story.send(.clicked(.overlayItem(1), .press))
        #expect(story.state.overlay == nil)
        #expect(story.state.requests.filter == .waiting)
    }

    @Test func aRequestThatLeavesItsStateWhileItIsOpenCanStillBeWorkedWith() {
        let story = story()
        story.press("f")
        story.press(.down, .down, .down, .down, .down, .enter)
        #expect(story.state.requests.filter == .state(.submitted))
        story.press(.enter)
        story.answerApplication(with: .success(Made.fullApplication(2, .returned)))
        #expect(story.state.requests.rows.isEmpty)
        story.press("e")
        #expect(story.state.screen == .wizard)
    }

    @Test func theCursorIsOnARowWhenTheRequestThatIsOpenLeavesTheList() {
        let story = story([
            Made.application(1, .submitted, changed: -400), Made.application(2, .submitted, changed: -300),
        ])
        story.press("/")
        story.type("submitted")
        story.press(.enter, .down, .enter)
        story.answerApplication(with: .success(Made.fullApplication(1, .returned)))
        #expect(shown(story) == ["2"])
        #expect(story.state.requests.selection == 0)
    }

    // MARK: - News

    @Test("At the first look only what waits for the person is news")
    func firstLook() {
        let story = story()
        #expect(story.state.requests.unreadCount == 1)
        #expect(story.state.requests.applications.filter(story.state.requests.isUnread).map(\.id) == [ApplicationID(3)])
    }

    @Test func aStateThatChangedIsNewsUntilItIsLookedAt() {
        let story = story()
        story.press("r")
        story.answerApplications(with: .success([Made.application(2, .approved)]))
        story.answerEntitlements(with: .success([]))
        #expect(story.state.requests.unreadCount == 1)
        story.press(.enter)
        story.answerApplication(with: .success(Made.fullApplication(2, .approved)))
        #expect(story.state.requests.unreadCount == 0)
        #expect(story.effects.contains(.disk(.keepSeen(story.state.requests.seen))))
    }

    @Test func whatWasSeenInAnEarlierRunIsNotNewAgain() {
        let seen: [ApplicationID: ApplicationState] = [ApplicationID(1): .approved, ApplicationID(2): .draft]
        let story = story(stored: StoredState(seen: seen))
        #expect(
            story.state.requests.applications.filter(story.state.requests.isUnread).map(\.id.rawValue) == ["2", "3"])
    }

    @Test func allIsMarkedAsReadAtOnceAndKept() {
        let story = story()
        story.press("m")
        #expect(story.state.requests.unreadCount == 0)
        #expect(story.effects.contains(.disk(.keepSeen(story.state.requests.seen))))
        #expect(story.state.toast?.text == "1 request is marked as read.")
        story.press("m")
        #expect(story.state.toast?.text == "Nothing is new.")
    }

    @Test("Signing out forgets whose requests were in what state")
    func signingOut() {
        let story = story()
        story.send(.identity(.signedOut(SignOutReport())))
        #expect(story.state.requests.seen.isEmpty)
        #expect(story.effects.contains(.disk(.keepSeen([:]))))
        #expect(story.state.requests.unreadCount == 0)
    }
}
