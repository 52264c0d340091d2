extension AppState {
    /// The wheel moves as the arrows do; a click goes to a row, a click on the chosen row or a double click opens it.
    mutating func handle(_ event: MouseEvent) -> [Effect] {
        switch event.kind {
        case .wheelUp: return wheel(.moveUp)
        case .wheelDown: return wheel(.moveDown)
        case .press, .doubleClick: break
        }
        guard overlay == nil else { return [] }
        if event.row == 0 {
            return HeaderLayout(self).pane(at: event.column).map { perform($0.command) } ?? []
        }
        switch screen {
        case .browser: return clickBrowser(event)
        case .basket:
            let lines = basketLines
            guard
                let line = clicked(event, in: BasketLayout(layout).list, top: basket.top, count: lines.lines.count),
                let index = lines.item(at: line)
            else { return [] }
            let again = index == basket.selection
            basket.selection = index
            return again || event.kind == .doubleClick ? perform(.open) : []
        case .requests where requests.open == nil && requests.granted != nil: return clickGranted(event)
        case .requests where requests.open == nil:
            guard let index = clicked(event, in: requestsLayout.list, top: requests.top, count: requests.rows.count)
            else { return [] }
            let again = index == requests.selection
            requests.selection = index
            return again || event.kind == .doubleClick ? perform(.open) : []
        default: return []
        }
    }

    /// A form is scrolled by its fields: going past one is not leaving it.
    private mutating func wheel(_ command: Command) -> [Effect] {
        guard overlay == nil, screen == .wizard, wizard?.form != nil, wizard?.session.application != nil else {
            return repeated(command)
        }
        return wizardTurn { $0.wheel(command, rows: Self.notch, &$1) }
    }

    /// Rows of a notch of the wheel.
    private static let notch = 3

    private mutating func repeated(_ command: Command) -> [Effect] {
        guard availability(of: command) == .available else { return [] }
        var effects: [Effect] = []
        for _ in 0..<Self.notch { effects += perform(command) }
        return effects
    }

    /// The search line, the facets, the list and the dataset beside it take clicks whatever else has the keys.
    private mutating func clickBrowser(_ event: MouseEvent) -> [Effect] {
        let layout = browserLayout
        if event.row == layout.searchRow { return browserCommand(.search) }
        if layout.facets?.contains(column: event.column, row: event.row) == true {
            return browser.focus == .facets ? [] : browserCommand(.showFacets)
        }
        if layout.detail?.contains(column: event.column, row: event.row) == true {
            return browser.focus == .detail || browser.results.total == 0 ? [] : browserCommand(.open)
        }
        guard let list = layout.list, list.contains(column: event.column, row: event.row) else { return [] }
        let row = (event.row - list.row) / BrowserLayout.resultRows
        let index = browser.top + row
        guard index < browser.results.total, row < layout.visibleResults else { return [] }
        let again = index == browser.selection && browser.focus == .list
        browser.focus = .list
        browser.selection = index
        return again || event.kind == .doubleClick ? perform(.open) : restPreview()
    }

    private mutating func clickGranted(_ event: MouseEvent) -> [Effect] {
        let list = GrantedLayout(layout).list
        guard let granted = requests.granted,
            let index = clicked(event, in: list, top: granted.top, count: requests.entitlements.count)
        else { return [] }
        let again = index == granted.selection
        requests.granted?.selection = index
        return again || event.kind == .doubleClick ? perform(.open) : []
    }

    /// The index of the clicked row of a list with one line an item.
    private func clicked(_ event: MouseEvent, in list: ScreenArea, top: Int, count: Int) -> Int? {
        let index = top + event.row - list.row
        return list.contains(column: event.column, row: event.row) && index < count ? index : nil
    }
}
