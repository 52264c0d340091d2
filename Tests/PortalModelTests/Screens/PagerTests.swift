import Foundation
import PortalModel
import Testing

@Suite("Documents in the person's own pager")
struct PagerTests {
    private static let terms = Licence(
        id: 1, title: LocalizedText("Terms"), content: .text(LocalizedText("Be good.")))
    private static let fault = PortalError(
        .local, operation: "showing the text in a pager", detail: "“less” ended with status 2.")

    private func licence() -> FormStory {
        var story = FormStory([FormStory.field("title", .text, isOptional: true)], licences: [Self.terms])
        story.perform(.nextStep)
        story.press(.enter)
        return story
    }

    @Test("A licence that is open is read there, and stays open")
    func licenceIsPaged() {
        var story = licence()
        story.press("v")
        #expect(story.effects == [.host(.page(.text("Be good.")))])
        story.send(.pagerClosed(nil))
        #expect(story.state.overlay == .licence(offset: 0))
        #expect(story.state.toast == nil && story.state.failures.isEmpty)
    }

    @Test("So is a text")
    func textIsPaged() {
        var story = licence()
        story.edit { $0.overlay = .text(title: .verbatim("A file"), body: .verbatim("Its words"), offset: 0) }
        story.press("v")
        #expect(story.effects == [.host(.page(.text("Its words")))])
    }

    @Test("Where there is no document there is no pager")
    func nothingToRead() {
        let story = Story()
        story.start()
        story.press("v")
        #expect(!story.effects.contains { if case .host(.page) = $0 { true } else { false } })
    }

    @Test("A pager that fails is told, and the document is still there")
    func failure() {
        var story = licence()
        story.press("v")
        story.send(.pagerClosed(Self.fault))
        #expect(story.state.toast?.text == "“less” ended with status 2.")
        #expect(story.state.overlay == .licence(offset: 0))
    }
}
