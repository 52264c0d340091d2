/// The few signs that the screens use, for terminals with and without UTF-8. Every one takes one column.
public struct GlyphSet: Hashable, Sendable {
    /// Whether the terminal can show more than ASCII.
    public var isUnicode: Bool
    /// Marks the row with the cursor.
    public var marker: TerminalText
    /// Done, right, healthy.
    public var check: TerminalText
    /// Wrong, failed, refused.
    public var cross: TerminalText
    /// Something was cut off, or is still coming.
    public var ellipsis: TerminalText
    /// The arrow of the key that goes up.
    public var up: TerminalText
    /// The arrow of the key that goes down.
    public var down: TerminalText
    /// The arrow of the key that goes left.
    public var left: TerminalText
    /// The arrow of the key that goes right; also what a thing leads to.
    public var right: TerminalText
    /// A dataset or an address outside of the portal.
    public var external: TerminalText
    /// The Enter key.
    public var enter: TerminalText
    /// The space bar.
    public var space: TerminalText
    /// The Tab key.
    public var tab: TerminalText
    /// A line of a list.
    public var bullet: TerminalText
    /// Something to look at before going on.
    public var warning: TerminalText
    /// Access is restricted.
    public var diamond: TerminalText
    /// Not begun, begun, done.
    public var circle: TerminalText
    /// Half done.
    public var halfCircle: TerminalText
    /// Done, or full.
    public var disc: TerminalText
    /// Something that can be unfolded, and that is.
    public var folded: TerminalText
    /// A group whose lines are shown.
    public var unfolded: TerminalText
    /// Between facts on one line.
    public var separator: TerminalText
    /// What a scroll bar moves along.
    public var track: TerminalText
    /// The part of a scroll bar that is in sight.
    public var thumb: TerminalText
    /// The part of a progress bar that is done.
    public var barFull: TerminalText
    /// The part of a progress bar that is to do.
    public var barEmpty: TerminalText
    /// A rule across.
    public var horizontal: TerminalText
    /// A rule down.
    public var vertical: TerminalText
    /// Top left, top right, bottom left, bottom right.
    public var corners: [TerminalText]
    /// The pictures of a sign that something is going on, one after the other.
    public var spinner: [TerminalText]

    /// For terminals with UTF-8.
    public static let unicode = GlyphSet(
        isUnicode: true, marker: "▌", check: "✓", cross: "×", ellipsis: "…", up: "↑", down: "↓", left: "←",
        right: "→", external: "↗", enter: "↵", space: "␣", tab: "⇥", bullet: "•", warning: "!", diamond: "◆",
        circle: "○", halfCircle: "◐", disc: "●", folded: "▸", unfolded: "▾", separator: "·", track: "│", thumb: "┃",
        barFull: "█", barEmpty: "░",
        horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"],
        spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"])

    /// For all others, and for `--ascii`.
    public static let ascii = GlyphSet(
        isUnicode: false, marker: ">", check: "v", cross: "x", ellipsis: "~", up: "^", down: "v", left: "<",
        right: ">", external: "^", enter: "<", space: "_", tab: ">", bullet: "*", warning: "!", diamond: "#",
        circle: "o", halfCircle: "%", disc: "@", folded: "+", unfolded: "-", separator: "-", track: "|", thumb: "#",
        barFull: "#", barEmpty: ".",
        horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"], spinner: ["|", "/", "-", "\\"])

    /// A box that is ticked or not: of several, any may be.
    public static func checkbox(_ isOn: Bool) -> TerminalText { isOn ? "[x]" : "[ ]" }
    /// A button that is chosen or not: of several, one is.
    public static func radio(_ isOn: Bool) -> TerminalText { isOn ? "(*)" : "( )" }

    /// A horizontal line.
    public func rule(_ columns: Int) -> TerminalText {
        TerminalText(
            safe: String(repeating: horizontal.plain, count: max(columns, 0)), isASCII: horizontal.isASCII)
    }
}
