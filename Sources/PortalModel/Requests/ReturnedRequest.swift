/// A returned request beside what was submitted of it.
extension RequestSession {
    /// Kept from the first look at it on: every save changes what the service has.
    mutating func noteSubmitted(_ loaded: Application, _ turn: inout SessionTurn) {
        // What a renewal was held against is of another request: once it was sent itself, wherever that was, its own counts.
        guard loaded.state == .returned, draft.submitted == nil || draft.renews != nil,
            let answers = loaded.submittedAnswers, answers != draft.submitted
        else { return }
        draft.submitted = answers
        // A draft that nobody has changed yet is not kept.
        if draft.revision > 0, isSavedHere { journalNow(&turn) }
    }

    /// The answer as it was submitted, where it is another one now.
    public func submittedAnswer(to field: FormField) -> FieldValue? {
        guard isHeldAgainstSubmitted, field.isVisible, field.type.takesValue, let submitted = draft.submitted
        else { return nil }
        let before = submitted[field.id] ?? field.blank
        return field.isSame(before, value(of: field)) ? nil : before
    }

    /// In the order of the forms.
    public var fieldsChangedSinceSubmission: [FormField] {
        guard isHeldAgainstSubmitted, draft.submitted != nil else { return [] }
        return (application?.forms ?? []).flatMap(\.fields).filter { submittedAnswer(to: $0) != nil }
    }
}

/// An answer of a returned request that is another one now than was submitted.
package struct AnswerSinceSubmission: Equatable, Sendable {
    /// What is answered.
    package var field: FormField
    /// As it was submitted.
    package var before: FieldValue
    /// As it is now.
    package var now: FieldValue
}

extension Application {
    /// What is another one of a returned request than was submitted, or of a draft than it was in the request that it
    /// follows, in the order of the forms; nil where that is not known any more.
    ///
    /// - Parameter draft: what was written of it here and need not have arrived yet.
    package func changedSinceSubmission(_ draft: Draft?) -> [AnswerSinceSubmission]? {
        guard isCompared(draft), let submitted = draft?.submitted ?? submittedAnswers else { return nil }
        let fields = answered(with: draft?.answers ?? [:]).forms.flatMap(\.fields)
        return fields.filter { $0.isVisible && $0.type.takesValue }.compactMap { field in
            let before = submitted[field.id] ?? field.blank
            guard !field.isSame(before, field.value) else { return nil }
            return AnswerSinceSubmission(field: field, before: before, now: field.value)
        }
    }

    /// Whether its answers are held against earlier ones.
    package func isCompared(_ draft: Draft?) -> Bool {
        state == .returned || state == .draft && draft?.renews != nil && draft?.submitted != nil
    }

    /// Every answer as it was submitted last: as the service tells it (REMS does), or what it has where nothing was
    /// saved since the return. Nil when it is not known any more.
    var submittedAnswers: [FieldID: FieldValue]? {
        let fields = forms.flatMap(\.fields).filter(\.type.takesValue)
        if fields.contains(where: { $0.submitted != nil }) {
            return Dictionary(fields.map { ($0.id, $0.submitted ?? $0.blank) }) { first, _ in first }
        }
        let events = timeline
        let since = events.lastIndex { $0.type.hasSuffix("returned") }.map { events[$0...] } ?? []
        guard !since.contains(where: { $0.type.hasSuffix("draft-saved") }) else { return nil }
        return Dictionary(fields.map { ($0.id, $0.value) }) { first, _ in first }
    }

    /// What the committee wrote when it returned the request, where the service passes that on.
    public var returnComment: String? {
        guard state == .returned, let comment = timeline.last(where: { $0.type.hasSuffix("returned") })?.comment,
            !comment.isEmpty
        else { return nil }
        return comment
    }
}
