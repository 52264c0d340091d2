/// How an answer here stands to the service's, by the base that both knew.
enum MergeStatus {
    case same
    /// Changed here, or not known to have been changed there.
    case localNewer
    case remoteNewer
    case conflict
}

/// A three-way merge of every answer: one request may be filled in at the portal's web page too.
///
/// Compared are the local answer, the remote one (the service's), and the base, which both knew last. What only one side
/// has changed is taken over by the other. What both have changed is the person's to choose, and until then neither is
/// written over.
extension RequestSession {
    /// How an answer stands: `local` is the one here, `field.value` the service's, and the base what both knew last.
    func mergeStatus(of local: FieldValue, in field: FormField) -> MergeStatus {
        let remote = field.value
        if remote == local { return .same }
        // Hidden fields lose their values: nothing is taken away by filling an empty place.
        if FormValidation.isBlank(remote) || field.isSame(remote, local) { return .localNewer }
        guard let base = draft.seenAtService[field.id], !field.isSame(remote, base) else { return .localNewer }
        // An older call of ours that arrived late.
        if draft.sentToService[field.id]?.contains(where: { field.isSame(remote, $0) }) == true { return .localNewer }
        return field.isSame(local, base) ? .remoteNewer : .conflict
    }

    /// Takes over what was answered elsewhere, notes what of our own has arrived, and what the person has to choose.
    mutating func compareAnswers(with loaded: Application, _ turn: inout SessionTurn) {
        let before = draft
        let known = Set(conflicts.keys)
        var taken: [FormField] = []
        service.sent = service.sent.filter { loaded.field($0.key)?.isVisible == true }
        for (id, answer) in draft.answers {
            guard let field = loaded.field(id) else { continue }
            guard field.isVisible else {
                // Of what is hidden it keeps nothing.
                if draft.seenAtService[id] != nil { draft.seenAtService[id] = field.blank }
                continue
            }
            switch mergeStatus(of: answer, in: field) {
            case .same: noteSame(id, answer)
            case .remoteNewer where id != inHand:
                forget(id)
                taken.append(field)
            case .remoteNewer, .localNewer, .conflict:
                if service.sent[id] == answer { service.differed[id, default: 0] += 1 }
            }
        }
        findConflicts()
        if !taken.isEmpty {
            showConditionalFields()
            bump(&turn)
            journalSoon(&turn)
            turn.tell(.takenFromPortal(taken))
        } else if draft != before, isSavedHere {
            journalNow(&turn)
        }
        tellOfConflicts(besides: known, &turn)
    }

    /// What was changed there while the field was in hand, and nothing was typed.
    mutating func takeNewer(_ field: FormField, _ turn: inout SessionTurn) {
        guard !isLocked, let answer = draft.answers[field.id], let current = application?.field(field.id),
            mergeStatus(of: answer, in: current) == .remoteNewer
        else { return }
        forget(field.id)
        bump(&turn)
        journalSoon(&turn)
        turn.tell(.takenFromPortal([field]))
    }

    private mutating func noteSame(_ id: FieldID, _ answer: FieldValue) {
        draft.seenAtService[id] = answer
        service.differed[id] = nil
        if !service.mayArriveLate { draft.sentToService[id] = nil }
    }

    /// The answer is the service's again.
    private mutating func forget(_ id: FieldID) {
        draft.answers[id] = nil
        draft.seenAtService[id] = nil
        draft.sentToService[id] = nil
        service.differed[id] = nil
    }

    /// What the service turns out to lack is sent; what it turns out to have need not be.
    mutating func sendWhatDiffers(_ turn: inout SessionTurn) {
        guard !isLocked, !service.phase.isSending else { return }
        let unsent = unsentAnswers
        if !unsent.isEmpty {
            draft.savedAtService = min(draft.savedAtService, lastEdit - 1)
            // The field in hand is sent when it is let go, as ever; what failed is sent again by its own rules.
            if service.error == nil, unsent.keys.contains(where: { $0 != inHand }) { saveAtService(&turn) }
        } else if service.error == nil, differingAnswers.isEmpty {
            draft.savedAtService = max(draft.savedAtService, lastEdit)
        }
    }
}
