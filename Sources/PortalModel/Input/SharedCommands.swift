/// Commands that belong to no pane: moving about, fetching again, and what works everywhere.
extension KeyMap {
    /// Last of each screen's own, since most screens keep themselves fresh.
    static let refreshing: [CommandSpec] = [
        CommandSpec(
            [.character("r")], .refresh, in: [.browserList], "refresh", "Fetch again.", importance: 2,
            run: { $0.refreshSearch() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.dataset], "refresh", "Fetch again.", importance: 2,
            run: { $0.refreshDataset() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.requests, .request, .granted], "refresh", "Fetch again.", importance: 2,
            run: { $0.refreshRequestsNow() }),
    ]

    /// Arrows, hjkl and pages, as each of the contexts moves.
    static func moving(in contexts: [KeyContext]) -> [CommandSpec] {
        let lists = contexts.filter { $0.moves == .list }
        let texts = contexts.filter { $0.moves == .text }
        let records = contexts.filter { $0.moves == .record }
        let lettered = (lists + records + texts).filter { !$0.takesText }
        return [
            CommandSpec(
                [.down, .character("j")], .moveDown, in: lettered, "down", "One down.", run: { $0.move(.down) }),
            CommandSpec([.up, .character("k")], .moveUp, in: lettered, "up", "One up.", run: { $0.move(.up) }),
            CommandSpec(
                [.pageDown, .control("f")], .pageDown, in: lists, "page down", "A page down.",
                run: { $0.move(.pageDown) }),
            // Longer than the screen as a rule, so that the footer says how to go on.
            CommandSpec(
                [.pageDown, .control("f")], .pageDown, in: texts, "more", "A page down.", importance: 4,
                run: { $0.move(.pageDown) }),
            CommandSpec(
                [.pageDown, .control("f")], .pageDown, in: records, "more", "A page down.", importance: 2,
                run: { $0.move(.pageDown) }),
            CommandSpec(
                [.pageUp, .control("b")], .pageUp, in: lists + records + texts, "page up", "A page up.",
                run: { $0.move(.pageUp) }),
            CommandSpec(
                [.home, .character("g")], .moveToStart, in: lettered, "first", "To the beginning.",
                run: { $0.move(.start) }),
            CommandSpec(
                [.end, .character("G")], .moveToEnd, in: lettered, "last", "To the end.", run: { $0.move(.end) }),
        ]
    }

    static let everywhere: [CommandSpec] = [
        CommandSpec(
            [.character("1")], .showBrowser, in: [.global], "datasets", "Go to the datasets.", when: { $0.isOpen },
            run: { $0.goToBrowser() }),
        CommandSpec(
            [.character("2")], .showBasket, in: [.global], "basket", "Go to the basket.", when: { $0.isOpen },
            run: { $0.go(to: .basket) }),
        CommandSpec(
            [.character("3")], .showRequests, in: [.global], "requests", "Go to the requests.",
            also: ["applications"], when: { $0.isOpen }, run: { $0.go(to: .requests) }),
        CommandSpec(
            [.character(":")], .showPalette, in: [.global], "commands", "Choose any command by name.", importance: 5,
            run: { $0.show(.palette(Palette())) }),
        CommandSpec(
            [.function(2), .alt("x")], .showPalette, in: [.everywhere], "commands", "Choose any command by name.",
            importance: 1, run: { $0.show(.palette(Palette())) }),
        CommandSpec(
            [.character("L")], .showFailures, in: [.global], "log", "Show the calls that failed.",
            also: ["errors", "problems"], run: { $0.show(.failures(offset: 0)) }),
        CommandSpec(
            [.character("M")], .toggleMouse, in: [.global], "mouse", "Let the terminal select text, or take the mouse.",
            also: ["select text"], run: { $0.toggleMouse() }),
        CommandSpec(
            [.character("q")], .quit, in: [.global], "quit", "End the program; everything is kept.", importance: 2,
            also: ["exit", "close", "leave", "end"], run: { $0.quit() }),
        CommandSpec(
            [.escape], .goBack, in: [.global], "back", "One level up; stops what is loading.",
            run: { $0.pane.goBack(in: &$0) }),
        CommandSpec(
            [.character("?")], .showHelp, in: [.global], "help", "Show what can be done here.",
            importance: 10, when: { $0.isHelp ? .hidden : .available },
            run: { $0.show(.help(find: TextBuffer(), offset: 0)) }),
        CommandSpec(
            [.function(1)], .showHelp, in: [.everywhere], "help", "Show what can be done here.", importance: 6,
            when: { $0.isHelp ? .hidden : .available }, run: { $0.show(.help(find: TextBuffer(), offset: 0)) }),
        CommandSpec(
            [.control("c")], .cancel, in: [.everywhere], "stop", "Stop what is running; never quits.",
            leavesPalette: false, run: { $0.cancelAll() }),
        CommandSpec(
            [.control("z")], .suspend, in: [.everywhere], "suspend", "To the shell; fg comes back.",
            leavesPalette: false, run: { _ in [.host(.suspend)] }),
        CommandSpec(
            [.control("l")], .redraw, in: [.everywhere], "redraw", "Draw the screen anew.", leavesPalette: false,
            run: { _ in [.host(.redraw)] }),
    ]
}

extension AppState {
    /// A portal is open: before, there is nothing to go to.
    var isOpen: Availability { profile == nil ? .hidden : .available }

    fileprivate var isHelp: Bool { if case .help = overlay { true } else { false } }

    fileprivate mutating func show(_ overlay: Overlay) -> [Effect] {
        self.overlay = overlay
        return []
    }

    fileprivate mutating func toggleMouse() -> [Effect] {
        terminal.usesMouse.toggle()
        return [.host(.setMouse(terminal.usesMouse))]
            + show(.information, terminal.usesMouse ? .general(.mouseOn) : .general(.mouseOff))
    }

    /// A second time it leads to the list.
    fileprivate mutating func goToBrowser() -> [Effect] {
        if screen == .browser, overlay == nil, browser.focus == .detail {
            browser.focus = .list
            browser.openedFrom = nil
            return restPreview()
        }
        return go(to: .browser)
    }

    fileprivate mutating func go(to target: Screen) -> [Effect] {
        overlay = nil
        screen = target
        return (target == .requests ? refreshRequests() : []) + pollAgain()
    }

    /// Stops what is loading. The program goes on.
    fileprivate mutating func cancelAll() -> [Effect] {
        let stopped = stopReads()
        if !stopped.isEmpty { return stopped + show(.information, Self.stoppedNote) }
        if overlay == .fetching, fetching.running != nil { return stopFetching() }
        if overlay == .login { return leaveLoginOrPaste() }
        if overlay != nil { return leaveOverlay() }
        return show(.information, .general(.nothingRuns(outside: keyContexts.first?.takesText != true)))
    }
}
