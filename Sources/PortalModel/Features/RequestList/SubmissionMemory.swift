import FoundationEssentials

/// Decides, before a request is made, whether it has been submitted already. Asks nothing and keeps nothing itself.
public enum SubmissionMemory {
    /// For how long, in seconds, a request that only the portal knows of counts as submitted lately.
    public static let lately: TimeInterval = 7 * 24 * 3600
    /// By how many seconds the clocks of two machines may differ.
    static let clockDifference: TimeInterval = 15 * 60

    /// What a request at the portal is to a command that asks for the same datasets.
    public enum Verdict: Hashable, Sendable {
        /// It is what the command asks for.
        case same
        /// It stands, with other answers.
        case otherAnswers
        /// It is none: never submitted, or turned down, ended or deleted since.
        case gone
    }

    /// - Parameters:
    ///   - application: as the portal has it now; nil when it has not.
    ///   - given: the answers that the command gives; those it does not give are as they are.
    ///   - hasUnknown: the command gives answers that the request has no fields for.
    public static func verdict(
        on application: Application?, remembered: Submission?, given: [FieldID: FieldValue], hasUnknown: Bool = false
    ) -> Verdict {
        guard let application, application.state.keepsRequest else { return .gone }
        if hasUnknown { return .otherAnswers }
        if let remembered, application.digest(with: given, key: remembered.draft) == remembered.digest { return .same }
        return application.hasAnswers(given) ? .same : .otherAnswers
    }

    /// What a request that only the portal knows of is to a draft that would make another like it.
    public static func verdict(
        on candidate: Application, insteadOf draft: Draft, given: [FieldID: FieldValue], hasUnknown: Bool = false
    ) -> Verdict {
        let verdict = verdict(on: candidate, remembered: nil, given: given, hasUnknown: hasUnknown)
        return verdict == .same && !candidate.hasAnswers(draft.answers) ? .otherAnswers : verdict
    }

    /// What is to be made of a submission that is remembered here, by what the portal has of it.
    public enum Standing: Hashable, Sendable {
        /// It is what the command asks for.
        case same
        /// It stands, with other answers.
        case otherAnswers
        /// The portal does not have it, and the call may still be carried out: nothing is made beside it.
        case mayArrive
        /// It stands no more, and is forgotten.
        case gone
    }

    /// - Parameter application: as the portal has it now; nil when it has not.
    public static func standing(
        of remembered: Submission, _ application: Application?, given: [FieldID: FieldValue], hasUnknown: Bool = false,
        now: Date
    ) -> Standing {
        if application == nil, remembered.application == nil, mayArrive(remembered, now: now) { return .mayArrive }
        switch verdict(on: application, remembered: remembered, given: given, hasUnknown: hasUnknown) {
        case .same: return .same
        case .otherAnswers: return .otherAnswers
        case .gone: return .gone
        }
    }

    /// Requests at the portal that could be the one a command asks for, though nothing is known of them here: submitted
    /// from another machine or another home. Newest first.
    ///
    /// - Parameter begun: when a draft for it was begun here: what was submitted before that is not it.
    public static func candidates(
        among applications: [ApplicationSummary], for datasets: some Collection<String>, begun: Date? = nil, now: Date
    ) -> [ApplicationSummary] {
        let wanted = Set(datasets)
        let earliest = max(
            now.addingTimeInterval(-lately - clockDifference),
            begun.map { $0.addingTimeInterval(-clockDifference) } ?? .distantPast)
        return
            applications
            .filter { $0.state.keepsRequest && Set($0.datasets.map(\.identifier)) == wanted }
            // Where the service tells no time it may have been just now.
            .filter { ($0.stateChanged ?? $0.created).map { $0 >= earliest } ?? true }
            .sorted { ($0.stateChanged ?? $0.created ?? now) > ($1.stateChanged ?? $1.created ?? now) }
    }

    /// Requests at the portal that an intention can have become of which only the datasets and the time are known: it
    /// creates and submits in one, and the draft that knew more is gone.
    public static func candidates(
        for intention: Submission, among applications: [ApplicationSummary]
    ) -> [ApplicationSummary] {
        applications.filter {
            $0.state.keepsRequest && Set($0.datasets.map(\.identifier)) == Set(intention.datasets)
                && ($0.created.map { $0 >= intention.time.addingTimeInterval(-clockDifference) } ?? true)
        }
    }

    /// Whether it is what the intention became, by the answers that were sent.
    public static func isResult(of intention: Submission, _ application: Application) -> Bool {
        application.digest(with: [:], key: intention.draft) == intention.digest
    }

    /// Whether a call that nobody has found yet may still be carried out.
    public static func mayArrive(_ intention: Submission, now: Date) -> Bool {
        intention.phase == .intended && abs(now.timeIntervalSince(intention.time)) < clockDifference
    }

    /// What is remembered of a request that only the portal knew of: in the place of the draft that would have made it.
    public static func found(_ application: Application, insteadOf draft: Draft, now: Date) -> Submission {
        let submitted = application.events.filter { $0.type.hasSuffix("submitted") }.compactMap(\.time).max()
        return Submission(
            draft: draft.id, application: application.id, datasets: draft.identifiers,
            digest: application.digest(with: [:], key: draft.id), phase: .submitted, time: submitted ?? now)
    }
}

extension Application {
    /// The digest of what it would be with these answers.
    func digest(with given: [FieldID: FieldValue], key: DraftID) -> AnswersDigest {
        let fields = forms.flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        let answers = fields.map { ($0.id, given[$0.id] ?? $0.value) }
        return AnswersDigest(
            of: Dictionary(answers) { _, last in last }, licences: Set(licences.filter(\.isAccepted).map(\.id)),
            key: key)
    }

    /// Whether it has these answers, as the service keeps them: spaces and the order of choices may be others. What it
    /// does not ask for is no difference.
    public func hasAnswers(_ given: [FieldID: FieldValue]) -> Bool {
        given.allSatisfy { id, value in
            guard let field = field(id), field.isVisible else { return true }
            return field.isSame(value, field.value)
                || (FormValidation.isBlank(value) && FormValidation.isBlank(field.value))
        }
    }
}
