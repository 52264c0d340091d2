/// The answers here and at the service: one request may be filled in at the portal's web page too.
extension WizardState {
    /// Takes over what was answered elsewhere, and notes what of our own has arrived.
    ///
    /// An answer that was seen at the service as it is here, and is another one there now, was changed there. One that
    /// was changed here since stays, and so does one whose place is empty there: hidden fields lose their values.
    mutating func compareAnswers(with loaded: Application, _ turn: inout WizardTurn) {
        let seenBefore = draft.seenAtService
        var replaced = false
        service.sent = service.sent.filter { loaded.field($0.key)?.isVisible == true }
        draft.seenAtService = draft.seenAtService.filter { loaded.field($0.key)?.isVisible == true }
        for (id, answer) in draft.answers {
            guard let field = loaded.field(id), field.isVisible else { continue }
            if field.value == answer {
                draft.seenAtService[id] = answer
                service.differed[id] = nil
                continue
            }
            if service.sent[id] == answer { service.differed[id, default: 0] += 1 }
            if id != focus, draft.seenAtService[id] == answer, !FormValidation.isBlank(field.value) {
                draft.answers[id] = nil
                draft.seenAtService[id] = nil
                service.differed[id] = nil
                replaced = true
            }
        }
        if replaced {
            bump(&turn)
            journalSoon(&turn)
        } else if draft.seenAtService != seenBefore, isSavedHere {
            journalNow(&turn)
        }
    }

    /// What the service turns out to lack is sent; what it turns out to have need not be.
    mutating func sendWhatDiffers(_ turn: inout WizardTurn) {
        guard !isLocked, service.saving == nil, service.error == nil else { return }
        let unsent = unsentAnswers
        if !unsent.isEmpty {
            draft.savedAtService = min(draft.savedAtService, lastEdit - 1)
            // The field with the cursor is sent when it is left, as ever.
            if unsent.keys.contains(where: { $0 != focus }) { saveAtService(&turn) }
        } else if differingAnswers.isEmpty {
            draft.savedAtService = max(draft.savedAtService, lastEdit)
        }
    }
}
