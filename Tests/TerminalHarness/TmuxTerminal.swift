import Foundation

/// A real program in a real terminal: `tmux` with a server of its own, so that nothing else is disturbed.
///
/// Waiting is done on a thread of its own. Every wait ends with the screen in the error when it does not succeed.
public actor TmuxTerminal {
    /// Keys as tmux names them: `Enter`, `Escape`, `Down`, `NPage`, `C-c`, `M-x`, `F1`, `BSpace`, `BTab`.
    public typealias KeyName = String

    public static let patience = Duration.seconds(60)

    private let executor = ThreadExecutor(name: "tmux")
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let server: TmuxServer

    /// Starts `arguments` in a terminal of the given size.
    /// - Parameters:
    ///   - environment: added to `PATH`, `HOME`, `LANG=C.UTF-8` and what tmux sets itself. Nothing else of the tests'
    ///     own environment is passed on.
    ///   - directory: for files of the terminal, and the program's `HOME` unless the environment names one; it is
    ///     removed at the end.
    public init(
        _ arguments: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
        terminal: String = "tmux-256color"
    ) throws {
        server = try TmuxServer(
            arguments, environment: environment, columns: columns, rows: rows, terminal: terminal)
    }

    // MARK: - Doing

    /// Presses keys, one after the other.
    public func press(_ keys: KeyName...) throws {
        try press(keys: keys)
    }

    /// Presses keys as fast as the terminal passes them on, as a held key does.
    public func press(keys: [KeyName]) throws {
        try server.tmux(["send-keys", "-t", server.pane] + keys)
    }

    /// Types text as it is.
    public func type(_ text: String) throws {
        try server.tmux(["send-keys", "-t", server.pane, "-l", "--", text])
    }

    /// Sends bytes as they are, also those that are no text.
    public func send(bytes: [UInt8]) throws {
        try server.tmux(["send-keys", "-t", server.pane, "-H"] + bytes.map { String($0, radix: 16) })
    }

    /// Pastes as a terminal does: bracketed when the program asked for that.
    public func paste(_ text: String) throws {
        try server.tmux(["load-buffer", "-b", "paste", "-"], input: text)
        try server.tmux(["paste-buffer", "-p", "-d", "-b", "paste", "-t", server.pane])
    }

    public func resize(columns: Int, rows: Int) throws {
        try server.tmux(["resize-window", "-t", server.pane, "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// Sends a signal to the program itself.
    public func kill(_ signal: Int32 = SIGKILL) throws {
        _ = Glibc.kill(try programIdentifier(), signal)
    }

    /// The program's process.
    public func programIdentifier() throws -> pid_t {
        guard let pid = server.pid else { throw HarnessError("The program has not been started") }
        return pid
    }

    // MARK: - Looking

    /// The screen as text, one line a row, without spaces at the ends; `attributes` adds them as escape sequences.
    public func screen(attributes: Bool = false) throws -> String {
        try server.screen(attributes: attributes)
    }

    /// The screen as a frame left it, never one that is half drawn: the program ends each with a question to the
    /// terminal, or it is a small one. Nil when the newest is not whole within `time`, as that of a program that was killed in the middle.
    /// - Parameter fresh: waits until something was written since the last look.
    public func wholeScreen(fresh: Bool = false, atMost time: Duration) throws -> String? {
        let deadline = ContinuousClock.now + time
        if fresh { server.waitForOutput(atMost: time) }
        while true {
            let end = try server.streamEnd()
            if end.isWhole {
                // What is recorded may be behind what is drawn: the same twice, and nothing recorded meanwhile.
                let screen = try server.screen()
                if try server.screen() == screen, try server.streamEnd().offset == end.offset { return screen }
            }
            guard ContinuousClock.now < deadline else { return nil }
            server.waitForOutput(atMost: .milliseconds(20))
        }
    }

    /// Whether the cursor is shown, and where.
    public func cursor() throws -> (column: Int, row: Int, isShown: Bool) {
        let fields = try server.format("#{cursor_x} #{cursor_y} #{cursor_flag}").split(separator: " ").map {
            Int($0) ?? 0
        }
        guard fields.count == 3 else { throw HarnessError("tmux does not tell the cursor") }
        return (fields[0], fields[1], fields[2] == 1)
    }

    /// The modes that a program has to undo: the alternate screen, the mouse, application keys.
    public func modes() throws -> (alternateScreen: Bool, mouse: Bool, applicationKeypad: Bool) {
        let text = try server.format("#{alternate_on} #{mouse_any_flag} #{keypad_cursor_flag}")
        let fields = text.split(separator: " ").map { $0 == "1" }
        guard fields.count == 3 else { throw HarnessError("tmux does not tell its modes: \(text)") }
        return (fields[0], fields[1], fields[2])
    }

    /// Everything that the program wrote, from its first byte.
    public func stream() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: server.streamFile))
    }

    // MARK: - Waiting

    /// Waits until the screen contains `text`. Returns the screen.
    @discardableResult
    public func waitFor(_ text: String, atMost time: Duration = patience) throws -> String {
        try waitFor("“\(text)” on the screen", atMost: time) { $0.contains(text) }
    }

    /// Waits until the screen does not contain `text` any more. Returns the screen.
    @discardableResult
    public func waitForNo(_ text: String, atMost time: Duration = patience) throws -> String {
        try waitFor("no “\(text)” on the screen", atMost: time) { !$0.contains(text) }
    }

    /// Waits until `condition` holds for the screen. Returns the screen.
    /// - Parameter whole: looks at no frame that is half drawn, for those who read more than words off it.
    @discardableResult
    public func waitFor(
        _ expectation: String, whole: Bool = false, atMost time: Duration = patience,
        where condition: @Sendable (String) -> Bool
    ) throws -> String {
        let deadline = ContinuousClock.now + time
        while true {
            let screen = whole ? try wholeScreen(atMost: .zero) : try server.screen()
            if let screen, condition(screen) { return screen }
            if ContinuousClock.now > deadline {
                throw HarnessError("Expected \(expectation) within \(time).", lastScreen: try server.screen())
            }
            server.waitForOutput(atMost: .milliseconds(100))
        }
    }

    /// Waits until the terminal is as a shell needs it: main screen, cursor shown, no mouse, plain keys.
    /// - Returns: false when it is not so in time.
    public func waitUntilRestored(atMost time: Duration = patience) throws -> Bool {
        let deadline = ContinuousClock.now + time
        while true {
            let modes = try modes()
            let isRestored = !modes.alternateScreen && !modes.mouse && !modes.applicationKeypad
            if try isRestored && cursor().isShown { return true }
            if ContinuousClock.now > deadline { return false }
            server.waitForOutput(atMost: .milliseconds(100))
        }
    }

    /// Waits until the program has ended. Returns its exit code, or 128 and the number of the signal.
    public func waitForExit(atMost time: Duration = patience) throws -> Int32 {
        let deadline = ContinuousClock.now + time
        while true {
            if let code = server.exitCode { return code }
            if ContinuousClock.now > deadline {
                throw HarnessError("The program should have ended within \(time).", lastScreen: try server.screen())
            }
            server.waitForOutput(atMost: .milliseconds(20))
        }
    }

    /// Ends the terminal and with it the program. Happens by itself when the terminal is let go.
    public func close() {
        server.end()
    }
}
