/// Names of what searches several portals, that code speaks of.
extension Command {
    /// One search of all portals that are set up.
    public static let showAllPortals: Command = "showAllPortals"
    /// The menu of the groups whose portals are asked alone.
    public static let chooseGroup: Command = "chooseGroup"
}
