import Foundation
import PortalModel
import Testing

@Suite("The status of the services")
struct HealthTests {
    private static let discovery = ServicePlace(.discovery, at: "https://portal.example/discovery")
    private static let access = ServicePlace(.access, at: "https://portal.example/daam")

    @Test("S asks all services at once, each is shown when it has answered, r asks again")
    func askedAtOnce() throws {
        let story = begun()
        story.press("S")
        #expect(story.state.overlay == .health(offset: 0))
        let asked = story.effects.compactMap { if case .read(_, .health(let place)) = $0 { place } else { nil } }
        #expect(asked == [Self.discovery, Self.access])
        #expect(story.timers[.ticker] != nil)
        answer(story, ServiceFinding(Self.access, .unreachable, milliseconds: 5001, detail: "No answer within 5 s."))
        #expect(story.state.health.findings[.access]?.state == .unreachable)
        #expect(story.state.health.pending[.discovery] != nil)
        answer(story, ServiceFinding(Self.discovery, .healthy, milliseconds: 12))
        #expect(story.state.health.pending.isEmpty)
        story.press("r")
        #expect(story.state.health.pending.count == 2)
        // What was found stays until the new answer is there.
        #expect(story.state.health.findings[.access]?.milliseconds == 5001)
        answer(story, ServiceFinding(Self.access, .healthy, milliseconds: 30))
        #expect(story.state.health.findings[.access]?.state == .healthy)
    }

    @Test("Esc closes it and asks no further; a late answer is nobody's")
    func closed() throws {
        let story = begun()
        story.press("S")
        let late = try #require(story.reads[.health(.access)]?.readID)
        story.press(.escape)
        #expect(story.state.overlay == nil)
        #expect(story.effects == [.cancelRead(.health(.discovery)), .cancelRead(.health(.access))])
        story.send(.healthAnswered(late, ServiceFinding(Self.access, .healthy, milliseconds: 1)))
        #expect(story.state.health.findings.isEmpty)
    }

    @Test("F7 shows it while a text is typed, and a login below comes back")
    func overTyping() throws {
        let story = begun()
        story.press("/")
        story.type("glio")
        story.press(.function(7))
        #expect(story.state.overlay == .health(offset: 0))
        story.press(.escape)
        #expect(story.state.browser.focus == .search)
        #expect(story.state.browser.searchField.text == "glio")
        story.press(.function(6), .function(7), .escape)
        #expect(story.state.overlay == .login)
    }

    @Test("^C stops asking before anything else is left")
    func stopped() {
        let story = begun()
        story.press("S", .control("c"))
        #expect(story.state.health.pending.isEmpty)
        #expect(story.state.overlay == .health(offset: 0))
        story.press(.control("c"))
        #expect(story.state.overlay == nil)
    }

    private func begun() -> Story {
        let story = Story(
            profile: ProfileInfo(
                name: "gdi", title: "GDI", signInWay: .device, services: [Self.discovery, Self.access]))
        story.start()
        story.answerAllPages(total: 3)
        story.answerFilters(with: .success(Made.filters))
        story.answerApplications(with: .success([]))
        story.answerEntitlements(with: .success([]))
        return story
    }

    private func answer(_ story: Story, _ finding: ServiceFinding, at place: SourceLocation = #_sourceLocation) {
        guard let id = story.take(.health(finding.place.service), sourceLocation: place) else { return }
        story.send(.healthAnswered(id, finding))
    }
}
