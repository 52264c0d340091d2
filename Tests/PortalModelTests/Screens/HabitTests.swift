import PortalModel
import Testing

/// What a person expects of any program of this kind.
@Suite("Habits")
struct HabitTests {
    @Test("Opening the search again selects what was searched for: typing replaces it")
    func searchingAnew() {
        let story = Story.begun()
        story.press("/")
        story.type("cancer")
        story.press(.enter, "/")
        #expect(story.state.browser.searchField.isSelected)
        story.type("heart")
        #expect(story.state.browser.searchField.text == "heart")
    }

    @Test("A key that moves keeps the search for going on with it, and deleting takes all of it")
    func searchingOn() {
        let story = Story.begun()
        story.press("/")
        story.type("cancer")
        story.press(.enter, "/", .end)
        story.type(" long-read")
        #expect(story.state.browser.searchField.text == "cancer long-read")
        story.press(.enter, "/", .backspace)
        #expect(story.state.browser.searchField.isEmpty)
    }

    @Test("A paste takes the place of a selected search")
    func pasting() {
        let story = Story.begun()
        story.press("/")
        story.type("cancer")
        story.press(.enter, "/")
        story.paste("phs000178")
        #expect(story.state.browser.searchField.text == "phs000178")
    }

    @Test("A dataset opens on its overview, whatever part of the last one was looked at")
    func openingADataset() {
        let story = Story.begun()
        story.press(.enter)
        story.answerDataset(with: .success(Made.detail(0)))
        story.press(.backTab)
        #expect(story.state.browser.detail?.tab != .overview)
        story.press(.escape, .down, .enter)
        #expect(story.state.browser.detail?.tab == .overview)
    }

    @Test("Quitting asks when the disk refused something, and only then")
    func quitting() {
        let story = Story.begun()
        story.press("b")
        story.send(.basketKept(PortalError(.local, operation: "saving the basket", detail: "The disk is full.")))
        story.press("q")
        #expect(!story.state.isQuitting)
        guard case .confirm(let question) = story.state.overlay else {
            Issue.record("Nothing was asked.")
            return
        }
        #expect(question.question.contains("The disk is full."))
        story.press(.escape)
        #expect(!story.state.isQuitting)
        story.press("q")
        story.type("quit")
        story.press(.enter)
        #expect(story.state.isQuitting)
        #expect(story.effects.contains(.host(.quit)))
    }

    @Test("Quitting asks nothing when everything is on the disk")
    func quittingQuietly() {
        let story = Story.begun()
        story.press("q")
        #expect(story.state.isQuitting)
    }

    @Test("A click on a pane's name in the header goes there")
    func header() {
        let story = Story.begun()
        for (screen, command) in [
            (Screen.basket, Command.showBasket), (.requests, .showRequests), (.browser, .showBrowser),
        ] {
            story.send(.clicked(.pane(command), .press))
            #expect(story.state.screen == screen)
        }
    }

    @Test("A message stays with the screen that it was about")
    func messages() {
        let story = Story.begun()
        story.press("b")
        #expect(story.state.toast != nil)
        story.press("2")
        #expect(story.state.toast == nil)
    }
}
