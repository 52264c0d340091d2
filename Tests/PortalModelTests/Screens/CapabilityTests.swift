import Foundation
import PortalModel
import Testing

@Suite("What a portal cannot do")
struct CapabilityTests {
    @Test("The reason names what is missing, and why")
    func reasons() {
        var capabilities = Capabilities()
        capabilities.lose([.individualLevel, .matchingAny], because: .catalogue(.notOfREMS))
        let story = begun(capabilities)
        story.press("a")
        #expect(
            story.state.toast?.text
                == "Matching any of the words is not offered here. A REMS catalogue does not have it.")
        #expect(story.state.browser.query.matching == .all)
    }

    @Test("A portal that takes requests whole shows what it has, and lets nobody edit it")
    func takenWhole() {
        let story = begun(Capabilities(submission: .atOnce), applications: [Made.application(1, .draft)])
        story.press("3")
        story.press("e")
        #expect(story.state.screen == .requests)
        #expect(story.state.toast?.text.hasPrefix("This portal takes a request as a whole") == true)
        story.press(.enter)
        #expect(story.state.requests.open?.id == ApplicationID(1))
    }

    private func begun(_ capabilities: Capabilities, applications: [ApplicationSummary] = []) -> Story {
        let story = Story(
            profile: ProfileInfo(name: "guide", title: "Guide", user: "ada", capabilities: capabilities))
        story.start()
        story.answerAllPages(total: 3)
        story.answerFilters(with: .success(Made.filters))
        story.answerApplications(with: .success(applications))
        story.answerEntitlements(with: .success([]))
        return story
    }
}
