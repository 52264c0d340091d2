import PortalModel
import Testing

@Suite("The person's own keys")
struct KeyOverrideTests {
    @Test("Every key of the table has a word that leads back to it")
    func words() {
        for key in Set(KeyMap.standard.bindings.flatMap(\.keys)) {
            #expect(Key(word: key.word) == key, "\(key) is called \(key.word)")
            #expect(!key.word.contains(" "))
        }
    }

    @Test(
        "Keys are understood as people write them",
        arguments: [
            ("ctrl-x", Key.control("x")), ("^X", .control("x")), ("C-x", .control("x")), ("M-x", .alt("x")),
            ("alt-X", .alt("X")), ("f12", .function(12)), ("pgdn", .pageDown), ("SPACE", .character(" ")),
            ("ä", .character("ä")), ("shift-tab", .backTab), ("A", .character("A")),
            ("f13", nil), ("ctrl-i", nil), ("ctrl-m", nil), ("ctrl-[", nil), ("hyper-x", nil), ("", nil), ("ab", nil),
            ("\u{7}", nil),
        ])
    func written(word: String, key: Key?) { #expect(Key(word: word) == key) }

    @Test("Another key takes the place of all that the command had there, and only there")
    func replacing() {
        let keys = KeyMap.standard.overridden(by: [KeyOverride(.browserList, .addToBasket, [.insert])])
        #expect(keys.command(for: .insert, in: [.browserList]) == .addToBasket)
        #expect(keys.command(for: .character("b"), in: [.browserList]) == nil)
        #expect(keys.command(for: .character("b"), in: [.dataset]) == .addToBasket)
        #expect(keys.duplicates.isEmpty)
        #expect(Set(keys.bindings.flatMap(\.contexts)) == Set(KeyMap.standard.bindings.flatMap(\.contexts)))
    }

    @Test("Two commands can change places, and a command can go without a key")
    func swapping() {
        let keys = KeyMap.standard.overridden(by: [
            KeyOverride(.browserList, .showFacets, [.character("s")]),
            KeyOverride(.browserList, .chooseSort, [.character("f")]), KeyOverride(.browserList, .toggleBeacon, []),
        ])
        #expect(keys.duplicates.isEmpty)
        #expect(keys.command(for: .character("s"), in: [.browserList]) == .showFacets)
        #expect(keys.command(for: .character("f"), in: [.browserList]) == .chooseSort)
        #expect(keys.command(for: .character("B"), in: [.browserList]) == nil)
        #expect(keys.commands(in: .browserList).contains(.toggleBeacon), "the palette still has it")
    }

    @Test("A key that is taken is told with who has it")
    func claims() {
        let keys = KeyMap.standard.overridden(by: [KeyOverride(.browserList, .addToBasket, [.character("f")])])
        #expect(Set(keys.claims(of: .character("f"), in: .browserList)) == [.addToBasket, .showFacets])
        #expect(keys.duplicates.count == 1)
    }

    @Test("The program does what the own key says, and shows it")
    func dispatch() {
        var state = Story.begun().state
        state.keys = KeyMap.standard.overridden(by: [
            KeyOverride(.global, .showRequests, [.function(12)]), KeyOverride(.browserList, .search, [.control("s")]),
        ])
        _ = reduce(into: &state, .input(.key(.control("s"))))
        #expect(state.browser.focus == .search)
        _ = reduce(into: &state, .input(.key(.escape)))
        #expect(state.keys.hints(for: state).contains { $0.keys == "^S" })
        #expect(state.keys.help(for: state).contains { $0.keys == "F12" })
        _ = reduce(into: &state, .input(.key(.function(12))))
        #expect(state.screen == .requests)
    }

    @Test("Where text is typed a character cannot be a command")
    func text() {
        #expect(!KeyContext.browserSearch.canBind(.character("x")))
        #expect(KeyContext.browserSearch.canBind(.control("x")))
        #expect(KeyContext.facets.canBind(.character(" ")))
        #expect(!KeyContext.everywhere.canBind(.character("x")))
        for binding in KeyMap.standard.bindings {
            for context in binding.contexts {
                for key in binding.keys { #expect(context.canBind(key), "\(key.word) in \(context.name)") }
            }
        }
    }
}
