import PortalModel
import Testing

@Suite("The list of datasets as a table")
struct TableTests {
    private func columns(_ story: Story) -> [ListColumn] { story.state.browser.table.columns.map(\.kind) }

    private func cursor(to column: ListColumn, _ story: Story) {
        story.press(.home)
        for _ in ListColumn.besideTitle.prefix(while: { $0 != column }) { story.press("j") }
    }

    @Test("A line a dataset instead of two, and twice as many in sight; the place in the list stays")
    func toggles() {
        let story = Story.begun(total: 200)
        let before = story.state.browserLayout.visibleResults
        story.press(.end, "k", "t")
        #expect(story.state.browser.table.isOn)
        #expect(story.state.browserLayout.visibleResults >= 2 * before - 1)
        #expect(story.state.browser.selection == 198)
        #expect(story.state.browser.top <= 198)
        #expect(story.effects.contains(.disk(.keepTable(story.state.browser.table))))
        story.press("t")
        #expect(story.state.browserLayout.visibleResults == before)
        #expect(story.state.browser.selection == 198)
    }

    @Test("The preview makes way for the table's columns, and comes back with the list of two lines, or with room")
    func takesTheWidth() {
        let story = Story.begun(columns: 160, rows: 50, total: 200)
        #expect(story.state.browserLayout.detail != nil)
        story.press("t")
        #expect(story.state.browserLayout.detail == nil)
        #expect((story.state.browserLayout.list?.columns ?? 0) >= 120)
        story.press("t")
        #expect(story.state.browserLayout.detail != nil)
        story.press("t")
        story.resize(260, 50)
        #expect(story.state.browserLayout.detail != nil)
    }

    @Test("Columns are put in and taken out, moved and made wider, and kept")
    func chooses() {
        let story = Story.begun(total: 20)
        story.press("T")
        #expect(story.state.overlay == .menu(Menu(.columns)))
        cursor(to: .series, story)
        story.press(" ")
        #expect(columns(story) == [.access, .individuals, .files, .year, .publisher, .series])
        #expect(story.state.browser.table.isOn)
        #expect(story.effects.contains(.disk(.keepTable(story.state.browser.table))))
        story.press("<", "<", "l", "l")
        #expect(columns(story) == [.access, .individuals, .files, .series, .year, .publisher])
        #expect(story.state.browser.table.columns[3].width == ListColumn.series.usualWidth + 2)
        for _ in 0..<20 { story.press("h") }
        #expect(story.state.browser.table.columns[3].width == ListTable.Column.widths.lowerBound)
        cursor(to: .access, story)
        story.press("<", " ")
        #expect(columns(story) == [.individuals, .files, .series, .year, .publisher])
        story.press(.enter)
        #expect(story.state.overlay == nil)
    }

    @Test("The next start has it as it was")
    func remembers() {
        let story = Story.begun(total: 20)
        var stored = StoredState()
        stored.table = ListTable(isOn: true, columns: [ListTable.Column(.records, width: 9)])
        story.send(.started(stored))
        #expect(story.state.browser.table.isOn)
        #expect(columns(story) == [.records])
    }
}
