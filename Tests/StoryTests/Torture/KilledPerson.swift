import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

/// Somebody who makes one request for the dataset with the longest form, and whose program is killed again and again.
///
/// What to do next is read off the screen: the review names what is missing, and leads to it.
struct KilledPerson {
    let story: PortalStory
    private let portal: PortalUnderTest
    private var random: SeededGenerator
    /// How often an answer was called saved and found again after a kill.
    private(set) var answersSeenSaved = 0
    /// What was on the screen while everything on it was called saved, by the field's title.
    private var saved: [String: String] = [:]
    /// The text that is being written, with its field.
    private var writing: (title: String, words: String)?

    init(_ portal: PortalUnderTest, _ random: SeededGenerator) throws {
        self.portal = portal
        self.random = random
        story = try PortalStory()
        try portal.configure(story.home)
        _ = try story.home.write("%PDF-1.4", to: "plan.pdf")
    }

    /// Whether the portal has the request, and the program knows of it.
    func isDone() async throws -> Bool {
        try await portal.client.accessService.applications().contains { $0.state == .submitted }
    }

    // MARK: - Until it is killed

    /// - Returns: what was done when the kill came.
    mutating func workUntilKilled() async throws -> String {
        if try await !isRunning() { try await start() }
        writing = nil
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            guard try await step(isWhole: true) != "the end" else { break }
        }
        let stage = try await step(isWhole: false)
        let end = ContinuousClock.now + random.pause(upTo: 300)
        while let screen = try await story.nextScreen(before: end) { try look(at: screen) }
        try await story.kill(SIGKILL)
        guard try await story.exitStatus() == 128 + SIGKILL else {
            throw HarnessError("It ended before it was killed.")
        }
        // The last that was to be seen.
        try await look()
        isUp = false
        return stage
    }

    private var isUp = false

    private func isRunning() async throws -> Bool { isUp }

    private mutating func start() async throws {
        try await story.start(columns: 100, rows: 160, environment: portal.environment)
        try await story.expect("datasets ·")
        isUp = true
    }

    /// Does what is next. What is not whole ends with its first keys.
    private mutating func step(isWhole: Bool) async throws -> String {
        let screen = try await story.screen()
        if !screen.contains("step ") || screen.contains("was submitted") {
            return try await beginOrFind(screen, isWhole: isWhole)
        }
        return try await goOn(isWhole: isWhole)
    }

    /// From the lists into the wizard.
    private mutating func beginOrFind(_ screen: String, isWhole: Bool) async throws -> String {
        if screen.contains("was submitted") { return "the end" }
        if screen.contains("datasets ·") {
            if !screen.contains("Basket 1") {
                try await story.press("/", "C-u")
                try await story.type("MIMIC-IV")
                try await story.expectRow("MIMIC-IV: records")
                try await story.press("Enter")
                try await story.press("b")
                guard isWhole else { return "basket" }
                try await story.expect("Basket 1")
            }
            try await story.press("2")
            try await story.expect("kept on this machine")
        }
        try await story.press("n")
        guard isWhole else { return "creation" }
        try await expectForms()
        return "creation"
    }

    /// The steps of a request that is loaded.
    private static func hasForms(_ screen: String) -> Bool {
        screen.contains("step ") && screen.contains("Licences")
    }

    private func expectForms() async throws {
        let screen = try await story.expect("the request's forms, or the question what became of it") {
            Self.hasForms($0) || $0.contains("does not have the application") || $0.contains("was submitted")
        }
        guard screen.contains("does not have the application") else { return }
        try await story.press("Enter")
        try await story.expect("the request's forms") { Self.hasForms($0) }
    }

    // MARK: - In the wizard

    private mutating func goOn(isWhole: Bool) async throws -> String {
        let screen = try await review()
        if RequestReview.canBeSent(screen) { return try await send(isWhole: isWhole) }
        guard let missing = RequestReview(screen).firstMissing else {
            throw HarnessError("The review should name what is missing.", lastScreen: screen)
        }
        try await story.press("Enter")
        // The review has the title too: what is seen next has to be another page.
        try await story.expect("the page of “\(missing)”") { !RequestReview.isShown($0) }
        if missing.hasPrefix("Not accepted") {
            try await story.press("A")
            if isWhole { try await review() }
            return "licences"
        }
        try await story.expectField(missing)
        let stage = try await fill(missing)
        // On its way, it is missing still: whoever goes on at once is led here again, and attaches it twice.
        if isWhole, stage == "file" { try await story.expect("the file at the portal") { $0.contains("✓ plan.pdf") } }
        if isWhole { _ = try await review() }
        return stage
    }

    /// Every answer, and what is missing.
    @discardableResult
    private mutating func review() async throws -> String {
        try await story.press("F9")
        let screen = try await story.expect("the review", whole: true) { RequestReview.isShown($0) }
        try look(at: screen)
        return screen
    }

    private mutating func fill(_ title: String) async throws -> String {
        guard let answer = Self.answers.first(where: { title.hasPrefix($0.title) }) else {
            throw HarnessError("Nothing is known to answer “\(title)” with.")
        }
        switch answer.entry {
        case .written(let words):
            writing = (title, words)
            // In pieces, so that the kill falls between two of them.
            var rest = words[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...12, using: &random))
                rest = rest.dropFirst(piece.count)
                try await story.type(String(piece), of: words)
                if Int.random(in: 0..<4, using: &random) == 0 { try await look() }
            }
        case .pasted(let words): try await story.paste(words)
        case .chosen(let downs): try await story.press(inOneGo: Array(repeating: "Down", count: downs) + ["Space"])
        case .file(let name):
            try await story.press("Enter")
            try await story.expect("File: ")
            try await story.type(name)
            try await story.expect("/\(name)")
            try await story.press("Enter")
        }
        return answer.stage
    }

    private static let notYet = "The portal has not answered yet"

    private mutating func send(isWhole: Bool) async throws -> String {
        while true {
            try await story.press("s")
            let screen = try await story.expect("the question, or why not yet") {
                $0.contains("Type submit to go on") || $0.contains(Self.notYet)
            }
            if !screen.contains(Self.notYet) { break }
            // What was kept is shown before the portal has answered.
            try await story.expectGone(Self.notYet)
        }
        guard isWhole || Bool.random(using: &random) else { return "question" }
        try await story.type("submit")
        try await story.press("Enter")
        if isWhole { try await story.expect("was submitted") }
        return "sending"
    }

    // MARK: - Looking

    /// Nothing, or what stands in a field that nothing was written into yet.
    private static func isNoAnswer(_ shown: String) -> Bool { shown.isEmpty || shown.hasPrefix("For example: ") }

    /// What the shell writes where the cursor is when the program was killed.
    private static let shellsWord = "Killed"

    /// Remembers what is called saved.
    private mutating func look() async throws {
        if let screen = try await story.wholeScreen() { try look(at: screen) }
    }

    private mutating func look(at screen: String) throws {
        let page = WizardPage(screen)
        // What lies over the screen hides parts of answers.
        guard page.isSavedHere, !screen.contains("│") else { return }
        if RequestReview.isShown(screen) {
            // All of it stands there, without what is only being written. The shell's word may stand in the way.
            if !screen.contains(Self.shellsWord) { saved = RequestReview(screen).answers }
        } else if let writing, var shown = page.text(of: writing.title), !Self.isNoAnswer(shown) {
            if shown.hasSuffix(Self.shellsWord) { shown.removeLast(Self.shellsWord.count) }
            guard writing.words.hasPrefix(shown) else {
                throw HarnessError("“\(writing.title)” should show the beginning of \(writing.words), not \(shown).")
            }
            if shown.count > (saved[writing.title] ?? "").count { saved[writing.title] = shown }
        }
    }

    // MARK: - Coming back

    /// Starts again: everything that was called saved is there, and nothing that was not typed.
    mutating func comeBack() async throws {
        try await start()
        let requests = try await portal.client.accessService.applications()
        guard requests.count < 2 else { throw HarnessError("There are \(requests.count) requests.") }
        if requests.first?.state == .submitted { return }
        try await story.press("3")
        let screen = try await story.expect("the requests that the portal has", whole: true) { screen in
            screen.contains("\n Requests") && requests.allSatisfy { screen.contains(" \($0.id.rawValue) ") }
        }
        guard screen.contains("draft ") else {
            // Nothing was made: the basket may have been written or not.
            guard saved.isEmpty else { throw HarnessError("The draft is gone.", lastScreen: screen) }
            try await story.press("1")
            try await story.expect("datasets ·")
            return
        }
        // A draft whose creation is not certain comes before what the portal shows of it.
        let rows = screen.split(separator: "\n").drop { !$0.hasPrefix(" Requests") }.dropFirst(2)
        let place =
            rows.firstIndex { $0.contains(/draft +–/) } ?? rows.firstIndex { $0.contains("draft ") } ?? rows.startIndex
        try await story.press("g")
        try await story.press("Down", times: place - rows.startIndex)
        try await story.press("e")
        try await expectForms()
        try compare(RequestReview(try await review()).answers)
    }

    private static let fileNames = answers.compactMap { answer in
        if case .file(let name) = answer.entry { name } else { nil }
    }

    private mutating func compare(_ now: [String: String]) throws {
        for (title, answer) in saved {
            let restored = now[title] ?? ""
            let isWritten = title == writing?.title
            // A file goes by its number until the portal has told its name.
            if answer.wholeMatch(of: /file \d+/) != nil, Self.fileNames.contains(restored) { continue }
            guard isWritten ? restored.hasPrefix(answer) : restored == answer else {
                throw HarnessError("“\(title)” was called saved with “\(answer)”, and now it holds “\(restored)”.")
            }
            answersSeenSaved += 1
        }
        if let writing, let restored = now[writing.title], !writing.words.hasPrefix(restored) {
            throw HarnessError("“\(writing.title)” holds “\(restored)”, which nobody typed.")
        }
        saved = now
        writing = nil
    }

    // MARK: - The end

    /// Sends the request if it is not sent yet, and asks the portal itself what it has.
    mutating func finish() async throws {
        if !isUp { try await start() }
        for _ in 0..<60 where try await !isDone() { _ = try await step(isWhole: true) }
        let access = portal.client.accessService
        let requests = try await access.applications()
        guard requests.count == 1, let id = requests.first?.id else {
            throw HarnessError("There are \(requests.count) requests.")
        }
        let times = try await portal.submissions(of: id)
        guard times == 1 else { throw HarnessError("It was submitted \(times) times.") }
        let application = try await access.application(id)
        for field in application.forms.flatMap(\.fields) where !field.isOptional && field.isVisible {
            let text = field.value.text
            switch field.type {
            case .attachment where text.contains(",") || text.isEmpty:
                throw HarnessError("The plan is attached as “\(text)”.")
            case .table:
                guard case .table(let rows) = field.value, rows.count == 1 else {
                    throw HarnessError("The table is not as it was pasted: \(field.value)")
                }
            default: break
            }
        }
    }
}
