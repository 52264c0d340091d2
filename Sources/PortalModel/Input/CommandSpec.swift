/// All that is known of a command in some contexts: its keys, its words, when it can be used and what it does. Dispatch,
/// the footer, the help overlay, the palette and docs/KEYS.md read nothing else.
public struct CommandSpec: Sendable {
    /// Whether the command can be used now, and if not, why.
    public typealias Condition = @Sendable (AppState) -> Availability
    /// What the command does.
    public typealias Action = @Sendable (inout AppState) -> [Effect]

    /// Every key that it can be pressed with, the one that is shown first at the beginning.
    public var keys: [Key]
    /// Its name.
    public var command: Command
    /// Where its keys work.
    public var contexts: [KeyContext]
    /// One or two words for the footer.
    public var title: String
    /// A sentence for the help overlay, the palette and the keys page.
    public var help: String
    /// The footer shows the most important ones that fit; 0 is never in the footer.
    public var importance: Int
    /// Cannot be undone: asks before it acts.
    public var isDestructive: Bool
    /// What others call it, in lower case: the palette finds it by these too.
    public var synonyms: [String]
    /// Goes on while the palette is open; every other command closes it first.
    let leavesPalette: Bool
    let availability: Condition
    let run: Action

    /// - Parameters:
    ///   - condition: asked with every frame, so it must be cheap; without one the command can always be used.
    ///   - action: called only while the condition says that the command is available.
    public init(
        _ keys: [Key], _ command: Command, in contexts: [KeyContext], _ title: String, _ help: String,
        importance: Int = 0, isDestructive: Bool = false, also synonyms: [String] = [],
        leavesPalette: Bool = true, when condition: @escaping Condition = { _ in .available },
        run action: @escaping Action
    ) {
        self.keys = keys
        self.command = command
        self.contexts = contexts
        self.title = title
        self.help = help
        self.importance = importance
        self.isDestructive = isDestructive
        self.synonyms = synonyms
        self.leavesPalette = leavesPalette
        self.availability = condition
        self.run = action
    }
}

extension CommandSpec: Equatable {
    /// What a command does goes with its name: two tables differ in keys and words.
    public static func == (first: CommandSpec, second: CommandSpec) -> Bool {
        first.command == second.command && first.keys == second.keys && first.contexts == second.contexts
            && first.title == second.title && first.help == second.help && first.importance == second.importance
    }
}

extension CommandSpec {
    /// Scrolls or moves the cursor, which does no harm.
    var isScrolling: Bool { movement != nil }

    /// The way that a moving command goes; nil for all others.
    var movement: Movement? { Movement(command) }
}
