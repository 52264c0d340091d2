/// The answers here and at the service: one request may be filled in at the portal's web page too.
///
/// Three answers to each question are compared: the one here, the service's, and the one that both knew last. What only
/// one side has changed is taken over by the other. What both have changed is the person's to choose, and until then
/// neither is written over.
extension WizardState {
    /// How an answer here stands to the service's.
    enum Standing {
        case same
        /// Changed here, or not known to have been changed there.
        case newerHere
        case newerThere
        case both
    }

    func standing(of mine: FieldValue, in field: FormField) -> Standing {
        let theirs = field.value
        if theirs == mine { return .same }
        // Hidden fields lose their values: nothing is taken away by filling an empty place.
        if FormValidation.isBlank(theirs) || field.isSame(theirs, mine) { return .newerHere }
        guard let before = draft.seenAtService[field.id], !field.isSame(theirs, before) else { return .newerHere }
        // An older call of ours that arrived late.
        if draft.sentToService[field.id]?.contains(where: { field.isSame(theirs, $0) }) == true { return .newerHere }
        return field.isSame(mine, before) ? .newerThere : .both
    }

    /// Takes over what was answered elsewhere, notes what of our own has arrived, and what the person has to choose.
    mutating func compareAnswers(with loaded: Application, _ turn: inout WizardTurn) {
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
            switch standing(of: answer, in: field) {
            case .same: noteSame(id, answer)
            case .newerThere where id != focus:
                forget(id)
                taken.append(field)
            case .newerThere, .newerHere, .both:
                if service.sent[id] == answer { service.differed[id, default: 0] += 1 }
            }
        }
        findConflicts()
        if !taken.isEmpty {
            showConditionalFields()
            bump(&turn)
            journalSoon(&turn)
            turn.tell(.information, "Changed at the portal and taken over here: \(turn.names(of: taken)).")
        } else if draft != before, isSavedHere {
            journalNow(&turn)
        }
        tellOfConflicts(besides: known, &turn)
    }

    /// What was changed there while the cursor stood in the field, and nothing was typed.
    mutating func takeNewer(_ field: FormField, _ turn: inout WizardTurn) {
        guard !isLocked, let answer = draft.answers[field.id], let current = application?.field(field.id),
            standing(of: answer, in: current) == .newerThere
        else { return }
        forget(field.id)
        bump(&turn)
        journalSoon(&turn)
        turn.tell(.information, "Changed at the portal and taken over here: \(turn.names(of: [field])).")
    }

    /// A field with the cursor in which nothing was typed yet shows what the service has now: else the next key would
    /// write over it.
    mutating func showAnew(besides shown: FieldValue?) {
        guard let focus, draft.answers[focus] == nil, let field = application?.field(focus), field.value != shown
        else { return }
        editor = makeEditor(for: field)
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
    mutating func sendWhatDiffers(_ turn: inout WizardTurn) {
        guard !isLocked, !service.phase.isSending else { return }
        let unsent = unsentAnswers
        if !unsent.isEmpty {
            draft.savedAtService = min(draft.savedAtService, lastEdit - 1)
            // The field with the cursor is sent when it is left, as ever; what failed is sent again by its own rules.
            if service.error == nil, unsent.keys.contains(where: { $0 != focus }) { saveAtService(&turn) }
        } else if service.error == nil, differingAnswers.isEmpty {
            draft.savedAtService = max(draft.savedAtService, lastEdit)
        }
    }
}

extension FieldValue {
    /// Whether these are the same words: spaces and line ends may be others, and nothing is nothing.
    func hasWords(of other: FieldValue) -> Bool {
        if self == other || FormValidation.isBlank(self) && FormValidation.isBlank(other) { return true }
        guard case .text(let one) = self, case .text(let another) = other else { return false }
        return one.split(whereSeparator: \.isWhitespace) == another.split(whereSeparator: \.isWhitespace)
    }
}

extension FormField {
    /// No answer.
    var blank: FieldValue { type == .table ? .table([]) : .text("") }

    /// Whether two answers say the same: choices in any order, texts with any spaces.
    public func isSame(_ one: FieldValue, _ other: FieldValue) -> Bool {
        guard type == .multiselect else { return one.hasWords(of: other) }
        return Set(FormValidation.keys(of: one)) == Set(FormValidation.keys(of: other))
    }
}

extension WizardTurn {
    /// Such as "Title, Purpose of use and 3 more".
    func names(of fields: [FormField]) -> String {
        let titles = fields.prefix(3).map { "“\($0.title.text(in: languages))”" }.joined(separator: ", ")
        return fields.count > 3 ? "\(titles) and \(fields.count - 3) more" : titles
    }
}
