import Foundation
import TerminalHarness
import Testing

/// The probe in a real terminal.
@Suite(.timeLimit(.minutes(5)))
struct ProbeScreenTests {
    private func probe(columns: Int = 80, rows: Int = 24) async throws -> TmuxTerminal {
        let terminal = try TmuxTerminal([ProgramUnderTest.path("TerminalProbe")], columns: columns, rows: rows)
        try await terminal.waitFor("▌ Dataset number 0 of the catalogue, 日本語 é")
        return terminal
    }

    @Test func theListIsShownAndTheMarkerFollowsTheArrows() async throws {
        let terminal = try await probe()
        try await terminal.press("Down", "Down")
        try await terminal.waitFor("▌ Dataset number 2")
        try await terminal.type("über 日本")
        try await terminal.waitFor("| über 日本")
        try await terminal.press("q")
        #expect(try await terminal.waitForExit() == 0)
    }

    @Test(arguments: [
        ("Escape", "escape"), ("C-c", "control(\"c\")"), ("M-x", "alt(\"x\")"), ("F5", "function(5)"),
        ("BTab", "backTab"), ("C-Left", "wordLeft"), ("M-Right", "wordRight"), ("NPage", "pageDown"),
        ("BSpace", "backspace"), ("DC", "delete"), ("Home", "home"), ("Enter", "enter"),
    ])
    func aKeyIsWhatItSays(key: String, name: String) async throws {
        let terminal = try await probe()
        try await terminal.press(key)
        try await terminal.waitFor("\(name) |")
    }

    @Test func aPasteArrivesWhole() async throws {
        let terminal = try await probe()
        try await terminal.paste("first line\nq second\tline é")
        try await terminal.waitFor(#"pasted "first line\nq second\tline é""#)
    }

    /// tmux's description of itself has no better reports than those of X10: button, column and row as characters.
    @Test func theMouseTellsPressesDoubleClicksAndTheWheel() async throws {
        let terminal = try await probe()
        let click = Array("\u{1B}[M +%\u{1B}[M#+%".utf8)
        try await terminal.send(bytes: click)
        try await terminal.waitFor("press 10,4")
        try await terminal.send(bytes: Array("\u{1B}[M ,&\u{1B}[M#,&\u{1B}[M ,&\u{1B}[M#,&".utf8))
        try await terminal.waitFor("doubleClick 11,5")
        try await terminal.send(bytes: Array("\u{1B}[Ma+%".utf8))
        try await terminal.waitFor("wheelDown 10,4")
    }

    @Test func mouseReportsOfTodayReachBeyondColumn223() async throws {
        let program = try ProgramUnderTest.path("TerminalProbe")
        let terminal = try PtyTerminal([program], columns: 300, rows: 50)
        try await terminal.waitFor("Dataset number 48")
        terminal.type("\u{1B}[<0;291;5M\u{1B}[<0;291;5m")
        try await terminal.waitFor("press 290,4")
        terminal.type("\u{1B}[<64;291;5M")
        try await terminal.waitFor("Up 290,4")
    }

    @Test func stoppedAndContinuedTheScreenIsWhole() async throws {
        let program = try ProgramUnderTest.path("TerminalProbe")
        let terminal = try TmuxTerminal(["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "shell> "])
        try await terminal.waitFor("shell>")
        for _ in 1...3 {
            try await terminal.type(program)
            try await terminal.press("Enter")
            try await terminal.waitFor("▌ Dataset number 0")
            try await terminal.press("Down", "C-z")
            try await terminal.waitFor("Stopped")
            #expect(try await terminal.modes().alternateScreen == false)
            try await terminal.resize(columns: 70, rows: 20)
            try await terminal.type("echo and the line $((40 + 2)) echoes")
            try await terminal.press("Enter")
            try await terminal.waitFor("and the line 42 echoes")
            try await terminal.type("fg")
            try await terminal.press("Enter")
            try await terminal.waitFor("size 70x20")
            try await terminal.waitFor("▌ Dataset number 1 ")
            try await terminal.press("q")
            try await terminal.waitFor("bye")
            try await terminal.resize(columns: 80, rows: 24)
            try await terminal.press("C-l")
            try await terminal.waitFor("a shell at its prompt") { $0.hasPrefix("shell>") }
        }
    }

    @Test func theTerminalIsLentToAnotherProgramAndTakenBack() async throws {
        let terminal = try await probe()
        try await terminal.press("C-e")
        try await terminal.waitFor("lent")
        try await terminal.type("words")
        try await terminal.press("Enter")
        try await terminal.waitFor("code(0) |")
        try await terminal.press("Down")
        try await terminal.waitFor("▌ Dataset number 1 ")
    }

    @Test func aStormOfSizesEndsWithTheScreenOfTheLast() async throws {
        let terminal = try await probe()
        var columns = 40
        var rows = 10
        for step in 0..<60 {
            try await terminal.resize(columns: columns, rows: rows)
            columns = 40 + (columns - 40 + 97 + step) % 261
            rows = 10 + (rows - 10 + 31 + step) % 91
        }
        for (columns, rows) in [(300, 100), (40, 10), (1, 1), (120, 40)] {
            try await terminal.resize(columns: columns, rows: rows)
        }
        let screen = try await terminal.waitFor("the last size") {
            $0.contains("size 120x40") && $0.contains("Dataset number 38 of the catalogue, 日本語 é")
        }
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        for row in 1..<40 { #expect(lines[row].contains("Dataset number \(row - 1) of the catalogue, 日本語 é")) }
    }

    @Test func anotherProgramsScribbleIsPaintedOver() async throws {
        let terminal = try await probe()
        let pid = try await terminal.programIdentifier()
        let device = try FileHandle(forWritingTo: URL(fileURLWithPath: "/proc/\(pid)/fd/1"))
        try device.write(contentsOf: Data("\u{1B}[5;5Hscribble".utf8))
        try await terminal.waitFor("scribble")
        try await terminal.press("C-l")
        try await terminal.waitForNo("scribble")
    }
}
