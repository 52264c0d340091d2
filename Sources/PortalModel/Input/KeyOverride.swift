/// Other keys for a command in one context, in place of those it has there.
public struct KeyOverride: Equatable, Sendable {
    /// Where it holds.
    public var context: KeyContext
    /// Whose keys they are.
    public var command: Command
    /// Empty: no key at all; where the palette lists the command it still does.
    public var keys: [Key]

    public init(_ context: KeyContext, _ command: Command, _ keys: [Key]) {
        self.context = context
        self.command = command
        self.keys = keys
    }
}

extension KeyMap {
    /// The table with other keys. What the overrides say of a context takes the place of all keys that the command has
    /// there.
    public func overridden(by overrides: [KeyOverride]) -> KeyMap {
        guard !overrides.isEmpty else { return self }
        var left = overrides
        var result: [CommandSpec] = []
        for binding in bindings {
            let mine = overrides.filter { $0.command == binding.command && binding.contexts.contains($0.context) }
            var rest = binding
            rest.contexts.removeAll { context in mine.contains { $0.context == context } }
            if !rest.contexts.isEmpty { result.append(rest) }
            for override in mine where left.contains(override) {
                left.removeAll { $0 == override }
                var changed = binding
                changed.keys = override.keys
                changed.contexts = [override.context]
                result.append(changed)
            }
        }
        return KeyMap(result)
    }

    /// The commands that have keys in a context, each once, in the order of the table.
    public func commands(in context: KeyContext) -> [Command] {
        var seen: Set<Command> = []
        return bindings.filter { $0.contexts.contains(context) && seen.insert($0.command).inserted }.map(\.command)
    }

    /// The commands that claim a key in a context; more than one is a mistake.
    public func claims(of key: Key, in context: KeyContext) -> [Command] {
        bindings.filter { $0.contexts.contains(context) && $0.keys.contains(key) }.map(\.command)
    }
}

extension KeyContext {
    /// Whether a key can be a command here: where text is typed, characters are text. Space may tick something.
    public func canBind(_ key: Key) -> Bool {
        guard case .character(let character) = key else { return true }
        return character == " " ? self != .everywhere : !takesText && self != .everywhere
    }
}
