/// The commands of the wizard.
extension AppState {
    mutating func wizardCommand(_ command: Command) -> [Effect] {
        switch command {
        case .goBack where wizard?.mode == .result: return leaveToOrigin()
        case .open where wizard?.mode == .licences: return readLicence()
        case .takeOffer, .takeAllOffers, .undoOffers: return takeOffers(command)
        case .copyIdentifier:
            return wizard?.licenceWords(languages: languages).map { [.host(.copy($0))] } ?? []
        case .downloadFile where wizard?.mode == .licences:
            return wizardTurn { $0.fetchLicence(isToRead: false, &$1) }
        default: break
        }
        return wizardTurn { wizard, turn in wizard.perform(command, &turn) }
    }

    /// Pages go through the licence that is read beside the list.
    mutating func moveInWizard(_ movement: Movement) -> [Effect] {
        if let current = wizard, current.mode == .licences, movement != .up, movement != .down {
            let offset = scrolled(current.offset, movement)
            wizard?.offset = offset
            return []
        }
        return wizardCommand(movement.command)
    }

    func wizardAvailability(of command: Command) -> Availability {
        offersAvailability(of: command) ?? wizard?.availability(of: command, languages: languages) ?? .hidden
    }
}

extension WizardState {
    mutating func perform(_ command: Command, _ turn: inout WizardTurn) {
        if mode == .comparing { return performInComparison(command, &turn) }
        switch command {
        case .takeOver: askToTakeOver(&turn)
        case .compareAnswers: compareAnswers(&turn)
        case .moveUp, .moveDown, .pageUp, .pageDown, .moveToStart, .moveToEnd: move(command, &turn)
        case .moveLeft, .moveRight, .previousYear, .nextYear: moveInEditor(command, &turn)
        case .nextField: nextField(&turn)
        case .previousField: previousField(&turn)
        case .nextStep: if let next = step(after: 1) { go(to: next, &turn) }
        case .previousStep: if let before = step(after: -1) { go(to: before, &turn) }
        case .nextMissing: nextMissing(&turn)
        case .showReview: go(to: .review, &turn)
        case .jumpToField: jump(&turn)
        case .open: open(turn: &turn)
        case .toggleChoice: toggleChoice(&turn)
        case .editInEditor:
            if let field = focusedField {
                turn.perform(.host(.edit(field.id, field.editorText(of: session.value(of: field)))))
            }
        case .acceptLicence: if let licence = selectedLicence { session.toggle([licence], &turn.session) }
        case .acceptAllLicences: session.toggle(session.licencesToAccept, &turn.session)
        case .changeLanguage: changeLicenceLanguage(&turn)
        case .saveNow: saveNow(&turn)
        case .retry: retry(&turn)
        case .submitRequest: askToSubmit(&turn)
        case .leaveWizard, .goBack: goBack(&turn)
        default: performInEditor(command, &turn)
        }
    }

    private mutating func move(_ command: Command, _ turn: inout WizardTurn) {
        switch editor {
        case .text(let text) where text.isMultiline:
            if let key = command.key { type(key, &turn) }
        case .choice: moveChoice(command, turn)
        case .table, .files: moveInEditor(command, &turn)
        case .date(let date) where date.day != nil: moveInEditor(command, &turn)
        case .date where command == .moveUp: previousField(&turn)
        case .date where command == .moveDown: nextField(&turn)
        case .date: break
        case .text where command == .moveUp: previousField(&turn)
        case .text where command == .moveDown: nextField(&turn)
        case .text: break
        case .reading where command == .moveUp: previousField(&turn)
        case .reading: nextField(&turn)
        case nil:
            var position = ListPosition(selection: selection, top: 0)
            position.move(Movement(command), count: listCount, visible: 6)
            if position.selection != selection { offset = 0 }
            selection = position.selection
        }
    }

    /// Enter: goes on.
    private mutating func open(turn: inout WizardTurn) {
        switch mode {
        case .opening, .choosingApplication: retry(&turn)
        case .datasets: if let next = step(after: 1) { go(to: next, &turn) }
        case .review: jump(&turn)
        case .choosingOption: toggleChoice(&turn)
        case .editingText, .editingLines, .choosingDay, .inTable, .editingCell, .inFiles, .choosingFile, .reading,
            .licences, .result, .comparing:
            break
        }
    }

    private mutating func saveNow(_ turn: inout WizardTurn) {
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
    private mutating func retry(_ turn: inout WizardTurn) {
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

    private func askToTakeOver(_ turn: inout WizardTurn) {
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

    private mutating func askToSubmit(_ turn: inout WizardTurn) {
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

    private mutating func goBack(_ turn: inout WizardTurn) {
        if case .choice(var choice) = editor, !choice.find.isEmpty {
            choice.find = TextBuffer()
            choice.cursor = 0
            editor = .choice(choice)
            return
        }
        if closeInnerEditor() { return }
        leave(&turn)
        turn.leaves = true
    }
}

extension Command {
    /// The key that means the same in a text.
    fileprivate var key: Key? {
        switch self {
        case .moveUp: .up
        case .moveDown: .down
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .moveToStart: .alt("<")
        case .moveToEnd: .alt(">")
        default: nil
        }
    }
}
