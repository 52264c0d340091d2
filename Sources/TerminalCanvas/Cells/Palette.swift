/// What the terminal can show.
public enum ColorDepth: Sendable, Hashable { case mono, sixteen }

/// How one role looks: terminal colour numbers, -1 for the terminal's own, and attributes.
public struct Ink: Hashable, Sendable {
    public var foreground: Int16
    public var background: Int16
    public var attributes: Style.Attributes

    public init(_ foreground: Int16 = -1, on background: Int16 = -1, _ attributes: Style.Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// How every role looks. The colours are the first eight of the terminal's own palette on its own background, so that
/// they stay readable on light and on dark.
public struct Palette: Hashable, Sendable {
    public let depth: ColorDepth
    private let inks: [Ink]

    public init(_ depth: ColorDepth) {
        self.depth = depth
        inks = StyleRole.allCases.map { depth == .mono ? Self.mono($0) : Self.sixteen($0) }
    }

    public static let mono = Palette(.mono)
    public static let sixteen = Palette(.sixteen)

    /// The role's own look; a cell's attributes are added to it.
    public subscript(role: StyleRole) -> Ink { inks[Int(role.rawValue)] }

    /// The look of a cell.
    public func ink(for style: Style) -> Ink {
        var ink = self[style.role]
        ink.attributes = ink.attributes.union(style.attributes)
        return ink
    }

    private static func sixteen(_ role: StyleRole) -> Ink {
        switch role {
        case .plain: Ink()
        case .dim, .rule: Ink(-1, .dim)
        case .title: Ink(-1, .bold)
        case .accent, .key: Ink(Color.cyan, .bold)
        case .focus: Ink(Color.cyan, [.bold, .underline])
        case .selection: Ink(-1, .reverse)
        case .error: Ink(Color.red, .bold)
        case .warning: Ink(Color.yellow, .bold)
        case .success: Ink(Color.green)
        case .info: Ink(Color.blue)
        case .link: Ink(Color.cyan, .underline)
        case .badge: Ink(Color.magenta)
        case .camera: Ink(Color.black, on: Color.white)
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
        static let blue: Int16 = 4
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
