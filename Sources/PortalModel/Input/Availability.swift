/// Whether a command can be used now.
public enum Availability: Equatable, Sendable {
    case available
    /// Makes no sense here: left out of the footer and of the palette.
    case hidden
    /// Belongs here but cannot be used now.
    case unavailable(reason: Message)

    public var isAvailable: Bool { self == .available }
}
