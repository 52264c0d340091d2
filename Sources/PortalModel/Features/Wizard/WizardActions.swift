/// What the commands of the wizard do.
extension AppState {
    /// Pages go through the licence that is read beside the list.
    mutating func moveInWizard(_ movement: Movement) -> [Effect] {
        if let current = wizard, current.mode == .licences, movement != .up, movement != .down {
            let offset = scrolled(current.offset, movement)
            wizard?.offset = offset
            return []
        }
        return wizardTurn { $0.move(movement, &$1) }
    }

    mutating func goBackInWizard() -> [Effect] {
        wizard?.mode == .result ? leaveToOrigin() : wizardTurn { $0.goBack(&$1) }
    }
}

extension WizardState {
    mutating func move(_ movement: Movement, _ turn: inout WizardTurn) {
        if mode == .comparing { return moveInComparison(movement) }
        guard editor == nil else { return edit(&turn) { $0.move(movement, $1, $2, $3) } }
        let moved = ListPosition.moved(selection, movement, count: listCount, visible: 6)
        if moved != selection { offset = 0 }
        selection = moved
    }

    mutating func goToStep(after count: Int, _ turn: inout WizardTurn) {
        if let target = step(after: count) { go(to: target, &turn) }
    }

    /// From the first page: goes on, or goes on with what the person asked for after something failed.
    mutating func openFirst(_ turn: inout WizardTurn) {
        if mode == .datasets { goToStep(after: 1, &turn) } else { retry(&turn) }
    }

    mutating func saveNow(_ turn: inout WizardTurn) {
        session.saveNow(&turn.session)
        if session.isRecalled {
            turn.tell(.information, .wizard(.portalAway))
        } else if session.service.phase == .idle {
            turn.tell(
                .information,
                .wizard(session.style == .staged ? .nothingToSave : .keptUntilSubmit))
        }
    }

    /// Goes on with what the person asked for after something failed.
    mutating func retry(_ turn: inout WizardTurn) {
        if session.isRefusedBundle { turn.returnsToBasket = true }
        if session.hasLostApplication { askToCreateAgain(&turn) }
        if case .ambiguous = session.opening {
            session.chooseApplication(selection, &turn.session)
        } else {
            session.retry(&turn.session)
        }
    }

    private func askToCreateAgain(_ turn: inout WizardTurn) {
        turn.confirmation = Confirmation(
            subject: .createAgain(session.draft.id),
            question: .wizard(.createAgain),
            word: "new")
    }

    func askToTakeOver(_ turn: inout WizardTurn) {
        guard session.canTakeOver else { return }
        var error = session.journal.error
        if case .notRead(let reason) = session.opening { error = reason }
        turn.confirmation = Confirmation(
            subject: .takeOver(session.draft.id),
            question: .wizard(.takeOver(error: error)),
            word: "take over")
    }

    mutating func askToSubmit(_ turn: inout WizardTurn) {
        if case .unknown = session.submission { return retry(&turn) }
        turn.confirmation = Confirmation(
            subject: .submit(session.draft.id),
            question: .wizard(
                .submit(count: session.draft.datasets.count, unchanged: answersAsTheyWere(turn.languages))),
            word: "submit")
    }

    /// The committee asked for changes that were not made: of these fields, or of none in particular. Nil where that is
    /// not so.
    private func answersAsTheyWere(_ languages: [String]) -> [String]? {
        let asked = session.fieldsAskedToChange.map { $0.title.text(in: languages) }
        return asked.isEmpty && !session.isReturnedUnchanged ? nil : asked
    }

    /// One level up: what is open in the field, the page of answers that differ, the wizard.
    mutating func goBack(_ turn: inout WizardTurn) {
        if mode == .comparing { return closeComparison(&turn) }
        if closeInnerEditor() { return }
        leave(&turn)
        turn.leaves = true
    }
}
