import CNcurses
import Glibc
import TerminalCanvas

/// The terminal, through ncurses: shows frames and hands over keys.
///
/// ncurses computes what to send; it neither writes to the terminal (see ``OutputTap``) nor changes its settings.
@UI
public final class NcursesScreen {
    /// Columns and rows of the terminal.
    public private(set) var size: Size
    /// What the terminal can show, and how.
    public private(set) var palette: Palette
    /// Whether the screen is ours; false between ``release()`` and ``reclaim()``.
    public private(set) var isActive = true
    /// By which the terminal is written to.
    public let description: TerminalDescription?
    /// Bytes written so far: for the benchmark.
    public private(set) var bytesWritten = 0
    /// For reading; see ``NcursesInput``.
    public let input: NcursesInput

    /// Called when the terminal has taken nothing for a while, with the program held up by it.
    public var onStall: @UI () -> Void = {}

    private let device: TerminalDevice
    private let tap: OutputTap
    let options: ScreenOptions
    /// What ncurses was told last; nil when everything must be told again.
    private var shown: CellBuffer?
    private var cursorIsShown = true
    private var pen: NcursesPen

    /// Takes over the terminal.
    ///
    /// Call ``CharacterSupport/fromEnvironment()`` before, for ncurses goes by the locale. Throws a
    /// ``TerminalCheck/Refusal`` when no screen can be shown and a ``SystemError`` when the system refuses.
    public init(_ options: ScreenOptions = ScreenOptions()) throws {
        let facts = NcursesTerminal.facts()
        if let refusal = TerminalCheck.refusal(for: facts) { throw refusal }
        description = facts.description
        self.options = options
        device = try TerminalDevice()
        tap = try OutputTap()
        // What the terminal says counts, and not variables that somebody has exported once. ncurses would take a size for
        // itself that it cannot hold.
        use_env(device.size == nil)
        // Without both, a description that says no size (linux, putty) leaves it with none at all.
        use_tioctl(true)
        guard let keyboard = fdopen(fcntl(device.input, F_DUPFD_CLOEXEC, 3), "r"),
            Self.newTerminal(facts.description, tap.file, keyboard)
        else {
            throw SystemError("prepare the terminal")
        }
        let size = device.size ?? (Int(getmaxx(cn_screen())), Int(getmaxy(cn_screen())))
        self.size = Size(columns: size.columns, rows: size.rows)
        typeahead(-1)
        let hasColors = options.colors && has_colors() && start_color() == OK && use_default_colors() == OK
        palette = Palette(
            !hasColors ? .mono : cn_color_count() >= 256 ? .indexed : .sixteen, options.theme)
        input = try NcursesInput(mouse: options.mouse)
        pen = NcursesPen(palette, options.characters)
        let unwanted = ["smm"] + (options.alternateScreen ? [] : ["smcup", "rmcup"])
        tap.unwanted = unwanted.map { Array(NcursesTerminal.capability($0).utf8) }
        resize_term(Int32(self.size.rows), Int32(self.size.columns))
        try device.armRestoration(leavingBytes, words: options.crashWords)
        device.enterRawMode()
        send(tap.take(tail: Self.wholeScreen + enteringModes, always: true))
    }

    private static func newTerminal(
        _ description: TerminalDescription?, _ output: UnsafeMutablePointer<FILE>, _ input: UnsafeMutablePointer<FILE>
    ) -> Bool {
        description?.withEntry { newterm($0, output, input) != nil } ?? (newterm(nil, output, input) != nil)
    }

    // MARK: - Frames

    /// Shows a frame by sending the cells that differ from the last one.
    /// - Parameter asking: whether to ask the terminal to answer when all of it has arrived.
    /// - Returns: the bytes written; 0 when nothing differs, and then nothing is asked.
    @discardableResult
    public func present(_ frame: Frame, asking: Bool) -> Int {
        guard isActive else { return 0 }
        put(frame.buffer)
        if let cursor = frame.cursor {
            wmove(cn_screen(), Int32(cursor.row), Int32(cursor.column))
        }
        if (frame.cursor != nil) != cursorIsShown {
            cursorIsShown.toggle()
            curs_set(cursorIsShown ? 1 : 0)
        }
        wnoutrefresh(cn_screen())
        doupdate()
        return send(tap.take(tail: asking ? Self.question : ""))
    }

    /// Makes the next frame send every cell: after other programs wrote to the terminal, or because the user asks.
    public func redraw() {
        shown = nil
        clearok(cn_screen(), true)
    }

    /// Asks the terminal for its background. Its answer comes before that to the next frame, if it comes at all.
    public func askForBackground() {
        if options.followsBackground, palette.depth == .indexed { send(control: Theme.question) }
    }

    /// Draws for what the terminal has answered from the next frame on.
    /// - Returns: whether anything looks different.
    func follow(_ background: Theme?) -> Bool {
        guard options.followsBackground, palette.depth != .mono, let background, palette.theme != background else {
            return false
        }
        palette = Palette(palette.depth, background)
        pen = NcursesPen(palette, options.characters)
        redraw()
        return true
    }

    /// Takes the terminal's present size. Returns whether it changed.
    public func adoptSize() -> Bool {
        guard let now = device.size, now.columns != size.columns || now.rows != size.rows else { return false }
        size = Size(columns: now.columns, rows: now.rows)
        // Not `resizeterm`: that one queues a key of its own.
        resize_term(Int32(size.rows), Int32(size.columns))
        redraw()
        return true
    }

    private func put(_ buffer: CellBuffer) {
        let nothing = CellBuffer(columns: 0, rows: 0)
        if shown?.columns != buffer.columns || shown?.rows != buffer.rows { shown = nil }
        if let shift = shown.flatMap(buffer.shift(from:)), shift.region.upperBound <= size.rows {
            // ncurses finds out itself that rows have moved, once all of them are drawn anew.
            cn_scroll(Int32(shift.region.lowerBound), Int32(shift.region.upperBound), Int32(shift.lines))
            shown?.apply(shift)
        }
        // ncurses skips what it shows already and knows best when skipping is worth it.
        for run in buffer.changes(from: shown ?? nothing, joiningGapsOf: 0) where run.row < size.rows {
            pen.put(run, of: buffer, over: shown, upTo: size.columns)
            // Run by run: keeping the frame's own cells would make the next frame copy all of them.
            shown?.take(run, of: buffer)
        }
        if shown == nil { shown = buffer }
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

    /// Asks the terminal to answer when everything before has arrived.
    func ask() { send(control: Self.question) }

    // MARK: - Giving the terminal back

    /// Gives the terminal back as it was found. Await the terminal's answers before, so that they land nowhere else.
    public func release() {
        guard isActive else { return }
        isActive = false
        endwin()
        send(tap.take(tail: leavingModes, always: true))
        device.restore()
        device.disarmRestoration()
    }

    /// Takes the terminal again after ``release()``, or after the program was stopped and its settings changed.
    public func reclaim() throws(SystemError) {
        isActive = true
        try device.armRestoration(leavingBytes, words: options.crashWords)
        device.enterRawMode()
        input.enableKeypad()
        _ = adoptSize()
        redraw()
        send(tap.take(tail: enteringModes, always: true))
    }

    /// Whether the terminal is gone.
    public var isHungUp: Bool { device.isHungUp }

    /// Waits until something can be read. For the moments when the program waits for the terminal alone.
    func waitForInput(atMost time: Duration) -> Bool { device.waitForInput(atMost: time) }

    @discardableResult
    private func send(_ bytes: [UInt8]) -> Int {
        guard !bytes.isEmpty else { return 0 }
        bytes.withUnsafeBytes { device.write($0, onStall: { onStall() }) }
        bytesWritten += bytes.count
        return bytes.count
    }

    // MARK: - What is sent besides ncurses

    /// Answered by `ESC[0n` (ECMA-48, device status report).
    private static let question = "\u{1B}[5n"
    /// Everything that undoes what the program did, for the crash handler, which cannot ask ncurses.
    private var leavingBytes: [UInt8] {
        let mouseOff = "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"
        let names = ["sgr0", "op", "rmkx"] + (options.alternateScreen ? ["rmcup"] : []) + ["cnorm"]
        let capabilities = names.map(NcursesTerminal.capability).joined()
        return Array((mouseOff + capabilities + leavingModes).utf8)
    }

    /// What is known of the terminal before it is taken.
    public nonisolated static func facts() -> TerminalCheck.Facts { NcursesTerminal.facts() }
}

/// What ncurses knows of a terminal, without taking it.
enum NcursesTerminal {
    /// Whether this machine describes a terminal of that name.
    static func isDescribed(_ name: String) -> Bool { setUp(name) }

    private static func setUp(_ name: String?) -> Bool {
        var found: Int32 = 0
        setupterm(name, STDOUT_FILENO, &found)
        return found == 1
    }

    /// By the description that is found for `TERM`.
    static func facts() -> TerminalCheck.Facts {
        let type = getenv("TERM").map { String(cString: $0) }
        let description = TerminalDescription(for: type, isKnown: isDescribed)
        let isFound = description?.withEntry { setUp($0) } ?? setUp(nil)
        let colors = isFound ? Int(tigetnum("colors")) : 0
        return TerminalCheck.Facts(
            inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1, type: type,
            canMoveCursor: isFound ? cn_capability("cup") != nil : nil, colors: colors > 0 ? colors : nil,
            description: description)
    }

    /// A capability as bytes, without the pauses (`$<5>`) that terminals of metal need.
    static func capability(_ name: String) -> String {
        guard let value = cn_capability(name) else { return "" }
        return String(cString: value).replacing(/\$<[^>]*>/, with: "")
    }
}
