extension AppState {
    mutating func overlayCommand(_ command: Command) -> [Effect] {
        if overlay == .login { return loginCommand(command) }
        if overlay == .portals { return portalsCommand(command) }
        if case .members(let id) = overlay { return membersCommand(command, id) }
        if case .person(let form) = overlay { return personCommand(command, form) }
        if case .licence(let offset) = overlay { return licenceCommand(command, offset: offset) }
        if command == .goBack { return leaveOverlay() }
        switch overlay {
        case .help(let find, let offset):
            overlay = .help(find: find, offset: scrolled(offset, command))
        case .failures(let offset):
            overlay = .failures(offset: scrolled(offset, command))
        case .health(let offset):
            if command == .refresh { return askForHealth() }
            overlay = .health(offset: scrolled(offset, command))
        case .text(let title, let body, let offset):
            if command == .copyIdentifier { return [.host(.copy(body))] }
            overlay = .text(title: title, body: body, offset: scrolled(offset, command))
        case .palette(let palette): return paletteCommand(command, palette)
        case .sort(let selection): return sortCommand(command, selection)
        case .menu(let menu): return menuCommand(command, menu)
        case .chooseRequest(let selection): return chooseRequestCommand(command, selection)
        case .confirm(let confirmation) where command == .choose || command == .affirm:
            return answer(confirmation, by: command)
        case .export(let selection): return exportCommand(command, selection)
        case .answersFile(let prompt): return answersFileCommand(command, prompt)
        case .confirm, .login, .members, .person, .licence, .portals, .none: break
        }
        return []
    }

    private mutating func leaveOverlay() -> [Effect] {
        let wasHealth = if case .health = overlay { true } else { false }
        closeOverlay()
        return wasHealth ? stopHealth() : []
    }

    /// A login that is under way comes to the front again.
    mutating func closeOverlay() { overlay = login == nil ? nil : .login }

    /// An offset after a scrolling command, within what the view last measured.
    func scrolled(_ offset: Int, _ command: Command) -> Int {
        let page = max(1, pageRows - 1)
        let current = min(offset, scrollLimit)
        let moved =
            switch command {
            case .moveUp: current - 1
            case .moveDown: current + 1
            case .pageUp: current - page
            case .pageDown: current + page
            case .moveToStart: 0
            case .moveToEnd: scrollLimit
            default: current
            }
        return min(max(0, moved), scrollLimit)
    }

    private mutating func paletteCommand(_ command: Command, _ palette: Palette) -> [Effect] {
        var palette = palette
        let lines = keys.palette(for: self, find: palette.find.text)
        switch command {
        case .moveDown: palette.selection = min(palette.selection + 1, max(0, lines.count - 1))
        case .moveUp: palette.selection = max(0, palette.selection - 1)
        case .choose:
            overlay = nil
            guard lines.indices.contains(palette.selection) else { return [] }
            let line = lines[palette.selection]
            // What belongs elsewhere is told, and not done here.
            if let reason = line.reason { return show(.warning, "\(line.help) \(reason)") }
            remember(line.command)
            return perform(line.command)
        default: break
        }
        overlay = .palette(palette)
        return []
    }

    private mutating func sortCommand(_ command: Command, _ selection: Int) -> [Effect] {
        let orders = SearchSort.allCases
        switch command {
        case .moveDown: overlay = .sort(selection: min(selection + 1, orders.count - 1))
        case .moveUp: overlay = .sort(selection: max(0, selection - 1))
        case .moveToStart: overlay = .sort(selection: 0)
        case .moveToEnd: overlay = .sort(selection: orders.count - 1)
        case .choose:
            overlay = nil
            guard browser.query.sort != orders[selection] else { return [] }
            browser.query.sort = orders[selection]
            return runSearch()
        default: break
        }
        return []
    }
}
