import Foundation
import TerminalHarness
import Testing

/// A person in front of the real program: presses keys, reads the screen, and comes back another day.
///
/// Every wait is for something on the screen. What does not come is thrown with the place in the story and the screen.
actor PortalStory {
    /// What a busy machine may take; it ends failing stories, and is no measure.
    static let patience = Duration.seconds(40)

    let home: StoryHome
    private var terminal: TmuxTerminal?

    init(home: StoryHome) {
        self.home = home
    }

    init() throws {
        home = try StoryHome()
    }

    // MARK: - Doing

    /// Starts the program, again if it has run before: what it kept is still there.
    func start(
        _ arguments: String..., columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        terminal: String = "tmux-256color"
    ) async throws {
        try await start(
            [ProgramUnderTest.portal()] + arguments, columns: columns, rows: rows, environment: environment,
            terminal: terminal)
    }

    /// Starts any command where the program would be, such as a shell.
    func start(
        _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        terminal: String = "tmux-256color"
    ) async throws {
        await end()
        home.plant(secretsOf: environment)
        self.terminal = try TmuxTerminal(
            command, environment: home.environment.merging(environment) { $1 }, columns: columns, rows: rows,
            terminal: terminal)
    }

    func press(_ keys: TmuxTerminal.KeyName...) async throws {
        for key in keys { try await running.press(key) }
    }

    /// Presses one key many times, in one go, as a held key does.
    func press(_ key: TmuxTerminal.KeyName, times: Int) async throws {
        guard times > 0 else { return }
        try await running.press(keys: Array(repeating: key, count: times))
    }

    /// Presses keys faster than the program can draw what they do.
    func press(inOneGo keys: TmuxTerminal.KeyName...) async throws {
        try await press(inOneGo: keys)
    }

    func press(inOneGo keys: [TmuxTerminal.KeyName]) async throws {
        try await running.press(keys: keys)
    }

    /// What is typed and pasted is looked for in the logs when the story ends.
    /// - Parameter whole: what it is a piece of. No log may hold that; a piece of it can be anybody's words.
    func type(_ text: String, of whole: String? = nil) async throws {
        home.plant(whole ?? text)
        try await running.type(text)
    }

    func paste(_ text: String) async throws {
        home.plant(text)
        try await running.paste(text)
    }

    func resize(columns: Int, rows: Int) async throws { try await running.resize(columns: columns, rows: rows) }
    func kill(_ signal: Int32 = SIGKILL) async throws { try await running.kill(signal) }

    /// Closes the terminal, and with it the program.
    func end() async {
        await terminal?.close()
        terminal = nil
    }

    // MARK: - Looking

    func screen() async throws -> String { try await running.screen() }

    /// The screen as the newest frame left it; nil when the program was killed in the middle of it.
    func wholeScreen(atMost time: Duration = .zero) async throws -> String? {
        try await running.wholeScreen(atMost: time)
    }

    /// The next whole frame, as soon as it is there; nil when none has come by `end`.
    func nextScreen(before end: ContinuousClock.Instant) async throws -> String? {
        let rest = end - .now
        guard rest > .zero else { return nil }
        return try await running.wholeScreen(fresh: true, atMost: rest)
    }

    func stream() async throws -> [UInt8] { try await running.stream() }
    func programIdentifier() async throws -> pid_t { try await running.programIdentifier() }

    /// Whether the terminal becomes as the program found it: main screen, no mouse, plain keys, cursor shown.
    func terminalIsRestored() async throws -> Bool { try await running.waitUntilRestored() }

    // MARK: - Waiting

    @discardableResult
    func expect(_ text: String, at place: SourceLocation = #_sourceLocation) async throws -> String {
        try await expect("“\(text)”", at: place) { $0.contains(text) }
    }

    @discardableResult
    func expectGone(_ text: String, at place: SourceLocation = #_sourceLocation) async throws -> String {
        try await expect("no “\(text)”", at: place) { !$0.contains(text) }
    }

    /// Waits until the screen is as `condition` wants it.
    /// - Parameter whole: looks at no frame that is half drawn, for those who read more than words off it.
    @discardableResult
    func expect(
        _ expectation: String, whole: Bool = false, at place: SourceLocation = #_sourceLocation,
        where condition: @Sendable (String) -> Bool
    ) async throws -> String {
        try await running.waitFor(
            "\(expectation) (\(place.fileName):\(place.line))", whole: whole, atMost: Self.patience, where: condition)
    }

    /// Waits until the program has ended. Gives its exit status.
    func exitStatus() async throws -> Int32 { try await running.waitForExit(atMost: Self.patience) }

    private var running: TmuxTerminal {
        get throws {
            guard let terminal else { throw HarnessError("The program was not started in this story.") }
            return terminal
        }
    }
}
