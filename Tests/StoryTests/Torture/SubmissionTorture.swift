import Foundation
import PortalServices
import Testing

/// Every call that a request consists of goes wrong in every way, and the portal itself is asked afterwards: it has the
/// request exactly once, with the answers that were typed.
///
/// The same real parts as in the built program: its client over HTTP, its journal on disk, its wizard without a screen,
/// and for the rounds with a kill the program itself. Every round asks for the same dataset, and every second one with
/// the same answers: a deliberate second request must neither be taken for the first nor be kept from being made.
@Suite("Every call of a submission lost, late and cut off", .timeLimit(.minutes(60)))
struct SubmissionTorture {
    /// Of each call; `make torture` makes more.
    private static let rounds = TortureSlice.count(sample: 20)

    @Test(arguments: TortureCall.Dialect.allCases)
    func aRequestIsThereExactlyOnce(dialect: TortureCall.Dialect) async throws {
        let calls = TortureCall.all(of: dialect)
        // Much of a round is waiting.
        try await withThrowingTaskGroup { group in
            for lane in 0..<3 {
                let own = calls.indices.filter { $0 % 3 == lane }.map { calls[$0] }
                group.addTask { for call in own { try await torture(call) } }
            }
            try await group.waitForAll()
        }
    }

    /// Rounds that once ended with two submitted requests: killed between what was said and what was noted.
    @Test(
        arguments: [
            (TortureCall.Dialect.gdi, UInt64(697_340), 16), (.guide, 326_512, 3),
        ])
    func whatWasDoubledOnceIsNot(dialect: TortureCall.Dialect, seed: UInt64, round: Int) async throws {
        let call = try #require(TortureCall.all(of: dialect).first { $0.name == "get" })
        try await TortureWorld.run(dialect) { world in
            var tally = TortureTally(call: call, seed: seed)
            // The moment of a kill is the seed's, and what the program does then is the machine's: several times.
            for _ in 0..<5 { try await run(round, of: call, seed, in: world, &tally) }
        }
    }

    private func torture(_ call: TortureCall) async throws {
        let random = TortureSlice.random
        var tally = TortureTally(call: call, seed: random.seed)
        try await TortureWorld.run(call.dialect) { world in
            for number in 0..<Self.rounds { try await run(number, of: call, random.seed, in: world, &tally) }
        }
        try await TortureWorld.run(call.dialect, isLocked: true) { world in
            for number in 0..<Self.rounds where Self.isLocked(number) {
                try await run(number, of: call, random.seed, in: world, &tally)
            }
        }
        try tally.report()
    }

    /// Rounds that are run again with everything sealed: those in which what is on the disk decides, which are a lost answer,
    /// two kills and a time that has run out. Two by two, since every second one has the answers of the one before.
    private static func isLocked(_ number: Int) -> Bool {
        [2, 3, 16, 17].contains(number % TortureFault.rounds.count)
    }

    private func run(
        _ number: Int, of call: TortureCall, _ seed: UInt64, in world: TortureWorld, _ tally: inout TortureTally
    ) async throws {
        let fault = TortureFault.rounds[number % TortureFault.rounds.count]
        var round = TortureRound(
            world: world, call: call, fault: fault, words: "Round \(number / 2)",
            random: SeededGenerator(seed: seed &+ UInt64(number)))
        tally.count(try await round.run(), number, fault)
    }
}

/// What became of all rounds of a call.
struct TortureTally {
    let call: TortureCall
    let seed: UInt64
    private var rounds = 0
    private var found = 0
    private var asked = 0
    private var doubled = 0
    private var lost = 0
    private var untouched = 0

    init(call: TortureCall, seed: UInt64) {
        self.call = call
        self.seed = seed
    }

    mutating func count(_ outcome: TortureRound.Outcome, _ number: Int, _ fault: TortureFault) {
        rounds += 1
        if outcome.asked > 0 { asked += 1 } else { found += 1 }
        if outcome.submitted > 1 || outcome.leftOver > 0 { doubled += 1 }
        if outcome.submitted == 0 { lost += 1 }
        if !outcome.wasHit { untouched += 1 }
        let told = outcome.told.joined(separator: "\n")
        let story: Comment = "\(call), round \(number) (\(fault.rawValue)), PORTAL_TORTURE_SEED=\(seed)\n\(told)"
        #expect(outcome.submitted == 1, story)
        #expect(outcome.leftOver == 0, story)
        #expect(outcome.problems.isEmpty, story)
    }

    /// Found: the program came to the end by itself. Asked: somebody was told and ran the command again. Untouched: the
    /// call was not made, so that nothing could go wrong.
    func report() throws {
        try TortureSlice.report(
            rounds, ["found": found, "asked": asked, "doubled": doubled, "lost": lost, "untouched": untouched])
    }
}
