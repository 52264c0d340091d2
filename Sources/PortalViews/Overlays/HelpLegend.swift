import PortalModel
import TerminalCanvas

/// What the signs on the screens mean, and how keys are written: the last part of the help.
struct HelpLegend {
    let glyphs: GlyphSet

    func compose(in builder: inout ScrollTextBuilder) {
        builder.heading("Signs")
        builder.entries(signs.map { ($0.0.plain, [$0.1], .plain) }, labelStyle: .accent, labelColumns: Self.columns)
        builder.heading("How keys are written")
        builder.entries(keys.map { ($0.0, [$0.1], .plain) }, labelStyle: .key, labelColumns: Self.columns)
    }

    private static let columns = 8

    private var signs: [(TerminalText, String)] {
        [
            (glyphs.disc, "All of a step is done."),
            (glyphs.halfCircle, "A step that is begun, or a draft."),
            (glyphs.circle, "A step that is not begun; open access; not yet accepted."),
            (glyphs.check, "In order, accepted, approved, or marked."),
            (glyphs.cross, "Missing, wrong or refused."),
            (glyphs.warning, "Needs your attention."),
            (glyphs.diamond, "Access is restricted: ask for it."),
            (glyphs.external, "Access is given by the provider, not here."),
            ("*", "A field that has to be answered."),
            ("( )", "In an empty field: what belongs there. It is no answer."),
        ]
    }

    private var keys: [(String, String)] {
        [
            ("^X", "Control with X."), ("M-x", "Alt with x, or Esc and then at once x. F2 finds all of these by name."),
            ("S-Tab", "Shift with Tab."), (glyphs.enter.plain, "Enter."), ("Bksp", "Backspace."),
            ("PgUp", "Page up; PgDn is page down."),
        ]
    }
}
