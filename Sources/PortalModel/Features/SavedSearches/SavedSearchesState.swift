import FoundationEssentials

/// The saved searches of the portal: what a list tells of them, and the name that is being typed.
public struct SavedSearchesState: Equatable, Sendable {
    /// By their names; nil until they are read.
    public internal(set) var list: [ListedSearch]?
    /// The search under the cursor, by its place in `list`.
    public internal(set) var selection = 0
    /// Nil while the list has the keys.
    public internal(set) var naming: Naming?
    /// Ids of those whose portal is asked: the first of them now, the others after it.
    public internal(set) var checking: [String] = []
    /// Why a search could not be asked, by its id.
    public internal(set) var failures: [String: PortalError] = [:]
    /// What went wrong last, and belongs to no search of the list.
    public internal(set) var problem: PortalError?
    /// What was deleted last, and can be put back.
    var removed: SavedSearch?
    /// The next list tells by itself what is new.
    var tellsNews = false

    /// A name that is typed.
    public struct Naming: Equatable, Sendable {
        /// What gets it.
        public enum Subject: Equatable, Sendable {
            /// The search that is shown, as a line.
            case line(String)
            /// A saved search.
            case search(SavedSearch)
        }

        /// What gets the name.
        public var subject: Subject
        /// What is typed.
        public var name: TextBuffer
        /// It is being saved, which asks the portal for all that it finds.
        public var isSaving = false
        /// Why it was not.
        public var problem: PortalError?
    }

    public init() {}

    /// Under the cursor.
    public var selected: ListedSearch? {
        guard let list, list.indices.contains(selection) else { return nil }
        return list[selection]
    }

    /// Those with something new or changed.
    public var withNews: [SavedSearch] { (list ?? []).map(\.search).filter { !$0.news.isEmpty } }
}

/// What is done with saved searches, on this machine and at the portal.
public enum SavedSearchWork: Equatable, Sendable {
    /// Reads them from the disk.
    case list
    /// Asks the portal what is new of one.
    case check(SavedSearch)
    /// Saves a line under a name.
    case save(name: String, line: String)
    /// Gives one another name.
    case rename(SavedSearch, name: String)
    /// Marks its news as seen.
    case markSeen(SavedSearch)
    /// Deletes one.
    case remove(SavedSearch)
    /// Puts one back that was deleted.
    case restore(SavedSearch)
}

/// What became of it.
public enum SavedSearchEvent: Equatable, Sendable {
    /// As they lie on the disk now.
    case listed(Result<[ListedSearch], PortalError>)
    /// The work is done, when the failure is nil; the list as it is now came before.
    case done(SavedSearchWork, AppAction.Failure?)
}
