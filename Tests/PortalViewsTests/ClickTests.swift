import PortalModel
import PortalViews
import TerminalCanvas
import Testing

@Suite("What a click means")
struct ClickTests {
    /// What can be clicked on a screen, row by row at some column.
    private func targets(_ state: AppState, columns: Int = 80, rows: Int = 24) -> Set<ClickTarget> {
        var state = state
        (state.terminal.columns, state.terminal.rows) = (columns, rows)
        let frame = Frame(columns: columns, rows: rows)
        let context = ViewContext()
        RootView.draw(state, into: frame, context: context)
        var found: Set<ClickTarget> = []
        for row in 0..<rows {
            for column in 0..<columns {
                if let target = context.target(column: column, row: row) { found.insert(target) }
            }
        }
        return found
    }

    private func widget(at field: String, _ act: (inout WidgetStory) -> Void = { _ in }) -> AppState {
        var story = WidgetStory(state: SampleStates.base)
        story.begin(at: field)
        act(&story)
        return story.state
    }

    @Test("Fields, steps and what is in them can be clicked where they are drawn", arguments: GoldenSize.all)
    func fields(size: GoldenSize) {
        let found = targets(widget(at: "until"), columns: size.columns, rows: size.rows)
        #expect(found.contains(.field(FieldID(form: 1, field: "until"))))
        #expect(found.contains(.step(.review)))
    }

    @Test func everyDayOfTheMonthCanBeClicked() {
        let state = widget(at: "until") {
            $0.type("2026-02-10")
            $0.press(.openCalendar)
        }
        let days = targets(state).compactMap { if case .day(let day) = $0 { day } else { nil } }
        #expect(Set(days.map(\.day)) == Set(1...28))
    }

    @Test func cellsOptionsFilesAndCandidatesCanBeClicked() {
        let team = FieldID(form: 1, field: "team")
        let table = widget(at: "team") { $0.paste("Ada,Analyst,KI\nGrace,Analyst,Yale") }
        #expect(targets(table).isSuperset(of: [.cell(team, row: 0, column: 0), .cell(team, row: 1, column: 2)]))
        let approvals = FieldID(form: 1, field: "approvals")
        #expect(targets(widget(at: "approvals")).isSuperset(of: [.file(approvals, 0), .file(approvals, 1)]))
        let path = widget(at: "plan") {
            $0.press(.addFile)
            $0.send(.file(.folderListed(WidgetStory.home)))
        }
        #expect(targets(path).isSuperset(of: [.candidate(0), .candidate(2)]))
    }

    @Test("A click on a value in the facet panel ticks it, whatever had the keys", arguments: [120, 160])
    func facets(columns: Int) throws {
        var state = SampleStates.base
        (state.terminal.columns, state.terminal.rows) = (columns, 40)
        _ = reduce(into: &state, .commandChosen(.showFacets))
        let frame = Frame(columns: columns, rows: 40)
        let context = ViewContext()
        RootView.draw(state, into: frame, context: context)
        let row = try #require((0..<40).first { context.target(column: 5, row: $0) == .facetValue(0, of: 0) })
        let target = try #require(context.target(column: 5, row: row))
        let before = state.browser.query.facets.count
        _ = reduce(into: &state, .clicked(target, .press))
        #expect(state.browser.query.facets.count == before + 1)
        _ = reduce(into: &state, .clicked(.facet(1), .press))
        #expect(state.browser.facets.filter == 1)
    }

    @Test func nothingBelowAnOverlayIsClicked() {
        var state = widget(at: "team")
        state.overlay = .help(find: TextBuffer(), offset: 0)
        let before = state
        _ = reduce(into: &state, .clicked(.field(FieldID(form: 1, field: "plan")), .press))
        #expect(state == before)
    }
}
