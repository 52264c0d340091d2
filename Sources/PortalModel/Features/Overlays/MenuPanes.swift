extension KeyContext {
    /// The orders that the catalogue offers.
    public static let sortMenu = KeyContext("sortMenu", "Sort order", moves: .list)
    /// Every other small menu.
    public static let menu = KeyContext("menu", "A menu", moves: .list)
}

/// The order of the results.
struct SortPane: Pane {
    let selection: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.sortMenu], "back", "Close this.", importance: 9, run: { $0.leaveOverlay() }),
        CommandSpec([.character("q")], .goBack, in: [.sortMenu], "back", "Close this.", run: { $0.leaveOverlay() }),
        CommandSpec([.enter], .choose, in: [.sortMenu], "go", "Do it.", importance: 8, run: { $0.choose() }),
    ]

    func context(in state: AppState) -> KeyContext { .sortMenu }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let count = state.offeredOrders.count
        state.overlay = .sort(selection: ListPosition.moved(selection, movement, count: count, visible: count))
        return []
    }

    func choose(in state: inout AppState) -> [Effect] {
        state.overlay = nil
        let orders = state.offeredOrders
        return orders.indices.contains(selection) ? state.chooseOrder(orders[selection]) : []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .overlayItem(let index) = target, state.offeredOrders.indices.contains(index) else { return [] }
        return SortPane(selection: index).choose(in: &state)
    }
}

/// A small menu: one thing is chosen, or several are ticked.
struct MenuPane: Pane {
    let menu: Menu

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character(" ")], .toggleChoice, in: [.menu], "tick", "Tick or untick.", importance: 7,
            when: { $0.openMenu?.isTicked == true ? .available : .hidden },
            run: { state in state.openMenu.map { state.tick($0) } ?? [] }),
        CommandSpec(
            [.escape], .goBack, in: [.menu], "back", "Close this.", importance: 9, run: { $0.leaveOverlay() }),
        CommandSpec([.character("q")], .goBack, in: [.menu], "back", "Close this.", run: { $0.leaveOverlay() }),
        CommandSpec([.enter], .choose, in: [.menu], "go", "Do it.", importance: 8, run: { $0.choose() }),
        CommandSpec(
            [.right, .character("l")], "widenColumn", in: [.menu], "wider", "Make the column wider.", importance: 6,
            when: { $0.inColumns }, run: { $0.widenColumn(by: 1) }),
        CommandSpec(
            [.left, .character("h")], "narrowColumn", in: [.menu], "narrower", "Make the column narrower.",
            importance: 6, when: { $0.inColumns }, run: { $0.widenColumn(by: -1) }),
        CommandSpec(
            [.character("<")], "columnLeft", in: [.menu], "to the left", "Move the column to the left.",
            importance: 5, when: { $0.inColumns }, run: { $0.moveColumn(by: -1) }),
        CommandSpec(
            [.character(">")], "columnRight", in: [.menu], "to the right", "Move the column to the right.",
            importance: 5, when: { $0.inColumns }, run: { $0.moveColumn(by: 1) }),
        CommandSpec(
            [.character("o")], .openFile, in: [.menu], "read", "Fetch the file and read it here.", importance: 7,
            when: { if case .files = $0.openMenu?.subject { .available } else { .hidden } },
            run: { state in state.openMenu.map { state.fetchFile($0.selection, isToRead: true) } ?? [] }),
    ]

    func context(in state: AppState) -> KeyContext { .menu }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        var menu = menu
        menu.selection = ListPosition.moved(
            menu.selection, movement, count: state.items(of: menu).count, visible: max(state.layout.body.rows - 4, 1))
        state.overlay = .menu(menu)
        return []
    }

    func choose(in state: inout AppState) -> [Effect] { state.chooseInMenu(menu) }

    /// Ticks what can be ticked, and chooses what is chosen alone.
    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .overlayItem(let index) = target else { return [] }
        var menu = menu
        menu.selection = index
        state.overlay = .menu(menu)
        return menu.isTicked ? state.tick(menu) : state.chooseInMenu(menu)
    }
}

extension AppState {
    /// The menu that is open.
    fileprivate var openMenu: Menu? { if case .menu(let menu) = overlay { menu } else { nil } }

    fileprivate mutating func tick(_ menu: Menu) -> [Effect] {
        let items = items(of: menu)
        guard items.indices.contains(menu.selection) else { return [] }
        if menu.subject == .columns { return toggleColumn(menu.selection) }
        var menu = menu
        let key = items[menu.selection].key
        if menu.ticked.remove(key) == nil {
            if menu.subject == .purpose { menu.ticked = menu.ticked.filter { PurposeChoice.goTogether($0, key) } }
            menu.ticked.insert(key)
        }
        overlay = .menu(menu)
        return []
    }
}

extension Menu {
    /// Whether several items are ticked, and taken together.
    public var isTicked: Bool {
        if case .datasets = subject { true } else { subject == .columns || subject == .purpose }
    }
}
