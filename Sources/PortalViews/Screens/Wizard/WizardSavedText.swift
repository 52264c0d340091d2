import FoundationEssentials
import PortalModel
import TerminalCanvas

/// What is said of saving. "Saved" always says where, and is said of confirmed writes only.
enum WizardSavedText {
    /// The same in fewer and fewer words, so that it is never cut.
    struct Part {
        var texts: [TerminalText]
        var style: Style
        var isAlarming = false
        /// In sentences: what happened and what becomes of it, the longest first.
        var explanations: [TerminalText] = []

        func text(_ level: Int) -> TerminalText { texts[min(level, texts.count - 1)] }
    }

    /// On this machine; nil while there is nothing to save. While letters come one after another each is being saved, and
    /// nothing else is said.
    static func here(_ wizard: WizardState, _ state: AppState, _ words: Phrasing) -> Part? {
        if wizard.session.submission == .done { return nil }
        switch wizard.session.opening {
        // What is there is not ours to tell of.
        case .reading, .notRead: return nil
        case .ready, .claiming, .asking, .journalling, .creating, .checking, .unknown, .notCreated, .ambiguous: break
        }
        if wizard.session.isTakenOver {
            return Part(
                texts: [words(WizardWords.otherHasItKey), words(WizardWords.otherHasIt)], style: .error,
                isAlarming: true,
                explanations: [words(WizardWords.otherHasDraft)])
        }
        if let error = wizard.session.journal.error {
            let why = words(error.why).singleLine
            return Part(
                texts: [words(WizardWords.notSavedBecause(why: why)), words(WizardWords.notSaved)], style: .error,
                isAlarming: true,
                explanations: [words(WizardWords.keptInMemory(why: why)), why])
        }
        guard wizard.session.draft.revision > 0 else { return nil }
        guard wizard.session.isSavedHere, state.lettersTyped == 0 else {
            return Part(texts: [words(WizardWords.savingHere), words(WizardWords.saving)], style: .dim)
        }
        return Part(
            texts: [
                words(WizardWords.savedHere) + age(wizard.session.journal.confirmedAt, now: state.now, words),
                words(WizardWords.savedHere),
            ], style: .dim)
    }

    /// At the service; nil while there is no application.
    static func service(_ wizard: WizardState, _ state: AppState, _ words: Phrasing) -> Part? {
        guard wizard.session.application != nil, wizard.session.submission != .done else { return nil }
        let service = wizard.session.service
        if let part = unsettled(wizard, words) { return part }
        if service.phase.isSending, service.attempts > 0 {
            return Part(
                texts: [words(WizardWords.noAnswerTrying), words(WizardWords.tryingAgain)], style: .warning,
                isAlarming: true)
        }
        if service.phase.isSending, state.lettersTyped == 0 {
            return Part(texts: [words(WizardWords.savingAtPortal), words(WizardWords.sending)], style: .dim)
        }
        if !service.phase.isSending, let error = service.error {
            return failed(
                error, isWaiting: service.phase == .backingOff, canSignIn: state.profile?.signInWay != nil, words)
        }
        if state.lettersTyped > 0 { return notYetAtPortal(words) }
        if !wizard.session.needsSaving, wizard.session.heldBack > 0 {
            let answers = words.count(wizard.session.heldBack, .answer)
            return Part(
                texts: [
                    words(WizardWords.toCorrectRest(answers: answers)),
                    words(WizardWords.toCorrectShort(count: wizard.session.heldBack)),
                    words(WizardWords.toCorrect(count: wizard.session.heldBack)),
                ],
                style: .warning)
        }
        if !wizard.session.needsSaving, !wizard.session.keptOtherwise.isEmpty {
            let count = wizard.session.keptOtherwise.count
            return Part(
                texts: [
                    words(WizardWords.exceptKeptOtherwise(count: count)),
                    words(WizardWords.keptOtherwise(count: count)),
                ],
                style: .warning)
        }
        if wizard.session.needsSaving {
            return notYetAtPortal(words)
        }
        guard let savedAt = service.savedAt else { return nil }
        return Part(
            texts: [words(WizardWords.atPortal) + age(savedAt, now: state.now, words), words(WizardWords.atPortal)],
            style: .dim)
    }

    private static func notYetAtPortal(_ words: Phrasing) -> Part {
        Part(texts: [words(WizardWords.notYetAtPortal), words(WizardWords.notYetSent)], style: .dim)
    }

    /// Before anything is saved at the service it has to be known what it has, and chosen where that differs.
    private static func unsettled(_ wizard: WizardState, _ words: Phrasing) -> Part? {
        if !wizard.session.conflicts.isEmpty {
            let answers: TerminalText =
                wizard.session.conflicts.count == 1
                ? words(WizardWords.oneAnswer) : words(WizardWords.someAnswers(count: wizard.session.conflicts.count))
            return Part(
                texts: [
                    words(WizardWords.conflictIn(answers: answers)), words(WizardWords.conflictCompare),
                    words(WizardWords.conflictKey),
                ],
                style: .warning, isAlarming: true)
        }
        guard wizard.session.isRecalled else { return nil }
        guard wizard.session.loading == nil else {
            return Part(texts: [words(WizardWords.askingPortal), words(WizardWords.asking)], style: .dim)
        }
        return Part(
            texts: [words(WizardWords.portalAway), words(WizardWords.waitingForPortal), words(WizardWords.waiting)],
            style: .warning, isAlarming: true)
    }

    private static func failed(_ error: PortalError, isWaiting: Bool, canSignIn: Bool, _ words: Phrasing) -> Part {
        if error.kind == .signedOut, canSignIn {
            return Part(
                texts: [words(WizardWords.signedOutKey), words(WizardWords.signInKey)], style: .warning,
                isAlarming: true)
        }
        let next: TerminalText = isWaiting ? words(WizardWords.sentWhenBack) : ""
        let sentence = words(error)
        var part = Part(
            texts: [], style: .warning, isAlarming: true,
            explanations: [
                sentence + next + words.idNote(error), sentence + next, sentence,
            ])
        part.texts = shortly(error.kind, isWaiting: isWaiting).map { words($0) }
        return part
    }

    /// What stands there all the time, the longest first.
    private static func shortly(_ kind: PortalError.Kind, isWaiting: Bool) -> [WizardWords] {
        if kind == .conflict { return [.conflictChanged, .conflictAtPortal, .conflict] }
        if isWaiting { return kind.isSilence ? [.waitingForNetwork, .noNetwork] : [.waitingForPortal, .waiting] }
        if case .invalid = kind { return [.foundWrong, .toCorrectNow] }
        return [.notSavedAtPortal, .notSent]
    }

    /// From a minute on, so that typing does not redraw it.
    private static func age(_ time: Date?, now: Date, _ words: Phrasing) -> TerminalText {
        guard let time, now.timeIntervalSince(time) >= 60 else { return .empty }
        return " \(words.age(of: time, now: now))"
    }
}
