import CMachine
import Foundation
import TerminalHarness
import Testing

@testable import TerminalBackend

/// A terminal that the machine does not know is written to by the nearest description that the program brings along.
@Suite(.timeLimit(.minutes(5)))
struct TerminalDescriptionTests {
    /// What has to work on a login node that knows nothing.
    private static let promised = [
        "xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100", "putty-256color", "xterm-kitty",
        "xterm-ghostty", "alacritty", "foot", "rxvt-unicode-256color",
    ]

    private func taken(_ type: String, known: Set<String> = []) -> String? {
        TerminalDescription(for: type, isKnown: known.contains)?.taken
    }

    @Test(arguments: promised)
    func whatIsPromisedIsBroughtAlong(_ name: String) {
        let description = TerminalDescription(for: name, isKnown: { _ in false })
        #expect(description?.taken == name)
        #expect(description?.source == .program)
        #expect(description?.isStandIn == false)
    }

    @Test func whatTheMachineKnowsIsTakenFromIt() {
        let description = TerminalDescription(for: "xterm-kitty", isKnown: { $0 == "xterm-kitty" })
        #expect(description?.source == .machine)
        #expect(description?.taken == "xterm-kitty")
    }

    @Test(
        arguments: [
            ("xterm-new", "xterm-256color"), ("xterm", "xterm-256color"), ("xterm+256color", "xterm-256color"),
            ("xterm-kitty-16color", "xterm-kitty"), ("kitty-direct", "xterm-kitty"), ("ghostty", "ghostty"),
            ("tmux", "tmux-256color"), ("tmux-direct", "tmux-256color"), ("screen.xterm-256color", "screen-256color"),
            ("screen-bce", "screen-256color"), ("foot-direct", "foot"), ("foot-extra", "foot"),
            ("alacritty-direct", "alacritty"), ("putty", "putty-256color"), ("rxvt", "rxvt-unicode-256color"),
            ("linux-16color", "linux"), ("vte-256color", "xterm-256color"), ("konsole-256color", "xterm-256color"),
            ("st-256color", "xterm-256color"), ("st", "xterm-256color"), ("wezterm", "xterm-256color"),
            ("Apple_Terminal", "xterm-256color"), ("iTerm2.app", "xterm-256color"), ("vt220", "vt100"),
            ("ansi", "vt100"), ("made-up-9000", "xterm-256color"), ("made-up-256color", "xterm-256color"),
            ("stranger", "xterm-256color"),
        ])
    func aNameBelongsToAFamily(type: String, family: String) {
        #expect(taken(type) == family)
        #expect(TerminalDescription.isBroughtAlong(family))
    }

    @Test func whereThereIsNoScreenNothingStandsIn() {
        #expect(TerminalDescription(for: nil, isKnown: { _ in false }) == nil)
        #expect(taken("") == nil)
        #expect(taken("dumb") == nil)
    }

    @Test func itIsSaidWithoutTheControlsOfAHostileName() {
        let words = TerminalDescription(for: "x\u{1B}]0;title\u{07}y", isKnown: { _ in false })?.words ?? ""
        #expect(words.contains("used as xterm-256color"))
        #expect(words.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    /// ncurses itself reads each of them, on a machine that has no descriptions.
    @Test(arguments: promised + ["made-up-9000", "xterm-unheard-of"])
    func ncursesDrawsByIt(_ type: String) async throws {
        let terminal = try PtyTerminal(
            withoutDescriptions([ProgramUnderTest.path("TerminalProbe")]), environment: ["TERM": type])
        try await terminal.waitFor("number 22 of the catalogue")
        try await terminal.waitFor("日本語")
        terminal.type("q")
        #expect(try await terminal.waitForExit() == 0)
    }

    @Test func childrenGetThePersonsOwnTerminal() async throws {
        let terminal = try PtyTerminal(
            withoutDescriptions([ProgramUnderTest.path("TerminalProbe")]),
            environment: ["TERM": "xterm-unheard-of", "TERMINFO": "/mine"])
        try await terminal.waitFor("number 22 of the catalogue")
        terminal.type("\u{05}")
        try await terminal.waitFor("lent =xterm-unheard-of=/mine=")
        terminal.type("\n")
        try await terminal.waitFor("got")
    }
}

/// A program in a view of the file systems in which the machine describes no terminal.
///
/// Where file systems may not be mounted it sees the machine's own, and the tests show less.
func withoutDescriptions(_ program: [String]) -> [String] {
    let hide = """
        for folder in /etc/terminfo /lib/terminfo /usr/lib/terminfo /usr/share/terminfo; do
            if [ -d "$folder" ]; then mount -t tmpfs none "$folder" || exit 9; fi
        done
        exec "$@"
        """
    return ["unshare", "-m", "sh", "-c", hide, "sh"] + program
}
