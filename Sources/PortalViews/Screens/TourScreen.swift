import PortalModel
import TerminalCanvas

/// What somebody new looks at first.
struct TourScreen {
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        for (row, place) in [TourWords.datasets, .basket, .requests].enumerated() {
            let isChosen = row == state.tour.selection
            if isChosen { canvas.draw(context.glyphs.marker, column: 0, row: row, style: .accent) }
            canvas.draw(context.words(place), column: 2, row: row, style: isChosen ? .title : .plain)
        }
        if state.overlay == nil { canvas.placeCursor(column: 0, row: state.tour.selection) }
    }
}
