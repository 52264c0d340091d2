/// Whether a command can be used now.
public enum Availability: Equatable, Sendable {
    case available
    /// Makes no sense here: left out of the footer and of the palette.
    case hidden
    /// Belongs here but cannot be used now, with the reason in a sentence.
    case unavailable(reason: String)

    public var isAvailable: Bool { self == .available }
}
