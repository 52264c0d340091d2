import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

/// Whatever a service answers, in any of its dialects: it is read or told as an error, and what is drawn of it is text.
/// `make torture` takes a hundred thousand answers.
@Suite("Answers that were damaged on their way")
struct HostileAnswers {
    @Test(.timeLimit(.minutes(60)))
    func everyAnswerIsReadOrToldAsAnError() async throws {
        let wanted = TortureSlice.count(sample: 300)
        let seed = TortureSlice.random.seed
        let story = try CommandStory()
        try await prepare(story)
        let portal = story.demo.listening.access.replacing("/daam", with: "")
        let relay = try SideServer("Servers/hostile.py", [portal, "\(seed)"])
        var (answers, lives) = (0, 0)
        var facts: [String: Int] = [:]
        while answers < wanted {
            let dialect = TortureCall.Dialect.allCases[lives % TortureCall.Dialect.allCases.count]
            lives += 1
            let client = try client(dialect, story.demo.listening, portal, relay.announcement)
            var reader = HostileReader(client, SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(lives)))
            await reader.read(keys: 60)
            await client.shutdown()
            #expect(reader.problem == nil, "\(dialect), life \(lives), PORTAL_TORTURE_SEED=\(seed): \(reader.story)")
            facts.merge(reader.facts) { $0 + $1 }
            answers = try #require(Int(relay.ask("answers")), "the relay has ended")
        }
        #expect((facts["read"] ?? 0) > 0 && (facts["told as an error"] ?? 0) > 0, "\(facts)")
        try TortureSlice.report(answers, facts)
    }

    /// Requests that are listed and opened: one that is submitted, and a draft.
    private func prepare(_ story: CommandStory) async throws {
        let dataset = try await story.dataset()
        let new = ["request", "new", "--dataset", dataset, "--answers", try story.answers(), "--accept-licences"]
        for command in [new + ["--submit"], new + ["--another"]] {
            let run = try await story.portal(command)
            guard run.status == 0 else { throw HarnessError("No request was made: \(run.words)") }
        }
    }

    private func client(
        _ dialect: TortureCall.Dialect, _ at: ServedDemo.Listening, _ portal: String, _ relay: String
    ) throws -> PortalClient {
        func damaged(_ address: String) -> String { address.replacing(portal, with: relay) }
        let addresses =
            switch dialect {
            case .gdi: PortalAddresses(discovery: damaged(at.discovery), access: damaged(at.access))
            case .guide:
                PortalAddresses(
                    discovery: damaged(at.guide), discoveryDialect: .guide, access: damaged(at.guide),
                    accessDialect: .guide)
            case .rems:
                PortalAddresses(
                    discovery: damaged(at.rems), discoveryDialect: .rems, access: damaged(at.rems), accessDialect: .rems
                )
            }
        return try PortalClient(
            addresses, options: ConnectionOptions(callTimeout: .seconds(20), retry: .never),
            secrets: ServiceSecrets(remsKey: Secret(at.remsKey), remsUser: "ada"),
            credentials: .readyToken(Secret(at.token)), breaker: BreakerSettings(failures: .max))
    }
}
