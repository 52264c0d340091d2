/// Whether a command can be used now.
public enum Availability: Equatable, Sendable {
    /// It can be used now.
    case available
    /// Makes no sense here: left out of the footer and of the palette.
    case hidden
    /// Belongs here but cannot be used now.
    case unavailable(reason: Message)

    /// Whether it can be used now.
    public var isAvailable: Bool {
        // Comparing would look at reasons.
        if case .available = self { true } else { false }
    }
}
