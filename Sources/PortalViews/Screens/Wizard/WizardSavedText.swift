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

    /// On this machine; nil while there is nothing to save.
    static func here(_ wizard: WizardState, now: Date) -> Part? {
        if wizard.session.submission == .done { return nil }
        switch wizard.session.opening {
        // What is there is not ours to tell of.
        case .reading, .notRead: return nil
        case .ready, .claiming, .asking, .journalling, .creating, .checking, .unknown, .notCreated, .ambiguous: break
        }
        if wizard.session.isTakenOver {
            return Part(
                texts: ["another program has it: M-t takes it over", "another program has it"], style: .error,
                isAlarming: true,
                explanations: ["Another program has this draft. M-t takes it over; nothing typed is lost."])
        }
        if let error = wizard.session.journal.error {
            let why = TerminalText(singleLine: error.detail ?? error.sentence)
            return Part(
                texts: ["not saved here: \(why)", "not saved here"], style: .error, isAlarming: true,
                explanations: ["\(why) It is kept in memory and tried again.", why])
        }
        guard wizard.session.draft.revision > 0 else { return nil }
        guard wizard.session.isSavedHere else { return Part(texts: ["saving here…", "saving…"], style: .dim) }
        return Part(
            texts: ["saved here" + age(wizard.session.journal.confirmedAt, now: now), "saved here"], style: .dim)
    }

    /// At the service; nil while there is no application.
    static func service(_ wizard: WizardState, now: Date, canSignIn: Bool) -> Part? {
        guard wizard.session.application != nil, wizard.session.submission != .done else { return nil }
        let service = wizard.session.service
        if let part = unsettled(wizard) { return part }
        if service.phase.isSending, service.attempts > 0 {
            return Part(
                texts: ["no answer from the portal, trying again…", "trying again…"], style: .warning, isAlarming: true)
        }
        if service.phase.isSending { return Part(texts: ["saving at the portal…", "sending…"], style: .dim) }
        if let error = service.error {
            return failed(error, isWaiting: service.phase == .backingOff, canSignIn: canSignIn)
        }
        if !wizard.session.needsSaving, wizard.session.heldBack > 0 {
            let answers = CountText.text(wizard.session.heldBack, "answer")
            return Part(
                texts: [
                    "\(answers) to correct, rest saved at the portal",
                    "\(wizard.session.heldBack) to correct, rest saved", "\(wizard.session.heldBack) to correct",
                ],
                style: .warning)
        }
        if !wizard.session.needsSaving, !wizard.session.keptOtherwise.isEmpty {
            let count = wizard.session.keptOtherwise.count
            return Part(
                texts: ["at the portal, except \(count) that it keeps otherwise", "\(count) kept otherwise"],
                style: .warning)
        }
        if wizard.session.needsSaving { return Part(texts: ["not yet at the portal", "not yet sent"], style: .dim) }
        guard let savedAt = service.savedAt else { return nil }
        return Part(texts: ["at the portal" + age(savedAt, now: now), "at the portal"], style: .dim)
    }

    /// Before anything is saved at the service it has to be known what it has, and chosen where that differs.
    private static func unsettled(_ wizard: WizardState) -> Part? {
        if !wizard.session.conflicts.isEmpty {
            let answers: TerminalText =
                wizard.session.conflicts.count == 1 ? "one answer" : "\(wizard.session.conflicts.count) answers"
            return Part(
                texts: ["conflict in \(answers): F12 compares", "conflict: F12 compares", "conflict: F12"],
                style: .warning, isAlarming: true)
        }
        guard wizard.session.isRecalled else { return nil }
        guard wizard.session.loading == nil else { return Part(texts: ["asking the portal…", "asking…"], style: .dim) }
        return Part(
            texts: ["the portal is away: kept here until it is back", "waiting for the portal", "waiting"],
            style: .warning, isAlarming: true)
    }

    private static func failed(_ error: PortalError, isWaiting: Bool, canSignIn: Bool) -> Part {
        if error.kind == .signedOut, canSignIn {
            return Part(texts: ["signed out: F6 signs in", "F6 signs in"], style: .warning, isAlarming: true)
        }
        let next: TerminalText = isWaiting ? " It will be sent when the portal is back." : ""
        let sentence = TerminalText(singleLine: error.sentence)
        var part = Part(
            texts: [], style: .warning, isAlarming: true,
            explanations: [
                sentence + next + TerminalText(singleLine: error.idNote), sentence + next, sentence,
            ])
        switch error.kind {
        case .conflict:
            part.texts = ["conflict: it was changed at the portal", "conflict at the portal", "conflict"]
        case .offline where isWaiting, .timedOut where isWaiting:
            part.texts = ["waiting for the network", "no network"]
        case _ where isWaiting: part.texts = ["waiting for the portal", "waiting"]
        case .invalid: part.texts = ["the portal found something wrong", "to correct"]
        default: part.texts = ["not saved at the portal", "not sent"]
        }
        return part
    }

    /// From a minute on, so that typing does not redraw it.
    private static func age(_ time: Date?, now: Date) -> TerminalText {
        guard let time, now.timeIntervalSince(time) >= 60 else { return .empty }
        return " \(AgeText.text(of: time, now: now))"
    }
}
