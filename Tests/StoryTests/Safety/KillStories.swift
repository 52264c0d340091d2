import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// `kill -9` while somebody writes. What the screen had called saved is the measure, never the clock.
    @Suite struct Kills {
        @Test func whatTheScreenCalledSavedIsThereAfterAKillAtAnyMoment() async throws {
            let kills = TortureSlice.count(sample: 50)
            var writer = Writer(story: try PortalStory(), random: TortureSlice.random)
            try await writer.beginRequest()
            for round in 1...kills {
                do {
                    try await writer.writeUntilKilled()
                    try await writer.comeBack()
                } catch {
                    throw HarnessError("Round \(round), PORTAL_TORTURE_SEED=\(writer.random.seed): \(error)")
                }
            }
            #expect(writer.marksSeen > 0, "the mark was never on the screen: nothing was tested")
            try TortureSlice.report(kills, ["seen saved": writer.marksSeen])
            await writer.story.end()
        }

        /// The same with a lock: what is sealed is saved as surely, and nothing of it is on the disk as it was typed.
        @Test func whatIsSealedIsThereAfterAKillAtAnyMoment() async throws {
            let story = try PortalStory()
            let environment = story.home.environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { $1 }
            func portal(_ words: String...) async throws -> CommandRun {
                try await CommandRun.run(ProgramUnderTest.portal(), words, environment: environment)
            }
            let enabled = try await portal("lock", "enable", "--key-file", story.home.path + "/stick")
            #expect(enabled.status == 0, "\(enabled)")
            var writer = Writer(story: story, random: TortureSlice.random)
            try await writer.beginRequest()
            // Chance decides how long each round rests, and so whether the mark comes: in one of five or so it does.
            for round in 1...80 where round <= 8 || writer.marksSeen == 0 {
                try await writer.writeUntilKilled()
                try await writer.comeBack()
            }
            #expect(writer.marksSeen > 0, "the mark was never on the screen: nothing was tested")
            let status = try await portal("lock", "status", "--json")
            #expect(status.output.contains(#""plain":0,"sealed":"#), "\(status)")
            await writer.story.end()
        }
    }
}

/// Somebody who fills in the first form, and whose program is killed again and again.
private struct Writer {
    let story: PortalStory
    var random: SeededGenerator
    /// How often text was on the screen together with the mark.
    private(set) var marksSeen = 0
    /// What each field has to hold, as far as it is certain.
    private var answers: [String: String] = [:]
    private var field = Self.textFields[0]
    /// What was last called saved, and what was typed, of the field that was written last.
    private var saved = ""
    private var typed = ""

    private static let form = [
        "Title of the project", "Purpose of use", "Summary for the public", "Area of research",
        "Start of the project", "Expected end", "Funding", "Principal investigator",
    ]
    private static let textFields = [form[0], form[1], form[2], form[6], form[7]]
    /// With more digits than this a text is begun anew: a round types up to 50 characters, a space after every fifth or
    /// so, and all have to fit into one line of the screen.
    private static let longest = 30

    init(story: PortalStory, random: SeededGenerator) {
        self.story = story
        self.random = random
    }

    mutating func beginRequest() async throws {
        try await start()
        try await story.expect("datasets ·")
        try await story.press("b")
        try await story.expect("Basket 1")
        try await story.press("2")
        try await story.expect("kept on this machine")
        try await story.press("n")
        try await openForm()
    }

    private func start() async throws {
        // The killed program's terminal stays for as long as it is looked at.
        try await story.start("--demo", columns: 100, rows: 40)
    }

    // MARK: - Writing

    mutating func writeUntilKilled() async throws {
        field = Self.textFields.randomElement(using: &random) ?? field
        try await goToField()
        if (answers[field] ?? "").count > Self.longest { try await empty() }
        saved = answers[field] ?? ""
        typed = saved
        for _ in 0..<Int.random(in: 1...10, using: &random) {
            let piece = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                // Spaces, so that there are words.
                Int.random(in: 0...5, using: &random) == 0 ? " " : String(Int.random(in: 0...9, using: &random))
            }.joined()
            typed += piece.filter(\.isNumber)
            try await story.type(piece)
            if Bool.random(using: &random) { try await look() }
        }
        // While letters come nothing is said of saving: the mark comes a second after the last of them.
        let end = ContinuousClock.now + random.pause(upTo: Bool.random(using: &random) ? 450 : 1_800)
        while let screen = try await story.nextScreen(before: end) { try look(at: screen) }
        try await story.kill(SIGKILL)
        guard try await story.exitStatus() == 128 + SIGKILL else {
            throw HarnessError("It ended before it was killed.")
        }
        // The last that was to be seen.
        try await look()
    }

    private mutating func look() async throws {
        if let screen = try await story.wholeScreen() { try look(at: screen) }
    }

    private mutating func look(at screen: String) throws {
        let page = WizardPage(screen)
        guard page.isSavedHere, let shown = page.digits(of: field) else { return }
        guard typed.hasPrefix(shown) else {
            throw HarnessError("“\(field)” should show the beginning of \(typed), not \(shown).", lastScreen: screen)
        }
        marksSeen += 1
        if shown.count > saved.count { saved = shown }
    }

    /// One field after the other until the wanted one has the cursor.
    private func goToField() async throws {
        guard let target = Self.form.firstIndex(of: field) else { return }
        var page = WizardPage(try await story.screen())
        while let here = Self.form.firstIndex(where: { page.focus?.hasPrefix($0) == true }), here != target {
            let next = here < target ? here + 1 : here - 1
            try await story.press(here < target ? "Tab" : "BTab")
            page = WizardPage(
                try await story.expect("the next field", whole: true) {
                    WizardPage($0).focus?.hasPrefix(Self.form[next]) == true
                })
        }
    }

    private mutating func empty() async throws {
        try await story.press("BSpace", times: 4 * Self.longest)
        let field = field
        try await story.expect("an empty field, saved", whole: true) { screen in
            let page = WizardPage(screen)
            return page.isSavedHere && page.digits(of: field) == ""
        }
        answers[field] = ""
    }

    // MARK: - Coming back

    /// Starts again: the draft has to be offered with everything that the screen had called saved.
    mutating func comeBack() async throws {
        try await start()
        try await story.expect("was kept: 3 opens the requests")
        try await story.press("3")
        try await story.expect("draft ")
        try await story.press("e")
        let screen = try await openForm()
        let page = WizardPage(screen)
        for (title, answer) in answers where title != field {
            guard page.digits(of: title) == answer else {
                throw HarnessError("“\(title)” should still hold \(answer).", lastScreen: screen)
            }
        }
        let restored = page.digits(of: field) ?? ""
        guard restored.hasPrefix(saved), typed.hasPrefix(restored) else {
            throw HarnessError(
                "“\(field)” was shown as saved with \(saved), \(typed) was typed, and now it holds \(restored).",
                lastScreen: screen)
        }
        answers[field] = restored
    }

    /// The page of the first form: an untouched draft opens with its datasets.
    @discardableResult
    private func openForm() async throws -> String {
        let form = Self.form
        let screen = try await story.expect("the wizard with its forms", whole: true) { screen in
            screen.contains("Access is asked for") || form.contains { WizardPage(screen).focus?.hasPrefix($0) == true }
        }
        guard screen.contains("Access is asked for") else { return screen }
        try await story.press("C-n")
        return try await story.expect("the first field", whole: true) {
            WizardPage($0).focus?.hasPrefix(form[0]) == true
        }
    }
}
