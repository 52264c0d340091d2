import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories.Kills {
    /// `kill -9` at any moment of a whole request: basket, creation, every widget, files, licences, review, the question
    /// before sending, and sending. The measure is what the screen had called saved, and what the portal has in the end.
    @Test(.timeLimit(.minutes(60)))
    func aWholeRequestSurvivesKillsAtEveryStage() async throws {
        let wanted = ProcessInfo.processInfo.environment["PORTAL_REQUEST_KILLS"].flatMap { Int($0) } ?? 50
        let random = SeededGenerator(repeating: "PORTAL_KILL_SEED")
        var tally = RequestKillTally(seed: random.seed)
        var request: UInt64 = 0
        while tally.kills < wanted {
            request += 1
            let seed = random.seed &+ request &* 7919
            try await PortalUnderTest.run { portal in
                var person = try KilledPerson(portal, SeededGenerator(seed: seed))
                do {
                    while try await !person.isDone(), tally.kills < wanted {
                        tally.count(try await person.workUntilKilled())
                        try await person.comeBack()
                    }
                    try await person.finish()
                } catch {
                    throw HarnessError(
                        "Kill \(tally.kills), request \(request), PORTAL_KILL_SEED=\(random.seed): \(error)")
                }
                tally.savedWords += person.answersSeenSaved
                await person.story.end()
            }
        }
        #expect(tally.savedWords > 0, "no answer was ever called saved: nothing was tested")
        try tally.report(requests: request)
    }
}

/// Where the kills fell.
private struct RequestKillTally {
    let seed: UInt64
    /// Answers that were on the screen with the mark that they are saved, and that were there after the kill.
    var savedWords = 0
    private var stages: [String: Int] = [:]

    init(seed: UInt64) { self.seed = seed }

    var kills: Int { stages.values.reduce(0, +) }

    mutating func count(_ stage: String) { stages[stage, default: 0] += 1 }

    /// A line for the table of `make torture`.
    func report(requests: UInt64) throws {
        guard let path = ProcessInfo.processInfo.environment["PORTAL_KILLS_REPORT"] else { return }
        let lines =
            [
                "kills \(kills), requests \(requests), answers called saved and found again \(savedWords), lost 0, "
                    + "doubled 0, seed \(seed)"
            ]
            + stages.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)" }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
}
