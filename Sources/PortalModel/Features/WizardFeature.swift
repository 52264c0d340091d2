/// What the app's reducer sends to the wizard.
extension AppState {
    /// Opens a draft: the one from the journal or the basket, or the wizard that still has it in hand.
    mutating func openWizard(on draft: Draft) -> [Effect] {
        overlay = nil
        var effects: [Effect] = [.stopTimer(.pollRequests)]
        if wizard?.draft.id != draft.id || wizard?.submission == .done { effects += parkWizard() }
        screen = .wizard
        if let index = parkedWizards.firstIndex(where: { $0.draft.id == draft.id }) {
            wizard = parkedWizards.remove(at: index)
        }
        if wizard != nil { return effects + wizardTurn { wizard, turn in wizard.reopen(&turn) } }
        wizard = WizardState(draft: draft, style: profile?.capabilities.submission ?? .staged)
        return effects + wizardTurn { wizard, turn in wizard.open(&turn) }
    }

    /// Puts the open wizard aside when writes of it are under way.
    private mutating func parkWizard() -> [Effect] {
        let effects = wizardTurn { wizard, turn in wizard.leave(&turn) }
        if let left = wizard, !left.isSettled { parkedWizards.append(left) }
        wizard = nil
        return effects
    }

    mutating func wizardInput(_ key: Key) -> [Effect] {
        if key == .enter, wizard?.mode == .reading, let field = wizard?.focusedField, !field.type.takesValue {
            overlay = .text(title: "", body: field.title.text(in: languages), offset: 0)
            return []
        }
        return wizardTurn { wizard, turn in wizard.type(key, &turn) }
    }

    mutating func wizardPaste(_ text: String) -> [Effect] {
        wizardTurn { wizard, turn in wizard.paste(text, &turn) }
    }

    /// The answer to the question before submitting.
    mutating func confirmedSubmit(_ id: DraftID) -> [Effect] {
        guard wizard?.draft.id == id else { return [] }
        return wizardTurn { wizard, turn in wizard.beginSubmission(&turn) }
    }

    mutating func wizardEvent(_ action: AppAction) -> [Effect] {
        switch action {
        case .applicationCreated(let id, let result): turn(of: id) { $0.created(result, &$1) }
        case .requestSent(let id, let result): turn(of: id) { $0.requestSent(result, &$1) }
        case .answersSaved(let id, let revision, let failure):
            turn(of: id) { $0.answersSaved(revision: revision, failure, &$1) }
        case .licencesAccepted(let id, let failure): turn(of: id) { $0.licencesAccepted(failure, &$1) }
        case .submitted(let id, let failure): turn(of: id) { $0.submitted(failure, &$1) }
        case .reconciled(let id, let result): turn(of: id) { $0.reconciled(result, &$1) }
        case .draftJournalled(let id, let revision, let failure):
            turn(of: id) { $0.journalled(revision: revision, failure, &$1) }
        case .applicationAnswered(let id, let result): wizardTurn { $0.applicationAnswered(id, result, &$1) }
        case .editorClosed(let field, let result): wizardTurn { $0.editorClosed(field, result, &$1) }
        case .answersGiven(let answers, let licences): wizardTurn { $0.take(answers, accepting: licences, &$1) }
        case .timerFired(.journalDraft): wizardTurn { $0.journalTimerFired(&$1) }
        case .timerFired(.saveAtService): wizardTurn { $0.saveAtService(&$1) }
        case .timerFired(.tryAgain): tryAgain()
        default: []
        }
    }

    /// The wizard of a draft, open or parked.
    private mutating func turn(
        of id: DraftID, _ body: (inout WizardState, inout WizardTurn) -> Void
    ) -> [Effect] {
        if wizard?.draft.id == id { return wizardTurn(body) }
        guard let index = parkedWizards.firstIndex(where: { $0.draft.id == id }) else { return [] }
        return parkedTurn(at: index, body)
    }

    private mutating func tryAgain() -> [Effect] {
        var effects = wizardTurn { wizard, turn in wizard.tryAgain(&turn) }
        for index in parkedWizards.indices.reversed() {
            effects += parkedTurn(at: index) { wizard, turn in wizard.tryAgain(&turn) }
        }
        return effects
    }

    /// Drafts whose last change has not been confirmed by the disk: to be written before the program ends.
    public func flushDrafts() -> [Draft] {
        ([wizard].compactMap(\.self) + parkedWizards)
            .filter { $0.submission != .done && !$0.isSavedHere }
            .map(\.draft)
    }

    var wizardContext: KeyContext {
        switch wizard?.mode {
        case .editingText: .wizardText
        case .editingLines, .reading: .wizardMultiline
        case .choosingOption: .wizardChoice
        case .licences: .wizardLicences
        case .review: .wizardReview
        case .result: .wizardResult
        case .datasets, .opening, .choosingApplication, nil: .wizardDatasets
        }
    }
}

extension WizardState {
    /// Leaves everything as it is, on disk and on its way to the service.
    mutating func leave(_ turn: inout WizardTurn) {
        leaveField(&turn)
        if !isSavedHere { journalNow(&turn) }
        saveAtService(&turn)
    }
}
