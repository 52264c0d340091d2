import PortalModel
import TerminalCanvas

/// How the full screen looks and which keys it takes: `theme:`, `motion:`, `notify:` and `keys:` of the configuration.
package struct ScreenSettings: Equatable, Sendable {
    /// `auto` asks the terminal.
    package enum ThemeChoice: String, CaseIterable, Sendable {
        case auto, dark, light, mono
    }

    package var theme = ThemeChoice.auto
    package var hasMotion = true
    var keys: [KeyOverride] = []
    package var notify = NotifySettings()

    package init() {}

    /// The key table with the person's own keys.
    package var keyMap: KeyMap { KeyMap.standard.overridden(by: keys) }
}

/// What is known of the terminal's background before it has answered.
package struct BackgroundGuess: Equatable {
    package var theme: Theme
    /// The terminal is worth asking. One that knows no such question may show it.
    package var asks: Bool

    package init(_ choice: ScreenSettings.ThemeChoice, environment: Environment) {
        let type = environment["TERM"] ?? ""
        switch choice {
        case .dark, .mono: (theme, asks) = (.dark, false)
        case .light: (theme, asks) = (.light, false)
        // The console of Linux is black and prints what it does not know.
        case .auto where type.hasPrefix("linux"): (theme, asks) = (.dark, false)
        case .auto:
            theme = environment["COLORFGBG"].flatMap(Theme.init(colorFGBG:)) ?? .unknown
            // By bytes, for names of terminals are ASCII: as texts they would be looked through by a machine that takes
            // longer to be made than the whole of a frame.
            let name = Array(type.utf8)
            asks = ["256color", "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "ghostty", "direct"]
                .contains { name.holds(Array($0.utf8)) }
        }
    }
}

extension [UInt8] {
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard part.count <= count else { return false }
        return (0...count - part.count).contains { start in
            part.indices.allSatisfy { self[start + $0] == part[$0] }
        }
    }
}
