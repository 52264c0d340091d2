/// Going through the steps and fields.
extension WizardState {
    mutating func go(to target: WizardStep, _ turn: inout WizardTurn) {
        leaveField(&turn)
        step = target
        selection = 0
        offset = 0
        if target == .review {
            // Whoever reviews wants to know what is wrong everywhere.
            touched.formUnion((session.application?.forms ?? []).flatMap(\.fields).filter(\.isVisible).map(\.id))
        }
        if let form, let first = stops(in: form).first { focus(on: first, &turn) }
    }

    mutating func go(to id: FieldID, _ turn: inout WizardTurn) {
        guard let field = session.application?.field(id), field.isVisible else { return }
        if step != .form(id.form) { go(to: .form(id.form), &turn) }
        focus(on: field, &turn)
    }

    func step(after count: Int) -> WizardStep? {
        guard let index = steps.firstIndex(of: step), steps.indices.contains(index + count) else { return nil }
        return steps[index + count]
    }

    mutating func nextField(_ turn: inout WizardTurn) {
        if let field = neighbour(1) {
            focus(on: field, &turn)
        } else if let next = step(after: 1) {
            go(to: next, &turn)
        }
    }

    mutating func previousField(_ turn: inout WizardTurn) {
        if let field = neighbour(-1) { return focus(on: field, &turn) }
        guard let before = step(after: -1) else { return }
        go(to: before, &turn)
        if let form, let last = stops(in: form).last { focus(on: last, &turn) }
    }

    /// Moves within the field that has the cursor where there is somewhere to go, and then on to the next field.
    mutating func wheel(_ movement: Movement, rows: Int, _ turn: inout WizardTurn) {
        let before = editor?.editing.place
        if before != nil {
            for _ in 0..<rows { move(movement, &turn) }
            if editor?.editing.place != before { return }
        }
        guard let next = neighbour(movement == .up ? -1 : 1) else { return }
        let passed = focusedField.flatMap { field in
            touched.contains(field.id) || !FormValidation.isBlank(session.value(of: field)) ? nil : field.id
        }
        focus(on: next, &turn)
        if let passed { touched.remove(passed) }
    }

    private func neighbour(_ count: Int) -> FormField? {
        guard let form else { return nil }
        let stops = stops(in: form)
        guard let index = stops.firstIndex(where: { $0.id == focus }), stops.indices.contains(index + count) else {
            return nil
        }
        return stops[index + count]
    }

    /// Goes to the next thing that is missing after the cursor, and from the last one to the first.
    mutating func nextMissing(_ turn: inout WizardTurn) {
        let fields = (session.application?.forms ?? []).flatMap(\.fields)
        let here = focus.flatMap { id in fields.firstIndex { $0.id == id } }
        let start = step == .licences ? fields.count : here.map { $0 + 1 } ?? 0
        let asked = session.fieldsAskedToChange
        func needsCare(_ field: FormField) -> Bool {
            !session.problems(with: field).isEmpty || asked.contains { $0.id == field.id }
        }
        if let next = fields.dropFirst(start).first(where: needsCare) {
            return goToProblem(next, &turn)
        }
        if step != .licences, let licence = firstLicenceToAccept {
            go(to: .licences, &turn)
            selection = licence
        } else if let first = fields.first(where: needsCare) {
            goToProblem(first, &turn)
        } else if let licence = firstLicenceToAccept {
            selection = licence
        }
    }

    /// Where the service's findings begin.
    mutating func goToFirstProblem(_ turn: inout WizardTurn) {
        if let first = session.missingFields.first {
            goToProblem(first, &turn)
        } else if session.otherWarnings.contains(.licencesNotAccepted), session.application?.licences.isEmpty == false {
            go(to: .licences, &turn)
        }
    }

    private mutating func goToProblem(_ field: FormField, _ turn: inout WizardTurn) {
        go(to: field.id, &turn)
        touched.insert(field.id)
    }

    private var firstLicenceToAccept: Int? { session.application?.licences.firstIndex { !session.isAccepted($0) } }

    /// After a restart: the first form that is not done, or the review. A returned request opens at its answers: they
    /// have to change, and what the committee asks for may stand beside them.
    mutating func resume(_ turn: inout WizardTurn) {
        if let asked = session.fieldsAskedToChange.first { return go(to: asked.id, &turn) }
        let unfinished = steps.dropFirst().first { progress(of: $0) != .done }
        let answers =
            session.application?.state == .returned
            ? session.application?.forms.first.map { WizardStep.form($0.id) } : nil
        go(to: unfinished ?? answers ?? .review, &turn)
    }

    /// The cursor comes back to the field where it was, or else to the first one.
    mutating func focusAgain(_ turn: inout WizardTurn) {
        guard let form, focus == nil else { return }
        let left = leftField.flatMap { session.application?.field($0) }.flatMap { $0.isVisible ? $0 : nil }
        if let field = left ?? stops(in: form).first { focus(on: field, &turn) }
    }

    /// The focused field has gone: the next one that is there takes the cursor.
    mutating func refocus(_ turn: inout WizardTurn) {
        guard let gone = focus, let form else { return }
        focus = nil
        editor = nil
        let stops = stops(in: form)
        let place = form.fields.firstIndex { $0.id == gone } ?? 0
        let next = stops.first { stop in (form.fields.firstIndex { $0.id == stop.id } ?? 0) > place }
        if let field = next ?? stops.last { focus(on: field, &turn) }
    }
}

/// A line of the review: what is missing first, then every answer.
public enum ReviewItem: Hashable, Sendable {
    /// The committee asked for another answer, and it is as it was.
    case asked(FieldID)
    /// A field without a valid answer that needs one.
    case missing(FieldID)
    /// Of a request that follows another: an answer as it was, naming a day that has passed since.
    case passed(FieldID)
    /// Changed since it was submitted.
    case changed(FieldID)
    /// By the licence's number.
    case missingLicence(Int64)
    /// What a dataset may be used for, held against the purpose.
    case dataUse(DatasetID)
    /// A field as it is answered, or left empty.
    case answer(FieldID)
    /// By its number, whether it is accepted or not.
    case licence(Int64)
    /// Somebody who takes part or is invited, by place.
    case member(Int)
    /// Words for a field that the form does not have any more.
    case unasked(FieldID)
}

extension WizardState {
    /// From top to bottom. A field stands there several times where there is more than one thing to say of it.
    public var reviewItems: [ReviewItem] {
        guard let application = session.application else { return [] }
        let answers = application.forms.flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        return session.fieldsAskedToChange.map { .asked($0.id) } + session.missingFields.map { .missing($0.id) }
            + session.licencesToAccept.map { .missingLicence($0.id) }
            + dataUseHints.map { .dataUse($0.dataset) } + (session.renewal?.passed ?? []).map { .passed($0.id) }
            + session.fieldsChangedSinceSubmission.map { .changed($0.id) } + answers.map { .answer($0.id) }
            + application.licences.map { .licence($0.id) }
            + application.members.indices.map { .member($0) } + unaskedAnswers.map { .unasked($0) }
    }

    /// Answers to questions that the portal does not ask any more: kept, shown, and not sent.
    private var unaskedAnswers: [FieldID] {
        session.draft.answers.filter { session.application?.field($0.key) == nil && !FormValidation.isBlank($0.value) }
            .keys
            .sorted { ($0.form, $0.field) < ($1.form, $1.field) }
    }

    /// Goes from a line of the review to where it can be changed.
    mutating func jump(_ turn: inout WizardTurn) {
        let items = reviewItems
        guard items.indices.contains(selection) else { return }
        switch items[selection] {
        case .asked(let id), .missing(let id), .passed(let id), .changed(let id), .answer(let id): go(to: id, &turn)
        case .missingLicence(let id), .licence(let id):
            go(to: .licences, &turn)
            selection = session.application?.licences.firstIndex { $0.id == id } ?? 0
        case .dataUse: turn.asksPurpose = true
        case .member: turn.showsMembers = true
        case .unasked(let id):
            turn.reading = (
                title: .wizard(.notAsked), body: .verbatim(session.draft.answers[id]?.text ?? "")
            )
        }
    }

    /// Lines of the list that the cursor is in.
    var listCount: Int {
        if case .ambiguous(let candidates) = session.opening { return candidates.count + 1 }
        switch step {
        case .datasets: return session.draft.datasets.count
        case .licences: return session.application?.licences.count ?? 0
        case .review: return reviewItems.count
        case .form, .result: return 0
        }
    }

    /// Under the cursor of the page of licences; nil where there is none.
    public var selectedLicence: Licence? {
        guard let licences = session.application?.licences, licences.indices.contains(selection) else { return nil }
        return licences[selection]
    }
}
