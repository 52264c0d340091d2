extension KeyContext {
    /// The catalogue that is kept on this machine.
    public static let mirror = KeyContext("mirror", "The catalogue on this machine", moves: .list)
}

/// What the mirror holds, and whether it is asked. What is known of it outlasts the overlay (`AppState.mirror`).
struct MirrorPane: Pane {
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("o")], .showMirror, in: [.browserList], "offline",
            "Keep the catalogue on this machine, and search it without a network.",
            also: ["mirror", "copy", "sync", "local", "network"], when: { $0.isOpen }, run: { $0.showMirror() }),
        CommandSpec(
            [.enter, .character("o")], .toggleSource, in: [.mirror], "switch",
            "Take the datasets from this machine, or from the portal again.", importance: 9,
            when: { $0.mirrorSourceAvailability }, run: { $0.toggleSource() }),
        CommandSpec(
            [.character("s")], .fillMirror, in: [.mirror], "fill",
            "Fill it from the portal, or bring it up to date.", importance: 8,
            also: ["sync", "update", "refresh", "download"], when: { $0.mirrorFillAvailability },
            run: { $0.fillMirror() }),
        CommandSpec(
            [.character("R")], "fillMirrorRecords", in: [.mirror], "records",
            "Fill it, and read full records too, as many as you choose: of the basket first, then of the newest.",
            importance: 5, also: ["details", "whole", "sync"], when: { $0.mirrorFillAvailability },
            run: { $0.chooseRecords() }),
        CommandSpec(
            [.character("x")], "stopFilling", in: [.mirror], "stop", "Stop filling it; what was read stays.",
            importance: 7, when: { $0.mirrorStopAvailability }, run: { $0.stopFillingMirror() }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.mirror], "back", "Close this; a filling goes on.",
            importance: 6, run: { $0.leaveOverlay() }),
    ]

    func context(in state: AppState) -> KeyContext { .mirror }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .mirror(offset: state.scrolled(offset, movement))
        return []
    }
}
