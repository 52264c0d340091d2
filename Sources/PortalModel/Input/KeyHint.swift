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

/// The commands of some contexts, and which of them a footer may show. Made once for each list of contexts.
final class ContextBindings: Sendable {
    let bindings: [CommandSpec]
    fileprivate let hints: [Source]

    /// A condition in a tuple would be called by way of a copy of the whole state.
    fileprivate struct Source {
        let hint: KeyHint
        let availability: CommandSpec.Condition
        /// It goes on in a text; one that is in sight as a whole has no more.
        let showsMore: Bool

        func isOffered(in state: borrowing AppState) -> Bool {
            availability(state).isAvailable && !(showsMore && state.textFits)
        }
    }

    init(_ bindings: [CommandSpec]) {
        self.bindings = bindings
        // No footer has room for as many as have a place in a word.
        hints = Array(
            bindings.compactMap { binding in
                guard binding.importance > 0, let key = binding.keys.first else { return nil }
                let hint = KeyHint(keys: key.name, title: binding.title, importance: binding.importance)
                return Source(
                    hint: hint, availability: binding.availability, showsMore: binding.command == .pageDown)
            }.prefix(UInt64.bitWidth))
    }
}

/// Which of a footer's keys can be used now.
public struct OfferedHints: Equatable, Sendable {
    private let contexts: ContextBindings
    /// A bit for each of the hints.
    private let available: UInt64

    init(of contexts: ContextBindings, for state: borrowing AppState) {
        self.contexts = contexts
        var available: UInt64 = 0
        for index in contexts.hints.indices where contexts.hints[index].isOffered(in: state) {
            available |= 1 << UInt64(index)
        }
        self.available = available
    }

    /// In the order of the table.
    public var hints: [KeyHint] {
        contexts.hints.indices.filter { available & (1 << UInt64($0)) != 0 }.map { contexts.hints[$0].hint }
    }

    public static func == (first: OfferedHints, second: OfferedHints) -> Bool {
        first.contexts === second.contexts && first.available == second.available
    }
}
