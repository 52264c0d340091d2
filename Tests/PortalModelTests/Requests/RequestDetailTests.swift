import Foundation
import PortalModel
import Testing

@Suite("What can be done to a request that is open")
struct RequestDetailTests {
    private static let id = ApplicationID(5)
    private func opened(
        _ state: ApplicationState, permissions: [ApplicationCommand]? = nil, stored: StoredState = StoredState(),
        profile: ProfileInfo = .test, change: (inout Application) -> Void = { _ in }
    ) -> Story {
        let story = Story(profile: profile)
        story.start(stored)
        story.answerAllPages(total: 3)
        story.answerFilters(with: .success(Made.filters))
        story.answerApplications(with: .success([Made.application(5, state)]))
        story.answerEntitlements(with: .success([]))
        story.press("3", .enter)
        var application = Made.fullApplication(5, state)
        application.datasets = [RequestedDataset(identifier: "EGAD1", title: LocalizedText("Dataset 1"))]
        application.permissions = Set((permissions ?? []).map { "application.command/\($0.rawValue)" })
        change(&application)
        story.answerApplication(with: .success(application))
        return story
    }

    // MARK: - Closing

    @Test func closingAsksForTheWordAndIsToldToThePortalOnce() {
        let story = opened(.submitted, permissions: [.close])
        story.press("x")
        guard case .confirm(let question) = story.state.overlay else {
            Issue.record("Nothing is asked.")
            return
        }
        #expect(question.word == "close")
        story.type("yes")
        story.press(.enter)
        #expect(!story.effects.contains(.write(.changeRequest(Self.id, .close))))
        story.press(.control("u"))
        story.type("close")
        story.press(.enter)
        #expect(story.effects.contains(.write(.changeRequest(Self.id, .close))))

        story.press("x")
        #expect(story.state.overlay == nil)
        #expect(story.state.toast?.text == "The portal is being asked to change it: wait for its answer.")

        story.send(.request(Self.id, .changed(.close, nil)))
        #expect(story.state.toast?.text == "Request 5 is closed.")
        #expect(story.reads[.application] != nil, "The request is asked for again.")
        #expect(story.reads[.applications] != nil)
        story.answerApplications(with: .success([Made.application(5, .closed)]))
        #expect(story.state.requests.unreadCount == 0, "One's own closing is no news.")
    }

    @Test func aRefusedClosingLeavesEverythingAndSaysSo() {
        let story = opened(.submitted, permissions: [.close])
        close(story)
        story.send(
            .request(Self.id, .changed(.close, PortalError(.forbidden, operation: "closing the request"))))
        #expect(story.state.toast?.text == "The portal does not allow you this. Nothing was changed.")
        #expect(story.state.requests.changing.isEmpty)
    }

    @Test func aLostAnswerIsToldAsSuch() {
        let story = opened(.submitted, permissions: [.close])
        close(story)
        story.send(
            .request(Self.id, .changed(.close, PortalError(.timedOut(seconds: 30), operation: "closing the request"))))
        #expect(story.state.toast?.text.contains("Whether it was done is shown as soon as the portal answers.") == true)
        #expect(story.reads[.application] != nil)
    }

    @Test func aPortalThatDoesNotKnowTheCallIsNotAskedAgain() {
        let story = opened(.submitted, permissions: [.close])
        close(story)
        story.send(.request(Self.id, .changed(.close, PortalError(notOffered: .cancelRequest))))
        story.answerApplication(with: .success(Made.fullApplication(5, .submitted)))
        story.press("x")
        #expect(story.state.toast?.text == "Cancelling a request is not offered by this portal.")
    }

    @Test func theDraftOfAClosedRequestGoesWithIt() {
        let draft = Made.draft("d5", application: 5)
        let story = opened(.returned, permissions: [.close, .saveDraft], stored: StoredState(drafts: [draft])) { _ in }
        story.press("x")
        guard case .confirm(let question) = story.state.overlay else {
            Issue.record("Nothing is asked.")
            return
        }
        #expect(question.question.contains("Answers that you have not submitted are deleted."))
        story.type("close")
        story.press(.enter)
        story.send(.request(Self.id, .changed(.close, nil)))
        #expect(story.effects.contains(.disk(.discardDraft(draft.id))))
        #expect(story.state.requests.drafts.isEmpty)
    }

    private func close(_ story: Story) {
        story.press("x")
        story.type("close")
        story.press(.enter)
    }

    @Test(
        "What cannot be closed says why",
        arguments: [
            (ApplicationState.approved, "It is approved: the committee alone can end the access."),
            (.rejected, "It is rejected: there is nothing to close."), (.closed, "It is closed already."),
        ])
    func notToBeClosed(state: ApplicationState, reason: String) {
        let story = opened(state)
        story.press("x")
        #expect(story.state.toast?.text == reason)
    }

    @Test("What the service does not permit is not offered, whatever the state")
    func permissions() {
        let story = opened(.returned, permissions: [.copyAsNew])
        story.press("x")
        #expect(story.state.toast?.text.hasPrefix("The portal does not let you close it now.") == true)
        story.press("e")
        #expect(story.state.toast?.text == "The portal does not let you edit it: its applicant can.")
        #expect(story.state.screen == .requests)
        story.press("D")
        #expect(story.state.toast?.text == "The portal does not let you change its datasets.")
        let offered = KeyMap.standard.hints(for: story.state).map(\.title)
        #expect(!offered.contains("close") && !offered.contains("edit") && !offered.contains("datasets"))
    }

    @Test func aServiceWithoutPermissionsIsGoneByTheState() {
        let offered = KeyMap.standard.hints(for: opened(.returned).state).map(\.title)
        #expect(offered.contains("close") && offered.contains("edit") && offered.contains("datasets"))
    }

    // MARK: - Datasets

    @Test func datasetsAreTickedOutOfTheRequestAndTheBasket() {
        let stored = StoredState(basket: [Made.basketItem(1), Made.basketItem(2), Made.basketItem(3)])
        let story = opened(.returned, permissions: [.changeDatasets], stored: stored)
        story.press("D")
        guard case .menu(let menu) = story.state.overlay else {
            Issue.record("No menu is open.")
            return
        }
        #expect(story.state.items(of: menu).map(\.key) == ["EGAD1", "EGAD2", "EGAD3"])
        story.press(" ", .enter)
        #expect(story.state.toast?.text == "A request asks for one dataset at least: tick one with Space.")
        story.press("j", "j", " ", .enter)
        #expect(story.effects.contains(.write(.changeRequest(Self.id, .datasets(["EGAD3"])))))
        story.send(.request(Self.id, .changed(.datasets(["EGAD3"]), nil)))
        #expect(story.state.basket.items.map(\.identifier) == ["EGAD1", "EGAD2"])
    }

    @Test func unchangedDatasetsAreNotSent() {
        let story = opened(.returned)
        story.press("D", .enter)
        #expect(story.state.overlay == nil)
        #expect(story.state.requests.changing.isEmpty)
    }

    // MARK: - Files and REMS

    @Test func anAttachedFileIsFetchedOrRead() {
        let file = Attachment(id: 9, filename: "plan.pdf", type: "application/pdf")
        let story = opened(.submitted) { $0.attachments = [file] }
        story.press("a", .enter)
        #expect(story.effects.contains(.file(.fetchAttachment(Self.id, file, isToRead: false))))
        story.press("a", "o")
        #expect(story.effects.contains(.file(.fetchAttachment(Self.id, file, isToRead: true))))
        #expect(story.state.overlay == nil)
        let none = opened(.submitted)
        none.press("a")
        #expect(none.state.toast?.text == "No file is attached to it.")
    }

    @Test func theAddressAtREMSIsCopiedWhereItIsKnown() {
        var profile = ProfileInfo.test
        profile.remsAddress = "https://rems.example"
        let story = opened(.returned, profile: profile)
        story.press("u")
        #expect(story.effects.contains(.host(.copy("https://rems.example/application/5"))))
        let without = opened(.returned)
        without.press("u")
        #expect(without.state.toast?.text.contains("rems: address") == true)
    }
}
