import Foundation
import PortalModel
import PortalServices
import PortalStorage
import TerminalHarness

@testable import PortalCommands
@testable import PortalTUI

/// One request, asked for by a person who runs the same command until it is submitted, while one call goes wrong.
struct TortureRound {
    let world: TortureWorld
    let call: TortureCall
    let fault: TortureFault
    let words: String
    var random: SeededGenerator

    /// What became of it, as the portal has it.
    struct Outcome {
        /// How often the person was told that it did not work, and ran the command again.
        var asked = 0
        /// In which words.
        var told: [String] = []
        /// Requests that the portal has taken, and drafts that nobody goes on with.
        var submitted = 0
        var leftOver = 0
        /// What the committee got is not what was typed, or a word of it was not true.
        var problems: [String] = []
        var wasHit = false
    }

    private enum Attempt { case submitted, told(CommandFailure) }

    mutating func run() async throws -> Outcome {
        let before = Set(try await world.requests().map(\.id))
        let answers = world.answers(words)
        let after = call.repeats > 1 ? Int.random(in: 0..<call.repeats, using: &random) : 0
        try await world.misbehave(fault.rule(at: call, after: after))
        var outcome = Outcome()
        var isDone = false
        if fault == .kill {
            isDone = try await startAndKill(answers)
            // The service still carries out what the killed program asked for; nobody is faster than that.
            if call.createsRequest, try await world.faults() > 0 { try await waitForLate(before) }
        }
        for _ in 0..<Self.mostRuns where !isDone {
            guard case .told(let failure) = try await attempt(answers, before) else { break }
            outcome.asked += 1
            outcome.told.append(failure.words)
            try await check(failure, before, &outcome)
            if fault == .late, call.createsRequest { try await waitForLate(before) }
        }
        outcome.wasHit = try await world.faults() > 0
        try await world.behave()
        try await judge(&outcome, before, answers)
        return outcome
    }

    /// A person gives up some time.
    private static let mostRuns = 12

    // MARK: - The program

    /// What `portal request new --submit` does.
    private func attempt(_ answers: [FieldID: FieldValue], _ before: Set<ApplicationID>) async throws -> Attempt {
        let portal = try world.open()
        let result: Attempt
        do {
            result = try await fill(portal, answers, before)
        } catch let failure as CommandFailure {
            result = .told(failure)
        } catch let error as PortalError {
            result = .told(CommandFailure(error))
        }
        portal.portal.disk.close()
        await portal.portal.connection.shutDown()
        return result
    }

    private func fill(
        _ portal: CommandPortal, _ answers: [FieldID: FieldValue], _ before: Set<ApplicationID>
    ) async throws -> Attempt {
        let stored = portal.portal.disk.loadStart()
        let item = try await RequestedDatasets.item(world.datasets[0].id, at: portal)
        let path = try world.file(answers)
        let claim = RequestClaim(portal: portal, output: CommandOutput(), answers: try AnswersFile(path: path))
        let start = try await RequestPlan.begin(
            for: [item], at: portal, stored, another: isAnother(stored, before), claim)
        guard case .plan(let plan) = start else { return .submitted }
        let result: Result<Attempt, any Error>
        do { result = .success(try await fill(plan.desk, plan.draft, answers)) } catch { result = .failure(error) }
        await plan.finish(portal.portal.disk.journal)
        return try result.get()
    }

    /// Every round is another request on purpose, for the same datasets: `--another`, until the disk knows of it. What
    /// was begun or submitted then is gone on with.
    private func isAnother(_ stored: StoredState, _ before: Set<ApplicationID>) -> Bool {
        stored.drafts.isEmpty
            && stored.submissions.allSatisfy { $0.application.map(before.contains) ?? false }
    }

    private func fill(_ desk: RequestDesk, _ draft: Draft, _ answers: [FieldID: FieldValue]) async throws -> Attempt {
        guard try await desk.open(draft) else { return .submitted }
        try await desk.answer(answers, licences: Set(desk.application?.licences.map(\.id) ?? []))
        try await desk.submit()
        guard desk.isSubmitted else {
            let findings = RequestFindings(desk.session, languages: ["en"]).problems.map(\.problem)
            return .told(
                CommandFailure(FailureWords.unknown("Not submitted: \(findings.joined(separator: "; "))")))
        }
        return .submitted
    }

    /// The built program, killed while it waits for the answer to the call.
    ///
    /// - Returns: whether it came to its end first, and said that the request is submitted.
    private mutating func startAndKill(_ answers: [FieldID: FieldValue]) async throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try ProgramUnderTest.portal())
        process.arguments =
            ["request", "new", "--dataset", world.datasets[0].id.rawValue, "--answers", try world.file(answers)]
            + ["--accept-licences", "--submit", "--another"] + world.arguments
        process.environment = world.environment
        for stream in [\Process.standardOutput, \.standardError] { process[keyPath: stream] = FileHandle.nullDevice }
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // Until it waits for the answer, and then for as long as the seed says.
        while process.isRunning, try await world.faults() == 0 {}
        let moment = ContinuousClock.now + random.pause(upTo: 40)
        while process.isRunning, ContinuousClock.now < moment { _ = try await world.faults() }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return process.terminationReason == .exit && process.terminationStatus == 0
    }

    /// Somebody who was told that it may still arrive runs the command again in a while.
    private func waitForLate(_ before: Set<ApplicationID>) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            guard try await world.requests().allSatisfy({ before.contains($0.id) }) else { return }
        }
        throw HarnessError("what the service was to carry out late did not come")
    }

    // MARK: - What came of it

    /// What the person was told has to be true.
    private func check(_ failure: CommandFailure, _ before: Set<ApplicationID>, _ outcome: inout Outcome) async throws {
        guard failure.words.contains("Nothing was submitted") else { return }
        let new = try await world.requests().filter { !before.contains($0.id) && $0.state.showsSubmission }
        if !new.isEmpty { outcome.problems.append("told that nothing was submitted, and it was: \(failure.words)") }
    }

    private func judge(
        _ outcome: inout Outcome, _ before: Set<ApplicationID>, _ answers: [FieldID: FieldValue]
    ) async throws {
        let new = try await world.requests().filter { !before.contains($0.id) }
        outcome.submitted = new.count(where: \.state.showsSubmission)
        outcome.leftOver = new.count - outcome.submitted
        for request in new where request.state.showsSubmission {
            let application = try await world.truth.accessService.application(request.id)
            for field in application.forms.flatMap(\.fields) where field.isVisible && field.type.takesValue {
                guard let typed = answers[field.id], typed != field.value else { continue }
                outcome.problems.append("\(field.id.field) is “\(field.value)”, and “\(typed)” was typed")
            }
            let times = application.events.count { $0.type.hasSuffix("submitted") }
            if times > 1 { outcome.problems.append("submitted \(times) times") }
        }
        let portal = try world.open()
        let drafts = portal.portal.disk.loadStart().drafts
        if !drafts.isEmpty { outcome.problems.append("a draft stays here: \(drafts.map(\.phase))") }
        portal.portal.disk.close()
        await portal.portal.connection.shutDown()
    }
}
