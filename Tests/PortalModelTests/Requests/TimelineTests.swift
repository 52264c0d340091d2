import Foundation
import PortalModel
import Testing

@Suite("What happened to a request")
struct TimelineTests {
    private func event(_ type: String, _ seconds: Double, expires: Double? = nil) -> ApplicationEvent {
        ApplicationEvent(
            actor: "ada", time: Story.beginning.addingTimeInterval(seconds), type: "application.event/\(type)",
            expires: expires.map { Story.beginning.addingTimeInterval($0) })
    }

    private func application(_ state: ApplicationState, _ events: [ApplicationEvent]) -> Application {
        Application(id: ApplicationID(1), title: "Asthma", state: state, events: events)
    }

    @Test(
        "Events are told in words, unknown ones by their names",
        arguments: [
            ("licenses-accepted", "licences accepted"), ("member-uninvited", "invitation taken back"),
            ("submitted", "submitted"), ("voted-on-twice", "voted on twice"),
        ])
    func words(type: String, words: String) { #expect(event(type, 0).words == words) }

    @Test("The oldest stands first, whichever way the service has them")
    func order() {
        let events = [event("created", 0), event("draft-saved", 0), event("submitted", 60)]
        #expect(application(.submitted, events).timeline == events)
        #expect(application(.submitted, events.reversed()).timeline == events)
    }

    @Test("A draft goes when REMS has said so, unless somebody went on with it")
    func expiry() {
        let warned = [event("created", 0), event("expiration-notifications-sent", 100, expires: 500)]
        #expect(application(.draft, warned).expires == Story.beginning.addingTimeInterval(500))
        #expect(application(.draft, warned + [event("draft-saved", 200)]).expires == nil)
        #expect(application(.submitted, warned).expires == nil)
        #expect(application(.draft, [event("created", 0)]).expires == nil)
    }
}
