/// What the terminal can show: none, the colours of its own palette, or the 256 of which 240 look the same everywhere.
public enum ColorDepth: Sendable, Hashable { case mono, sixteen, indexed }

/// How one role looks: terminal colour numbers, -1 for the terminal's own, and attributes.
public struct Ink: Hashable, Sendable {
    /// A colour of the terminal by its number; -1 is the terminal's own.
    public var foreground: Int16
    /// A colour of the terminal by its number; -1 is the terminal's own.
    public var background: Int16
    /// Bold, underlined and so on, besides the colours.
    public var attributes: Style.Attributes

    public init(_ foreground: Int16 = -1, on background: Int16 = -1, _ attributes: Style.Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// How every role looks, on the terminal's own background: readable wherever that is, which a test computes (4.5:1 after
/// WCAG 2.2, 1.4.3).
public struct Palette: Hashable, Sendable {
    /// How many colours the terminal has.
    public let depth: ColorDepth
    /// Whether its background is dark or light.
    public let theme: Theme
    private let inks: [Ink]

    public init(_ depth: ColorDepth, _ theme: Theme = .unknown) {
        self.depth = depth
        self.theme = theme
        inks = StyleRole.allCases.map { role in
            switch depth {
            case .mono: Self.mono(role)
            case .sixteen: Self.sixteen(role, theme)
            case .indexed: Self.indexed(role, theme)
            }
        }
    }

    /// Without colours.
    public static let mono = Palette(.mono)
    /// With the sixteen colours of ANSI.
    public static let sixteen = Palette(.sixteen)

    /// The role's own look; a cell's attributes are added to it.
    public subscript(role: StyleRole) -> Ink { inks[Int(role.rawValue)] }

    /// The look of a cell.
    public func ink(for style: Style) -> Ink {
        var ink = self[style.role]
        ink.attributes = ink.attributes.union(style.attributes)
        return ink
    }

    /// Of the colours 16 to 255, which terminals' themes leave alone.
    private static func indexed(_ role: StyleRole, _ theme: Theme) -> Ink {
        func color(dark: Int16, light: Int16, unknown: Int16, _ attributes: Style.Attributes = []) -> Ink {
            Ink(theme == .dark ? dark : theme == .light ? light : unknown, attributes)
        }
        return switch role {
        case .plain, .dim, .rule, .title, .selection: mono(role)
        case .accent, .key: color(dark: 80, light: 24, unknown: 63, .bold)
        case .focus: color(dark: 80, light: 24, unknown: 63, [.bold, .underline])
        case .error: color(dark: 210, light: 124, unknown: 131, .bold)
        case .warning: color(dark: 221, light: 94, unknown: 163, .bold)
        case .success: color(dark: 114, light: 22, unknown: 29)
        case .info: color(dark: 117, light: 25, unknown: 63)
        case .link: color(dark: 80, light: 24, unknown: 63, .underline)
        case .badge: color(dark: 183, light: 90, unknown: 98)
        case .camera: Ink(16, on: 231)
        }
    }

    /// Of the terminal's own palette, where only what the usual ones all show readably is used. Bold stays away from
    /// colours: some terminals make it another colour.
    private static func sixteen(_ role: StyleRole, _ theme: Theme) -> Ink {
        switch (role, theme) {
        case (.camera, _): Ink(Color.black, on: Color.white)
        case (.accent, .dark), (.key, .dark), (.info, .dark): Ink(Color.cyan)
        case (.focus, .dark), (.link, .dark): Ink(Color.cyan, .underline)
        case (.warning, .dark): Ink(Color.yellow)
        case (.success, .dark): Ink(Color.green)
        case (.error, .light): Ink(Color.red)
        case (.warning, .light), (.badge, .light): Ink(Color.magenta)
        // No red of the usual palettes can be read on all their dark backgrounds.
        case (.error, .dark): Ink(-1, [.bold, .reverse])
        default: mono(role)
        }
    }

    private static func mono(_ role: StyleRole) -> Ink {
        switch role {
        case .plain, .info, .success, .badge: Ink()
        case .dim, .rule: Ink(-1, .dim)
        case .title, .accent, .key, .error, .warning: Ink(-1, .bold)
        case .focus: Ink(-1, [.bold, .underline])
        // On the dark terminals that most have this is dark on light.
        case .selection, .camera: Ink(-1, .reverse)
        case .link: Ink(-1, .underline)
        }
    }

    /// The terminal's colours by number (ECMA-48 order).
    private enum Color {
        static let black: Int16 = 0
        static let red: Int16 = 1
        static let green: Int16 = 2
        static let yellow: Int16 = 3
        static let magenta: Int16 = 5
        static let cyan: Int16 = 6
        static let white: Int16 = 7
    }
}

extension Ink {
    fileprivate init(_ foreground: Int16, _ attributes: Style.Attributes) {
        self.init(foreground, on: -1, attributes)
    }
}
