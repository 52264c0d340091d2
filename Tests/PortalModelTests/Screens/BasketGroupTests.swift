import PortalModel
import Testing

@Suite("What of the basket can be requested together")
struct BasketGroupTests {
    private static func item(
        _ number: Int, workflow: String? = nil, catalogue: String? = nil, publisher: String? = "P"
    ) -> BasketItem {
        BasketItem(
            id: DatasetID("d\(number)"), identifier: "EGAD\(number)", title: "Dataset \(number)", publisher: publisher,
            added: Story.beginning, workflow: workflow, catalogue: catalogue)
    }

    private func story(_ items: BasketItem..., applications: [ApplicationSummary] = []) -> Story {
        let story = Story.begun(stored: StoredState(basket: items))
        if !applications.isEmpty {
            story.press("3")
            story.answerApplications(with: .success(applications))
        }
        story.press("2")
        return story
    }

    private func titles(_ story: Story) -> [[String]] {
        story.state.basketGroups.map { $0.items.map { String($0.title.dropFirst(8)) } }
    }

    @Test("Without a hint everything is one request, and no heading stands in the list")
    func oneGroup() {
        let story = story(Self.item(1), Self.item(2, publisher: "Q"), Self.item(3, catalogue: "C"))
        #expect(titles(story) == [["1", "2", "3"]])
        #expect(story.state.basketLines.lines == [.item(0), .item(1), .item(2)])
        story.press("n")
        #expect(story.effects == [.makeDraftID])
    }

    @Test("What a catalogue says of workflows is certain: everything at once is not offered")
    func workflows() {
        let story = story(
            Self.item(1, workflow: "1", publisher: "North"), Self.item(2, workflow: "2", publisher: "South"),
            Self.item(3, workflow: "1", publisher: "North"))
        #expect(titles(story) == [["1", "3"], ["2"]])
        #expect(story.state.basketGroups.map(\.name) == ["North", "South"])
        #expect(story.state.basketGroups.map(\.reason) == [.workflow, .workflow])
        #expect(story.state.requestChoices.count == 2)
    }

    @Test("Parts of a catalogue are a guess: everything at once is offered too")
    func catalogues() {
        let story = story(Self.item(1, catalogue: "North"), Self.item(2, catalogue: "South"))
        #expect(titles(story) == [["1"], ["2"]])
        story.press("n")
        #expect(story.state.overlay == .chooseRequest(selection: 0))
        #expect(story.state.requestChoices.map(\.items.count) == [1, 1, 2])
        story.press("j", "j", "j", .enter)
        #expect(story.effects == [.makeDraftID])
        story.send(.draftIDMade(DraftID("new")))
        #expect(story.state.wizard?.session.draft.identifiers == ["EGAD1", "EGAD2"])
    }

    @Test("The choice begins at the request of the dataset under the cursor, and leaves the others where they are")
    func choosing() {
        let story = story(Self.item(1, workflow: "1"), Self.item(2, workflow: "2"), Self.item(3, workflow: "1"))
        // In the order of the screen: 1, 3, then 2.
        story.press("G", "n")
        #expect(story.state.overlay == .chooseRequest(selection: 1))
        story.press(.enter)
        story.send(.draftIDMade(DraftID("new")))
        #expect(story.state.wizard?.session.draft.identifiers == ["EGAD2"])
        #expect(story.state.basket.items.count == 3)
        #expect(
            story.state.toast?.text == "The other 2 datasets stay in the basket: they need requests of their own.")
        story.press(.escape)
        story.press("2", "n", .escape)
        #expect(story.state.overlay == nil)
        #expect(story.state.screen == .basket)
    }

    @Test("What one request at the portal holds belongs together, whatever the catalogue looks like")
    func togetherAtThePortal() {
        let story = story(
            Self.item(1, catalogue: "North"), Self.item(2, catalogue: "South"), Self.item(3, catalogue: "East"),
            applications: [Made.application(7, .approved, datasets: [1, 3])])
        #expect(titles(story) == [["1", "3"], ["2"]])
    }

    @Test("After a refusal publishers tell what to ask for; what is alike is taken one by one")
    func refused() {
        let all: Set<String> = ["EGAD1", "EGAD2", "EGAD3", "EGAD4"]
        var items = [
            Self.item(1, publisher: "North"), Self.item(2, publisher: "South"), Self.item(3, publisher: "North"),
            Self.item(4, publisher: "South"),
        ]
        for index in items.indices { items[index].refusedWith = [all] }
        let story = Story.begun(stored: StoredState(basket: items))
        #expect(titles(story) == [["1", "3"], ["2", "4"]])
        #expect(story.state.basketGroups[0].reason == .refused(["“Dataset 2”", "“Dataset 4”"]))
        #expect(story.state.requestChoices.count == 2)

        for index in items.indices { items[index].refusedWith.insert(["EGAD1", "EGAD3"]) }
        let again = Story.begun(stored: StoredState(basket: items + [Self.item(5, publisher: "North")]))
        #expect(titles(again) == [["1", "5"], ["3"], ["2", "4"]])
    }

    @Test("Every dataset is in one group, and no group holds what was refused", arguments: 0..<200)
    func random(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let names = ["A", "B", nil]
        var items = (0..<Int.random(in: 1...9, using: &random)).map { number in
            Self.item(
                number, workflow: seed.isMultiple(of: 3) ? names.randomElement(using: &random) ?? nil : nil,
                catalogue: names.randomElement(using: &random) ?? nil,
                publisher: names.randomElement(using: &random) ?? nil)
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let refused = Set(items.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)))
            let identifiers = Set(refused.compactMap(\.identifier))
            guard identifiers.count > 1 else { continue }
            for index in items.indices where identifiers.contains(items[index].identifier ?? "") {
                items[index].refusedWith.insert(identifiers)
            }
        }
        let story = Story.begun(stored: StoredState(basket: items))
        let groups = story.state.basketGroups
        #expect(groups.flatMap(\.items).map(\.id.rawValue).sorted() == items.map(\.id.rawValue).sorted())
        for group in groups {
            let identifiers = Set(group.items.compactMap(\.identifier))
            #expect(!group.items.contains { $0.refusedWith.contains { $0.isSubset(of: identifiers) } })
        }
    }

    @Test("A dataset that cannot be requested stands apart with the reason, and does not keep the others back")
    func notHere() {
        var nameless = Self.item(2)
        nameless.identifier = nil
        let story = story(nameless, Self.item(1))
        #expect(titles(story) == [["1"], ["2"]])
        #expect(
            story.state.basketLines.lines
                == [
                    .heading(0), .item(0), .heading(1), .item(1),
                    .note(.basket(.noIdentifierHere)),
                ])
        story.press("n")
        #expect(story.effects == [.makeDraftID])
        story.send(.draftIDMade(DraftID("new")))
        #expect(story.state.wizard?.session.draft.datasets.map(\.title) == ["Dataset 1"])
    }

    @Test("With nothing that can be requested the key says why")
    func onlyNotHere() {
        var nameless = Self.item(2)
        nameless.identifier = ""
        let story = story(nameless)
        story.press("n")
        #expect(story.state.toast?.says(.warning, "No identifier to ask with: ↵ shows whom to ask.") == true)
    }

    @Test("Keys and clicks work on the dataset that is seen there")
    func followsTheScreen() {
        let story = story(Self.item(1, workflow: "1"), Self.item(2, workflow: "2"), Self.item(3, workflow: "1"))
        story.press("j", "d")
        #expect(story.state.basket.items.map(\.title) == ["Dataset 1", "Dataset 2"])
        // Heading, dataset, heading, dataset.
        story.send(.clicked(.row(3), .press))
        #expect(story.state.basket.selection == 1)
        story.send(.clicked(.row(2), .press))
        #expect(story.state.basket.selection == 1)
    }

    @Test("The cursor stays in sight, with its heading where there is room", arguments: [10, 24])
    func scrolling(rows: Int) {
        let story = Story(columns: 40, rows: rows)
        story.start(StoredState(basket: (0..<30).map { Self.item($0, workflow: "\($0 / 3)") }))
        story.press("2")
        for key in Array(repeating: Key.down, count: 35) + Array(repeating: .up, count: 35) {
            story.press(key)
            let lines = story.state.basketLines
            let visible = BasketLayout(story.state.layout).visibleItems
            let line = lines.lines.firstIndex(of: .item(story.state.basket.selection))
            #expect(line.map { $0 >= story.state.basket.top && $0 < story.state.basket.top + visible } == true)
        }
        #expect(story.state.basket.top == 0)
    }
}

@Suite("What the portal says of datasets")
struct DatasetRefusalTests {
    private static let unbundleable = PortalError(
        .invalid([]), operation: "creating the request", detail: "Unbundleable catalogue items: 4, 17"
    ).recognisingBundling

    /// Up to the portal's answer to the creation.
    private func creating(_ refusal: PortalError) -> WizardWorld {
        let world = WizardWorld()
        world.state.screen = .basket
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        world.runService(.refused(refusal))
        world.settle()
        return world
    }

    @Test("A refused bundle is explained by titles, and the basket remembers it")
    func titles() {
        let world = creating(Self.unbundleable)
        guard case .notCreated(let error?)? = world.state.wizard?.session.opening else {
            Issue.record("\(String(describing: world.state.wizard?.session.opening))")
            return
        }
        #expect(
            error.detail
                == "“Dataset 1”, “Dataset 2” and “Dataset 3” are decided on separately: the portal does not take them "
                + "in one request.")
        let all: Set<String> = ["EGAD1", "EGAD2", "EGAD3"]
        #expect(world.state.basket.items.allSatisfy { $0.refusedWith == [all] })
        #expect(world.state.basketGroups.count == 3)
    }

    @Test("↵ leads to the choice, and the draft that came to nothing is gone")
    func backToTheBasket() {
        let world = creating(Self.unbundleable)
        world.press(.enter)
        world.settle()
        #expect(world.state.screen == .basket)
        #expect(world.state.wizard == nil)
        #expect(world.state.overlay == .chooseRequest(selection: 0))
        #expect(world.state.requests.drafts.isEmpty)
        #expect(world.disk.isEmpty)
        world.press(.down, .enter)
        world.send(.draftIDMade(DraftID("second")))
        world.settle()
        #expect(world.state.wizard?.session.application != nil)
        #expect(world.state.basket.items.map(\.identifier) == ["EGAD1", "EGAD3"])
    }

    @Test("Leaving it leaves no draft behind either")
    func leaving() {
        let world = creating(Self.unbundleable)
        world.press(.escape)
        world.settle()
        #expect(world.state.requests.drafts.isEmpty)
        #expect(world.disk.isEmpty)
        #expect(world.state.basket.items.count == 3)
    }

    @Test("Of several the portal names the one that it does not have")
    func unknownDataset() {
        let world = creating(
            PortalError(.notFound, operation: "creating", detail: "No dataset can be requested as EGAD2."))
        #expect(world.state.basket.items.map(\.refusal) == [nil, "No dataset can be requested as EGAD2.", nil])
        #expect(world.state.basketGroups.map(\.isRequest) == [true, false])
    }

    @Test("A refusal that names no dataset says nothing of any")
    func otherRefusal() {
        let world = creating(PortalError(.invalid([]), operation: "creating", detail: "Malformed EGAD22."))
        #expect(world.state.basket.items.allSatisfy { $0.refusal == nil && $0.refusedWith.isEmpty })
    }
}
