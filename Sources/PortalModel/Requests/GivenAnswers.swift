/// Answers that come all at once, from a file instead of from keys. They go the same way: into the draft, the journal
/// and, when they are saved, to the service.
extension RequestSession {
    /// Takes over the answers to fields that are asked for; the others wait until another answer makes them appear.
    ///
    /// An answer that the service does not have is taken over again, so that one which was given while its field was
    /// hidden is sent once it is not.
    mutating func take(_ answers: [FieldID: FieldValue], accepting licences: Set<Int64>, _ turn: inout SessionTurn) {
        guard !isLocked, let application else { return }
        for field in application.forms.flatMap(\.fields) where field.isVisible && field.type.takesValue {
            guard let answer = answers[field.id], answer != field.value || answer != value(of: field) else { continue }
            turn.cues.append(.judged([field.id]))
            store(answer, for: field, &turn)
        }
        let accepted = application.licences.map(\.id).filter { licences.contains($0) }
        guard !draft.acceptedLicences.isSuperset(of: accepted) else { return }
        draft.acceptedLicences.formUnion(accepted)
        bump(&turn)
        journalSoon(&turn)
    }
}

extension RequestSession {
    /// Answers among these that the service does not have yet although their fields are asked for.
    public func unsaved(_ answers: [FieldID: FieldValue]) -> Set<FieldID> {
        let fields = (application?.forms ?? []).flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        return Set(fields.filter { field in answers[field.id].map { $0 != field.value } ?? false }.map(\.id))
    }
}
