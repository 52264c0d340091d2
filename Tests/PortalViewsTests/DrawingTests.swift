import Foundation
import PortalModel
import TerminalCanvas
import Testing

@testable import PortalViews

@Suite("Drawing")
struct DrawingTests {
    private static let scenes = Scene.all + Scene.states

    private func draw(_ state: AppState, _ context: ViewContext = ViewContext()) -> Frame {
        let frame = Frame(columns: state.terminal.columns, rows: state.terminal.rows)
        RootView.draw(state, into: frame, context: context)
        return frame
    }

    @Test("What a context remembers never changes what is drawn", arguments: [80, 120, 160])
    func memoryIsInvisible(columns: Int) {
        let shared = ViewContext()
        for scene in Self.scenes + Self.scenes.reversed() {
            var state = scene.make()
            state.terminal.columns = columns
            let remembered = draw(state, shared)
            let fresh = draw(state)
            #expect(remembered.buffer == fresh.buffer, "\(scene.name)")
            #expect(remembered.cursor == fresh.cursor, "\(scene.name)")
        }
    }

    @Test("Any size is survived, and no control character is ever drawn")
    func everySize() {
        let sizes = [
            (1, 1), (5, 3), (39, 24), (80, 9), (40, 10), (41, 16), (59, 15), (73, 17), (119, 11), (161, 12), (300, 100),
        ]
        for scene in Self.scenes {
            for (columns, rows) in sizes {
                var state = scene.make()
                state.terminal.columns = columns
                state.terminal.rows = rows
                let hasControl = draw(state).text.unicodeScalars.contains { Self.isControl($0) }
                #expect(!hasControl, "\(scene.name) at \(columns)×\(rows)")
            }
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\n") || (0x7F..<0xA0).contains(scalar.value)
    }

    @Test("While the demo reads its catalogue again, what was kept stays and the line above says how far it is")
    func readingAgain() {
        var state = SampleStates.base
        state.browser.results.pending = [0: SampleStates.pending(.results(page: 0), seconds: 3)]
        state.reading = CatalogueReading(file: nil, datasets: 210, part: 0.7)
        #expect(draw(state).text.contains("reading the catalogue, 70 %"))
        state.reading = nil
        #expect(!draw(state).text.contains("reading"))
    }

    @Test("Moving the cursor changes the two marker cells and nothing else")
    func selectionIsCheap() {
        var state = SampleStates.base
        let before = draw(state).buffer
        state.browser.selection = 1
        let runs = draw(state).buffer.changes(from: before)
        #expect(runs.map(\.row) == [3, 5])
        #expect(runs.map(\.columns) == [0..<1, 0..<1])
    }

    @Test("A preview that is away leaves the rows of the list alone, so that a terminal can move whole ones")
    func previewAway() {
        var state = SampleStates.base
        state.terminal.columns = 120
        state.terminal.rows = 40
        state.browser.detail = DatasetState(id: SampleDatasets.variants.id, summary: SampleDatasets.variants)
        let shown = draw(state).buffer
        state.browser.isPreviewAway = true
        let runs = draw(state).buffer.changes(from: shown, joiningGapsOf: 0)
        #expect(!runs.isEmpty)
        let list = state.browserLayout.list
        for run in runs { #expect(run.columns.lowerBound > (list?.endColumn ?? 120), "\(run)") }
        state.browser.focus = .detail
        var there = state
        there.browser.isPreviewAway = false
        #expect(draw(state).buffer == draw(there).buffer, "a dataset that has the keys is never away")
    }

    @Test("Time that passes within a minute changes nothing while nothing is under way")
    func clocksAreQuiet() {
        for scene in Scene.others {
            var state = scene.make()
            let before = draw(state).buffer
            state.now += 15
            #expect(draw(state).buffer.changes(from: before).isEmpty, "\(scene.name)")
        }
    }

    @Test("The longest description known scrolls to its end, and the text says how long it is")
    func longestDescription() throws {
        var state = SampleStates.base
        let paragraph = "Genomes of many people, sequenced and described at length; zusätzlich 日本語. "
        var dataset = SampleDatasets.brainTumours
        dataset.description = String(repeating: paragraph, count: 685_989 / paragraph.count + 1) + "THE END"
        state.browser.focus = .detail
        state.browser.detail = DatasetState(id: dataset.id, summary: dataset)
        state.browser.detail?.detail = DatasetDetail(summary: dataset)
        let context = ViewContext()
        _ = draw(state, context)
        let extent = try #require(context.scrollExtent)
        #expect(extent.lines > 9000)
        state.browser.detail?.offset = .max
        #expect(draw(state, context).text.contains("THE END"))
        #expect(draw(state, context).text.contains("Identifier"))
    }

    @Test("The footer says only what the key table says")
    func footerComesFromTheKeyTable() {
        var state = SampleStates.base
        state.terminal.columns = 300
        let footer = draw(state).buffer.text(row: state.terminal.rows - 1)
        for hint in KeyMap.standard.hints(for: state) {
            #expect(footer.contains("\(hint.keys) \(hint.title)"))
        }
    }

    @Test("Every state of a request has a glyph and a word")
    func marks() {
        let states: [ApplicationState] = [
            .draft, .submitted, .returned, .approved, .rejected, .revoked, .closed, .other("x"),
        ]
        for glyphs in [GlyphSet.unicode, .ascii] {
            for (state, language) in states.flatMap({ state in Language.allCases.map { (state, $0) } }) {
                let mark = state.mark(Phrasing(language, glyphs: glyphs))
                #expect(mark.glyph.columns == 1)
                #expect(!mark.word.isEmpty)
            }
        }
    }
}
