import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories.Kills {
    /// The portal itself is asked what it has: however often the command was killed, the file is there once.
    @Test func aFileIsAttachedOnceHoweverTheCommandIsKilledMeanwhile() async throws {
        let kills = TortureSlice.count(sample: 20)
        var random = TortureSlice.random
        var (done, cutOff) = (0, 0)
        while done < kills {
            try await KilledCommander.run { person in
                let id = try await person.draft()
                for _ in 0..<min(20, kills - done) {
                    done += 1
                    // A file that is sent at once, and one that is on its way for a while.
                    let size = Bool.random(using: &random) ? 100 : 3_000_000
                    let paper = try person.paper("paper-\(done).txt", bytes: size)
                    let command = ["request", "attach", id, paper]
                    cutOff += try await person.isCutOff(command, by: SIGKILL, within: 160, &random) ? 1 : 0
                    try await person.letArrive("paper-\(done).txt", at: id)
                    let again = try await person.story.portal(command)
                    let there = try await person.attachments(of: id).count { $0 == "paper-\(done).txt" }
                    guard again.status == 0, there == 1 else {
                        throw HarnessError(
                            "Kill \(done), PORTAL_TORTURE_SEED=\(random.seed): \(there) of it; \(again.words)")
                    }
                }
            }
        }
        #expect(cutOff > 0, "every command ended before it was killed")
        try TortureSlice.report(kills, ["killed before the command had ended": cutOff])
    }

    /// Every call renews, and a refresh token is good for one use: what a signal interrupts keeps the login, and where a
    /// kill has broken it, that is said.
    @Test(.needsGlewlwyd)
    func aRenewalThatIsKilledIsToldAndOneThatIsInterruptedKeepsTheLogin() async throws {
        let kills = TortureSlice.count(sample: 12)
        var random = TortureSlice.random
        let portal = try GuardedPortal("--access-seconds", "30")
        let story = try PortalStory()
        let environment = story.home.environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { $1 }
        let command = ["requests", "--json"] + portal.places
        try await story.signsIn(at: portal)
        var facts = ["killed before the command had ended": 0, "logins that a kill has broken, and told so": 0]
        for kill in 1...kills {
            let signal = [SIGKILL, SIGKILL, SIGTERM, SIGINT, SIGHUP][kill % 5]
            let program = try KillableProgram(
                [ProgramUnderTest.portal()] + command, environment: environment, words: story.home.path + "/words")
            let first = try await program.end(after: random.pause(upTo: 140), by: signal)
            if first.status == 128 + signal { facts["killed before the command had ended", default: 0] += 1 }
            let again = try await CommandRun.run(ProgramUnderTest.portal(), command, environment: environment)
            if again.status == 0 { continue }
            let isTold = again.words.contains("was cut off") || first.words.contains("was cut off")
            guard again.status == 4, signal == SIGKILL, isTold else {
                throw HarnessError(
                    "Kill \(kill) by \(signal), PORTAL_TORTURE_SEED=\(random.seed): \(again.status), \(again.words)")
            }
            facts["logins that a kill has broken, and told so", default: 0] += 1
            try await story.signsIn(at: portal)
        }
        await story.end()
        try TortureSlice.report(kills, facts)
    }
}

extension PortalStory {
    /// By a code, on the screen, which is closed again.
    fileprivate func signsIn(at portal: GuardedPortal) async throws {
        try await start(at: portal)
        try await expect("datasets ·")
        try await press("I")
        try await confirms(at: portal)
        try await press("q")
        guard try await exitStatus() == 0 else { throw HarnessError("It should end by q.") }
    }
}

/// Somebody at a shell whose commands are killed.
private struct KilledCommander {
    let story: CommandStory
    let client: PortalClient

    static func run(_ body: (KilledCommander) async throws -> Void) async throws {
        let person = try KilledCommander()
        do {
            try await body(person)
        } catch {
            await person.client.shutdown()
            throw error
        }
        await person.client.shutdown()
    }

    private init() throws {
        story = try CommandStory()
        client = try PortalClient(
            PortalAddresses(discovery: story.demo.listening.discovery, access: story.demo.listening.access),
            credentials: .readyToken(Secret(story.demo.listening.token)))
    }

    func draft() async throws -> String {
        let made = try await story.portal(
            "request", "new", "--dataset", try await story.dataset(), "--answers", try story.answers())
        guard let id = made.lines.last else { throw HarnessError("No draft was made: \(made.words)") }
        return id
    }

    func paper(_ name: String, bytes: Int) throws -> String {
        try story.home.write(String(repeating: "\(name) approved. ", count: bytes / 20 + 1), to: name)
    }

    /// Starts the command, and kills it at a moment that the seed says.
    func isCutOff(
        _ command: [String], by signal: Int32, within milliseconds: Int, _ random: inout SeededGenerator
    ) async throws -> Bool {
        let places = ["--discovery", story.demo.listening.discovery, "--access", story.demo.listening.access]
        let own = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "PORTAL_TOKEN": story.demo.listening.token]
        let program = try KillableProgram(
            [ProgramUnderTest.portal()] + command + places, environment: story.home.environment.merging(own) { $1 },
            words: story.home.path + "/words")
        return try await program.end(after: random.pause(upTo: milliseconds), by: signal).status == 128 + signal
    }

    /// What the killed command had sent is carried out by the portal still, and nobody who runs it again within that
    /// moment can know: as long as the longest call here takes, unless it is there before.
    func letArrive(_ name: String, at id: String) async throws {
        let end = ContinuousClock.now + .milliseconds(400)
        while ContinuousClock.now < end, try await !attachments(of: id).contains(name) {}
    }

    /// Names of the files that the portal has for a request.
    func attachments(of id: String) async throws -> [String] {
        guard let number = Int64(id) else { throw HarnessError("\(id) is no number") }
        return try await client.accessService.application(ApplicationID(number)).attachments.map(\.filename)
    }
}
