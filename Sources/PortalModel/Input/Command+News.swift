/// Names of what tells of news, that code speaks of.
extension Command {
    /// Gives the search that is shown a name, under which it is kept.
    public static let saveSearch: Command = "saveSearch"
    /// The saved searches, with what is new of them.
    public static let showSavedSearches: Command = "showSavedSearches"
    /// Puts back the saved search that was deleted last.
    public static let restoreSearch: Command = "restoreSearch"
    /// What is new since the person was last here.
    public static let showNews: Command = "showNews"
}
