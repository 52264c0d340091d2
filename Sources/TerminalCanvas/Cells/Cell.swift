/// One column of one row: a base scalar, up to two marks on it, and a style. Sixteen bytes without any reference.
public struct Cell: Hashable, Sendable {
    /// The base scalar; a space in an empty cell and in the second half of a wide character.
    public private(set) var base: UInt32
    /// Marks drawn onto the base; 0 where there is none.
    public private(set) var firstMark: UInt32
    /// A second combining mark, as a Unicode scalar; 0 without.
    public private(set) var secondMark: UInt32
    /// How the cell looks.
    public var style: Style
    /// Columns of the character: 1, 2, or 0 for the second half of a wide one.
    public private(set) var width: UInt8
    /// Keeps all sixteen bytes defined, so that rows compare as memory.
    private var unused: UInt8 = 0

    init(base: UInt32, width: UInt8, style: Style) {
        self.base = base
        firstMark = 0
        secondMark = 0
        self.style = style
        self.width = width
    }

    /// An empty cell.
    public static func blank(_ style: Style = .plain) -> Cell { Cell(base: 0x20, width: 1, style: style) }

    static func continuation(_ style: Style) -> Cell { Cell(base: 0x20, width: 0, style: style) }

    /// Puts a mark on the base; further marks than two are not drawn.
    mutating func add(mark: UInt32) {
        if firstMark == 0 {
            firstMark = mark
        } else if secondMark == 0 {
            secondMark = mark
        }
    }

    /// A printable ASCII character without marks: one column everywhere.
    public var isASCII: Bool { base >= 0x20 && base < 0x7F && firstMark == 0 && width == 1 }

    /// What the cell shows, for tests and goldens; empty for the second half of a wide character.
    public var text: String {
        guard width > 0 else { return "" }
        let scalars = [base, firstMark, secondMark].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
        return String(String.UnicodeScalarView(scalars))
    }
}
