/// How the terminal is to be used.
public struct ScreenOptions: Sendable, Hashable {
    /// Mouse reports: the terminal's own selection then needs Shift.
    public var mouse: Bool
    /// The alternate screen, which leaves what was on the screen before as it was.
    public var alternateScreen: Bool
    /// Colours where the terminal has them.
    public var colors: Bool

    /// What may be drawn; see ``CharacterSupport/fromEnvironment()``.
    public var characters: CharacterSupport

    public init(
        mouse: Bool = true, alternateScreen: Bool = true, colors: Bool = true, characters: CharacterSupport = .unicode
    ) {
        self.mouse = mouse
        self.alternateScreen = alternateScreen
        self.colors = colors
        self.characters = characters
    }
}
