import PortalModel
import TerminalCanvas

/// What the signs on the screens mean, and how keys are written: the last part of the help.
struct HelpLegend {
    let context: ViewContext

    private var glyphs: GlyphSet { context.glyphs }

    func compose(in builder: inout ScrollTextBuilder) {
        builder.heading(context.words(LegendWords.signs))
        builder.entries(signs.map { ($0.0.plain, [$0.1], .plain) }, labelStyle: .accent, labelColumns: Self.columns)
        builder.heading(context.words(LegendWords.keys))
        builder.entries(keys.map { ($0.0, [$0.1], .plain) }, labelStyle: .key, labelColumns: Self.columns)
    }

    private static let columns = 8

    private var signs: [(TerminalText, String)] {
        [
            (glyphs.disc, context.words.text(LegendWords.done)),
            (glyphs.halfCircle, context.words.text(LegendWords.begun)),
            (glyphs.circle, context.words.text(LegendWords.notBegun)),
            (glyphs.check, context.words.text(LegendWords.inOrder)),
            (glyphs.cross, context.words.text(LegendWords.wrong)),
            (glyphs.warning, context.words.text(LegendWords.attention)),
            (glyphs.diamond, context.words.text(LegendWords.restricted)),
            (glyphs.external, context.words.text(LegendWords.external)),
            ("+", context.words.text(LegendWords.inBasket)),
            ("*", context.words.text(LegendWords.required)),
            ("( )", context.words.text(LegendWords.example)),
        ]
    }

    private var keys: [(String, String)] {
        [
            ("^X", context.words.text(LegendWords.control)), ("M-x", context.words.text(LegendWords.alt)),
            ("S-Tab", context.words.text(LegendWords.shiftTab)),
            (glyphs.enter.plain, context.words.text(LegendWords.enter)),
            ("Bksp", context.words.text(LegendWords.backspace)),
            ("PgUp", context.words.text(LegendWords.page)),
        ]
    }
}
