/// What the terminal is told when the program takes it and gives it back.
extension NcursesScreen {
    /// ncurses takes the description's size for the screen's when it begins, and has a screen of 24 rows scroll: a vt100's
    /// cursor would stop there (DECSTBM without numbers is the whole screen).
    static let wholeScreen = "\u{1B}[r"
    var enteringModes: String { "\u{1B}[?2004h" + cursor(2) }
    var leavingModes: String { "\u{1B}[?2004l" + cursor(0) + (options.alternateScreen ? "" : "\r\n") }

    /// A shape of the cursor by `Ss` (DECSCUSR): 2 is a block that does not blink, 0 what the person has set up.
    private func cursor(_ shape: Int) -> String {
        options.steadyCursor ? NcursesTerminal.capability("Ss").replacing("%p1%d", with: "\(shape)") : ""
    }
}
