import FoundationEssentials

/// What the app's reducer sends to the wizard.
extension AppState {
    /// Opens a draft: the one from the journal or the basket, or the wizard that still has it in hand.
    mutating func openWizard(on draft: Draft, begins: SessionBeginning = .reading) -> [Effect] {
        overlay = nil
        var effects: [Effect] = [.host(.stopTimer(.pollRequests))]
        if wizard?.session.draft.id != draft.id || wizard?.session.submission == .done { effects += parkWizard() }
        let origin = screen
        defer { if origin != .wizard { wizard?.begunAt = origin } }
        screen = .wizard
        if let index = parkedWizards.firstIndex(where: { $0.session.draft.id == draft.id }) {
            wizard = parkedWizards.remove(at: index)
        }
        if wizard != nil {
            return effects + wizardTurn { wizard, turn in wizard.reopen(&turn) } + askForOffers()
        }
        wizard = WizardState(draft: draft, style: profile?.capabilities.submission ?? .staged)
        return effects
            + wizardTurn { wizard, turn in wizard.session.begin(begins, &turn.session) } + askForOffers()
    }

    /// Puts the open wizard aside when writes of it are under way.
    private mutating func parkWizard() -> [Effect] {
        var effects = wizardTurn { wizard, turn in wizard.leave(&turn) }
        if var left = wizard, !left.session.isSettled {
            // The next wizard loads its own; this one loads again when it is come back to.
            if left.session.loading != nil { effects.append(.cancelRead(.wizardApplication)) }
            left.session.loading = nil
            parkedWizards.append(left)
        }
        wizard = nil
        return effects
    }

    mutating func wizardInput(_ key: Key) -> [Effect] {
        if key == .enter, wizard?.mode == .reading, let field = wizard?.focusedField, !field.type.takesValue {
            overlay = .text(title: .verbatim(""), body: .verbatim(field.title.text(in: languages)), offset: 0)
            return []
        }
        return wizardTurn { wizard, turn in wizard.type(key, &turn) }
    }

    mutating func wizardPaste(_ text: String) -> [Effect] {
        wizardTurn { wizard, turn in wizard.paste(text, &turn) }
    }

    /// The answer to the question before submitting.
    mutating func confirmedSubmit(_ id: DraftID) -> [Effect] {
        guard wizard?.session.draft.id == id else { return [] }
        return wizardTurn { wizard, turn in wizard.session.beginSubmission(&turn.session) }
    }

    /// The answer to the question whether a new application shall be made for the answers of one that has gone.
    mutating func confirmedCreateAgain(_ id: DraftID) -> [Effect] {
        guard wizard?.session.draft.id == id else { return [] }
        return wizardTurn { wizard, turn in wizard.session.createAgain(&turn.session) }
    }

    mutating func sessionEvent(_ id: DraftID, _ event: SessionEvent) -> [Effect] {
        if event.isOpening { requests.heldElsewhere[id] = nil }
        var isGone = false
        let effects = turn(of: id) { wizard, turn in
            wizard.session.take(event, &turn.session)
            isGone = turn.session.draftIsGone
        }
        return isGone ? effects + dropGone(id) : effects
    }

    mutating func editorClosed(_ field: FieldID, _ result: Result<String, PortalError>) -> [Effect] {
        wizardTurn { $0.editorClosed(field, result, &$1) }
    }

    mutating func wizardApplicationAnswered(_ id: ReadID, _ result: Result<Application, PortalError>) -> [Effect] {
        wizardTurn { $0.session.applicationAnswered(id, result, &$1.session) } + sentRequestShown()
    }

    /// The wizard of a draft, open or parked.
    mutating func turn(
        of id: DraftID, _ body: (inout WizardState, inout WizardTurn) -> Void
    ) -> [Effect] {
        if wizard?.session.draft.id == id { return wizardTurn(body) }
        guard let index = parkedWizards.firstIndex(where: { $0.session.draft.id == id }) else { return [] }
        return parkedTurn(at: index, body)
    }

    mutating func inAllWizards(_ body: (inout WizardState, inout WizardTurn) -> Void) -> [Effect] {
        var effects = wizardTurn(body)
        for index in parkedWizards.indices.reversed() { effects += parkedTurn(at: index, body) }
        return effects
    }

    /// The earliest waiting time is over, whatever the clock was set to meanwhile; the others go on.
    mutating func tryAgain() -> [Effect] {
        let times = sessions.flatMap(\.retries.values)
        let due = max(times.min() ?? now, now)
        let effects = inAllWizards { $0.session.tryAgain(at: due, &$1.session) }
        return effects + [retryTimer()].compactMap(\.self)
    }

    /// Another program has sent or deleted the draft.
    private mutating func dropGone(_ id: DraftID) -> [Effect] {
        requests.drafts.removeAll { $0.id == id }
        parkedWizards.removeAll { $0.session.draft.id == id }
        if wizard?.session.draft.id == id {
            wizard = nil
            if screen == .wizard { screen = .requests }
        }
        moveRequests(nil)
        return refreshRequests()
            + show(.information, .wizard(.goneElsewhere))
    }

    /// One timer for all that waits: it runs out when the first of them is due.
    /// - Parameter current: the session that changes just now.
    func retryTimer(with current: RequestSession? = nil) -> Effect? {
        let others = sessions.filter { $0.draft.id != current?.draft.id }
        guard let next = (others + [current].compactMap(\.self)).flatMap(\.retries.values).min() else { return nil }
        return .host(.startTimer(.tryAgain, milliseconds: max(0, Int(next.timeIntervalSince(now) * 1000)) + 1))
    }

    /// The answer to the question whether the draft shall be taken from the program that has it.
    mutating func confirmedTakeOver(_ id: DraftID) -> [Effect] {
        guard wizard?.session.draft.id == id else { return [] }
        return wizardTurn { wizard, turn in wizard.session.takeOver(&turn.session) }
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
        session.leave(&turn.session)
    }

    /// Comes back to the screen. Nothing is created or sent that was not asked for.
    mutating func reopen(_ turn: inout WizardTurn) {
        session.reopen(&turn.session)
        focusAgain(&turn)
    }
}
