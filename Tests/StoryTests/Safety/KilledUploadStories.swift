import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories.Kills {
    /// A file that is on its way from the request wizard: in the end the answer names it once, and the portal has it.
    @Test func aFileOfAnAnswerIsThereOnceHoweverTheProgramIsKilledMeanwhile() async throws {
        let wanted = TortureSlice.count(sample: 10)
        let random = TortureSlice.random
        var (kills, worlds, facts) = (0, UInt64(0), [:] as [String: Int])
        while kills < wanted {
            worlds += 1
            let seed = random.seed &* 7919 &+ worlds
            try await PortalUnderTest.run { portal in
                var uploader = try Uploader(portal, SeededGenerator(seed: seed))
                do {
                    for _ in 0..<8 where kills < wanted { kills += try await uploader.attachDespiteKills() }
                } catch {
                    throw HarnessError("Kill \(kills), PORTAL_TORTURE_SEED=\(random.seed), portal \(worlds): \(error)")
                }
                facts.merge(uploader.facts) { $0 + $1 }
                await uploader.story.end()
            }
        }
        try TortureSlice.report(kills, facts)
    }
}

/// Somebody who attaches a file in a request, and whose program is killed while it is sent.
private struct Uploader {
    let story: PortalStory
    let portal: PortalUnderTest
    private var random: SeededGenerator
    private(set) var facts = ["files attached": 0, "copies of them that no answer names": 0]
    private static let title = "Data management plan"

    init(_ portal: PortalUnderTest, _ random: SeededGenerator) throws {
        self.portal = portal
        self.random = random
        story = try PortalStory()
        try portal.configure(story.home)
        // Long enough to be on its way for a moment.
        _ = try story.home.write("%PDF-1.4 " + String(repeating: "plan ", count: 900_000), to: "plan.pdf")
    }

    /// - Returns: how often it was killed until the file was there.
    mutating func attachDespiteKills() async throws -> Int {
        let found = try await portal.datasets().first { $0.title.hasPrefix("MIMIC-IV: records") }
        guard let identifier = found?.identifier else { throw HarnessError("There is no such dataset.") }
        let id = try await portal.client.accessService.create([identifier])
        for kills in 1...40 {
            try await open(id)
            try await story.goTo(missing: Self.title)
            try await attach()
            let moment = ContinuousClock.now + random.pause(upTo: 250)
            while try await story.nextScreen(before: moment) != nil {}
            let last = try await story.wholeScreen() ?? ""
            try await story.kill(SIGKILL)
            guard try await story.exitStatus() == 128 + SIGKILL else { throw HarnessError("It ended by itself.") }
            try await open(id)
            let isThere = try await isAnswered()
            if last.contains("✓ plan.pdf"), WizardPage(last).isSavedHere, !isThere {
                throw HarnessError("The file was called saved, and is not in the answer.", lastScreen: last)
            }
            await story.end()
            guard isThere else { continue }
            try await check(id)
            return kills
        }
        throw HarnessError("Killed forty times within a quarter of a second, the file never came through.")
    }

    private func open(_ id: ApplicationID) async throws {
        try await story.start(columns: 100, rows: 160, environment: portal.environment)
        try await story.expect("datasets ·")
        try await story.press("3")
        let list = try await story.expect("request \(id.rawValue)", whole: true) {
            $0.contains("\n Requests") && $0.contains(" \(id.rawValue)  ")
        }
        let rows = list.split(separator: "\n").drop { !$0.hasPrefix(" Requests") }.dropFirst(2)
        guard let row = rows.firstIndex(where: { $0.contains(" \(id.rawValue)  ") }) else {
            throw HarnessError("Request \(id.rawValue) should be in the list.", lastScreen: list)
        }
        try await story.press("g")
        try await story.press("Down", times: row - rows.startIndex)
        try await story.press("e")
        try await story.expect("the request's forms") { $0.contains("step ") && $0.contains("Licences") }
    }

    private func attach() async throws {
        try await story.press("Enter")
        try await story.expect("File: ")
        try await story.type("plan.pdf")
        try await story.expect("/plan.pdf")
        try await story.press("Enter")
    }

    /// Whether the review has the file as an answer.
    private func isAnswered() async throws -> Bool {
        try await story.press("F9")
        let review = try await story.expect("the review", whole: true) { RequestReview.isShown($0) }
        return RequestReview(review).answers[Self.title] != nil
    }

    private mutating func check(_ id: ApplicationID) async throws {
        // What was saved here before the kill goes to the portal when the request is opened.
        var field = try await plan(of: id)
        let end = ContinuousClock.now + .seconds(20)
        while field.text.isEmpty, ContinuousClock.now < end {
            try await open(id)
            _ = try await isAnswered()
            try await story.expect("everything at the portal") { $0.contains("saved here · at the portal") }
            await story.end()
            field = try await plan(of: id)
        }
        guard field.named.count == 1, field.attached.contains(field.named[0]) else {
            throw HarnessError("Request \(id.rawValue) has the plan as “\(field.text)”, and files \(field.attached).")
        }
        facts["files attached", default: 0] += 1
        facts["copies of them that no answer names", default: 0] += field.attached.count - 1
    }

    private func plan(of id: ApplicationID) async throws -> (text: String, named: [Int64], attached: [Int64]) {
        let application = try await portal.client.accessService.application(id)
        let text = application.forms.flatMap(\.fields).first { $0.title.text(in: []).hasPrefix(Self.title) }?.value.text
        return (
            text ?? "", (text ?? "").split(separator: ",").compactMap { Int64($0) }, application.attachments.map(\.id)
        )
    }
}
