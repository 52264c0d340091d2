extension AppState {
    /// The wheel moves as the arrows do; a click goes to a row, a click on the chosen row or a double click opens it.
    mutating func handle(_ event: MouseEvent) -> [Effect] {
        switch event.kind {
        case .wheelUp: return repeated(.moveUp)
        case .wheelDown: return repeated(.moveDown)
        case .press, .doubleClick: break
        }
        guard overlay == nil else { return [] }
        switch screen {
        case .browser where browser.focus == .list: return clickResult(event)
        case .basket:
            guard let index = clicked(event, top: basket.top, count: basket.items.count) else { return [] }
            let again = index == basket.selection
            basket.selection = index
            return again || event.kind == .doubleClick ? perform(.open) : []
        case .requests where requests.open == nil:
            guard let index = clicked(event, top: requests.top, count: requests.rows.count) else { return [] }
            let again = index == requests.selection
            requests.selection = index
            return again || event.kind == .doubleClick ? perform(.open) : []
        default: return []
        }
    }

    /// A notch of the wheel is three rows.
    private mutating func repeated(_ command: Command) -> [Effect] {
        guard availability(of: command) == .available else { return [] }
        var effects: [Effect] = []
        for _ in 0..<3 { effects = perform(command) }
        return effects
    }

    private mutating func clickResult(_ event: MouseEvent) -> [Effect] {
        let row = event.row - Geometry.headerRows - Geometry.browserTopRows
        guard row >= 0 else { return event.row == Geometry.headerRows ? perform(.search) : [] }
        let index = browser.top + row / Geometry.resultRows(terminal)
        guard index < browser.results.total, row / Geometry.resultRows(terminal) < Geometry.visibleResults(terminal)
        else { return [] }
        let again = index == browser.selection
        browser.selection = index
        return again || event.kind == .doubleClick ? perform(.open) : restPreview()
    }

    /// The index of the clicked row of a list below a title line and a rule.
    private func clicked(_ event: MouseEvent, top: Int, count: Int) -> Int? {
        let row = event.row - Geometry.headerRows - 2
        guard row >= 0, row < Geometry.listRows(terminal), top + row < count else { return nil }
        return top + row
    }
}
