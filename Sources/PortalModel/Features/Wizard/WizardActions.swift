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
            turn.tell(.information, "The portal is not there. It is kept here, and sent when it is back.")
        } else if session.service.phase == .idle {
            turn.tell(
                .information,
                session.style == .staged
                    ? "Nothing new to save at the portal." : "It is kept here; the portal gets it when you submit.")
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
            question: "The portal does not have this request any more. Make a new one with the answers kept here?",
            word: "new")
    }

    func askToTakeOver(_ turn: inout WizardTurn) {
        guard session.canTakeOver else { return }
        var error = session.journal.error
        if case .notRead(let reason) = session.opening { error = reason }
        turn.confirmation = Confirmation(
            subject: .takeOver(session.draft.id),
            question:
                "\(error?.detail ?? error?.sentence ?? "") Take it over? The other program stops writing; what it "
                + "has saved is here, and what it has not stays on its screen.",
            word: "take over")
    }

    mutating func askToSubmit(_ turn: inout WizardTurn) {
        if case .unknown = session.submission { return retry(&turn) }
        let count = session.draft.datasets.count
        let datasets = count == 1 ? "one dataset" : "\(count) datasets"
        turn.confirmation = Confirmation(
            subject: .submit(session.draft.id),
            question: "Submit the request for \(datasets)? The committee gets your answers as they are now."
                + warningBeforeSubmitting(turn.languages),
            word: "submit")
    }

    /// The committee asked for changes that were not made.
    private func warningBeforeSubmitting(_ languages: [String]) -> String {
        let asked = session.fieldsAskedToChange.map { "“\($0.title.text(in: languages))”" }
        if !asked.isEmpty {
            return "\nThe committee asked for another answer to \(asked.joined(separator: ", ")), and it is as it was."
        }
        return session.isReturnedUnchanged ? "\nNothing was changed since the committee returned it." : ""
    }

    /// One level up: what is open in the field, the page of answers that differ, the wizard.
    mutating func goBack(_ turn: inout WizardTurn) {
        if mode == .comparing { return closeComparison(&turn) }
        if closeInnerEditor() { return }
        leave(&turn)
        turn.leaves = true
    }
}
