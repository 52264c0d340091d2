/// The list of datasets as a table, and its columns.
extension AppState {
    mutating func toggleTable() -> [Effect] {
        browser.table.isOn.toggle()
        moveBrowser(nil)
        return [.disk(.keepTable(browser.table))] + ensurePages()
    }

    mutating func chooseColumns() -> [Effect] {
        overlay = .menu(Menu(.columns))
        return []
    }

    /// All that there are; those of the table with their places and widths.
    var columnItems: [MenuItem] {
        ListColumn.besideTitle.map { kind in
            let place = browser.table.columns.firstIndex { $0.kind == kind }
            let note = place.map { Message.verbatim("\($0 + 1) · \(browser.table.columns[$0].width)") }
            return MenuItem(.search(.column(kind)), key: kind.rawValue, note: note, isOn: place != nil)
        }
    }

    /// A column that is put in comes behind the others.
    mutating func toggleColumn(_ index: Int) -> [Effect] {
        let kind = ListColumn.besideTitle[index]
        if let place = browser.table.columns.firstIndex(where: { $0.kind == kind }) {
            browser.table.columns.remove(at: place)
        } else {
            browser.table.columns.append(ListTable.Column(kind))
        }
        return keepTable()
    }

    /// Makes the column under the cursor wider or narrower.
    mutating func widenColumn(by step: Int) -> [Effect] {
        changeColumn { table, place in
            let column = table.columns[place]
            table.columns[place] = ListTable.Column(column.kind, width: column.width + step)
        }
    }

    /// Moves the column under the cursor in the table.
    mutating func moveColumn(by step: Int) -> [Effect] {
        changeColumn { table, place in
            guard table.columns.indices.contains(place + step) else { return }
            table.columns.swapAt(place, place + step)
        }
    }

    private mutating func changeColumn(_ change: (inout ListTable, Int) -> Void) -> [Effect] {
        guard case .menu(let menu) = overlay, menu.subject == .columns,
            ListColumn.besideTitle.indices.contains(menu.selection),
            let place = browser.table.columns.firstIndex(where: { $0.kind == ListColumn.besideTitle[menu.selection] })
        else { return [] }
        change(&browser.table, place)
        return keepTable()
    }

    /// What is chosen is seen at once.
    private mutating func keepTable() -> [Effect] {
        browser.table.isOn = true
        moveBrowser(nil)
        return [.disk(.keepTable(browser.table))] + ensurePages()
    }

    /// Of the menu of columns, where it is open.
    var inColumns: Availability {
        if case .menu(let menu) = overlay, menu.subject == .columns { .available } else { .hidden }
    }
}
