import Synchronization

/// The key table. Dispatch, the footer, the help overlay, the palette and docs/KEYS.md all read it.
public struct KeyMap: Sendable, Equatable {
    /// All commands, in the order of the footer.
    public let bindings: [CommandSpec]
    /// Places in `bindings` of a key in a context: what each key press asks for. All else is looked for when it is asked.
    private let byKey: [KeyContext: [Key: Int]]
    private let resolved = ResolvedBindings()

    public init(_ bindings: [CommandSpec]) {
        self.bindings = bindings
        var byKey: [KeyContext: [Key: Int]] = [:]
        for (place, binding) in bindings.enumerated() {
            for context in binding.contexts {
                for key in binding.keys where byKey[context]?[key] == nil {
                    byKey[context, default: [:]][key] = place
                }
            }
        }
        self.byKey = byKey
    }

    /// Every place that has keys: first what works everywhere, then in the order of the table.
    public var contexts: [KeyContext] {
        let everywhere: [KeyContext] = [.everywhere, .global]
        let all = Self.contexts(of: bindings)
        return everywhere.filter(all.contains) + all.filter { !everywhere.contains($0) }
    }

    /// Where these commands belong, each place once, in their order.
    static func contexts(of bindings: [CommandSpec]) -> [KeyContext] {
        var seen: Set<KeyContext> = []
        return bindings.flatMap(\.contexts).filter { seen.insert($0).inserted }
    }

    /// What a key can mean, in the innermost context first.
    func specs(for key: Key, in contexts: [KeyContext]) -> [CommandSpec] {
        contexts.compactMap { byKey[$0]?[key].map { bindings[$0] } }
    }

    /// A command as it is meant in the innermost of the contexts that have it.
    func spec(of command: Command, in contexts: [KeyContext]) -> CommandSpec? {
        let meanings = specs(of: command)
        for context in contexts {
            if let spec = meanings.first(where: { $0.contexts.contains(context) }) { return spec }
        }
        return nil
    }

    /// What others call a command, wherever its words stand.
    func synonyms(of command: Command) -> [String] { specs(of: command).flatMap(\.synonyms) }

    /// Every meaning of a command, in the order of the table.
    func specs(of command: Command) -> [CommandSpec] { bindings.filter { $0.command == command } }

    public static func == (first: KeyMap, second: KeyMap) -> Bool { first.bindings == second.bindings }

    /// The command of a key, looked up in the innermost context first.
    public func command(for key: Key, in contexts: [KeyContext]) -> Command? {
        for context in contexts {
            if let place = byKey[context]?[key] { return bindings[place].command }
        }
        return nil
    }

    /// Keys that two bindings of one context claim. Must be empty; a test sees to it.
    public var duplicates: [(context: KeyContext, key: Key)] {
        var duplicates: [(KeyContext, Key)] = []
        for context in contexts {
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
    public func bindings(for state: AppState) -> [(binding: CommandSpec, availability: Availability)] {
        bindings(in: state.keyContexts).compactMap { binding in
            let availability = binding.availability(state)
            return availability == .hidden ? nil : (binding, availability)
        }
    }

    /// One binding for each command of the contexts, innermost first.
    private func bindings(in contexts: [KeyContext]) -> [CommandSpec] {
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
    private let found = Mutex<[[KeyContext]: [CommandSpec]]>([:])

    func bindings(in contexts: [KeyContext], otherwise find: () -> [CommandSpec]) -> [CommandSpec] {
        if let known = found.withLock({ $0[contexts] }) { return known }
        let bindings = find()
        found.withLock { $0[contexts] = bindings }
        return bindings
    }
}

/// A key and its meaning for the footer.
public struct KeyHint: Equatable, Sendable {
    /// As the caps say.
    public var keys: String
    /// One or two words.
    public var title: String
    /// As in `CommandSpec`.
    public var importance: Int

    public init(keys: String, title: String, importance: Int) {
        self.keys = keys
        self.title = title
        self.importance = importance
    }
}

/// A line of the help overlay or of the palette.
public struct HelpLine: Equatable, Sendable {
    /// Which command.
    public var command: Command
    /// As the caps say.
    public var keys: String
    /// One or two words.
    public var title: String
    /// A sentence.
    public var help: String
    /// Why the command cannot be used now.
    public var reason: Message?
    /// Under which heading it stands.
    public var group: Group
    /// What others call it.
    var synonyms: [String]

    /// The parts of the help overlay, in their order.
    public enum Group: Equatable, Sendable, CaseIterable { case here, moving, everywhere }

    public init(
        command: Command, keys: String, title: String, help: String, reason: Message? = nil, group: Group = .here,
        synonyms: [String] = []
    ) {
        self.command = command
        self.group = group
        self.synonyms = synonyms
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
                binding.availability(state) == .available
            else { return nil }
            // A text that is in sight as a whole has no more.
            if binding.command == .pageDown, state.textFits { return nil }
            return KeyHint(keys: key.name, title: binding.title, importance: binding.importance)
        }
    }

    /// The lines of the help overlay that hold every word of `find`.
    public func help(for state: AppState, find: String = "") -> [HelpLine] {
        var below = state
        // Help and palette speak of what lies below them.
        if state.overlay?.speaksOfBelow == true { below.overlay = nil }
        let words = find.lowercased().split(separator: " ")
        let inner = below.keyContexts.first
        return bindings(for: below).compactMap { binding, availability in
            var reason: Message?
            if case .unavailable(let why) = availability { reason = why }
            let group: HelpLine.Group =
                binding.isScrolling
                ? .moving : inner.map(binding.contexts.contains) == true ? .here : .everywhere
            let line = HelpLine(
                command: binding.command, keys: binding.keys.map(\.name).joined(separator: " "), title: binding.title,
                help: binding.help, reason: reason, group: group, synonyms: synonyms(of: binding.command))
            let text = "\(line.keys) \(line.title) \(line.help) \(line.command.rawValue)".lowercased()
            return words.allSatisfy { text.contains($0) } ? line : nil
        }
    }
}
