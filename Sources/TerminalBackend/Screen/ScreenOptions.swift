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

    /// What a person reads below the shell's prompt when the program has crashed: lines with their ends, 255 bytes.
    public var crashWords: String

    public init(
        mouse: Bool = true, alternateScreen: Bool = true, colors: Bool = true, characters: CharacterSupport = .unicode,
        crashWords: String = ""
    ) {
        self.mouse = mouse
        self.alternateScreen = alternateScreen
        self.colors = colors
        self.characters = characters
        self.crashWords = crashWords
    }
}
