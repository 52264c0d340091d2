/// Asking the portals of a group alone: `groups:` of the configuration, as `--profiles` takes it.
extension AppState {
    /// Nil where all are asked, also when the group has gone from the configuration since.
    public var askedGroup: PortalGroup? { portals.groups.first { $0.name == allPortals.group } }

    var choosesGroup: Availability {
        overlay == .allPortals && !portals.groups.isEmpty ? .available : .hidden
    }

    mutating func chooseGroup() -> [Effect] {
        var menu = Menu(.portalGroups)
        menu.selection = portals.groups.firstIndex { $0.name == allPortals.group }.map { $0 + 1 } ?? 0
        overlay = .menu(menu)
        return []
    }

    /// All of them first, then each group with those that it means.
    var groupItems: [MenuItem] {
        let asked = askedGroup
        return [MenuItem(.portals(.everyPortal), isOn: asked == nil)]
            + portals.groups.map {
                MenuItem(
                    .verbatim($0.name), note: .verbatim($0.members.joined(separator: ", ")), isOn: asked == $0)
            }
    }

    /// What was asked before is asked of these at once.
    mutating func takeGroup(_ index: Int) -> [Effect] {
        closeOverlay()
        let group = index == 0 ? nil : portals.groups[index - 1].name
        guard group != allPortals.group else { return [] }
        allPortals.group = group
        guard allPortals.query != nil else { return [] }
        allPortals.wanted = AllPortalsState.page
        allPortals.rows = []
        allPortals.selection = 0
        return askAllPortals()
    }
}
