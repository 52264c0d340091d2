import Foundation
import PortalModel
import PortalStorage

/// Takes a request in hand before a command makes it, so that it is made once.
///
/// Of several commands that want the same request one makes it, and the others wait for what comes of it. What was
/// submitted from here is remembered, and the portal tells what became of it; where nothing is known here, because it was
/// another machine or another home, the portal's own list is asked.
struct RequestClaim {
    package let portal: CommandPortal
    let output: CommandOutput
    /// The answers that the command gives; nil where a person gives them later.
    let answers: AnswersFile?

    enum Outcome {
        /// - Parameters:
        ///   - goesOn: it was begun before, here or on the screen.
        ///   - applications: what the portal has.
        case take(Draft, goesOn: Bool, applications: [ApplicationSummary])
        /// It was submitted before, and stands.
        case submitted(Application)
    }

    private var journal: Journal { portal.portal.disk.journal }

    /// - Parameter patience: for how long another program's work on it is waited for.
    package func take(_ draft: Draft, patience: Duration = Self.patience) async throws -> Outcome {
        while true {
            switch try await free(draft, heedsSubmissions: true, patience) {
            case .made: return try await compare(draft, goesOn: false)
            case .begun(let own):
                guard own.isUnsent else {
                    return .take(own, goesOn: true, applications: try await portal.access.applications())
                }
                return try await compare(own, goesOn: true)
            case .known(let submissions):
                if let application = try await standing(among: submissions) { return .submitted(application) }
            case .held(let holder): throw Self.held(holder)
            }
        }
    }

    /// Takes a request in hand that the portal has: its own state says whether it is submitted.
    package func take(existing draft: Draft, patience: Duration = Self.patience) async throws -> Outcome {
        let claim = try await free(draft, heedsSubmissions: false, patience)
        switch claim {
        case .made, .known: break
        case .begun(let own):
            return .take(own, goesOn: true, applications: try await portal.access.applications())
        case .held(let holder): throw Self.held(holder)
        }
        return try await discardingOnFailure(draft) {
            .take(draft, goesOn: false, applications: try await portal.access.applications())
        }
    }

    /// Long enough for a request to be made and sent.
    static let patience = Duration.seconds(45)
    private static let pause = Duration.milliseconds(200)

    /// Asks until no other program has it in hand.
    private func free(_ draft: Draft, heedsSubmissions: Bool, _ patience: Duration) async throws -> Claim {
        let end = ContinuousClock.now + patience
        var isTold = false
        while true {
            let claim = try await claim(draft, heedsSubmissions)
            guard case .held(let holder) = claim, ContinuousClock.now < end else { return claim }
            if !isTold {
                output.say(RequestMakingWords.waitsForOther(holder: holder))
                isTold = true
            }
            try await Task.sleep(for: Self.pause)
        }
    }

    private func claim(_ draft: Draft, _ heedsSubmissions: Bool) async throws -> Claim {
        do throws(PortalError) {
            return try await journal.claim(draft, heedsSubmissions)
        } catch {
            // Without a note of it a second run could not tell that there was a first one.
            throw CommandFailure(RequestMakingWords.notNoted(error), ExitStatus(error.kind))
        }
    }

    // MARK: - What was submitted from here

    /// The one of the submissions that stands with these answers; those that stand no more are forgotten.
    private func standing(among submissions: [Submission]) async throws -> Application? {
        var other: Application?
        for submission in submissions {
            let application = try await application(of: submission)
            let given = given(for: application)
            let standing = SubmissionMemory.standing(
                of: submission, application, given: given.answers, hasUnknown: given.hasUnknown, now: Date())
            switch standing {
            case .same:
                if submission.phase == .intended, let application {
                    try await journal.keepSubmission(submission.settled(as: application.id))
                }
                return application
            case .otherAnswers: other = other ?? application
            case .mayArrive: throw RequestDesk.notThere
            case .gone: try await journal.forgetSubmission(submission.draft)
            }
        }
        if let other { throw Self.otherAnswers(other) }
        return nil
    }

    /// The answers that the command gives to this request, and whether it gives others that the request does not ask for.
    private func given(for application: Application?) -> (answers: [FieldID: FieldValue], hasUnknown: Bool) {
        guard let application, let read = answers?.read(for: application) else { return ([:], false) }
        return (read.answers, !read.unknown.isEmpty)
    }

    /// As the portal has it; nil when it has not.
    private func application(of submission: Submission) async throws -> Application? {
        do throws(PortalError) {
            return try await portal.access.requestMade(by: submission)
        } catch {
            throw CommandFailure(RequestMakingWords.fateUnknown(submission, error), ExitStatus(error.kind))
        }
    }

    // MARK: - What the portal knows alone

    /// Looks for the request among those that the portal has, before it is made.
    private func compare(_ draft: Draft, goesOn: Bool) async throws -> Outcome {
        try await discardingOnFailure(goesOn ? nil : draft) {
            let applications = try await portal.access.applications()
            let candidates = SubmissionMemory.candidates(
                among: applications, for: draft.identifiers, begun: goesOn ? draft.created : nil, now: Date())
            // What was submitted from here before the draft was begun is another request, made on purpose.
            let earlier = goesOn ? submitted(before: draft.created) : []
            var other: Application?
            for candidate in candidates.filter({ !earlier.contains($0.id) }).prefix(Self.mostCandidates) {
                let application = try await portal.access.application(candidate.id)
                let given = given(for: application)
                let verdict = SubmissionMemory.verdict(
                    on: application, insteadOf: draft, given: given.answers, hasUnknown: given.hasUnknown)
                switch verdict {
                case .same:
                    let found = SubmissionMemory.found(application, insteadOf: draft, now: Date())
                    try await journal.keepSubmission(found.settled(as: application.id))
                    return .submitted(application)
                case .otherAnswers: other = other ?? application
                case .gone: break
                }
            }
            if let other { throw Self.otherAnswers(other) }
            return .take(draft, goesOn: goesOn, applications: applications)
        }
    }

    private static let mostCandidates = 5

    private func submitted(before date: Date) -> Set<ApplicationID> {
        let remembered = portal.portal.disk.loadStart().submissions
        return Set(remembered.filter { $0.phase == .submitted && $0.time < date }.compactMap(\.application))
    }

    /// A claim that came to nothing leaves no draft behind.
    private func discardingOnFailure(_ draft: Draft?, _ body: () async throws -> Outcome) async throws -> Outcome {
        do {
            return try await body()
        } catch {
            if let draft { try? await journal.discardDraft(draft.id) }
            throw error
        }
    }

    // MARK: - Words

    private static func held(_ holder: String) -> CommandFailure {
        CommandFailure(RequestMakingWords.openElsewhere(holder: holder))
    }

    private static func otherAnswers(_ application: Application) -> CommandFailure {
        CommandFailure(RequestMakingWords.otherAnswers(id: application.id.rawValue, application.state))
    }

    /// That nothing had to be done.
    func tell(of application: Application, offersAnother: Bool = true) {
        output.say(
            RequestMakingWords.submittedAlready(
                id: application.id.rawValue, application.state, offersAnother: offersAnother))
    }
}
