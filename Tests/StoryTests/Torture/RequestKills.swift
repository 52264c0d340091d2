import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories.Kills {
    /// `kill -9` at any moment of a whole request: basket, creation, every widget, files, licences, review, the question
    /// before sending, and sending. The measure is what the screen had called saved, and what the portal has in the end.
    ///
    /// Every third request is made with a lock: then besides nothing that was typed can be read in any file.
    @Test(.timeLimit(.minutes(60)))
    func aWholeRequestSurvivesKillsAtEveryStage() async throws {
        let wanted = TortureSlice.count(sample: 50)
        let random = TortureSlice.random
        var tally = RequestKillTally()
        var request: UInt64 = 0
        while tally.kills < wanted {
            request += 1
            let seed = random.seed &+ request &* 7919
            try await PortalUnderTest.run { portal in
                var person = try KilledPerson(portal, SeededGenerator(seed: seed))
                let isLocked = request % 3 == 2
                do {
                    if isLocked { try await person.story.home.makeLock() }
                    while try await !person.isDone(), tally.kills < wanted {
                        tally.count(try await person.workUntilKilled())
                        if isLocked { try person.checkIsSealed(&tally.looksAtSealed) }
                        try await person.comeBack()
                        if isLocked { try person.checkIsSealed(&tally.looksAtSealed) }
                    }
                    try await person.finish()
                } catch {
                    throw HarnessError(
                        "Kill \(tally.kills), request \(request), PORTAL_TORTURE_SEED=\(random.seed): \(error)")
                }
                tally.savedWords += person.answersSeenSaved
                await person.story.end()
            }
        }
        #expect(tally.savedWords > 0, "no answer was ever called saved: nothing was tested")
        #expect(tally.looksAtSealed > 0 || request < 2, "nothing was ever sealed")
        try tally.report(requests: Int(request))
    }
}

/// Where the kills fell.
private struct RequestKillTally {
    /// Answers that were on the screen with the mark that they are saved, and that were there after the kill.
    var savedWords = 0
    /// How often nothing that was typed could be read in any file.
    var looksAtSealed = 0
    private var stages: [String: Int] = [:]

    var kills: Int { stages.values.reduce(0, +) }

    mutating func count(_ stage: String) { stages[stage, default: 0] += 1 }

    func report(requests: Int) throws {
        var facts = stages
        facts["requests"] = requests
        facts["looks at sealed files"] = looksAtSealed
        facts["answers called saved and found again"] = savedWords
        try TortureSlice.report(kills, facts)
    }
}
