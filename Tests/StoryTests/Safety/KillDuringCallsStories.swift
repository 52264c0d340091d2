import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories.Kills {
    /// The portal itself is asked what it has: nothing is made or sent twice, and nothing is lost.
    @Test func aRequestIsMadeOnceHoweverTheProgramIsKilledMeanwhile() async throws {
        try await Applicant.runRounds(sample: 12) { applicant, round in
            try await applicant.createUntilKilled(before: round - 1)
            let count = try await applicant.portal.client.accessService.applications().count
            guard count == round else { throw HarnessError("There are \(count) requests.") }
        }
    }

    @Test func aRequestIsSubmittedOnceHoweverTheProgramIsKilledMeanwhile() async throws {
        try await Applicant.runRounds(sample: 8) { applicant, round in
            let id = try await applicant.portal.completeDraft(for: try await applicant.requestable())
            try await applicant.submitUntilKilled(id)
            let times = try await applicant.portal.submissions(of: id)
            guard times == 1 else { throw HarnessError("Request \(id.rawValue) was submitted \(times) times.") }
            let count = try await applicant.portal.client.accessService.applications().count
            guard count == round else { throw HarnessError("There are \(count) requests.") }
        }
    }
}

/// Somebody whose program is killed while it talks to the portal.
private struct Applicant {
    let story: PortalStory
    let portal: PortalUnderTest
    private var random: SeededGenerator

    private init(_ portal: PortalUnderTest, _ random: SeededGenerator) throws {
        self.portal = portal
        self.random = random
        story = try PortalStory()
        try portal.configure(story.home)
    }

    /// As many requests as a portal's list shows on one screen.
    private static let mostRequests = 12

    /// A kill each round; the rounds at each portal are numbered from 1.
    static func runRounds(
        sample: Int, _ body: @escaping @Sendable (inout Applicant, Int) async throws -> Void
    ) async throws {
        let kills = TortureSlice.count(sample: sample)
        let random = TortureSlice.random
        for start in stride(from: 0, to: kills, by: mostRequests) {
            try await PortalUnderTest.run { portal in
                var applicant = try Applicant(portal, SeededGenerator(seed: random.seed &+ UInt64(start)))
                for round in 1...min(mostRequests, kills - start) {
                    do {
                        try await body(&applicant, round)
                    } catch {
                        throw HarnessError("Kill \(start + round), PORTAL_TORTURE_SEED=\(random.seed): \(error)")
                    }
                }
                await applicant.story.end()
            }
        }
        try TortureSlice.report(kills)
    }

    func requestable() async throws -> String {
        let found = try await portal.datasets().first { $0.identifier != nil && !$0.isExternallyGoverned }
        return try #require(found?.identifier)
    }

    private func start() async throws {
        try await story.start(columns: 100, rows: 40, environment: portal.environment)
        try await story.expect("datasets ·")
    }

    /// Long enough that a call may be before, under way or done.
    private mutating func killSoon() async throws {
        let moment = ContinuousClock.now + random.pause(upTo: 120)
        while try await story.nextScreen(before: moment) != nil {}
        try await story.kill(SIGKILL)
        _ = try await story.exitStatus()
    }

    // MARK: - Making a request

    /// - Parameter count: the applications that the portal has so far.
    mutating func createUntilKilled(before count: Int) async throws {
        try await start()
        // Killed before the basket was written, the dataset may be in it still.
        let list = try await story.expect("the list", whole: true) { $0.contains("datasets ·") }
        if !list.contains("Basket 1") { try await story.press("b") }
        try await story.expect("Basket 1")
        try await makeRequest()
        try await killSoon()

        try await start()
        try await story.press("3")
        let made = try await portal.client.accessService.applications().map(\.id)
        let screen = try await story.expect("the requests \(made.map(\.rawValue))", whole: true) { screen in
            screen.contains("\n Requests") && made.allSatisfy { Self.hasRow(of: $0, in: ["draft"], screen) }
        }
        if let rows = rowsAbove(screen, where: { $0.contains(/draft +–/) }) {
            // The draft is there without an application: whether the portal has it is found out.
            try await open(rowsBelowTheFirst: rows)
        } else if made.count == count {
            guard screen.contains("Basket 1") else {
                throw HarnessError("The basket is empty, and no request was made. Before:\n\(list)", lastScreen: screen)
            }
            try await makeRequest()
        } else {
            return
        }
        let opened = try await story.expect("an application or none") {
            $0.contains(/Request \d+ · draft/) || $0.contains("does not have the application")
        }
        if opened.contains("does not have the application") { try await story.press("Enter") }
        try await story.expect("an application") { $0.contains(/Request \d+ · draft/) }
    }

    private func makeRequest() async throws {
        try await story.press("2")
        try await story.expect("kept on this machine")
        try await story.press("n")
    }

    // MARK: - Submitting one

    mutating func submitUntilKilled(_ id: ApplicationID) async throws {
        try await start()
        try await submit(id)
        try await killSoon()

        try await start()
        try await story.press("3")
        let screen = try await story.expect("request \(id.rawValue)", whole: true) {
            Self.hasRow(of: id, in: ["draft", "submitted"], $0)
        }
        guard let rows = rowsAbove(screen, where: { Self.hasRow(of: id, in: ["draft"], $0) }) else { return }
        try await open(rowsBelowTheFirst: rows)
        // What was kept is shown first: the portal's answer may have come before the key.
        let opened = try await story.expect("where the request stands") {
            $0.contains("was submitted") || $0.contains("step ") || Self.hasRow(of: id, in: ["submitted"], $0)
        }
        if !opened.contains("step ") { return }
        try await review()
    }

    private func submit(_ id: ApplicationID) async throws {
        try await story.press("3")
        let screen = try await story.expect("request \(id.rawValue)", whole: true) {
            Self.hasRow(of: id, in: ["draft"], $0)
        }
        try await open(rowsBelowTheFirst: rowsAbove(screen, where: { Self.hasRow(of: id, in: ["draft"], $0) }) ?? 0)
        try await story.expect("step ")
        try await review(waits: false)
    }

    private func review(waits: Bool = true) async throws {
        try await story.press("F9")
        try await story.expect("everything there") {
            $0.contains("Everything is there") || $0.contains("sends it again")
        }
        try await story.press("s")
        try await story.expect("Type submit to go on")
        try await story.type("submit")
        try await story.press("Enter")
        if waits { try await story.expect("was submitted") }
    }

    // MARK: - The list of requests

    /// Whether a row of that number and state is among the lines.
    private static func hasRow(of id: ApplicationID, in states: [String], _ lines: some StringProtocol) -> Bool {
        lines.split(separator: "\n").contains { line in
            let words = line.split(separator: " ")
            guard let state = words.firstIndex(where: { states.contains(String($0)) }) else { return false }
            return words.dropFirst(state + 1).first == "\(id.rawValue)"
        }
    }

    private func rowsAbove(_ screen: String, where condition: (Substring) -> Bool) -> Int? {
        screen.split(separator: "\n").drop { !$0.hasPrefix(" Requests") }.dropFirst(2).enumerated()
            .first { condition($0.element) }?.offset
    }

    private func open(rowsBelowTheFirst rows: Int) async throws {
        try await story.press("g")
        if rows > 0 { try await story.press("Down", times: rows) }
        try await story.press("e")
    }
}
