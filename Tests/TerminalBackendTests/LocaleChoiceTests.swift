import CMachine
import Glibc
import TerminalHarness
import Testing

@testable import TerminalBackend

/// A UTF-8 terminal gets UTF-8 whatever the environment calls its locale, and whether or not the machine has one.
@Suite(.timeLimit(.minutes(5)))
struct LocaleChoiceTests {
    private func probe(_ program: [String], _ environment: [String: String]) throws -> PtyTerminal {
        try PtyTerminal(program, environment: environment)
    }

    private var program: String { get throws { try ProgramUnderTest.path("TerminalProbe") } }

    @Test(
        arguments: [
            ["LC_CTYPE": "UTF-8", "LANG": ""], ["LC_ALL": "de_AT.UTF-8"], ["LC_ALL": "xx_YY"], ["LANG": "C.UTF8"],
            ["LANG": "", "LC_ALL": ""],
        ])
    func aLocaleThatIsNotThereIsReplaced(_ environment: [String: String]) async throws {
        try await probe([program], environment).waitFor("日本語 é")
    }

    @Test(arguments: [["LC_CTYPE": "UTF-8"], ["LANG": "en_US.UTF-8"], ["LANG": ""]])
    func aMachineWithoutAnyLocaleStillShowsEverything(_ environment: [String: String]) async throws {
        let bare = "mount -t tmpfs none /usr/lib/locale && exec \"$@\""
        let terminal = try probe(["unshare", "-m", "sh", "-c", bare, "sh", program], environment)
        try await terminal.waitFor("日本語 é")
    }

    @Test(arguments: ["C", "POSIX"])
    func aTerminalThatSaysItIsUTF8IsBelieved(_ locale: String) async throws {
        let program = try program
        let plain = try probe([program], ["LC_ALL": locale])
        try await plain.waitFor("number 22 of the catalogue, ?????? ?")
        let flagged = try probe(["sh", "-c", "stty iutf8; exec \"$0\"", program], ["LC_ALL": locale])
        try await flagged.waitFor("日本語 é")
        // Terminals that know nothing else.
        let kitty = try probe([program], ["LC_ALL": locale, "TERM": "xterm-kitty"])
        try await kitty.waitFor("日本語 é")
    }

    @Test func whatWasTriedLeavesNothingBehind() async throws {
        let folder = try ProgramUnderTest.path("TerminalProbe") + "-runtime-\(getpid())"
        #expect(mkdir(folder, 0o700) == 0)
        defer { rmdir(folder) }
        let bare = "mount -t tmpfs none /usr/lib/locale && exec \"$@\""
        let terminal = try probe(
            ["unshare", "-m", "sh", "-c", bare, "sh", program], ["LANG": "", "XDG_RUNTIME_DIR": folder])
        try await terminal.waitFor("日本語 é")
        // Empty again, or it could not be removed.
        #expect(rmdir(folder) == 0)
    }

    @Test func theLocaleOfThisBuildIsBroughtAlong() {
        var size = 0
        let isHere = access("/usr/lib/locale/C.utf8/LC_CTYPE", R_OK) == 0
        #expect((cm_ctype(&size) != nil) == isHere)
        #expect((size > 100_000) == isHere)
    }
}
