import Foundation
import PortalModel
import Testing

@Suite("Key table")
struct KeyMapTests {
    private let keys = KeyMap.standard

    @Test("No key means two things in one context")
    func noDuplicates() {
        #expect(keys.duplicates.map { "\($0.key.name) in \($0.context)" } == [])
    }

    @Test("A duplicate is found, and the first binding wins")
    func findsDuplicates() {
        let keys = KeyMap([
            CommandSpec(["a"], .open, in: [.basket, .requests], "", ".", run: { _ in [] }),
            CommandSpec(["b", "a"], .refresh, in: [.requests], "", ".", run: { _ in [] }),
        ])
        #expect(keys.duplicates.map(\.context) == [.requests])
        #expect(keys.duplicates.map(\.key) == ["a"])
        #expect(keys.command(for: "a", in: [.requests]) == .open)
    }

    @Test("The footer says that there is more of a text only until all of it is seen to be in sight")
    func more() {
        var state = AppState(
            now: Story.beginning, terminal: TerminalState(columns: 80, rows: 24), profile: .test)
        state.overlay = .text(title: .verbatim("A"), body: .verbatim("b"), offset: 0)
        func saysMore() -> Bool { keys.hints(for: state).contains { $0.title == "more" } }
        #expect(saysMore())
        _ = reduce(into: &state, .measured(ScrollExtent(lines: 3, visible: 20)))
        #expect(!saysMore())
        _ = reduce(into: &state, .measured(ScrollExtent(lines: 30, visible: 20)))
        #expect(saysMore())
    }

    @Test("Every command that code names stands in the table")
    func everyNameIsBound() throws {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/PortalModel/Input/Command.swift")
        let names = try String(contentsOf: file, encoding: .utf8).matches(of: /static let \w+: Command = "(\w+)"/)
            .map { Command(rawValue: String($0.output.1)) }
        #expect(names.count > 100)
        let bound = Set(keys.bindings.map(\.command))
        #expect(names.filter { !bound.contains($0) } == [])
    }

    @Test("The help is a sentence, the title a few words", arguments: KeyMap.standard.bindings)
    func wording(binding: CommandSpec) {
        #expect(binding.help.hasSuffix("."))
        #expect(!binding.help.contains("!"))
        #expect(binding.help.first?.isUppercase == true)
        #expect((1...20).contains(binding.title.count))
        #expect(!binding.keys.isEmpty)
        #expect(!binding.contexts.isEmpty)
    }

    @Test("A character is a command only where characters are not typed", arguments: KeyMap.standard.contexts)
    func charactersAreTyped(context: KeyContext) {
        guard context.takesText || context == .everywhere else { return }
        for binding in keys.bindings where binding.contexts.contains(context) {
            for key in binding.keys {
                guard case .character(let character) = key else { continue }
                // Lists with type-to-find: no name that is looked for begins with a space. In a portal's form it is a
                // command only on the lines that take no text.
                let places: [KeyContext] = [.facets, .wizardChoice, .portalForm]
                let isToggle = character == " " && places.contains(context)
                #expect(isToggle, "“\(character)” cannot be typed in \(context).")
            }
        }
    }

    @Test("Every place can be left with Esc", arguments: KeyMap.standard.contexts)
    func escapeLeaves(context: KeyContext) {
        guard context != .everywhere else { return }
        let contexts: [KeyContext] = context.takesText ? [context, .everywhere] : [context, .global, .everywhere]
        #expect(keys.command(for: .escape, in: contexts) != nil)
    }

    @Test("Help, stop, suspend and redraw work everywhere", arguments: KeyMap.standard.contexts)
    func worksEverywhere(context: KeyContext) {
        for (key, command) in [
            (Key.function(1), Command.showHelp), (.control("c"), .cancel), (.control("z"), .suspend),
            (.control("l"), .redraw),
        ] {
            #expect(keys.command(for: key, in: [context, .everywhere]) == command)
        }
    }

    @Test("What cannot be undone says so in the table")
    func destructive() {
        let destructive = Set(keys.bindings.filter(\.isDestructive).map(\.command))
        #expect(destructive == [.deleteRequest, .closeRequest, .removeMember, .submitRequest, .removePortal])
    }

    @Test("The footer names no key that does something else here")
    func footerKeysAreTrue() {
        var state = AppState(now: Date(timeIntervalSince1970: 0), terminal: TerminalState(columns: 120, rows: 40))
        state.screen = .browser
        #expect(keys.hints(for: state).contains { $0.title == "quit" })
        state.browser.focus = .detail
        #expect(!keys.hints(for: state).contains { $0.title == "quit" })
        #expect(keys.help(for: state).contains { $0.command == .quit && $0.keys.isEmpty })
    }

    @Test("The innermost context decides")
    func innermostWins() {
        #expect(keys.command(for: "q", in: [.browserList, .global]) == .quit)
        #expect(keys.command(for: "q", in: [.dataset, .global]) == .goBack)
        #expect(keys.command(for: "q", in: [.failures, .global]) == .goBack)
    }

    @Test("The footer offers only what can be done now")
    func footer() {
        let story = Story.begun(total: 0)
        #expect(!keys.hints(for: story.state).map(\.title).contains("open"))
        #expect(keys.hints(for: Story.begun().state).map(\.title).contains("open"))
        #expect(keys.hints(for: story.state).allSatisfy { $0.importance > 0 && !$0.keys.isEmpty })
    }

    @Test("Help names the reason why a command cannot be used")
    func helpNamesReasons() {
        let lines = keys.help(for: Story.begun().state)
        #expect(lines.first { $0.command == .clearFacets }?.reason?.words == "No facet is active.")
        #expect(lines.first { $0.command == .open }?.reason == nil)
    }

    @Test("Help speaks of what lies below it and finds by every word")
    func helpFinds() {
        let story = Story.begun()
        story.press("?")
        #expect(keys.help(for: story.state).contains { $0.command == .showFacets })
        #expect(keys.help(for: story.state, find: "narrow FACETS").map(\.command) == [.showFacets])
        #expect(keys.help(for: story.state, find: "no such thing").isEmpty)
    }

    @Test("The palette leaves out what keys are for")
    func paletteWithoutMovement() {
        let commands = keys.palette(for: Story.begun().state, find: "").map(\.command)
        #expect(!commands.contains(.moveDown))
        #expect(!commands.contains(.showPalette))
        #expect(commands.contains(.chooseSort))
        #expect(Set(commands).count == commands.count)
    }
}

@Suite("The command palette")
struct PaletteTests {
    private let keys = KeyMap.standard

    @Test(arguments: [
        ("filter", Command.showFacets), ("login", .signIn), ("exit", .quit), ("submit", .submitRequest),
        ("members", .showMembers), ("undo", .undoRemove), ("download", .exportDataset), ("compare", .compareAnswers),
        ("sbmt", .submitRequest),
    ])
    func othersNamesFindIt(find: String, command: Command) {
        let lines = keys.palette(for: Story.begun().state, find: find)
        #expect(lines.contains { $0.command == command })
    }

    @Test func whatBelongsElsewhereSaysWhereAndIsNotDone() throws {
        let story = Story.begun()
        let line = try #require(keys.palette(for: story.state, find: "submit").first)
        #expect(line.reason?.words == "It belongs to “Request wizard: review”.")
        story.press(":")
        story.type("submit")
        story.press(.enter)
        #expect(story.state.toast?.kind == .warning)
        #expect(story.state.overlay == nil)
    }

    @Test func whatWasChosenLastComesFirst() {
        let story = Story.begun()
        story.press(":")
        story.type("sort")
        story.press(.enter, .escape)
        #expect(keys.palette(for: story.state, find: "").first?.command == .chooseSort)
    }

    @Test func itIsThereWhileATextIsTyped() {
        let story = Story.begun()
        story.press("/", .function(2))
        guard case .palette = story.state.overlay else {
            Issue.record("F2 shows no palette.")
            return
        }
    }
}
