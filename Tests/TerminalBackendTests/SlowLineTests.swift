import TerminalCanvas
import TerminalHarness
import Testing

/// The probe at the end of a slow, distant or tearing line. A relay plays the line, for tmux answers by itself.
@Suite(.timeLimit(.minutes(5)))
struct SlowLineTests {
    private static let down = "\u{1B}OB"

    private func probe(_ line: LineProfile) async throws -> PtyTerminal {
        let program = try ProgramUnderTest.path("TerminalProbe")
        let terminal = try PtyTerminal([program, "--no-mouse", "--rows", "1000"], line: line)
        try await terminal.waitFor("Dataset number 22")
        try await terminal.waitUntilQuiet(for: .milliseconds(500))
        return terminal
    }

    @Test func heldKeysSkipFramesThatTheLineCannotCarry() async throws {
        let terminal = try await probe(.slowAndDistant)
        let (bytes, frames) = (terminal.bytesWritten, terminal.questionsSeen)
        terminal.type(Array(repeating: Self.down, count: 50), every: .milliseconds(33))
        try await terminal.waitUntilQuiet(for: .milliseconds(500))
        #expect(terminal.questionsSeen - frames < 40)
        #expect(terminal.bytesWritten - bytes < 3_000)
        // Every key counted: the whole screen once more, for only the digits that changed were sent.
        terminal.type("\u{0C}")
        try await terminal.waitFor("Dataset number 61", from: terminal.received.count)
    }

    @Test func aFastLineGetsEveryFrameHoweverDistant() async throws {
        let terminal = try await probe(.distant)
        let frames = terminal.questionsSeen
        // Two letters within one round trip: neither waits for the answer to the other.
        let start = terminal.received.count
        let written = terminal.bytesWritten
        terminal.type("v")
        try await terminal.waitForWriting(beyond: written)
        terminal.type("w")
        try await terminal.waitFor("w", from: try await terminal.waitFor("v", from: start))
        try await terminal.waitUntilQuiet(for: .milliseconds(500))
        #expect(terminal.questionsSeen - frames == 2)
    }

    @Test func aTerminalThatNeverAnswersIsNeverWaitedFor() async throws {
        let begun = ContinuousClock.now
        let terminal = try await probe(LineProfile(answers: .never))
        let frames = terminal.questionsSeen
        var start = terminal.received.count
        for letter in ["s", "t", "u", "v", "w", "y"] {
            terminal.type(letter)
            start = try await terminal.waitFor(letter, from: start)
        }
        try await terminal.waitUntilQuiet(for: .milliseconds(200))
        // After half a minute it is asked no more: a busy machine may need so long for six letters.
        if .now - begun < .seconds(FramePacer.giveUpDelay) { #expect(terminal.questionsSeen - frames == 6) }
        #expect(terminal.questionsSeen - frames <= 6)
        terminal.type("q")
        #expect(try await terminal.waitForExit() == 0)
    }

    @Test(arguments: [5, 40, 120, 250])
    func aTornAnswerIsSwallowed(milliseconds: Int) async throws {
        let terminal = try await probe(LineProfile(answers: .torn(gap: .milliseconds(milliseconds))))
        terminal.type("w")
        try await terminal.waitUntilQuiet(for: .milliseconds(2_500))
        let start = terminal.received.count
        // The whole screen once more: nothing but the letter was ever typed.
        terminal.type("\u{0C}")
        try await terminal.waitFor("Dataset number 22", from: start)
        let screen = String(decoding: terminal.received.dropFirst(start), as: UTF8.self)
        #expect(screen.contains("ready | w"), "\(screen.prefix(300).debugDescription)")
    }

    @Test func answersAreAwaitedBeforeTheTerminalIsGivenBack() async throws {
        let terminal = try await probe(.distant)
        terminal.type("a")
        terminal.type("q")
        #expect(try await terminal.waitForExit() == 0)
        try await terminal.waitUntilQuiet(for: .milliseconds(500))
        // An answer that came after the program would be echoed by the line.
        let received = String(decoding: terminal.received, as: UTF8.self)
        #expect(received.contains("bye"))
        #expect(!received.contains("^[[0n"))
    }

    @Test func aLetterThatTheLineTearsApartIsOneLetter() async throws {
        let terminal = try await probe(LineProfile(bitsPerSecond: 2_400))
        let start = terminal.received.count
        terminal.type("ü日")
        try await terminal.waitFor("日", from: try await terminal.waitFor("ü", from: start))
    }

    @Test func nothingWakesTheUserInterfaceWhileNothingHappens() async throws {
        let terminal = try await probe(LineProfile())
        let before = try terminal.meter.mainThreadWakeUps()
        try await terminal.waitUntilQuiet(for: .seconds(3))
        #expect(try terminal.meter.mainThreadWakeUps() == before)
    }
}
