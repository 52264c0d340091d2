import FoundationEssentials

/// What became of the wish to make a request on the screen: see `Services.claim`.
public enum RequestFinding: Equatable, Sendable {
    /// Nothing like it is known. Its draft is on the disk and this program's.
    case made
    /// A draft for it was begun before, and is this program's now.
    case begun(Draft)
    /// Another program has such a draft in hand, in words ("host node7, process 4711").
    case held(by: String)
    /// The portal has such a request.
    case standing(ApplicationID, ApplicationState)
    /// One was submitted from here, or was about to be, and the portal does not tell what became of it; with the reason
    /// where it could not be asked.
    case unsettled(Submission, PortalError?)
    /// The disk was not asked, or does not answer: what is there is not known.
    case unknown(PortalError)
}

extension Services {
    /// Takes a request in hand before it is made, as `portal request new` does: of several programs one makes it, what
    /// was submitted from here is remembered, and where nothing is known here the portal's own list is asked.
    ///
    /// - Parameter asksPortal: false where its list was had a moment ago.
    func claim(_ draft: Draft, asksPortal: Bool) async -> RequestFinding {
        do throws(PortalError) {
            // Those that stand no more are forgotten, and it is asked again; the last time they are passed by.
            for round in 0..<3 {
                switch try await journal.claim(draft, round < 2) {
                case .made: return asksPortal ? try await beside(draft) : .made
                case .begun(let own): return .begun(own)
                case .held(let holder): return .held(by: holder)
                case .known(let submissions):
                    for submission in submissions {
                        if let finding = try await finding(about: submission, at: draft.created) { return finding }
                        try await journal.forgetSubmission(submission.draft)
                    }
                }
            }
            return .made
        } catch {
            return .unknown(error)
        }
    }

    /// Nil when it stands no more.
    private func finding(about submission: Submission, at now: Date) async throws(PortalError) -> RequestFinding? {
        let found: Application?
        do throws(PortalError) {
            found = try await access.requestMade(by: submission)
        } catch {
            return .unsettled(submission, error)
        }
        guard let found else {
            return SubmissionMemory.mayArrive(submission, now: now) ? .unsettled(submission, nil) : nil
        }
        guard found.state.keepsRequest else { return nil }
        if submission.phase == .intended { try await journal.keepSubmission(submission.settled(as: found.id)) }
        return .standing(found.id, found.state)
    }

    /// What the portal alone knows of: it was submitted on another machine, or from another home.
    private func beside(_ draft: Draft) async throws(PortalError) -> RequestFinding {
        // Where it does not answer nothing is made at it either: it is asked once more before that.
        guard let listed = try? await access.applications(),
            let standing = SubmissionMemory.candidates(among: listed, for: draft.identifiers, now: draft.created).first
        else { return .made }
        // That it stands counts more than a draft that the disk does not let go of.
        try? await journal.discardDraft(draft.id)
        return .standing(standing.id, standing.state)
    }
}

extension AccessService {
    /// The application that a submission has become, as the portal has it; nil when it has not.
    public func requestMade(by submission: Submission) async throws(PortalError) -> Application? {
        if let id = submission.application { return try await found(id) }
        for candidate in SubmissionMemory.candidates(for: submission, among: try await self.applications()) {
            guard let application = try await found(candidate.id) else { continue }
            if SubmissionMemory.isResult(of: submission, application) { return application }
        }
        return nil
    }

    private func found(_ id: ApplicationID) async throws(PortalError) -> Application? {
        do throws(PortalError) { return try await self.application(id) } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
    }
}
