/// Where the keys go. A key is looked up in the innermost context first; see `AppState.keyContexts`.
///
/// Each pane names its own beside its commands; what has no keys is not known to the key table.
public struct KeyContext: Hashable, Sendable {
    /// As `keys:` in config.yaml names it.
    public let name: String
    /// The heading of the keys page and of the `?` overlay.
    public let title: String
    /// Characters are typed into a text here, so only control and function keys can be commands.
    public let takesText: Bool
    /// How arrows and pages go through it; nil where it has keys of its own for that, or nothing moves.
    public let moves: Moves?
    /// Is left by its own keys only, so that nothing is lost by a key that leads elsewhere.
    public let holdsKeys: Bool

    /// What is moved through.
    public enum Moves: Sendable { case list, text, record }

    public init(
        _ name: String, _ title: String, takesText: Bool = false, moves: Moves? = nil, holdsKeys: Bool = false
    ) {
        self.name = name
        self.title = title
        self.takesText = takesText
        self.moves = moves
        self.holdsKeys = holdsKeys
    }

    public static func == (first: KeyContext, second: KeyContext) -> Bool { first.name == second.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Control and function keys that work even while text is typed.
    public static let everywhere = KeyContext("everywhere", "Everywhere, even while typing")
    /// Keys that work wherever no text is typed.
    public static let global = KeyContext("global", "Everywhere")
}

extension AppState {
    /// The contexts that keys are looked up in now, innermost first.
    public var keyContexts: [KeyContext] {
        let inner = pane.context(in: self)
        return inner.takesText || inner.holdsKeys ? [inner, .everywhere] : [inner, .global, .everywhere]
    }
}
