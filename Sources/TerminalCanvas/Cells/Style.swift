/// What a piece of the screen means; the palette says how that looks.
public enum StyleRole: UInt8, Sendable, CaseIterable {
    /// What a thing is to the reader; a palette gives it its colour and attributes.
    case plain, dim, title, accent, focus, selection, error, warning, success, info, link, badge, rule, key
    /// Black on white whatever the terminal's own colours are: for cameras.
    case camera
}

/// A role and what is added to it: two bytes of every cell.
public struct Style: Hashable, Sendable {
    /// What terminals can do to a cell besides colouring it.
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Heavier, or brighter.
        public static let bold = Attributes(rawValue: 1)
        /// With a line below.
        public static let underline = Attributes(rawValue: 2)
        /// With foreground and background changed over.
        public static let reverse = Attributes(rawValue: 4)
        /// Fainter.
        public static let dim = Attributes(rawValue: 8)
    }

    /// What it is to the reader.
    public var role: StyleRole
    /// What is done to it besides.
    public var attributes: Attributes

    public init(_ role: StyleRole, _ attributes: Attributes = []) {
        self.role = role
        self.attributes = attributes
    }

    /// The same role with more attributes.
    public func with(_ more: Attributes) -> Style { Style(role, attributes.union(more)) }
    /// The same, bold.
    public var bold: Style { with(.bold) }
    /// The same, with foreground and background changed over.
    public var reversed: Style { with(.reverse) }
    /// The same, underlined.
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

    /// Text like any other.
    public static let plain = Style(.plain)
    /// What matters less.
    public static let dim = Style(.dim)
    /// Names and headings.
    public static let title = Style(.title)
    /// Marks that lead the eye.
    public static let accent = Style(.accent)
    /// What has the keys.
    public static let focus = Style(.focus)
    /// The chosen row as a bar.
    public static let selection = Style(.selection)
    /// What failed or is wrong.
    public static let error = Style(.error)
    /// What wants attention.
    public static let warning = Style(.warning)
    /// What went well.
    public static let success = Style(.success)
    /// What is under way, and hints.
    public static let info = Style(.info)
    /// An address or what leads elsewhere.
    public static let link = Style(.link)
    /// A small count or state beside a name.
    public static let badge = Style(.badge)
    /// Lines between parts.
    public static let rule = Style(.rule)
    /// A key that can be pressed.
    public static let key = Style(.key)
    /// Dark on light whatever the theme: a QR code for a camera.
    public static let camera = Style(.camera)
}
