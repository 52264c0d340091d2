import TerminalHarness
import Testing

/// The probe in a real terminal.
@Suite(.timeLimit(.minutes(2)))
struct ProbeScreenTests {
    @Test func theListIsShownAndTheMarkerFollowsTheArrows() async throws {
        let terminal = try TmuxTerminal([ProgramUnderTest.path("TerminalProbe")])
        try await terminal.waitFor("▌ Dataset number 0 of the catalogue, 日本語 é")
        try await terminal.press("Down", "Down")
        try await terminal.waitFor("▌ Dataset number 2")
        try await terminal.type("über 日本")
        try await terminal.waitFor("| über 日本")
        try await terminal.press("q")
        #expect(try await terminal.waitForExit() == 0)
    }
}
