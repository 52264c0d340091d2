/// Before submitting: the committee gets what was reviewed, and nothing else.
///
/// A service may keep another answer than it was sent, or none (the running AMS answers 204 where REMS refused), answers
/// may have been changed at its web page, and a saved answer may have brought other questions with it.
extension RequestSession {
    /// Asks what the service has. Changes nothing there.
    mutating func verify(_ verification: Verification, of reviewed: ReviewedAnswers, _ turn: inout SessionTurn) {
        submission = .verifying(ask(.review, &turn), verification, of: reviewed, since: turn.now)
    }

    mutating func verified(
        _ verification: Verification, of reviewed: ReviewedAnswers, _ result: Result<Reconciliation, PortalError>,
        _ turn: inout SessionTurn
    ) {
        switch result {
        case .success(.found(let found)): compare(found, verification, of: reviewed, &turn)
        case .success: stop(.saving, PortalError(.notFound, operation: "looking for the request"), &turn)
        case .failure(let error):
            turn.failures.append(error)
            stop(verification.lostPhase ?? .saving, error, &turn)
        }
    }

    private mutating func compare(
        _ found: Application, _ verification: Verification, of reviewed: ReviewedAnswers, _ turn: inout SessionTurn
    ) {
        let isSubmitted = wasSubmitted(found)
        adopt(found, &turn)
        if isSubmitted { return finish(&turn) }
        guard found.state.isEditable else { return stop(.saving, nil, &turn) }
        guard conflicts.isEmpty else {
            stop(.saving, nil, &turn)
            return turn.cues.append(.conflicts)
        }
        // With what was shown when it was confirmed, and not with what other answers of the service made of it since.
        guard missingCount == 0, shownAnswers == reviewed else {
            stop(.saving, nil, &turn)
            turn.tell(.formHasChanged)
            return turn.cues.append(.problems)
        }
        let isAccepted = found.licences.allSatisfy(\.isAccepted)
        if verification == .beforeSending, !answersToSend.isEmpty || !isAccepted {
            return sendAnswers(of: reviewed, &turn)
        }
        if case .lostAnswer(let phase, let error) = verification,
            !unsentAnswers.isEmpty || phase == .acceptingLicences && !isAccepted
        {
            // It was not carried out. That it is repeated is up to the person, since it would fail again and again.
            return stop(phase, error, &turn)
        }
        service.error = nil
        if !unsentAnswers.isEmpty { return sendAnswers(of: reviewed, &turn) }
        let otherwise = differingAnswers.keys.filter { !isKept($0) }
        guard otherwise.isEmpty else {
            stop(.saving, nil, &turn)
            for id in otherwise { warnings[id] = [.keptOtherwise] }
            turn.cues += [.judged(Set(otherwise)), .problems]
            return
        }
        if verification.lostPhase == .saving, !isAccepted { return acceptLicences(of: reviewed, &turn) }
        prepare(.submitting, &turn)
    }

    /// Answers of which the service has other words than it was sent, more than once.
    public var keptOtherwise: Set<FieldID> {
        Set(differingAnswers.keys.filter { service.differed[$0, default: 0] > 1 && !isKept($0) })
    }

    /// What the review shows.
    var shownAnswers: [FieldID: FieldValue] {
        let fields = (application?.forms ?? []).flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        return Dictionary(fields.map { ($0.id, value(of: $0)) }) { _, last in last }
    }

    /// Whether the service has the words of an answer: spaces and line ends may be others.
    private func isKept(_ id: FieldID) -> Bool {
        guard let field = application?.field(id) else { return true }
        return field.isSame(value(of: field), field.value)
    }
}
