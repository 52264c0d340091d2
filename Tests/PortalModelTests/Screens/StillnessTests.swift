import Foundation
import PortalModel
import Testing

@Suite("NO_MOTION: nothing is drawn by time alone")
struct StillnessTests {
    private func story(isStill: Bool) -> Story {
        let story = Story()
        if isStill { story.beStill() }
        return story
    }

    /// A frame follows an action, and what comes by itself is a timer: where none runs nothing is drawn while a call is
    /// pending. Polling asks for news, and draws what is new.
    @Test("While calls are pending and a message stands no timer runs", arguments: [true, false])
    func pending(isStill: Bool) {
        let story = story(isStill: isStill)
        story.start()
        #expect(story.state.isLoading)
        #expect((story.timers[.ticker] == nil) == isStill)
        story.press("S")
        story.press(.escape)
        story.press("u")
        story.press(.control("c"))
        #expect(story.state.toast != nil)
        #expect((story.timers[.clearToast] == nil) == isStill)
        if isStill { #expect(Set(story.timers.keys).isSubset(of: [.pollRequests])) }
    }

    @Test("A message that does not go by itself goes with the next key")
    func messagesGo() {
        let story = story(isStill: true)
        story.start()
        story.press(.control("c"))
        #expect(story.state.toast != nil)
        story.pass(seconds: 60)
        story.press("j")
        #expect(story.state.toast == nil)
    }
}
