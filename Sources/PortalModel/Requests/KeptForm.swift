/// The form as it was last seen: by it a draft is read and edited at once, and for as long as the portal is away.
///
/// Nothing is sent by it. What the service says when it is there again is compared with what is answered here, as ever.
extension RequestSession {
    /// Shows the kept form until the service has answered.
    mutating func recallForm(_ turn: inout SessionTurn) {
        guard style == .staged, application == nil, let keptForm else { return }
        application = keptForm
        isRecalled = true
        recalledEdit = lastEdit
        showConditionalFields()
        findConflicts()
        turn.cues.append(.recalled)
    }

    /// What is answered here is kept with the draft, and not with its form.
    mutating func keepForm(_ loaded: Application, _ turn: inout SessionTurn) {
        guard style == .staged, draft.revision > 0, draft.application != nil else { return }
        let form = loaded.withoutAnswers(to: draft.answers.keys)
        guard form != keptForm else { return }
        keptForm = form
        turn.perform(.disk(.keepForm(draft.id, form)))
    }

    /// The portal does not have it any more: what was recalled is no form of anything.
    mutating func dropRecalledForm(_ turn: inout SessionTurn) {
        guard isRecalled else { return }
        letGo(&turn)
        isRecalled = false
        application = nil
        turn.cues.append(.formGone)
    }
}

extension Application {
    fileprivate func withoutAnswers(to fields: some Collection<FieldID>) -> Application {
        let blank = Set(fields)
        var form = self
        // What every save changes is of no use to a form.
        form.modified = nil
        form.events.removeAll { $0.type.hasSuffix("draft-saved") }
        for index in form.forms.indices {
            for place in form.forms[index].fields.indices where blank.contains(form.forms[index].fields[place].id) {
                form.forms[index].fields[place].value = form.forms[index].fields[place].blank
            }
        }
        return form
    }
}
