import TerminalHarness
import Testing

/// What a line or a variable says of the terminal's size may be nonsense; ncurses has no numbers for some of it.
@Suite(.timeLimit(.minutes(5)))
struct TerminalSizeTests {
    private func quits(_ columns: Int, _ rows: Int, environment: [String: String] = [:]) async throws {
        let program = try ProgramUnderTest.path("TerminalProbe")
        let terminal = try PtyTerminal(
            [program, "--no-mouse"], environment: environment, columns: columns, rows: rows)
        try await terminal.waitFor("Dataset number 1")
        terminal.type("q")
        #expect(try await terminal.waitForExit() == 0)
    }

    @Test(arguments: [(65535, 24), (80, 65535), (40000, 40000)])
    func aTerminalThatIsSaidToBeHugeIsShown(columns: Int, rows: Int) async throws {
        try await quits(columns, rows)
    }

    @Test(arguments: [["LINES": "99999"], ["COLUMNS": "99999"], ["LINES": "abc", "COLUMNS": "-7"]])
    func variablesDoNotSayHowLargeItIs(environment: [String: String]) async throws {
        try await quits(80, 24, environment: environment)
    }
}
