import Synchronization

/// One row of the key table: everything that is known of a command in some contexts.
public struct KeyBinding: Equatable, Sendable {
    public var keys: [Key]
    public var command: Command
    public var contexts: [KeyContext]
    /// One or two words for the footer.
    public var title: String
    /// A sentence for the help overlay, the palette and the keys page.
    public var help: String
    /// The footer shows the most important ones that fit; 0 is never in the footer.
    public var importance: Int
    /// Cannot be undone: asks before it acts.
    public var isDestructive: Bool

    public init(
        _ keys: [Key], _ command: Command, in contexts: [KeyContext], _ title: String, _ help: String,
        importance: Int = 0, isDestructive: Bool = false
    ) {
        self.keys = keys
        self.command = command
        self.contexts = contexts
        self.title = title
        self.help = help
        self.importance = importance
        self.isDestructive = isDestructive
    }
}

/// The key table. Dispatch, the footer, the help overlay, the palette and docs/KEYS.md all read it.
public struct KeyMap: Sendable, Equatable {
    public let bindings: [KeyBinding]
    private let lookup: [KeyContext: [Key: Command]]
    private let resolved = ResolvedBindings()

    public init(_ bindings: [KeyBinding]) {
        self.bindings = bindings
        var lookup: [KeyContext: [Key: Command]] = [:]
        for binding in bindings {
            for context in binding.contexts {
                for key in binding.keys where lookup[context]?[key] == nil {
                    lookup[context, default: [:]][key] = binding.command
                }
            }
        }
        self.lookup = lookup
    }

    /// What a key can mean, in the innermost context first.
    func commands(for key: Key, in contexts: [KeyContext]) -> [Command] {
        contexts.compactMap { lookup[$0]?[key] }
    }

    public static func == (first: KeyMap, second: KeyMap) -> Bool { first.bindings == second.bindings }

    /// The command of a key, looked up in the innermost context first.
    public func command(for key: Key, in contexts: [KeyContext]) -> Command? {
        for context in contexts {
            if let command = lookup[context]?[key] { return command }
        }
        return nil
    }

    /// Keys that two bindings of one context claim. Must be empty; a test sees to it.
    public var duplicates: [(context: KeyContext, key: Key)] {
        var duplicates: [(KeyContext, Key)] = []
        for context in KeyContext.allCases {
            var seen: Set<Key> = []
            for binding in bindings where binding.contexts.contains(context) {
                for key in binding.keys where !seen.insert(key).inserted { duplicates.append((context, key)) }
            }
        }
        return duplicates
    }

    /// The bindings of the contexts that are in force, innermost first, without those that are out of place now.
    ///
    /// Each has only the keys that lead to it here: where `q` goes back, quitting is left to the palette.
    public func bindings(for state: AppState) -> [(binding: KeyBinding, availability: Availability)] {
        bindings(in: state.keyContexts).compactMap { binding in
            let availability = state.availability(of: binding.command)
            return availability == .hidden ? nil : (binding, availability)
        }
    }

    /// One binding for each command of the contexts, innermost first.
    private func bindings(in contexts: [KeyContext]) -> [KeyBinding] {
        resolved.bindings(in: contexts) {
            var seen: Set<Command> = []
            return contexts.flatMap { context in
                bindings.compactMap { binding in
                    guard binding.contexts.contains(context), seen.insert(binding.command).inserted else { return nil }
                    var binding = binding
                    binding.keys.removeAll { command(for: $0, in: contexts) != binding.command }
                    return binding
                }
            }
        }
    }
}

/// What was found for each list of contexts: the footer asks with every frame.
private final class ResolvedBindings: Sendable {
    private let found = Mutex<[[KeyContext]: [KeyBinding]]>([:])

    func bindings(in contexts: [KeyContext], otherwise find: () -> [KeyBinding]) -> [KeyBinding] {
        if let known = found.withLock({ $0[contexts] }) { return known }
        let bindings = find()
        found.withLock { $0[contexts] = bindings }
        return bindings
    }
}

/// A key and its meaning for the footer.
public struct KeyHint: Equatable, Sendable {
    public var keys: String
    public var title: String
    public var importance: Int

    public init(keys: String, title: String, importance: Int) {
        self.keys = keys
        self.title = title
        self.importance = importance
    }
}

/// A line of the help overlay or of the palette.
public struct HelpLine: Equatable, Sendable {
    public var command: Command
    public var keys: String
    public var title: String
    public var help: String
    /// Why the command cannot be used now.
    public var reason: String?
    public var group: Group

    /// The parts of the help overlay, in their order.
    public enum Group: Equatable, Sendable, CaseIterable { case here, moving, everywhere }

    public init(
        command: Command, keys: String, title: String, help: String, reason: String? = nil, group: Group = .here
    ) {
        self.command = command
        self.group = group
        self.keys = keys
        self.title = title
        self.help = help
        self.reason = reason
    }
}

extension KeyMap {
    /// What the footer can show, in table order.
    public func hints(for state: AppState) -> [KeyHint] {
        bindings(in: state.keyContexts).compactMap { binding in
            guard binding.importance > 0, let key = binding.keys.first,
                state.availability(of: binding.command) == .available
            else { return nil }
            return KeyHint(keys: key.name, title: binding.title, importance: binding.importance)
        }
    }

    /// The lines of the help overlay that hold every word of `find`.
    public func help(for state: AppState, find: String = "") -> [HelpLine] {
        var below = state
        // Help and palette speak of what lies below them.
        switch state.overlay {
        case .help, .palette: below.overlay = nil
        default: break
        }
        let words = find.lowercased().split(separator: " ")
        let inner = below.keyContexts.first
        return bindings(for: below).compactMap { binding, availability in
            var reason: String?
            if case .unavailable(let why) = availability { reason = why }
            let group: HelpLine.Group =
                binding.command.isScrolling
                ? .moving : inner.map(binding.contexts.contains) == true ? .here : .everywhere
            let line = HelpLine(
                command: binding.command, keys: binding.keys.map(\.name).joined(separator: " "), title: binding.title,
                help: binding.help, reason: reason, group: group)
            let text = "\(line.keys) \(line.title) \(line.help) \(line.command.rawValue)".lowercased()
            return words.allSatisfy { text.contains($0) } ? line : nil
        }
    }
}

extension Command {
    var isScrolling: Bool {
        switch self {
        case .moveUp, .moveDown, .pageUp, .pageDown, .moveToStart, .moveToEnd: true
        default: false
        }
    }

    var isMovement: Bool {
        switch self {
        case .next, .previous, .choose, .affirm, .showPalette: true
        default: isScrolling
        }
    }
}
