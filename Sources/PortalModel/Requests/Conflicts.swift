/// Answers of which both sides have changed the same one, and choosing between them.
extension RequestSession {
    /// The fields to choose in, in the order of the forms.
    public var conflictingFields: [FormField] {
        guard !conflicts.isEmpty else { return [] }
        return (application?.forms ?? []).flatMap(\.fields).filter { conflicts[$0.id] != nil }
    }

    mutating func findConflicts() {
        conflicts = [:]
        for id in Set(draft.answers.keys).union(draft.aside.keys) { findConflict(in: id) }
    }

    /// After an answer has changed on one side.
    mutating func findConflict(in id: FieldID) {
        conflicts[id] = application?.field(id).flatMap(conflict)
    }

    private func conflict(in field: FormField) -> AnswerConflict? {
        guard field.isVisible else { return nil }
        let current = value(of: field)
        if let mine = draft.aside[field.id], !mine.hasWords(of: current) {
            return AnswerConflict(.program, mine: mine, theirs: current, before: nil)
        }
        guard let mine = draft.answers[field.id], mergeStatus(of: mine, in: field) == .conflict else { return nil }
        return AnswerConflict(.portal, mine: mine, theirs: field.value, before: draft.seenAtService[field.id])
    }

    /// Says so once.
    mutating func tellOfConflicts(besides known: Set<FieldID>, _ turn: inout SessionTurn) {
        let new = conflictingFields.filter { !known.contains($0.id) }
        guard !new.isEmpty else { return }
        let isProgram = new.contains { conflicts[$0.id]?.other == .program }
        turn.tell(.conflicts(new, isProgram ? .program : .portal))
    }

    /// The person has chosen between the answers to these fields.
    mutating func choose(mine: Bool, in fields: [FormField], _ turn: inout SessionTurn) {
        guard !isLocked, !fields.isEmpty else { return }
        for field in fields { choose(mine: mine, in: field) }
        showConditionalFields()
        edited(&turn)
        journalNow(&turn)
        if conflicts.isEmpty { saveAtService(&turn) }
    }

    private mutating func choose(mine: Bool, in field: FormField) {
        let id = field.id
        switch conflicts[id]?.other {
        case .portal:
            draft.sentToService[id] = nil
            service.differed[id] = nil
            service.sent[id] = nil
            // What the portal has was seen: from now on it is what both know.
            draft.seenAtService[id] = mine ? field.value : nil
            if !mine { draft.answers[id] = nil }
        case .program:
            let aside = draft.aside.removeValue(forKey: id)
            if mine, let aside { keep(aside, for: field) }
        case .submitted, nil: return
        }
        findConflict(in: id)
    }
}
