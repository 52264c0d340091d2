/// The answers to a form: what they are, what can be said of them, and changing them.
extension RequestSession {
    /// The answer here, or else the service's.
    public func value(of field: FormField) -> FieldValue { draft.answers[field.id] ?? field.value }

    /// Everything that can be said of the answers as they are.
    var findings: FormFindings {
        findingsCache.findings(
            for: FindingsSource(
                forms: application?.forms ?? [], answers: draft.answers, warnings: warnings, files: knownFiles))
    }

    /// The files that the application has. A service that tells of none in its answers may have some all the same.
    private var knownFiles: Set<Int64>? {
        guard let attachments = application?.attachments, !attachments.isEmpty else { return nil }
        return Set(attachments.map(\.id))
    }

    /// What is wrong with a field, by our rules and by the service's last word.
    public func problems(with field: FormField) -> [FieldProblem] {
        let own = findings.problems(of: field.id)
        guard field.isVisible, let theirs = warnings[field.id] else { return own }
        return own + theirs.filter { !own.contains($0) }
    }

    /// Fields that keep the request from being submitted, in the order of the forms.
    public var missingFields: [FormField] {
        let findings = findings
        return findings.missing.map(findings.field(at:))
    }

    /// Shows and hides the fields whose conditions are known, without waiting for the service.
    mutating func showConditionalFields() {
        for (index, form) in (application?.forms ?? []).enumerated() {
            let shown = form.showing(draft.answers)
            // A form that stays as it is keeps its storage, by which it is known again.
            if shown != form { application?.forms[index] = shown }
        }
    }

    /// How many things keep the request from being submitted.
    public var missingCount: Int { findings.missing.count + licencesToAccept.count }

    /// Keeps an answer; what the service said of the one before does not hold any more.
    mutating func store(_ value: FieldValue, for field: FormField, _ turn: inout SessionTurn) {
        keep(value, for: field)
        service.differed[field.id] = nil
        warnings[field.id] = nil
        showConditionalFields()
        let known = Set(conflicts.keys)
        findConflict(in: field.id)
        tellOfConflicts(besides: known, &turn)
        edited(&turn)
    }

    /// From the first edit on it is known what the service had before.
    mutating func keep(_ value: FieldValue, for field: FormField) {
        if draft.answers[field.id] == nil, draft.seenAtService[field.id] == nil {
            draft.seenAtService[field.id] = application?.field(field.id)?.value ?? field.value
        }
        draft.answers[field.id] = value
    }

    /// A text came back for a field that cannot take it any more: it is kept, and shown to be copied.
    mutating func keepUnplaced(_ text: String, of id: FieldID, _ turn: inout SessionTurn) {
        guard !text.isEmpty, .text(text) != draft.answers[id] else { return }
        if !isLocked {
            draft.answers[id] = .text(text)
            edited(&turn)
        }
        turn.tell(.unplaced(text, isLocked: isLocked))
    }

    /// What was changed goes to the service once its field is let go, and what was changed there is taken over.
    mutating func letGo(_ turn: inout SessionTurn) {
        guard let field = inHand.flatMap(findings.field) else { return }
        tidy(field, &turn)
        inHand = nil
        takeNewer(field, &turn)
        if needsSaving { saveAtService(&turn) }
    }

    private mutating func tidy(_ field: FormField, _ turn: inout SessionTurn) {
        guard !isLocked, let answer = draft.answers[field.id]?.text else { return }
        let tidied = field.kind.tidied(answer)
        if tidied != answer { store(.text(tidied), for: field, &turn) }
    }
}
