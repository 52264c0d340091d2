/// What the app's reducer sends to the wizard.
extension AppState {
    /// Opens a draft: the one from the journal or the basket, or the wizard that still has it in hand.
    mutating func openWizard(on draft: Draft, begins: WizardBeginning = .reading) -> [Effect] {
        overlay = nil
        var effects: [Effect] = [.host(.stopTimer(.pollRequests))]
        if wizard?.draft.id != draft.id || wizard?.submission == .done { effects += parkWizard() }
        let origin = screen
        defer { if origin != .wizard { wizard?.begunAt = origin } }
        screen = .wizard
        if let index = parkedWizards.firstIndex(where: { $0.draft.id == draft.id }) {
            wizard = parkedWizards.remove(at: index)
        }
        if wizard != nil {
            return effects + wizardTurn { wizard, turn in wizard.reopen(&turn) } + askForEarlierAnswers()
        }
        wizard = WizardState(draft: draft, style: profile?.capabilities.submission ?? .staged)
        return effects
            + wizardTurn { wizard, turn in
                switch begins {
                case .reading: wizard.read(&turn)
                case .claiming: wizard.opening = .claiming(since: turn.now)
                case .anew: wizard.open(&turn)
                }
            } + askForEarlierAnswers()
    }

    /// Puts the open wizard aside when writes of it are under way.
    private mutating func parkWizard() -> [Effect] {
        var effects = wizardTurn { wizard, turn in wizard.leave(&turn) }
        if var left = wizard, !left.isSettled {
            // The next wizard loads its own; this one loads again when it is come back to.
            if left.loading != nil { effects.append(.cancelRead(.wizardApplication)) }
            left.loading = nil
            parkedWizards.append(left)
        }
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

    /// The answer to the question whether a new application shall be made for the answers of one that has gone.
    mutating func confirmedCreateAgain(_ id: DraftID) -> [Effect] {
        guard wizard?.draft.id == id else { return [] }
        return wizardTurn { wizard, turn in
            guard wizard.hasLostApplication else { return }
            wizard.applicationGone(&turn)
            wizard.create(&turn)
        }
    }

    mutating func sessionEvent(_ id: DraftID, _ event: SessionEvent) -> [Effect] {
        switch event {
        case .created(let result): turn(of: id) { $0.created(result, &$1) }
        case .sent(let result): turn(of: id) { $0.requestSent(result, &$1) }
        case .saved(let revision, let failure): turn(of: id) { $0.answersSaved(revision: revision, failure, &$1) }
        case .licenceFetched(let file, let isToRead, let result):
            turn(of: id) { $0.licenceFetched(file, result, isToRead: isToRead, &$1) }
        case .licencesAccepted(let failure): turn(of: id) { $0.licencesAccepted(failure, &$1) }
        case .submitted(let failure): turn(of: id) { $0.submitted(failure, &$1) }
        case .reconciled(let inquiry, let result): turn(of: id) { $0.reconciled(inquiry, result, &$1) }
        case .journalled(let revision, let failure): turn(of: id) { $0.journalled(revision: revision, failure, &$1) }
        case .opened(let result): draftOpened(id, result) { $0.opened(result, &$1) }
        case .takenOver(let result): draftOpened(id, result) { $0.tookOver(result, &$1) }
        }
    }

    mutating func editorClosed(_ field: FieldID, _ result: Result<String, PortalError>) -> [Effect] {
        wizardTurn { $0.editorClosed(field, result, &$1) }
    }

    mutating func answersGiven(_ answers: [FieldID: FieldValue], _ licences: Set<Int64>) -> [Effect] {
        wizardTurn { $0.take(answers, accepting: licences, &$1) }
    }

    mutating func fileGiven(_ field: FieldID, _ path: String) -> [Effect] {
        wizardTurn { $0.attach(path, to: field, &$1) }
    }

    mutating func wizardApplicationAnswered(_ id: ReadID, _ result: Result<Application, PortalError>) -> [Effect] {
        wizardTurn { $0.applicationAnswered(id, result, &$1) }
    }

    /// The wizard of a draft, open or parked.
    mutating func turn(
        of id: DraftID, _ body: (inout WizardState, inout WizardTurn) -> Void
    ) -> [Effect] {
        if wizard?.draft.id == id { return wizardTurn(body) }
        guard let index = parkedWizards.firstIndex(where: { $0.draft.id == id }) else { return [] }
        return parkedTurn(at: index, body)
    }

    mutating func inAllWizards(_ body: (inout WizardState, inout WizardTurn) -> Void) -> [Effect] {
        var effects = wizardTurn(body)
        for index in parkedWizards.indices.reversed() { effects += parkedTurn(at: index, body) }
        return effects
    }

    /// The earliest waiting time is over, whatever the clock was set to meanwhile; the others go on.
    mutating func tryAgain() -> [Effect] {
        let times = wizards.flatMap(\.retries.values)
        let due = max(times.min() ?? now, now)
        let effects = inAllWizards { $0.tryAgain(at: due, &$1) }
        return effects + [retryTimer()].compactMap(\.self)
    }

    /// The draft as it is on the disk: written by another program meanwhile, or taken by one.
    /// - Parameter body: false when it is not there any more.
    private mutating func draftOpened(
        _ id: DraftID, _ result: Result<Draft?, PortalError>,
        _ body: (inout WizardState, inout WizardTurn) -> Bool
    ) -> [Effect] {
        if case .success = result { requests.heldElsewhere[id] = nil }
        var isGone = false
        let effects = turn(of: id) { wizard, turn in isGone = !body(&wizard, &turn) }
        guard isGone else { return effects }
        requests.drafts.removeAll { $0.id == id }
        parkedWizards.removeAll { $0.draft.id == id }
        if wizard?.draft.id == id {
            wizard = nil
            if screen == .wizard { screen = .requests }
        }
        moveRequests(.redraw)
        return effects + refreshRequests()
            + show(.information, "This draft was sent or deleted in another portal program.")
    }

    var wizardContext: KeyContext {
        switch wizard?.mode {
        case .editingText: .wizardText
        case .editingLines, .reading: .wizardMultiline
        case .choosingOption: .wizardChoice
        case .choosingDay: .wizardCalendar
        case .inTable: .wizardTable
        case .editingCell: .wizardCell
        case .inFiles: .wizardFiles
        case .choosingFile: .wizardPath
        case .licences: .wizardLicences
        case .review: .wizardReview
        case .comparing: .wizardComparison
        case .result: .wizardResult
        case .datasets, .opening, .choosingApplication, nil: .wizardDatasets
        }
    }
}

extension WizardState {
    /// Leaves everything as it is, on disk and on its way to the service.
    mutating func leave(_ turn: inout WizardTurn) {
        leftField = focus
        leaveField(&turn)
        discardRefusedBundle(&turn)
        if !isSavedHere || journal.timerIsRunning { journalNow(&turn) }
        saveAtService(&turn)
    }

    /// Nothing was typed and nothing can come of it: as a draft it would only be in the way.
    mutating func discardRefusedBundle(_ turn: inout WizardTurn) {
        if case .notCreated(let error?) = opening, error.refusesBundle, draft.answers.isEmpty {
            turn.discardsDraft = true
        }
    }
}
