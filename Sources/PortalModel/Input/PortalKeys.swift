extension KeyMap {
    /// The keys of the portals that are set up, and of the form in which one is made or changed.
    static let portalKeys: [KeyBinding] = [
        KeyBinding(
            [.character("@")], .showPortals, in: [.global], "portals",
            "Change over to another portal, set one up, change or remove it."),
        KeyBinding(
            [.alt("s")], .showPortals, in: [.everywhere], "portals",
            "Change over to another portal, set one up, change or remove it."),
        KeyBinding([.enter], .choose, in: [.portals], "open", "Change over to this portal.", importance: 9),
        KeyBinding([.character("n")], .addPortal, in: [.portals], "new", "Set up a portal.", importance: 8),
        KeyBinding([.character("e")], .editPortal, in: [.portals], "change", "Change this portal.", importance: 7),
        KeyBinding(
            [.character("t")], .tryPortal, in: [.portals], "try", "Ask its services how they are.", importance: 6),
        KeyBinding(
            [.character("D")], .usePortal, in: [.portals], "open at start",
            "Open this portal when nothing else is said.", importance: 4),
        KeyBinding(
            [.character("d"), .delete], .removePortal, in: [.portals], "remove",
            "Remove this portal, after a question.",
            importance: 5, isDestructive: true),
        KeyBinding([.escape, .character("q")], .goBack, in: [.portals], "back", "Close this.", importance: 7),
        KeyBinding([.tab, .down], .next, in: [.portalForm], "next line", "Go to the next line.", importance: 6),
        KeyBinding([.backTab, .up], .previous, in: [.portalForm], "line before", "Go to the line before."),
        KeyBinding(
            [.enter], .choose, in: [.portalForm], "next line",
            "Go to the next line; on the last one try it, and keep it when it answers.", importance: 7),
        KeyBinding(
            [.character(" ")], .toggleChoice, in: [.portalForm], "next choice", "Choose what the service speaks.",
            importance: 8),
        KeyBinding([.right], .moveRight, in: [.portalForm], "next choice", "The next of the choices."),
        KeyBinding([.left], .moveLeft, in: [.portalForm], "choice before", "The choice before."),
        KeyBinding(
            [.control("s")], .saveNow, in: [.portalForm], "try, then keep",
            "Ask the services how they are; again to keep the portal when all is well.", importance: 9),
        KeyBinding(
            [.function(10)], .affirm, in: [.portalForm], "keep untried",
            "Keep it although it was not tried or did not answer.", importance: 3),
        KeyBinding([.escape], .goBack, in: [.portalForm], "back", "Leave without keeping it.", importance: 5),
    ]
}
