/// What the service has after an answer was lost.
public enum Reconciliation: Equatable, Sendable {
    /// The application as it stands now.
    case found(Application)
    /// No application can be the lost one; these are all that the service has.
    case nothing(listed: Set<ApplicationID>)
    /// Several could be it: only the person can tell.
    case ambiguous([ApplicationSummary])
}

extension AccessService {
    /// Asks only; changes nothing. The service itself is asked: an answer that was kept may be older than the call that
    /// was lost.
    func reconcile(_ id: ApplicationID?, _ lost: LostCreation) async throws(PortalError) -> Reconciliation {
        if let id { return .found(try await self.application(id)) }
        let listed = try await self.applications()
        let candidates = lost.candidates(among: listed)
        guard !candidates.isEmpty else { return .nothing(listed: Set(listed.map(\.id))) }
        guard let answers = lost.answers else {
            return candidates.count == 1
                ? .found(try await self.application(candidates[0].id)) : .ambiguous(candidates)
        }
        return try await match(candidates, holding: answers)
    }

    /// Where creating is submitting, the lost request holds what was sent with it. One that does not may still be it,
    /// if the service rewrites answers: that is for the person to say.
    private func match(
        _ candidates: [ApplicationSummary], holding answers: [FieldID: FieldValue]
    ) async throws(PortalError) -> Reconciliation {
        var same: [(summary: ApplicationSummary, application: Application)] = []
        for candidate in candidates {
            let application = try await self.application(candidate.id)
            if application.holds(answers) { same.append((candidate, application)) }
        }
        if same.count == 1 { return .found(same[0].application) }
        return .ambiguous(same.isEmpty ? candidates : same.map(\.summary))
    }
}

extension Application {
    /// Whether these answers are its own; a blank answer is the same as none.
    func holds(_ answers: [FieldID: FieldValue]) -> Bool {
        answers.allSatisfy { id, value in
            let own = field(id)?.value ?? .text("")
            return own == value || (FormValidation.isBlank(own) && FormValidation.isBlank(value))
        }
    }
}
