import Foundation
import TerminalHarness
import Testing

/// However the program ends, the next one finds the terminal as it was.
@Suite(.timeLimit(.minutes(5)))
struct RestorationTests {
    private func probe(_ arguments: String..., line: LineProfile = LineProfile()) async throws -> PtyTerminal {
        let terminal = try PtyTerminal(
            [ProgramUnderTest.path("TerminalProbe")] + arguments,
            // Swift's own crash report waits half a minute for a key.
            environment: ["SWIFT_BACKTRACE": "enable=no"], line: line)
        try await terminal.waitFor("Dataset number 22")
        try await terminal.waitUntilQuiet(for: .milliseconds(200))
        #expect(!terminal.echoes)
        return terminal
    }

    private func expectRestored(_ terminal: PtyTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
        let received = String(decoding: terminal.received, as: UTF8.self)
        for mode in ["?1049", "?2004", "?1000", "?1"] {
            let on = received.range(of: "\u{1B}[\(mode)h", options: .backwards)
            let off = received.range(of: "\u{1B}[\(mode)l", options: .backwards)
            let isOff = off.map { off in on.map { $0.lowerBound < off.lowerBound } ?? true } ?? (on == nil)
            #expect(isOff, "mode \(mode) is still on", sourceLocation: sourceLocation)
        }
        let shown = received.range(of: "\u{1B}[?25h", options: .backwards)
        let hidden = received.range(of: "\u{1B}[?25l", options: .backwards)
        #expect(
            shown != nil && (hidden?.lowerBound ?? received.startIndex) < (shown?.lowerBound ?? received.startIndex))
        #expect(terminal.echoes, "echo is off", sourceLocation: sourceLocation)
        #expect(terminal.isCooked, "the line is raw", sourceLocation: sourceLocation)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func aSignalThatEndsTheProgram(signal: Int32) async throws {
        let terminal = try await probe()
        terminal.kill(signal)
        #expect(try await terminal.waitForExit() == 128 + signal)
        expectRestored(terminal)
    }

    @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE])
    func aCrash(signal: Int32) async throws {
        let terminal = try await probe()
        terminal.kill(signal)
        #expect(try await terminal.waitForExit() == 128 + signal)
        expectRestored(terminal)
    }

    @Test("An answer that arrives after a crash is not typed at the shell, and a word says what is kept")
    func aCrashWithAnAnswerOnItsWay() async throws {
        let terminal = try await probe(line: .distant)
        let written = terminal.bytesWritten
        terminal.type("v")
        try await terminal.waitForWriting(beyond: written)
        terminal.kill(SIGSEGV)
        #expect(try await terminal.waitForExit() == 128 + SIGSEGV)
        try await terminal.waitUntilQuiet(for: .milliseconds(500))
        expectRestored(terminal)
        let received = String(decoding: terminal.received, as: UTF8.self)
        // The line would show it in this way.
        #expect(!received.contains("^["))
        #expect(received.hasSuffix("What was typed is kept.\r\n"))
    }

    @Test func anAssertionThatFails() async throws {
        let terminal = try await probe()
        terminal.type("!")
        #expect(try await terminal.waitForExit() == 128 + SIGABRT)
        expectRestored(terminal)
    }

    @Test func anExitWithoutMoreAdo() async throws {
        let terminal = try await probe()
        terminal.type("\u{18}")
        #expect(try await terminal.waitForExit() == 3)
        expectRestored(terminal)
    }

    @Test func theOrdinaryEnd() async throws {
        let terminal = try await probe()
        terminal.type("q")
        #expect(try await terminal.waitForExit() == 0)
        expectRestored(terminal)
    }

    @Test func theMainScreenInsteadOfTheAlternateOne() async throws {
        let terminal = try await probe("--main-screen")
        terminal.type("q")
        #expect(try await terminal.waitForExit() == 0)
        #expect(!String(decoding: terminal.received, as: UTF8.self).contains("\u{1B}[?1049"))
        #expect(terminal.echoes)
    }

    @Test func aWindowThatIsShutEndsTheProgram() async throws {
        let terminal = try await probe()
        terminal.hangUp()
        #expect(try await terminal.waitForExit() == 128 + SIGHUP)
    }
}
