import Foundation
import PortalModel
import TerminalCanvas
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// `theme:`, `motion:` and `keys:` of a configuration.
@Suite struct ScreenSettingsTests {
    private func settings(_ yaml: String) throws -> ScreenSettings {
        let home = try TestHome()
        try home.write(yaml, to: "config.yaml")
        return try Profiles(directory: home.path).screen
    }

    private func problem(_ yaml: String) -> String {
        do {
            _ = try settings(yaml)
            return ""
        } catch let problem as Profiles.Problem {
            return problem.sentence
        } catch {
            return "\(error)"
        }
    }

    @Test func whatTheFileSaysHolds() throws {
        let settings = try settings(
            """
            theme: light
            motion: off
            keys:
              browserList:
                addToBasket: [b, Ins]
                search: ctrl-s
                toggleBeacon:
              wizardText: {saveNow: alt-z}
            """)
        #expect(settings.theme == .light && !settings.hasMotion)
        #expect(
            settings.keys == [
                KeyOverride(.browserList, .addToBasket, [.character("b"), .insert]),
                KeyOverride(.browserList, .search, [.control("s")]), KeyOverride(.browserList, .toggleBeacon, []),
                KeyOverride(.wizardText, .saveNow, [.alt("z")]),
            ])
        #expect(settings.keyMap.duplicates.isEmpty)
    }

    @Test(arguments: [
        ("theme: loud", "line 1: “loud” is not known as theme. Allowed are auto, dark, light, mono."),
        (
            "keys:\n  browserlist: {search: s}",
            "line 2: “browserlist” is no place that has keys. Did you mean “browserList”?"
        ),
        ("keys:\n  browserList:\n    serch: x", "line 3: “serch” is no command of browserList. Did you mean “search”?"),
        ("keys:\n  browserList:\n    search: hyper-x", "line 3: “hyper-x” is no key that a terminal sends."),
        ("keys:\n  browserList:\n    search: ctrl-i", "line 3: “ctrl-i” is no key that a terminal sends."),
        ("keys:\n  browserList:\n    search: b", "line 3: “b” is addToBasket in browserList already"),
        ("keys:\n  browserList:\n    search: [Z,\n      b]", "line 4: “b” is addToBasket"),
        ("keys:\n  browserList:\n    search: ['/', '/']", "line 3: “/” is there twice for search in browserList."),
        ("keys:\n  browserSearch:\n    clearSearch: x", "line 3: “x” is typed as text in browserSearch."),
        ("keys:\n  browserList: x", "line 2: “keys of browserList” takes names"), ("keys: x", "“keys” takes names"),
    ])
    func aSlipIsToldWithItsLine(yaml: String, words: String) {
        let problem = problem(yaml)
        #expect(problem.contains(words), "\(problem)")
    }

    @Test func keysPrintsTheOwnOnes() throws {
        let home = try TestHome()
        try home.write("keys: {browserList: {search: ctrl-s}}\n", to: ".config/portal/config.yaml")
        let own = try ShellRun.portal("keys", "--json", in: home.path)
        #expect(own.status == 0 && own.output.contains(#""command":"search","context":"browserList""#))
        #expect(own.output.contains(#""keys":["Ctrl-S"]"#))
        let standard = try ShellRun.portal("keys", "--standard", in: home.path)
        #expect(standard.output == KeyMap.standard.markdown)
    }

    @Test(
        arguments: [
            (ScreenSettings.ThemeChoice.light, [:], Theme.light, false),
            (.auto, ["TERM": "xterm-256color"], .unknown, true), (.auto, ["TERM": "linux"], .dark, false),
            (.auto, ["TERM": "rxvt-unicode-256color", "COLORFGBG": "0;15"], .light, true),
            (.auto, ["TERM": "vt100"], .unknown, false), (.dark, ["COLORFGBG": "0;15"], .dark, false),
            (.auto, ["TERM": "tmux-256color"], .unknown, true),
        ] as [(ScreenSettings.ThemeChoice, [String: String], Theme, Bool)])
    func theTerminalIsAskedWhereItMayKnow(
        choice: ScreenSettings.ThemeChoice, variables: [String: String], theme: Theme, asks: Bool
    ) {
        let guess = BackgroundGuess(choice, environment: Environment(variables: variables))
        #expect(guess.theme == theme && guess.asks == asks)
    }
}
