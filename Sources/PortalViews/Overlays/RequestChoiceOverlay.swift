import PortalModel
import TerminalCanvas

/// The basket holds several requests: which is it to be?
struct RequestChoiceOverlay {
    let selection: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let choices = state.requestChoices
        let columns = min(76, room.columns - 2)
        let inner = OverlayBox(
            title: context.words(BasketWords.whichFirst), columns: columns, rows: choices.count * 2 + 2
        )
        .draw(on: room, glyphs: context.glyphs)
        let perChoice = inner.rows >= choices.count * 2 ? 2 : 1
        let visible = max(inner.rows / perChoice, 1)
        let top = ListViewport(itemCount: choices.count, rows: visible).top(selected: selection, from: 0)
        for (place, index) in (top..<min(choices.count, top + visible)).enumerated() {
            let row = place * perChoice
            let line = inner.line(row)
            line.drawCut(head(choices[index]), column: 2, row: 0, upTo: line.columns, glyphs: context.glyphs)
            if perChoice == 2 {
                inner.line(row + 1).drawCut(
                    titles(choices[index]), column: 4, row: 0, style: .dim, upTo: inner.columns, glyphs: context.glyphs)
            }
            if index == selection {
                line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
                line.placeCursor(column: 0, row: 0)
            }
        }
    }

    private func head(_ group: BasketGroup) -> TerminalText {
        let count = context.words.count(group.items.count, .dataset)
        guard group.reason != nil else { return context.words(BasketWords.allInOne(count: count)) }
        let name = group.name.map { ": \($0)" } ?? ""
        return TerminalText(singleLine: count + name)
    }

    private func titles(_ group: BasketGroup) -> TerminalText {
        TerminalText(singleLine: group.items.map(\.title).joined(separator: "; "))
    }
}
