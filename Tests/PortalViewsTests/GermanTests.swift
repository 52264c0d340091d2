import Foundation
import PortalModel
import TerminalCanvas
import Testing

@testable import PortalViews

@Suite("In German")
struct GermanTests {
    private func draw(
        _ state: AppState, _ language: Language, columns: Int = 80, rows: Int = 24
    ) -> (frame: Frame, missing: [String: Int]) {
        var state = state
        (state.terminal.columns, state.terminal.rows) = (columns, rows)
        let keys = KeyMap.standard.translated(into: language)
        state.keys = keys
        let context = ViewContext(language: language, keyMap: keys)
        let frame = Frame(columns: columns, rows: rows)
        RootView.draw(state, into: frame, context: context)
        return (frame, context.missingWords.counts)
    }

    /// The word before each ellipsis; of one that begins a line, or is a sign for a state, there is none.
    private func beforeEllipses(_ frame: Frame) -> [String] {
        frame.text.split(separator: "\n").flatMap { line in
            line.split(separator: "…", omittingEmptySubsequences: false).dropLast()
        }.compactMap { part in
            part.split { " └┘│".contains($0) }.last.map(String.init).flatMap {
                $0.contains(where: \.isLetter) ? $0 : nil
            }
        }
    }

    /// A row of wrapped text may have a space at its end that goes over the edge.
    private func cuts(_ frame: Frame) -> [TerminalText] { frame.cuts.filter { !$0.plain.hasSuffix(" ") } }

    /// Catalogues and forms say in both languages what is too long for a line. It is looked for where there is room
    /// for all of it; words with an ellipsis of their own are there too.
    private func cutWords(_ scene: Scene, _ language: Language) -> [String] {
        let cut = beforeEllipses(draw(scene.make(), language).frame)
        guard !cut.isEmpty else { return [] }
        let roomy = draw(scene.make(), language, columns: 400, rows: 100).frame.text
        let content = language == .english ? "" : draw(scene.make(), .english, columns: 400, rows: 100).frame.text
        return cut.filter { !roomy.contains($0 + "…") && !roomy.contains($0 + " …") && !content.contains($0) }
    }

    @Test(
        "Nothing is cut at 80×24 that English has in full, and no word is missing", arguments: Scene.all + Scene.states)
    func fits(scene: Scene) {
        let english = draw(scene.make(), .english)
        let german = draw(scene.make(), .german)
        #expect(german.missing == [:])
        #expect(cuts(german.frame).count <= cuts(english.frame).count, "\(cuts(german.frame))")
        let cut = cutWords(scene, .german)
        #expect(cut.isEmpty || cut.count <= cutWords(scene, .english).count, "\(cut): \(german.frame.text)")
    }

    @Test("Every command has a German title and a German sentence, and none is left over")
    func commands() {
        let bindings = KeyMap.standard.bindings
        #expect(bindings.filter { GermanCommands.title($0) == nil }.map(\.title) == [])
        #expect(bindings.filter { GermanCommands.help($0) == nil }.map(\.help) == [])
        #expect(Set(GermanCommands.titles.keys).subtracting(bindings.map(\.title)) == [])
        let helps = Set(GermanCommands.helps.keys).union(GermanCommands.furtherHelps.keys)
        #expect(helps.subtracting(bindings.map(\.help)) == [])
    }

    @Test("Every place has a German name, and none is left over")
    func places() {
        let places = KeyMap.standard.contexts.map(\.name)
        #expect(Set(places).symmetricDifference(GermanCommands.places.keys) == [])
    }

    @Test("What is missing is shown in English and counted, without what it speaks of")
    func missing() {
        struct Unknown: Wording {
            func english(_ c: Phrasing) -> TerminalText { "in English" }
            func german(_ c: Phrasing) -> TerminalText? { nil }
        }
        enum Payload: Wording {
            case answer(String)
            func english(_ c: Phrasing) -> TerminalText { "an answer" }
            func german(_ c: Phrasing) -> TerminalText? { nil }
        }
        let german = Phrasing(.german)
        #expect(german(Unknown()) == "in English")
        #expect(german(Payload.answer("secret")) == "an answer")
        #expect(german(Payload.answer("another")) == "an answer")
        #expect(german.missing.counts["Payload.answer"] == 2)
        #expect(german.missing.counts.count == 2)
    }

    @Test("Numbers, plurals, ages and days follow the language")
    func rules() {
        let (german, english) = (Phrasing(.german), Phrasing(.english))
        let now = Date(timeIntervalSince1970: 1_762_178_700)
        #expect([english, german].map { $0.number(1_204_000) } == ["1,204,000", "1.204.000"])
        #expect([english, german].map { $0.bytes(4_100_000) } == ["4.1 MB", "4,1 MB"])
        #expect([english, german].map { $0.count(1, .dataset) } == ["1 dataset", "1 Datensatz"])
        #expect([english, german].map { $0.count(3, .dataset) } == ["3 datasets", "3 Datensätze"])
        #expect([english, german].map { $0.count(3, .dataset, .dative) } == ["3 datasets", "3 Datensätzen"])
        #expect([english, german].map { $0.day(now) } == ["2025-11-03", "03.11.2025"])
        #expect([english, german].map { $0.age(seconds: 180) } == ["3 min ago", "vor 3 Min."])
        #expect([english, german].map { $0.age(seconds: 86_400) } == ["1 d ago", "vor 1 Tag"])
        #expect(german.remaining(until: now.addingTimeInterval(86_400 * 3 + 1), now: now).text == "noch 3 Tage")
    }

    @Test("Where the terminal has no umlauts they are spelled without")
    func withoutUmlauts() {
        let ascii = Phrasing(.german, glyphs: .ascii)
        #expect(ascii(CommonWords.datasets) == "Datensaetze")
        #expect(ascii(CommonWords.quoted(title: "Größe")) == "\"Groesse\"")
    }

    @Test("The rows that are kept for a notice hold it, whatever its language", arguments: Language.allCases)
    func noticeHasRoom(language: Language) {
        var state = Scene.all[0].make()
        let alone = Phrasing(language).text(Message.search(.beaconGaveNothing(words: "")))
        #expect(
            BrowserLayout.noticeShapes.contains(
                alone.split(separator: " ").joined(separator: " ").replacing(#/[A-Za-z]/#, with: "x")))
        for columns in [60, 80, 99, 100, 120, 160] {
            for length in stride(from: 1, through: 180, by: 7) {
                (state.terminal.columns, state.terminal.rows) = (columns, 40)
                let reason = String(repeating: "word ", count: length).prefix(length) + "."
                state.browser.results.beaconError = String(reason)
                guard let notice = state.browserLayout.notice, let words = state.browser.notice else { continue }
                let lines = Phrasing(language)(words).wrapped(to: max(notice.columns - 4, 1)).count
                #expect(lines <= notice.rows || notice.rows == max(state.layout.body.rows / 3, 1))
                #expect(notice.rows - lines <= 1, "\(columns) columns, \(length) letters")
            }
        }
    }

    @Test("A sentence names the keys that the person has", arguments: Language.allCases)
    func ownKeys(language: Language) {
        let own = KeyMap.standard.overridden(by: [KeyOverride(.browserList, .addToBasket, [.character("g")])])
        let words = Phrasing(language, keyMap: own)(Message.basket(.isEmptyHere)).plain
        #expect(words.contains(": g ") && !words.contains(": b "))
    }
}
