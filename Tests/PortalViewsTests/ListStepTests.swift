import Foundation
import PortalModel
import TerminalCanvas
import Testing

@testable import PortalViews

/// A step of the cursor draws only what shows it. What is on the screen then must be what a new one would show.
@Suite struct ListStepTests {
    /// Draws one state after another into the same frame, as the program does, and each into a new one.
    private struct Eyes {
        let frame: Frame
        let context = ViewContext()
        private(set) var steps = 0

        init(_ state: AppState) { frame = Frame(columns: state.terminal.columns, rows: state.terminal.rows) }

        mutating func look(_ state: AppState) throws {
            let before = frame.buffer
            RootView.draw(state, into: frame, context: context)
            let fresh = Frame(columns: frame.buffer.columns, rows: frame.buffer.rows)
            let other = ViewContext()
            RootView.draw(state, into: fresh, context: other)
            try #require(frame.text == fresh.text)
            try #require(frame.buffer == fresh.buffer)
            try #require(frame.cursor == fresh.cursor)
            for row in 0..<frame.buffer.rows {
                for column in [0, 5, 70, frame.buffer.columns - 1] {
                    let seen = context.target(column: column, row: row)
                    try #require(seen == other.target(column: column, row: row))
                }
            }
            guard let touched = frame.touched else { return }
            steps += 1
            for run in frame.buffer.changes(from: before) { try #require(touched.contains(run.row)) }
        }
    }

    private static func list(_ columns: Int, _ rows: Int, count: Int = 137) -> AppState {
        var state = SampleStates.base
        state.terminal.columns = columns
        state.terminal.rows = rows
        let summary = SampleDatasets.variants
        let all = (0..<count).map { number in
            var summary = summary
            summary.title = "Cohort \(number)"
            return SearchResult.dataset(DatasetSummary.numbered(number, like: summary))
        }
        state.browser.detail = DatasetState(id: summary.id, summary: summary)
        state.browser.results.total = count
        state.browser.results.pages = Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: count, by: ResultList.pageSize).map {
                ($0 / ResultList.pageSize, Array(all[$0..<min($0 + ResultList.pageSize, count)]))
            })
        return state
    }

    @Test(arguments: [(80, 24), (120, 40), (160, 50), (40, 10), (100, 30)])
    func aStepShowsWhatANewFrameWould(columns: Int, rows: Int) throws {
        var state = Self.list(columns, rows)
        var eyes = Eyes(state)
        var random = SeededGenerator(seed: UInt64(columns))
        try eyes.look(state)
        for round in 0..<400 {
            state.now += Double.random(in: 0...20, using: &random)
            let keys: [Key] =
                switch Int.random(in: 0..<20, using: &random) {
                case 0: [.pageDown]
                case 1: [.pageUp]
                case 2: [.character(" ")]
                case 3: [.character("b")]
                case 4: [.character("t")]
                case 5: [.end]
                case 6: [.home]
                case 7...9: [.up]
                default: [.down]
                }
            for key in keys { _ = reduce(into: &state, .input(.key(key))) }
            if round % 7 == 0 { state.toast = nil }
            if round % 31 == 0 { state.browser.isPreviewAway.toggle() }
            try eyes.look(state)
        }
        #expect(eyes.steps > 60, "Most of it are steps.")
    }

    @Test func aStepTouchesTwoItemsAndTheLinesThatTellOfIt() throws {
        var state = Self.list(80, 24)
        var eyes = Eyes(state)
        try eyes.look(state)
        #expect(eyes.frame.touched == nil)
        _ = reduce(into: &state, .input(.key(.down)))
        try eyes.look(state)
        let touched = try #require(eyes.frame.touched)
        #expect((0..<24).filter(touched.contains) == [2, 3, 4, 5, 6, 23])
    }

    @Test("What changes besides the cursor is drawn", arguments: [0, 1, 2, 3, 4])
    func otherChanges(which: Int) throws {
        var state = Self.list(80, 24)
        var eyes = Eyes(state)
        try eyes.look(state)
        state.browser.selection += 1
        switch which {
        case 0: state.basket.items.removeAll()
        case 1: state.browser.results.isStale.toggle()
        case 2: state.browser.query.text += "x"
        case 3: state.browser.results.total -= 1
        default: state.profile?.title += "!"
        }
        try eyes.look(state)
        #expect(eyes.frame.touched == nil)
    }

    @Test func aSetOfRowsHoldsWhatWasPutIn() {
        var rows = RowSet()
        rows.insert(3..<5)
        rows.insert(62..<66)
        rows.insert(-2..<1)
        #expect((0..<128).filter(rows.contains) == [0, 3, 4, 62, 63, 64, 65])
        rows.insert(500..<501)
        #expect(rows.contains(500) && rows.contains(300) && !rows.contains(100))
    }
}

extension DatasetSummary {
    fileprivate static func numbered(_ number: Int, like other: DatasetSummary) -> DatasetSummary {
        DatasetSummary(id: DatasetID("made-\(number)"), title: other.title)
    }
}
