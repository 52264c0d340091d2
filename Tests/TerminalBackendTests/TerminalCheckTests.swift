import TerminalBackend
import TerminalHarness
import Testing

/// A terminal that cannot show the program is refused in words.
@Suite(.timeLimit(.minutes(5)))
struct TerminalCheckTests {
    private let good = TerminalCheck.Facts(
        inputIsTerminal: true, outputIsTerminal: true, type: "xterm-256color", canMoveCursor: true)

    @Test func aGoodTerminalIsNotRefused() {
        #expect(TerminalCheck.refusal(for: good) == nil)
    }

    @Test func everyRefusalNamesWhatToDo() {
        let refusals: [TerminalCheck.Refusal] = [
            .inputIsNoTerminal, .outputIsNoTerminal, .noType, .unknownType("foo"), .tooSimple("dumb"),
        ]
        for refusal in refusals {
            #expect(refusal.description.contains("export TERM=") || refusal.description.contains("Start the program"))
        }
    }

    @Test func aHostileTerminalTypeIsPrintedWithoutItsControls() {
        let refusal = TerminalCheck.Refusal.unknownType("x\u{1B}]0;title\u{07}y")
        #expect(refusal.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    @Test(arguments: [("dumb", "cannot move its cursor"), ("", "TERM is not set")])
    func theProgramRefusesAndLeavesTheTerminalAlone(type: String, words: String) async throws {
        let terminal = try PtyTerminal([ProgramUnderTest.path("TerminalProbe")], environment: ["TERM": type])
        try await terminal.waitFor(words)
        #expect(try await terminal.waitForExit() == 2)
        #expect(!terminal.received.contains(0x1B))
        #expect(terminal.echoes)
    }

    @Test(arguments: [["LANG": "de_DE.UTF-8"], ["LANG": ""], ["LC_ALL": "xx_YY"]])
    func aMissingLocaleStillShowsWideCharacters(environment: [String: String]) async throws {
        let terminal = try PtyTerminal([ProgramUnderTest.path("TerminalProbe")], environment: environment)
        try await terminal.waitFor("日本語 é")
    }

    @Test func anEnvironmentThatAsksForASCIIGetsIt() async throws {
        let terminal = try PtyTerminal([ProgramUnderTest.path("TerminalProbe")], environment: ["LC_ALL": "C"])
        try await terminal.waitFor("number 22 of the catalogue, ?????? ?")
        #expect(terminal.received.allSatisfy { $0 < 0x80 })
    }
}
