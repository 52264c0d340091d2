/// What a piece of the screen means; the palette says how that looks.
public enum StyleRole: UInt8, Sendable, CaseIterable {
    case plain, dim, title, accent, focus, selection, error, warning, success, info, link, badge, rule, key
    /// Black on white whatever the terminal's own colours are: for cameras.
    case camera
}

/// A role and what is added to it: two bytes of every cell.
public struct Style: Hashable, Sendable {
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let bold = Attributes(rawValue: 1)
        public static let underline = Attributes(rawValue: 2)
        public static let reverse = Attributes(rawValue: 4)
        public static let dim = Attributes(rawValue: 8)
    }

    public var role: StyleRole
    public var attributes: Attributes

    public init(_ role: StyleRole, _ attributes: Attributes = []) {
        self.role = role
        self.attributes = attributes
    }

    /// The same role with more attributes.
    public func with(_ more: Attributes) -> Style { Style(role, attributes.union(more)) }
    public var bold: Style { with(.bold) }
    public var reversed: Style { with(.reverse) }
    public var underlined: Style { with(.underline) }

    /// A letter for the role, in upper case with any attribute: for goldens. A plain cell is a dot.
    public var letter: Character {
        let letter: Character =
            switch role {
            case .plain: attributes.isEmpty ? "." : "p"
            case .dim: "d"
            case .title: "t"
            case .accent: "a"
            case .focus: "f"
            case .selection: "s"
            case .error: "e"
            case .warning: "w"
            case .success: "g"
            case .info: "i"
            case .link: "l"
            case .badge: "b"
            case .rule: "r"
            case .key: "k"
            case .camera: "c"
            }
        return attributes.isEmpty ? letter : Character(letter.uppercased())
    }

    public static let plain = Style(.plain)
    public static let dim = Style(.dim)
    public static let title = Style(.title)
    public static let accent = Style(.accent)
    public static let focus = Style(.focus)
    public static let selection = Style(.selection)
    public static let error = Style(.error)
    public static let warning = Style(.warning)
    public static let success = Style(.success)
    public static let info = Style(.info)
    public static let link = Style(.link)
    public static let badge = Style(.badge)
    public static let rule = Style(.rule)
    public static let key = Style(.key)
    public static let camera = Style(.camera)
}
