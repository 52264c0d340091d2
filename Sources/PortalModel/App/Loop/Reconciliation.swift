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
        if let id { return .found(try await application(id)) }
        let listed = try await applications()
        let candidates = lost.candidates(among: listed)
        guard !candidates.isEmpty else { return .nothing(listed: Set(listed.map(\.id))) }
        guard let answers = lost.answers else {
            return candidates.count == 1
                ? .found(try await application(candidates[0].id)) : .ambiguous(candidates)
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
            let application = try await application(candidate.id)
            if application.holds(answers) { same.append((candidate, application)) }
        }
        if same.count == 1 { return .found(same[0].application) }
        return .ambiguous(same.isEmpty ? candidates : same.map(\.summary))
    }

    /// What is asked of somebody who wants these datasets, at a service that creates and submits in one call: an
    /// application that does not exist yet, without an id of its own.
    ///
    /// - Parameter identifiers: as access management knows the datasets (`identifier`, not the catalogue's `id`).
    /// - Throws: `.unsupported` at a service that has drafts; else what the call throws.
    public func form(for identifiers: [String]) async throws(PortalError) -> Application {
        guard let atOnce else { throw PortalError(notOffered: .requests) }
        return try await atOnce.form(identifiers)
    }

    /// Creates and submits in one call (`POST /api/v1/requests` of the guide). Not to be repeated: a second call is a
    /// second request.
    ///
    /// - Parameter identifiers: as access management knows the datasets.
    /// - Returns: the number that the service gave the request.
    /// - Throws: `.unsupported` at a service that has drafts.
    public func send(
        _ identifiers: [String], _ answers: [FieldID: FieldValue]
    ) async throws(PortalError) -> ApplicationID {
        guard let atOnce else { throw PortalError(notOffered: .requests) }
        return try await atOnce.send(identifiers, answers)
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
