import PortalModel
import Testing

@Suite("Basket")
struct BasketTests {
    private func listing(_ datasets: DatasetSummary...) -> Story {
        let story = Story.begun()
        story.press("r")
        story.answerSearch(with: .success(.of(datasets)))
        return story
    }

    @Test("b puts the dataset in and b again takes it out; each change goes to disk")
    func togglesFromTheList() {
        let story = Story.begun()
        story.pass(seconds: 5)
        story.press("b")
        let item = Made.basketItem(0, at: story.state.now)
        #expect(story.state.basket.items == [item])
        #expect(story.effects.first == .disk(.keepBasket([item])))
        #expect(story.state.toast?.says(.success, "In the basket.") == true)
        story.press("b")
        #expect(story.effects.first == .disk(.keepBasket([])))
        #expect(story.state.basket.lastRemoved == [item])
    }

    @Test("b works on the dataset that is open")
    func fromTheDetail() {
        let story = Story.begun()
        story.press("j", .enter)
        story.answerDataset(with: .success(Made.detail(1)))
        story.press("b")
        #expect(story.state.basket.items.map(\.id.rawValue) == ["d1"])
    }

    @Test("A dataset that its provider governs is refused, with the address where it is known")
    func refusesExternal() {
        let story = listing(Made.dataset(5, isExternal: true))
        story.press("b")
        #expect(story.state.basket.items.isEmpty)
        #expect(
            story.state.toast?.text
                == "“Dataset 5” is governed by its provider: ask for access there; ↵ shows where.")
        story.press(.enter)
        var detail = Made.detail(5)
        detail.summary.isExternallyGoverned = true
        story.answerDataset(with: .success(detail))
        story.press("b")
        #expect(
            story.state.toast?.text
                == "“Dataset 5” is governed by its provider: ask for access there at https://example.org/d5.")
        #expect(story.effects.allSatisfy { if case .disk(.keepBasket) = $0 { false } else { true } })
        // Without an address, whoever else is known.
        detail.distributions = []
        story.press("r")
        story.answerDataset(with: .success(detail))
        story.press("b")
        #expect(story.state.toast?.text.hasSuffix("its contact is Help desk, help@example.org.") == true)
    }

    @Test("A series and a dataset without identifier are refused with the reason")
    func refusesSeriesAndNameless() {
        let story = listing(Made.dataset(1, isSeries: true), Made.dataset(2, identifier: .some(nil)))
        story.press("b")
        #expect(
            story.state.toast?.text
                == "“Dataset 1” is a series: ↵ opens it, and b there puts its datasets into the basket.")
        story.press("j", "b")
        #expect(
            story.state.toast?.text == "“Dataset 2” has no identifier that access could be asked with.")
        #expect(story.state.basket.items.isEmpty)
    }

    @Test("Of several marked ones the good ones go in and the others are spoken of")
    func someAreRefused() {
        let story = listing(
            Made.dataset(1), Made.dataset(2, isSeries: true), Made.dataset(3, identifier: ""), Made.dataset(4))
        story.press(" ", " ", " ", " ", "b")
        #expect(story.state.basket.items.map(\.id.rawValue) == ["d1", "d4"])
        #expect(story.state.toast?.text.hasSuffix("(and 1 more)") == true)
        #expect(story.state.toast?.kind == .warning)
        #expect(story.state.browser.marks.isEmpty)
    }

    @Test("Marked ones that are in already are said to be")
    func alreadyIn() {
        let story = Story.begun()
        story.press("b", " ", "b")
        #expect(story.state.basket.items.count == 1)
        #expect(story.state.toast?.text == "They are in the basket already.")
    }

    @Test("d takes out and u puts back")
    func undo() {
        let story = Story.begun(
            stored: StoredState(basket: [Made.basketItem(1), Made.basketItem(2), Made.basketItem(3)]))
        story.press("2", "u")
        #expect(story.state.toast?.says(.warning, "Nothing was taken out.") == true)
        story.press("j", "d")
        #expect(story.state.basket.items.map(\.id.rawValue) == ["d1", "d3"])
        story.press("u")
        #expect(story.state.basket.items.map(\.id.rawValue) == ["d1", "d2", "d3"])
        #expect(story.effects.first == .disk(.keepBasket(story.state.basket.items)))
        story.press("u")
        #expect(story.state.basket.items.count == 3)
    }

    @Test("Taking the last one out keeps the cursor in the list")
    func removesTheLast() {
        let story = Story.begun(stored: StoredState(basket: [Made.basketItem(1), Made.basketItem(2)]))
        story.press("2", "G", "d")
        #expect(story.state.basket.selection == 0)
        story.press("d", "d")
        #expect(story.state.toast?.says(.warning, "The basket is empty.") == true)
    }

    @Test("Enter opens the dataset from the basket")
    func opens() {
        let story = Story.begun(stored: StoredState(basket: [Made.basketItem(8)]))
        story.press("2", .enter)
        #expect(story.state.screen == .browser)
        #expect(story.state.browser.focus == .detail)
        #expect(story.effects.first == .read(ReadID(.dataset, story.state.lastRead), .dataset(DatasetID("d8"))))
    }

    @Test("A request needs something in the basket, and an id from outside of the model")
    func newRequest() {
        let story = Story.begun()
        story.press("2", "n")
        #expect(story.state.toast?.says(.warning, "The basket is empty: b in the datasets puts one in.") == true)
        story.press(.escape, "b", "2", "n")
        #expect(story.effects == [.makeDraftID])
        story.send(.draftIDMade(DraftID("new")))
        #expect(story.state.screen == .wizard)
        #expect(story.state.wizard?.session.draft.identifiers == ["EGAD0"])
        #expect(story.state.basket.items.count == 1)
    }

    @Test("The basket is called kept once the disk has confirmed it")
    func keptWhenConfirmed() {
        let story = Story.begun()
        #expect(story.state.basket.isKept)
        story.press("b", "b", "b")
        story.send(.basketKept(nil))
        story.send(.basketKept(nil))
        #expect(!story.state.basket.isKept)
        story.send(.basketKept(nil))
        #expect(story.state.basket.isKept)
    }

    @Test("When the disk does not take the basket the screen says what is safe")
    func diskFails() {
        let story = Story.begun()
        story.press("b")
        story.send(.basketKept(PortalError(.local, operation: "saving the basket", detail: "The disk is full.")))
        #expect(
            story.state.toast?.text
                == "Something failed on this machine. The disk is full. The basket is kept while the program runs. "
                + "It is written again at the next change.")
        #expect(story.state.basket.saveError != nil)
        story.send(.basketKept(nil))
        #expect(story.state.basket.saveError == nil)
    }
}
