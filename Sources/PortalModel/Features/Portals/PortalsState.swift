/// The portals that are set up: the list, the form in which one is made or changed, and a change-over under way.
public struct PortalsState: Equatable, Sendable {
    /// Nil until they are read.
    public internal(set) var list: [KnownPortal]?
    /// Those that are searched together by one name: `groups:` of the configuration, by their names.
    public internal(set) var groups: [PortalGroup] = []
    /// The portal under the cursor, by its place in `list`.
    public internal(set) var selection = 0
    /// Nil while the list has the keys.
    public internal(set) var form: PortalForm?
    /// What a portal of the list was found to be like, by its name.
    public internal(set) var trials: [String: PortalTrial] = [:]
    /// Numbers trials, so that a late answer can be told from the awaited one.
    var lastTrial = 0
    /// The portal of the list that is being tried.
    public internal(set) var trying: Trying?
    /// What went wrong last.
    public internal(set) var problem: Message?
    /// Where the program is about to change over to.
    public internal(set) var goingTo: PortalChoice?
    /// What is opened where the program changes over to.
    var opensThere: Destination?
    /// Changed since the program opened them: what is open is as it was before.
    var changed: Set<String> = []

    /// A trial under way.
    public struct Trying: Equatable, Sendable {
        /// Tells its answer from those of trials before.
        public var number: Int
        /// The portal's, in the list.
        public var name: String
    }

    /// A dataset of another portal.
    struct Destination: Equatable, Sendable {
        var portal: PortalChoice
        var dataset: DatasetID
    }

    public init() {}

    /// Under the cursor; nil until the list is read.
    public var selected: KnownPortal? {
        guard let list, list.indices.contains(selection) else { return nil }
        return list[selection]
    }
}

/// Several portals that are searched together by one name.
public struct PortalGroup: Equatable, Sendable {
    /// By which it is asked.
    public var name: String
    /// Names of profiles, in the order in which they are asked and listed.
    public var members: [String]

    public init(name: String, members: [String]) {
        self.name = name
        self.members = members
    }
}
