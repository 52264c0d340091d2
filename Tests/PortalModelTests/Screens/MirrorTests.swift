import Foundation
import PortalModel
import Testing

@Suite("The catalogue on this machine")
struct MirrorTests {
    private func facts(datasets: Int = 3000) -> MirrorFacts {
        MirrorFacts(
            path: "/m.sqlite", bytes: 1, datasets: datasets, total: datasets, fullRecords: 0,
            checkedAt: Story.beginning.addingTimeInterval(-7200), isWhole: true, isPrivate: false, isShared: false)
    }

    private func page(_ titles: String..., remarks: MirrorRemarks? = nil) -> Answer {
        .page(
            SearchPage(
                start: 0, total: titles.count,
                results: titles.map { .dataset(DatasetSummary(id: DatasetID($0), title: $0)) }, mirrored: remarks))
    }

    /// At the list, with what the portal has found.
    private func begun() throws -> Story {
        let story = Story()
        story.start()
        try answer(story, .results(page: 0), page("a", "b"))
        try answer(story, .filters, .filters([]))
        return story
    }

    private func answer(
        _ story: Story, _ slot: ReadSlot, _ answer: Answer, at place: SourceLocation = #_sourceLocation
    ) throws {
        let id = try #require(story.take(slot, sourceLocation: place))
        story.send(.answered(id, .success(answer)))
    }

    private func asked() throws -> Story {
        let story = try begun()
        story.press("o")
        story.send(.mirror(.found(.success(facts()))))
        story.press(.enter)
        return story
    }

    @Test("o shows what there is; without a copy nobody can be asked but the portal")
    func none() throws {
        let story = try begun()
        story.press("o")
        #expect(story.effects == [.mirror(.look)])
        story.send(.mirror(.found(.success(nil))))
        story.press(.enter)
        #expect(story.state.browser.source == .portal)
        #expect(story.state.overlay == .mirror(offset: 0))
    }

    @Test("One filling at a time; it goes on when the overlay is closed, and can be stopped")
    func filling() throws {
        let story = try begun()
        story.press("o", "s")
        #expect(story.effects.first == .mirror(.fill))
        story.press("s")
        #expect(!story.effects.contains(.mirror(.fill)))
        story.send(.mirror(.progressed(MirrorProgress(.filling, done: 20, total: 40))))
        #expect(story.state.mirror.filling?.progress?.part == 0.5)
        story.press(.escape)
        #expect(story.state.overlay == nil)
        #expect(story.state.mirror.filling != nil)
        story.press("o", "x")
        #expect(story.effects == [.mirror(.stop)])
        story.send(.mirror(.filled(.failure(PortalError(.cancelled, operation: "filling the mirror")))))
        #expect(story.state.toast?.message == .mirror(.fillStopped))
        #expect(story.state.mirror.filling == nil)
    }

    @Test("R reads full records too, as many as are chosen")
    func records() throws {
        let story = try begun()
        story.press("o")
        story.press("R")
        #expect(story.effects.isEmpty)
        let menu = try #require(story.state.shownMenu)
        #expect(menu.subject == .mirrorRecords && story.state.items(of: menu).count == 4)
        // Back to what the mirror holds, and nothing is asked.
        story.press(.escape)
        #expect(story.state.overlay == .mirror(offset: 0) && story.effects.isEmpty)
        story.press("R")
        story.press(.enter)
        #expect(story.effects.first == .mirror(.fillWithRecords(500)))
        #expect(story.state.overlay == .mirror(offset: 0))
        story.press("R", "s")
        #expect(!story.effects.contains(.mirror(.fill)), "one filling at a time")
    }

    @Test("No more are offered than are lacking, and all of those")
    func lackingRecords() throws {
        let story = try begun()
        story.press("o")
        story.send(.mirror(.found(.success(facts()))))
        story.press("R")
        let menu = try #require(story.state.shownMenu)
        #expect(
            story.state.items(of: menu).map(\.title) == [
                .mirror(.recordsToRead(count: 100, isAll: false)), .mirror(.recordsToRead(count: 500, isAll: false)),
                .mirror(.recordsToRead(count: 2000, isAll: false)), .mirror(.recordsToRead(count: 3000, isAll: true)),
            ])
        story.press(.end, .enter)
        #expect(story.effects.first == .mirror(.fillWithRecords(3000)))
    }

    @Test("By a column of the table the mirror orders, and chosen once more the other way round")
    func ordersByColumn() throws {
        let story = try asked()
        try answer(story, .results(page: 0), page("c"))
        story.press("t")
        func orderByPublisher() { story.press("s", .end, .enter) }
        orderByPublisher()
        #expect(story.state.browser.query.facets.map(\.value.value) == ["sort:publisher"])
        #expect(story.pagesUnderWay == [0])
        orderByPublisher()
        #expect(story.state.browser.query.facets.map(\.value.value) == ["sort:-publisher"])
        #expect(story.state.columnOfOrder?.column == .publisher)
        story.press("s", .home, "j", .enter)
        #expect(story.state.browser.query.facets.isEmpty)
        #expect(story.state.browser.query.sort == .newest)
    }

    @Test("What is asked of the mirror says so, and takes nothing from what was kept of the portal")
    func asksTheMirror() throws {
        let story = try asked()
        #expect(story.state.browser.source == .mirror)
        #expect(story.state.browser.results.total == 0, "what the portal found is not what the mirror finds")
        let id = try #require(story.reads[.results(page: 0)]?.readID)
        #expect(id.source == .mirror)
        #expect(story.reads[.filters]?.readID?.source == .mirror)
        let remarks = MirrorRemarks(checkedAt: Story.beginning.addingTimeInterval(-7200), isWhole: true)
        try answer(story, .results(page: 0), page("c", remarks: remarks))
        #expect(story.state.browser.results.fetchedAt == Story.beginning.addingTimeInterval(-7200))
        story.press("3")
        let list = try #require(story.reads[.applications]?.readID)
        #expect(list.source == .portal, "requests are the portal's alone")
    }

    @Test(
        "What no portal can be asked, the mirror can: it stands among the facets as it was typed",
        arguments: ["-lung", "(lung or publisher:EBI)", "-(lung or heart)"])
    func wholeLine(line: String) throws {
        let story = try asked()
        try answer(story, .results(page: 0), page("c"))
        let publisher = Filter(
            key: FilterKey(source: "ckan", key: "publisher"), kind: .dropdown, label: "Publisher",
            values: [FilterValue(term: LabelledValue(value: "EBI", label: "EBI"))])
        try answer(story, .filters, .filters([publisher]))
        story.press("/")
        story.type(line)
        story.press(.enter)
        #expect(story.state.browser.query.facets.map(\.isPartOfLine) == [true])
        let written = story.state.browser.query.line(QueryNames([publisher])).text
        #expect(try QueryLine.parse(written) == QueryLine.parse(line))
        story.press("o", .enter)
        #expect(story.state.browser.source == .portal)
        #expect(story.state.browser.query.facets.isEmpty, "the portal would find all datasets by it")
        #expect(
            story.state.toast?.message
                == .several([.mirror(.asksPortal), .mirror(.facetsLeft(count: 1, to: .portal))]))
    }

    @Test("Words and conditions that a portal takes stay words and facets")
    func plainParts() throws {
        let story = try asked()
        story.press("/")
        story.type("heart -lung sort:publisher")
        story.press(.enter)
        #expect(story.state.browser.query.text == "heart")
        #expect(story.state.browser.query.facets == [.part(ofLine: "-lung"), .part(ofLine: "sort:publisher")])
    }

    @Test("Where the portal is not reached, what is on this machine is offered, and only then")
    func offered() throws {
        let story = try begun()
        story.press("r")
        let id = try #require(story.reads[.results(page: 0)]?.readID)
        story.send(.answered(id, .failure(PortalError(.offline, operation: "search"))))
        #expect(story.effects.contains(.mirror(.look)))
        story.send(.mirror(.found(.success(facts()))))
        #expect(story.state.toast?.message == .mirror(.canAnswer(datasets: 3000, age: 7200)))
        #expect(story.state.browser.source == .portal, "nothing changes over by itself")

        let refused = try begun()
        refused.press("r")
        let other = try #require(refused.reads[.results(page: 0)]?.readID)
        refused.send(.answered(other, .failure(PortalError(.forbidden, operation: "search"))))
        #expect(!refused.effects.contains(.mirror(.look)))
    }

    @Test("A filling brings what is shown of the mirror up to date, and leaves what is shown of the portal")
    func filled() throws {
        let report = MirrorReport(new: 1, changed: 0, removed: 0, datasets: 3001)
        let story = try asked()
        try answer(story, .results(page: 0), page("c"))
        story.send(.mirror(.filled(.success(report))))
        #expect(story.reads[.results(page: 0)] != nil)
        let other = try begun()
        other.send(.mirror(.filled(.success(report))))
        #expect(other.reads[.results(page: 0)] == nil)
    }

    @Test("A mirror that cannot be read costs the portal none of its features")
    func unreadable() throws {
        let story = try asked()
        let id = try #require(story.reads[.filters]?.readID)
        let damaged = PortalError(.local, operation: "reading the mirror", because: .mirror(.damaged(path: "/m")))
        story.send(.answered(id, .failure(damaged)))
        story.press("o", .enter)
        #expect(story.state.offered(.filters) == .available)
    }
}
