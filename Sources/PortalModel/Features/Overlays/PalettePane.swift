extension KeyContext {
    /// Every command by its name.
    public static let palette = KeyContext("palette", "Commands", takesText: true)
}

/// The commands by their names.
struct PalettePane: Pane {
    let palette: Palette

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.palette], "back", "Close this.", importance: 9, leavesPalette: false,
            run: { $0.leaveOverlay() }),
        CommandSpec(
            [.enter], .choose, in: [.palette], "go", "Do it.", importance: 8, leavesPalette: false,
            run: { $0.choose() }),
        CommandSpec(
            [.down, .tab, .control("n")], .moveDown, in: [.palette], "down", "Next line.", leavesPalette: false,
            run: { $0.move(.down) }),
        CommandSpec(
            [.up, .backTab, .control("p")], .moveUp, in: [.palette], "up", "Line before.", leavesPalette: false,
            run: { $0.move(.up) }),
    ]

    func context(in state: AppState) -> KeyContext { .palette }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let count = state.keys.palette(for: state, find: palette.find.text).count
        var palette = palette
        palette.selection = ListPosition.moved(palette.selection, movement, count: count, visible: max(count, 1))
        state.overlay = .palette(palette)
        return []
    }

    func choose(in state: inout AppState) -> [Effect] {
        let lines = state.keys.palette(for: state, find: palette.find.text)
        state.overlay = nil
        guard lines.indices.contains(palette.selection) else { return [] }
        let line = lines[palette.selection]
        // What belongs elsewhere is told, and not done here.
        if let reason = line.reason { return state.show(.warning, .several([.verbatim(line.help), reason])) }
        state.remember(line.command)
        return state.perform(line.command)
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        var palette = palette
        change(&palette.find)
        palette.selection = 0
        state.overlay = .palette(palette)
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .overlayItem(let index) = target else { return [] }
        var palette = palette
        palette.selection = index
        return PalettePane(palette: palette).choose(in: &state)
    }
}
