extension KeyContext {
    /// The list of the portals that are set up.
    public static let portals = KeyContext("portals", "Portals", moves: .list)
    /// The form of one portal.
    public static let portalForm = KeyContext("portalForm", "Setting up a portal", takesText: true)
}

/// The portals that are set up, and the form in which one is made or changed. What is typed and tried outlasts it
/// (`AppState.portals`).
struct PortalsPane: Pane {
    static let commands: [CommandSpec] = listCommands + formCommands

    private static let listCommands: [CommandSpec] = [
        CommandSpec(
            [.character("@")], .showPortals, in: [.global], "portals",
            "Change over to another portal, set one up, change or remove it.",
            also: ["portals", "profiles", "switch", "change portal", "context", "ctx", "server"],
            when: { $0.overlay == .portals ? .hidden : .available }, run: { $0.showPortals() }),
        CommandSpec(
            [.alt("s")], .showPortals, in: [.everywhere], "portals",
            "Change over to another portal, set one up, change or remove it.",
            when: { $0.overlay == .portals ? .hidden : .available }, run: { $0.showPortals() }),
        CommandSpec(
            [.enter], .choose, in: [.portals], "open", "Change over to this portal.", importance: 9,
            run: { $0.inPortals { state in state.portals.selected.map { state.open($0) } ?? [] } }),
        CommandSpec(
            [.character("n")], .addPortal, in: [.portals], "new", "Set up a portal.", importance: 8,
            also: ["new portal", "set up", "profile"], when: { $0.overlay == .portals ? .available : .hidden },
            run: {
                $0.inPortals {
                    $0.portals.form = PortalForm()
                    return []
                }
            }),
        CommandSpec(
            [.character("e")], .editPortal, in: [.portals], "change", "Change this portal.", importance: 7,
            when: { $0.onPortal { $0.whyNotChanged } },
            run: {
                $0.inPortals {
                    $0.portals.form = $0.portals.selected?.draft.map { PortalForm($0) }
                    return []
                }
            }),
        CommandSpec(
            [.character("t")], .tryPortal, in: [.portals], "try", "Ask its services how they are.", importance: 6,
            when: { $0.onPortal { $0.whyNotTried } }, run: { $0.inPortals { $0.tryListedPortal() } }),
        CommandSpec(
            [.character("D")], .usePortal, in: [.portals], "open at start",
            "Open this portal when nothing else is said.", importance: 4, when: { $0.onPortal { _ in nil } },
            run: { $0.inPortals { $0.portals.selected.map { [.portals(.choosePortal($0.name))] } ?? [] } }),
        CommandSpec(
            [.character("d"), .delete], .removePortal, in: [.portals], "remove",
            "Remove this portal, after a question.", importance: 5, isDestructive: true,
            when: { state in
                state.onPortal { portal in
                    portal.whyNotChanged
                        ?? (portal.name == state.profile?.name
                            ? .portals(.openElsewhereFirst(name: portal.name)) : nil)
                }
            },
            run: { $0.inPortals { $0.askToRemovePortal() } }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.portals], "back", "Close this.", importance: 7,
            run: { state in
                // What is being changed over from takes no keys any more, but for the one that stays.
                state.portals.goingTo != nil ? state.stay() : state.inPortals { $0.leaveOverlay() }
            }),
    ]

    private static let formCommands: [CommandSpec] = [
        CommandSpec(
            [.tab, .down], .next, in: [.portalForm], "next line", "Go to the next line.", importance: 6,
            run: { $0.inPortalForm { $0.go(by: 1) } }),
        CommandSpec(
            [.backTab, .up], .previous, in: [.portalForm], "line before", "Go to the line before.",
            run: { $0.inPortalForm { $0.go(by: -1) } }),
        CommandSpec(
            [.enter], .choose, in: [.portalForm], "next line",
            "Go to the next line; on the last one try it, and keep it when it answers.", importance: 7,
            run: { state in
                guard let form = state.portals.form, form.line != form.lines.last else {
                    return state.tryOrKeepPortal()
                }
                return state.inPortalForm { $0.go(by: 1) }
            }),
        CommandSpec(
            [.character(" ")], .toggleChoice, in: [.portalForm], "next choice", "Choose what the service speaks.",
            importance: 8, when: { $0.onChoice }, run: { $0.inPortalForm { $0.choose(by: 1) } }),
        CommandSpec(
            [.right], .moveRight, in: [.portalForm], "next choice", "The next of the choices.",
            when: { $0.onChoice }, run: { $0.inPortalForm { $0.choose(by: 1) } }),
        CommandSpec(
            [.left], .moveLeft, in: [.portalForm], "choice before", "The choice before.",
            when: { $0.onChoice }, run: { $0.inPortalForm { $0.choose(by: -1) } }),
        CommandSpec(
            [.control("s")], .saveNow, in: [.portalForm], "try, then keep",
            "Ask the services how they are; again to keep the portal when all is well.", importance: 9,
            run: { $0.tryOrKeepPortal() }),
        CommandSpec(
            [.function(10)], .affirm, in: [.portalForm], "keep untried",
            "Keep it although it was not tried or did not answer.", importance: 3, run: { $0.keepUntriedPortal() }),
        CommandSpec(
            [.escape], .goBack, in: [.portalForm], "back", "Leave without keeping it.", importance: 5,
            run: { state in state.portals.goingTo != nil ? state.stay() : state.leavePortalForm() }),
    ]

    func context(in state: AppState) -> KeyContext { state.portals.form == nil ? .portals : .portalForm }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.inPortals { state in
            let count = state.portals.list?.count ?? 0
            switch movement {
            case .down: state.choosePortalRow(state.portals.selection + 1)
            case .up: state.choosePortalRow(state.portals.selection - 1)
            case .pageDown, .end: state.choosePortalRow(count - 1)
            case .pageUp, .start: state.choosePortalRow(0)
            }
            return []
        }
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        state.portals.form?.edit(change)
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        switch target {
        case .overlayItem(let row): return state.clickPortal(row)
        case .portalLine(let line):
            state.portals.form?.go(to: line)
            return []
        default: return []
        }
    }
}

extension AppState {
    /// Lets the list act, unless the portal is being changed over from.
    fileprivate mutating func inPortals(_ body: (inout AppState) -> [Effect]) -> [Effect] {
        guard portals.goingTo == nil else { return [] }
        portals.problem = nil
        return body(&self)
    }

    fileprivate var onChoice: Availability {
        overlay == .portals && portals.form?.line.isChoice == true ? .available : .hidden
    }

    /// - Parameter reason: why it cannot be done to the portal under the cursor.
    fileprivate func onPortal(_ reason: (KnownPortal) -> Message?) -> Availability {
        guard overlay == .portals, portals.form == nil else { return .hidden }
        guard let portal = portals.selected else { return .unavailable(reason: .portals(.none)) }
        return reason(portal).map { .unavailable(reason: $0) } ?? .available
    }

    fileprivate mutating func clickPortal(_ row: Int) -> [Effect] {
        guard portals.form == nil else { return [] }
        let again = portals.selection == row
        choosePortalRow(row)
        return again ? perform(.choose) : []
    }
}

extension KnownPortal {
    fileprivate var whyNotTried: Message? {
        draft == nil ? .portals(.comesWithProgram) : nil
    }

    fileprivate var whyNotChanged: Message? {
        whyNotTried ?? ownFile.map { .portals(.inYourFile(name: name, file: $0)) }
    }
}
