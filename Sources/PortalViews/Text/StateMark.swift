import PortalModel
import TerminalCanvas

/// A state as it is shown everywhere: a glyph, a word and a colour, so that none of them has to be seen.
struct StateMark {
    var glyph: TerminalText
    var word: TerminalText
    var style: Style

    var text: TerminalText { glyph + " " + word }
}

extension AccessLevel {
    func mark(_ words: Phrasing) -> StateMark {
        let glyphs = words.glyphs
        return switch self {
        case .open: StateMark(glyph: glyphs.circle, word: words(BrowserWords.accessOpen), style: .success)
        case .restricted: StateMark(glyph: glyphs.diamond, word: words(BrowserWords.accessRestricted), style: .badge)
        case .nonPublic: StateMark(glyph: glyphs.disc, word: words(BrowserWords.accessNonPublic), style: .warning)
        case .external: StateMark(glyph: glyphs.external, word: words(BrowserWords.accessExternal), style: .info)
        case .unknown: StateMark(glyph: "?", word: words(BrowserWords.accessUnknown), style: .dim)
        }
    }
}

extension DatasetSummary {
    /// Who governs it weighs more than how open it is.
    var shownAccess: AccessLevel { isExternallyGoverned ? .external : accessLevel }

    var saysNothingOfAccess: Bool { shownAccess == .unknown && accessRights?.label.isEmpty != false }

    /// Rights in a catalogue's own words are stated, only not understood here.
    func accessMark(_ words: Phrasing) -> StateMark {
        var mark = shownAccess.mark(words)
        if shownAccess == .unknown, accessRights?.label.isEmpty == false {
            mark.word = words(BrowserWords.accessInTerms)
        }
        return mark
    }
}

extension ApplicationState {
    func mark(_ words: Phrasing) -> StateMark {
        let glyphs = words.glyphs
        let word = words(self)
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
