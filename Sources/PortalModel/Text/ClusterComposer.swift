/// Decides, scalar by scalar, what becomes a cell of its own, what is drawn onto the cell before, and what is not
/// drawn at all. Measuring and drawing both ask it, so that they cannot disagree.
public struct ClusterComposer: Sendable {
    /// What a scalar does to what is drawn.
    public enum Step: Equatable, Sendable {
        /// Begins a cell of one or two columns.
        case cell(columns: Int)
        /// A mark on the cell before.
        case mark
        /// A mark with nothing before it: a cell with a space that carries it.
        case loneMark
        /// Nothing is drawn.
        case nothing

        /// Columns that it adds.
        public var columns: Int {
            switch self {
            case .cell(let columns): columns
            case .loneMark: 1
            case .mark, .nothing: 0
            }
        }
    }

    /// What the cell before was, as far as it decides about the next scalar. Of Hangul, how far its syllable has come.
    private enum Before { case nothing, ordinary, symbol, symbolJoined, regional, consonant, vowel, final }
    private var before = Before.nothing

    public init() {}

    /// Takes the next Unicode scalar.
    public mutating func take(_ scalar: UInt32) -> Step {
        if scalar < 0x300, scalar != 0xA9, scalar != 0xAE, scalar != 0xAD {
            guard scalar >= 0x20, !(0x7F..<0xA0).contains(scalar) else {
                before = .nothing
                return .nothing
            }
            before = .ordinary
            return .cell(columns: 1)
        }
        return takeRare(scalar)
    }

    private mutating func takeRare(_ scalar: UInt32) -> Step {
        if scalar == 0x2028 || scalar == 0x2029 {
            before = .nothing
            return .nothing
        }
        if Self.isInvisible(scalar) {
            if scalar == 0x1160, before == .consonant || before == .vowel {
                before = .vowel
            } else if Self.breaksClusters(scalar) {
                before = .nothing
            } else {
                extend(joining: scalar == 0x200D)
            }
            return .nothing
        }
        if let part = HangulPart(scalar) { return take(part) }
        let columns = TextWidth.ofWide(scalar)
        if columns == 0 {
            guard before != .nothing else {
                before = .ordinary
                return .loneMark
            }
            extend(joining: false)
            return .mark
        }
        return begin(scalar, columns: columns)
    }

    /// Consonants, vowels and finals join into one syllable in this order alone (Unicode Standard Annex 29, GB6 to GB8). A
    /// vowel or final that follows anything else begins a cluster, although `wcwidth` gives it no column: drawn onto
    /// the character before, it would be a mark on a letter that it has nothing to do with, or on a space at a row's end.
    private mutating func take(_ part: HangulPart) -> Step {
        let joins =
            switch part {
            case .consonant, .syllable, .closedSyllable: false
            case .vowel: before == .consonant || before == .vowel
            case .final: before == .vowel || before == .final
            }
        before =
            switch part {
            case .consonant: .consonant
            case .vowel, .syllable: .vowel
            case .final, .closedSyllable: .final
            }
        return switch part {
        case .consonant, .syllable, .closedSyllable: .cell(columns: 2)
        case .vowel, .final: joins ? .mark : .loneMark
        }
    }

    /// Something was added to the cluster: flags and joined emoji hold only without anything in between.
    private mutating func extend(joining: Bool) {
        switch before {
        case .symbol: before = joining ? .symbolJoined : .symbol
        // Swift's own clusters end here too; only malformed text joins twice.
        case .symbolJoined, .regional, .consonant, .vowel, .final: before = .ordinary
        case .nothing, .ordinary: break
        }
    }

    private mutating func begin(_ scalar: UInt32, columns: Int) -> Step {
        if Self.isSkinTone(scalar) {
            guard before == .nothing else {
                extend(joining: false)
                return .nothing
            }
            before = .ordinary
            return .cell(columns: columns)
        }
        let isRegional = Self.isRegionalIndicator(scalar)
        if isRegional, before == .regional {
            // The second half of a flag; a third one begins the next flag.
            before = .ordinary
            return .nothing
        }
        let isSymbol = Self.isPictograph(scalar)
        if isSymbol, before == .symbolJoined {
            before = .symbol
            return .nothing
        }
        before = isRegional ? .regional : isSymbol ? .symbol : .ordinary
        return .cell(columns: columns)
    }

    /// Scalars that show nothing themselves: they say how their neighbours look or join, or are blank fillers.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x20E3, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3,
            0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    /// Invisible scalars at which a cluster ends (Unicode's Grapheme_Cluster_Break=Control, and the fillers of Hangul, which
    /// begin one); the others extend it.
    private static func breaksClusters(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x34F, 0x17B4, 0x17B5, 0x180B...0x180D, 0x180F, 0x200C, 0x200D, 0x20E3,
            0xFE00...0xFE0F, 0xE0020...0xE007F,
            0xE0100...0xE01EF:
            false
        default: true
        }
    }

    static func isSkinTone(_ scalar: UInt32) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar) }

    static func isRegionalIndicator(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar) }

    /// Roughly Unicode's Extended_Pictographic: what a joiner can join into one emoji.
    static func isPictograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x2194...0x21AA, 0x231A...0x23FF, 0x24C2, 0x25AA...0x25FE,
            0x2600...0x27BF, 0x2934, 0x2935, 0x2B05...0x2B55, 0x3030, 0x303D, 0x3297, 0x3299:
            true
        case 0x1F000...0x1FAFF: !isRegionalIndicator(scalar)
        default: false
        }
    }
}

/// What a scalar is in a syllable of Hangul (Unicode's Hangul_Syllable_Type), without the fillers, which show nothing.
private enum HangulPart {
    case consonant, vowel, final
    /// A whole syllable of consonant and vowel, which a final may follow.
    case syllable
    /// A whole syllable with its final.
    case closedSyllable

    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x1100...0x115E, 0xA960...0xA97C: self = .consonant
        case 0x1161...0x11A7, 0xD7B0...0xD7C6: self = .vowel
        case 0x11A8...0x11FF, 0xD7CB...0xD7FB: self = .final
        case 0xAC00...0xD7A3: self = (scalar - 0xAC00) % 28 == 0 ? .syllable : .closedSyllable
        default: return nil
        }
    }
}
