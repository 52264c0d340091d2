import TerminalCanvas

/// What the terminal is told beside frames: when the program takes it and gives it back, and what shows nothing.
extension NcursesScreen {
    /// What became of a frame.
    struct Presented {
        /// Bytes written.
        var bytes: Int
        /// Whether the terminal was asked to answer when all of it has arrived.
        var isAsked: Bool
        /// Whether the terminal shows all of it; if not, the rest goes with the next frame.
        var isWhole: Bool
    }

    /// ncurses takes the description's size for the screen's when it begins, and has a screen of 24 rows scroll: a vt100's
    /// cursor would stop there (DECSTBM without numbers is the whole screen).
    static let wholeScreen = "\u{1B}[r"
    var enteringModes: String { "\u{1B}[?2004h" + cursor(2) }
    var leavingModes: String { "\u{1B}[?2004l" + cursor(0) + (options.alternateScreen ? "" : "\r\n") }

    /// A shape of the cursor by `Ss` (DECSCUSR): 2 is a block that does not blink, 0 what the person has set up.
    private func cursor(_ shape: Int) -> String {
        options.steadyCursor ? NcursesTerminal.capability("Ss").replacing("%p1%d", with: "\(shape)") : ""
    }

    /// Answered by `ESC[0n` (ECMA-48, device status report).
    static let question = "\u{1B}[5n"
    /// Everything that undoes what the program did, for the crash handler, which cannot ask ncurses.
    var leavingBytes: [UInt8] {
        let mouseOff = "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"
        let names = ["sgr0", "op", "rmkx"] + (options.alternateScreen ? ["rmcup"] : []) + ["cnorm"]
        let capabilities = names.map(NcursesTerminal.capability).joined()
        return Array((mouseOff + capabilities + leavingModes).utf8)
    }

    /// Asks the terminal for its background. Its answer comes before that to the next frame, if it comes at all.
    public func askForBackground() {
        if options.followsBackground, palette.depth == .indexed { send(control: Theme.question) }
    }

    /// Asks the terminal to answer when everything before has arrived.
    func ask() { send(control: Self.question) }

    /// What is known of the terminal before it is taken.
    public nonisolated static func facts() -> TerminalCheck.Facts { NcursesTerminal.facts() }

    /// Whether the terminal is gone.
    public var isHungUp: Bool { device.isHungUp }

    /// Waits until something can be read. For the moments when the program waits for the terminal alone.
    func waitForInput(atMost time: Duration) -> Bool { device.waitForInput(atMost: time) }

    /// Draws for what the terminal has answered from the next frame on. Returns whether anything looks different.
    func follow(_ background: Theme?) -> Bool {
        guard options.followsBackground, palette.depth != .mono, let background, palette.theme != background else {
            return false
        }
        palette = Palette(palette.depth, background)
        pen = NcursesPen(palette, options.characters)
        redraw()
        return true
    }

    /// Takes mouse reports or leaves the mouse to the terminal, for its own selection.
    public func setMouse(_ isOn: Bool) {
        input.setMouse(isOn)
        send(tap.take(tail: "", always: true))
    }

    /// Sends a control string that shows nothing, such as a text for the clipboard.
    public func send(control string: String) {
        guard isActive else { return }
        send(Array(string.utf8))
    }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Int {
        guard !bytes.isEmpty else { return 0 }
        bytes.withUnsafeBytes { device.write($0, onStall: { onStall() }) }
        bytesWritten += bytes.count
        return bytes.count
    }
}
