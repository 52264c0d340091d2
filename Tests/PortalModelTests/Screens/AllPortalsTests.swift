import Foundation
import Testing

@testable import PortalModel

@Suite("One search of all portals, on the screen")
struct AllPortalsTests {
    private static func known(_ name: String) -> KnownPortal {
        KnownPortal(
            PortalDraft(name: name, discovery: "https://\(name).example"), name: name, title: name.capitalized)
    }

    private static let list = [
        KnownPortal(nil, name: "demo", title: "Demo portal", drafts: nil), known("north"), known("south"),
    ]

    private static func dataset(_ id: String, _ identifier: String? = nil) -> DatasetSummary {
        DatasetSummary(id: DatasetID(id), identifier: identifier, title: "Title of \(id)")
    }

    private static func answered(_ datasets: DatasetSummary..., total: Int? = nil) -> PortalOutcome {
        .answered(PortalFinds(datasets: datasets, total: total ?? datasets.count))
    }

    private static let doi = "10.5281/zenodo.42"

    /// What was asked last.
    private func search(_ story: Story) throws -> AllPortalsSearch {
        for case .portals(.searchAll(let search)) in story.effects { return search }
        throw PortalError(.local, operation: "nothing was asked", because: nil)
    }

    /// "lung" is asked, and nobody has answered yet.
    private func asked() throws -> (Story, AllPortalsSearch) {
        let story = Story()
        story.start()
        story.press("A")
        #expect(story.effects == [.portals(.listPortals)])
        story.send(.portals(.listed(.success(Self.list))))
        story.type("lung")
        story.press(.enter)
        return (story, try search(story))
    }

    @Test("All that are set up are asked the same, and the one that is open")
    func asks() throws {
        let (story, search) = try asked()
        #expect(search.line.text == "lung")
        #expect(search.seconds == AllPortalsState.patience)
        let open = try #require(story.state.profile?.name)
        #expect(search.portals == [open, "north", "south"])
        #expect(story.state.allPortals.isAsking)
    }

    @Test("The portals of a group are asked alone, and all of them again")
    func asksAGroup() throws {
        let story = Story()
        story.start()
        story.press("A")
        story.send(.portals(.grouped([PortalGroup(name: "clinical", members: ["south"])])))
        story.send(.portals(.listed(.success(Self.list))))
        story.press(.function(4), .down)
        #expect(story.state.shownMenu?.subject == .portalGroups)
        story.press(.enter)
        #expect(story.state.overlay == .allPortals && story.state.askedGroup?.name == "clinical")
        story.type("lung")
        story.press(.enter)
        #expect(try search(story).portals == ["south"])
        // The same is asked of all at once.
        story.press("p")
        story.press(.home, .enter)
        #expect(try search(story).portals.suffix(2) == ["north", "south"])
        #expect(try search(story).line.text == "lung")
        // What is closed changes nothing; where there are no groups there is nothing to choose.
        story.press("p")
        story.press(.escape)
        #expect(story.state.overlay == .allPortals && story.effects.isEmpty)
        story.send(.portals(.grouped([])))
        story.press("p")
        #expect(story.state.overlay == .allPortals)
    }

    @Test("Tab completes the line by the filters of the portal that is open, and Escape gives back what was typed")
    func completes() throws {
        let story = Story()
        story.start()
        let filters = try #require(story.take(.filters, sourceLocation: #_sourceLocation))
        story.send(.answered(filters, .success(.filters(Made.filters))))
        story.press("A")
        story.send(.portals(.listed(.success(Self.list))))
        story.type("lung th")
        story.press(.tab)
        #expect(story.state.allPortals.line.text == "lung theme:")
        let values = try #require(story.state.allPortals.completion)
        #expect(values.items.count > 1)
        story.press(.tab)
        let chosen = story.state.allPortals.line.text
        #expect(chosen.hasPrefix("lung theme:") && chosen != "lung theme:")
        story.press(.escape)
        #expect(story.state.allPortals.line.text == "lung theme:")
        #expect(story.state.overlay == .allPortals && story.state.allPortals.completion == nil)
        story.press(.tab, .tab, .enter)
        #expect(story.state.allPortals.query == nil, "Enter takes what is chosen")
        story.press(.enter)
        #expect(try search(story).line.conditions.count == 1)
    }

    @Test("Each answer is shown when it comes, and what both have is one line")
    func showsAsItComes() throws {
        let (story, search) = try asked()
        story.send(
            .portals(.found(search.number, portal: "south", Self.answered(Self.dataset("s1", Self.doi), total: 9))))
        #expect(story.state.allPortals.rows.map(\.portals) == [["south"]])
        #expect(story.state.allPortals.hasMore)
        let north = Self.answered(Self.dataset("n1"), Self.dataset("n2", "https://doi.org/\(Self.doi)"))
        story.send(.portals(.found(search.number, portal: "north", north)))
        #expect(story.state.allPortals.rows.map(\.portals) == [["north"], ["south", "north"]])
        #expect(story.state.allPortals.inSeveral == 1)
        story.press("m")
        #expect(try self.search(story).rows == 2 * search.rows)
    }

    @Test("The cursor stays on its dataset while others come before it")
    func cursorStays() throws {
        let (story, search) = try asked()
        story.send(
            .portals(.found(search.number, portal: "south", Self.answered(Self.dataset("s1"), Self.dataset("s2")))))
        story.press(.down)
        #expect(story.state.allPortals.selected?.first.dataset.id.rawValue == "s2")
        story.send(
            .portals(.found(search.number, portal: "north", Self.answered(Self.dataset("n1"), Self.dataset("n2")))))
        #expect(story.state.allPortals.rows.count == 4)
        #expect(story.state.allPortals.selected?.first.dataset.id.rawValue == "s2")
    }

    @Test("Answers to an older search are dropped")
    func staleAnswers() throws {
        let (story, first) = try asked()
        story.press("/")
        story.type(" cancer")
        story.press(.enter)
        let second = try search(story)
        #expect(second.line.text == "lung cancer")
        #expect(second.number != first.number)
        story.send(.portals(.found(first.number, portal: "north", Self.answered(Self.dataset("old")))))
        #expect(story.state.allPortals.rows.isEmpty)
        #expect(story.state.allPortals.isAsking)
    }

    @Test("A slow and a failing portal end the waiting, and the failure is in the log")
    func slowAndFailing() throws {
        let (story, search) = try asked()
        let error = PortalError(.offline, operation: "search")
        for name in search.portals where name != "north" && name != "south" {
            story.send(.portals(.found(search.number, portal: name, Self.answered())))
        }
        story.send(.portals(.found(search.number, portal: "north", .slow(seconds: 10, nil))))
        #expect(story.state.allPortals.isAsking)
        story.send(.portals(.found(search.number, portal: "south", .failed(error, nil))))
        #expect(!story.state.allPortals.isAsking)
        #expect(story.state.failures.last?.error == error)
    }

    @Test("What is wrong with the line is said, and nobody is asked")
    func wrongLine() throws {
        let story = Story()
        story.start()
        story.press("A")
        story.send(.portals(.listed(.success(Self.list))))
        story.type("theme:")
        story.press(.enter)
        #expect(story.effects.isEmpty)
        #expect(story.state.allPortals.problem?.start == 6)
        story.type("x")
        #expect(story.state.allPortals.problem == nil)
    }

    @Test("Portals that are not known yet are asked as soon as they are")
    func asksLater() throws {
        let story = Story()
        story.start()
        story.press("A")
        story.type("lung")
        story.press(.enter)
        #expect(story.effects == [.portals(.listPortals)])
        story.send(.portals(.listed(.success(Self.list))))
        #expect(try search(story).line.text == "lung")
    }

    @Test("A page is read at each portal that has the dataset; a late one is dropped")
    func pages() throws {
        let (story, search) = try asked()
        story.send(.portals(.found(search.number, portal: "north", Self.answered(Self.dataset("n1", Self.doi)))))
        story.send(.portals(.found(search.number, portal: "south", Self.answered(Self.dataset("s1", Self.doi)))))
        story.press(.enter)
        #expect(story.effects == [.portals(.describe(1, portal: "north", DatasetID("n1")))])
        story.press("p")
        #expect(story.effects == [.portals(.describe(2, portal: "south", DatasetID("s1")))])
        let old = DatasetDetail(summary: Self.dataset("n1"))
        story.send(.portals(.described(1, .success(old))))
        #expect(story.state.allPortals.opened?.isLoading == true)
        story.send(.portals(.described(2, .success(DatasetDetail(summary: Self.dataset("s1"))))))
        #expect(story.state.allPortals.opened?.detail?.summary.id.rawValue == "s1")
        story.press(.tab)
        #expect(story.state.allPortals.opened?.tab == .files)
        story.press(.escape)
        #expect(story.state.allPortals.opened == nil)
        #expect(story.state.overlay == .allPortals)
        story.press(.escape)
        #expect(story.state.overlay == nil)
        story.press("A")
        #expect(story.state.allPortals.rows.count == 1, "it is as it was left")
    }

    @Test("Access is asked for at the portal that has it: the question names it, and its page opens there")
    func goesThere() throws {
        let (story, search) = try asked()
        story.send(.portals(.found(search.number, portal: "south", Self.answered(Self.dataset("s1")))))
        story.press("b")
        guard case .confirm(let question) = story.state.overlay else {
            Issue.record("\(String(describing: story.state.overlay))")
            return
        }
        #expect(question.subject == .goToPortal(PlacedDataset(portal: "south", dataset: Self.dataset("s1"))))
        #expect(question.question == .portals(.goThere(title: "South", dataset: "Title of s1")))
        story.press(.escape)
        #expect(story.state.overlay == .allPortals, "nothing has changed")
        story.press("b")
        story.pass(seconds: 2)
        story.press(.enter)
        #expect(story.effects.contains(.portals(.finishCalls)))
        story.send(.portals(.callsFinished))
        #expect(story.effects == [.portals(.openPortal(.named("south")))])
        var south = ProfileInfo.test
        south.name = "south"
        story.send(.portalOpened(.success(south)))
        story.send(.started(StoredState()))
        #expect(story.state.browser.detail?.id == DatasetID("s1"))
        #expect(story.state.browser.focus == .detail)
        #expect(story.state.allPortals.rows.count == 1, "the search is still there")
        story.press(.escape, "A", "b")
        #expect(story.state.overlay == nil, "at its own portal the page opens at once")
        #expect(story.state.browser.detail?.id == DatasetID("s1"))
    }
}
