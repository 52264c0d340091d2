import PortalModel
import TerminalCanvas

/// What a requested dataset may be used for, as a line or a few of the review.
extension DataUseHint {
    func mark(_ glyphs: GlyphSet) -> (glyph: TerminalText, style: Style) {
        switch answer {
        case .fits: (glyphs.check, .success)
        case .needsPerson, .notSaid: (glyphs.circle, .info)
        case .doesNotFit: (glyphs.warning, .warning)
        }
    }

    /// - Parameter isWhole: everything; else what it comes to, and of what.
    func lines(width: Int, isWhole: Bool, _ context: ViewContext) -> [(text: TerminalText, indent: Int, style: Style)] {
        let words = context.words
        let head: TerminalText = "\(words(DataUseWords.hint(answer)))  \(TerminalText(singleLine: title))"
        let first = (head.truncated(to: width, ellipsis: context.glyphs.ellipsis), 2, mark(context.glyphs).style)
        let allowed: TerminalText = words(DataUseWords.allowed(uses))
        let says: TerminalText = words(DataUseWords.purposeSaysOnScreen(purpose?.written))
        // Against nothing nothing is held.
        let more = (uses.isEmpty ? [allowed] : [allowed, says]).flatMap { line -> [TerminalText] in
            isWhole
                ? Array(line.wrapped(to: width - 2).prefix(4))
                : [line.truncated(to: width - 2, ellipsis: context.glyphs.ellipsis)]
        }
        let last = isWhole && !uses.isEmpty ? (words(DataUseWords.onlyHint) as TerminalText).wrapped(to: width - 2) : []
        return [first] + more.map { ($0, 4, .plain) } + last.map { ($0, 4, .dim) }
    }
}
