/// The few signs that the screens use, for terminals with and without UTF-8. Every one takes one column.
public struct GlyphSet: Hashable, Sendable {
    public var isUnicode: Bool
    /// Marks the row with the cursor.
    public var marker: TerminalText
    public var check: TerminalText
    public var cross: TerminalText
    public var ellipsis: TerminalText
    public var up: TerminalText
    public var down: TerminalText
    public var left: TerminalText
    public var right: TerminalText
    public var external: TerminalText
    public var enter: TerminalText
    public var space: TerminalText
    public var tab: TerminalText
    public var bullet: TerminalText
    public var warning: TerminalText
    public var diamond: TerminalText
    /// Not begun, begun, done.
    public var circle: TerminalText
    public var halfCircle: TerminalText
    public var disc: TerminalText
    /// Something that can be unfolded, and that is.
    public var folded: TerminalText
    public var unfolded: TerminalText
    public var separator: TerminalText
    public var track: TerminalText
    public var thumb: TerminalText
    public var barFull: TerminalText
    public var barEmpty: TerminalText
    public var horizontal: TerminalText
    public var vertical: TerminalText
    /// Top left, top right, bottom left, bottom right.
    public var corners: [TerminalText]
    public var spinner: [TerminalText]

    public static let unicode = GlyphSet(
        isUnicode: true, marker: "▌", check: "✓", cross: "×", ellipsis: "…", up: "↑", down: "↓", left: "←",
        right: "→", external: "↗", enter: "↵", space: "␣", tab: "⇥", bullet: "•", warning: "!", diamond: "◆",
        circle: "○", halfCircle: "◐", disc: "●", folded: "▸", unfolded: "▾", separator: "·", track: "│", thumb: "┃",
        barFull: "█", barEmpty: "░",
        horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"],
        spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"])

    public static let ascii = GlyphSet(
        isUnicode: false, marker: ">", check: "v", cross: "x", ellipsis: "~", up: "^", down: "v", left: "<",
        right: ">", external: "^", enter: "<", space: "_", tab: ">", bullet: "*", warning: "!", diamond: "#",
        circle: "o", halfCircle: "%", disc: "@", folded: "+", unfolded: "-", separator: "-", track: "|", thumb: "#",
        barFull: "#", barEmpty: ".",
        horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"], spinner: ["|", "/", "-", "\\"])

    public static func checkbox(_ isOn: Bool) -> TerminalText { isOn ? "[x]" : "[ ]" }
    public static func radio(_ isOn: Bool) -> TerminalText { isOn ? "(*)" : "( )" }

    /// A horizontal line.
    public func rule(_ columns: Int) -> TerminalText {
        TerminalText(
            safe: String(repeating: horizontal.plain, count: max(columns, 0)), isASCII: horizontal.isASCII)
    }
}
