import TerminalCanvas

/// How the terminal is to be used.
public struct ScreenOptions: Sendable, Hashable {
    /// Mouse reports: the terminal's own selection then needs Shift.
    public var mouse: Bool
    /// The alternate screen, which leaves what was on the screen before as it was.
    public var alternateScreen: Bool
    /// Colours where the terminal has them.
    public var colors: Bool

    /// What lies behind the text, as far as it is known before the terminal is asked.
    public var theme: Theme

    /// The terminal is asked for its background, and what it answers is followed.
    public var followsBackground: Bool

    /// What may be drawn; see ``CharacterSupport/fromEnvironment()``.
    public var characters: CharacterSupport

    /// What a person reads below the shell's prompt when the program has crashed: lines with their ends, 255 bytes.
    public var crashWords: String

    /// The cursor does not blink, where the terminal can be told so.
    public var steadyCursor: Bool

    public init(
        mouse: Bool = true, alternateScreen: Bool = true, colors: Bool = true, theme: Theme = .unknown,
        followsBackground: Bool = false,
        characters: CharacterSupport = .unicode, crashWords: String = "", steadyCursor: Bool = false
    ) {
        self.mouse = mouse
        self.alternateScreen = alternateScreen
        self.colors = colors
        self.theme = theme
        self.followsBackground = followsBackground
        self.characters = characters
        self.crashWords = crashWords
        self.steadyCursor = steadyCursor
    }
}
