import PortalModel
import TerminalCanvas

/// A state as it is shown everywhere: a glyph, a word and a colour, so that none of them has to be seen.
public struct StateMark {
    public var glyph: TerminalText
    public var word: TerminalText
    public var style: Style

    public var text: TerminalText { glyph + " " + word }
}

extension AccessLevel {
    public func mark(_ glyphs: GlyphSet) -> StateMark {
        switch self {
        case .open: StateMark(glyph: glyphs.circle, word: "open", style: .success)
        case .restricted: StateMark(glyph: glyphs.diamond, word: "restricted", style: .badge)
        case .nonPublic: StateMark(glyph: glyphs.disc, word: "non-public", style: .warning)
        case .external: StateMark(glyph: glyphs.external, word: "external", style: .info)
        case .unknown: StateMark(glyph: "?", word: "not stated", style: .dim)
        }
    }
}

extension DatasetSummary {
    /// Who governs it weighs more than how open it is.
    var shownAccess: AccessLevel { isExternallyGoverned ? .external : accessLevel }

    var saysNothingOfAccess: Bool { shownAccess == .unknown && accessRights?.label.isEmpty != false }

    /// Rights in a catalogue's own words are stated, only not understood here.
    func accessMark(_ glyphs: GlyphSet) -> StateMark {
        var mark = shownAccess.mark(glyphs)
        if shownAccess == .unknown, accessRights?.label.isEmpty == false { mark.word = "see terms" }
        return mark
    }
}

extension ApplicationState {
    public func mark(_ glyphs: GlyphSet) -> StateMark {
        let word = TerminalText(singleLine: word)
        return switch self {
        case .draft: StateMark(glyph: glyphs.halfCircle, word: word, style: .plain)
        case .submitted: StateMark(glyph: glyphs.ellipsis, word: word, style: .info)
        case .returned: StateMark(glyph: glyphs.warning, word: word, style: .warning)
        case .approved: StateMark(glyph: glyphs.check, word: word, style: .success)
        case .rejected: StateMark(glyph: glyphs.cross, word: word, style: .error)
        case .revoked: StateMark(glyph: glyphs.cross, word: word, style: .error)
        case .closed: StateMark(glyph: glyphs.circle, word: word, style: .dim)
        case .other: StateMark(glyph: "?", word: word, style: .plain)
        }
    }
}

extension Toast.Kind {
    func mark(_ glyphs: GlyphSet) -> (glyph: TerminalText, style: Style) {
        switch self {
        case .information: (glyphs.bullet, .info)
        case .success: (glyphs.check, .success)
        case .warning: (glyphs.warning, .warning)
        case .failure: (glyphs.cross, .error)
        }
    }
}
