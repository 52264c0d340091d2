import Foundation
import PortalModel

/// What has to hold after every single thing that happens.
extension HostileWorld {
    private func expect(_ holds: Bool, _ what: @autoclosure () -> String) { record.expect(holds, what()) }

    func checkInvariants(_ wizards: [WizardState]) {
        let open = state.wizard?.session.draft.id
        for wizard in wizards where isListed(wizard) {
            checkSaved(wizard)
            checkWaiting(wizard, isOpen: wizard.session.draft.id == open)
        }
        checkReads()
        if wizards.count > 1 {
            expect(Set(wizards.map(\.session.draft.id)).count == wizards.count, "One draft is in two wizards.")
        }
    }

    /// A deleted draft is not one that could be lost.
    private func isListed(_ wizard: WizardState) -> Bool {
        wizard.session.submission != .done && state.requests.drafts.contains { $0.id == wizard.session.draft.id }
    }

    private func checkSaved(_ wizard: WizardState) {
        guard wizard.session.isSavedHere, wizard.session.draft.revision > 0 else { return }
        let kept = disk[wizard.session.draft.id]
        expect(kept?.answers == wizard.session.draft.answers, "Shown as saved, and it is not.")
        expect(kept?.acceptedLicences == wizard.session.draft.acceptedLicences, "Licences shown as saved are not.")
        expect(kept?.application == wizard.session.draft.application, "The application's number is not on the disk.")
    }

    /// Whatever the state waits for is really under way: else it would wait for ever.
    private func checkWaiting(_ wizard: WizardState, isOpen: Bool) {
        let id = wizard.session.draft.id
        let isWriting = journals[id]?.isEmpty == false
        let isCalling = calls[id]?.isEmpty == false
        let willTryAgain = isRunning(.tryAgain) || isRunning(.retryJournal)
        if wizard.session.journal.writing != nil { expect(isWriting, "It waits for a write that nobody makes.") }
        if wizard.session.journal.timerIsRunning, isOpen { expect(isRunning(.journalDraft), "The clock has stopped.") }
        if !wizard.session.isSavedHere {
            let willBeSaved = isWriting || isRunning(.journalDraft) || isRunning(.retryJournal)
            expect(willBeSaved, "Nothing is going to save what is unsaved.")
        }
        switch wizard.session.opening {
        case .asking, .creating, .checking: expect(isCalling, "It waits for a call that nobody makes.")
        case .journalling: expect(isWriting || willTryAgain, "It waits for a write that nobody makes.")
        case .claiming, .reading: expect(isWriting, "It waits for a draft that nobody reads.")
        case .ready, .notRead, .unknown, .notCreated, .ambiguous: break
        }
        switch wizard.session.submission {
        case .asking, .underWay, .verifying, .checking:
            expect(isCalling, "The sending waits for a call that nobody makes.")
        case .journalling: expect(isWriting, "The sending waits for a write that nobody makes.")
        case .none, .unknown, .stopped, .done: break
        }
        if wizard.session.service.phase.isSending {
            expect(isCalling || isWriting, "It waits for a save that nobody makes.")
        }
        if wizard.session.service.phase == .backingOff {
            expect(isRunning(.tryAgain), "It says that it will try again.")
        }
        if let loading = wizard.session.loading { checkRead(loading) }
    }

    private func isRunning(_ timer: TimerID) -> Bool { timers.contains { $0.id == timer } }

    private func checkReads() {
        let requests = state.requests
        let awaited = [requests.pending, requests.entitlementsPending, requests.open?.pending, requests.looking]
        for pending in awaited.compactMap(\.self) {
            checkRead(pending)
        }
    }

    private func checkRead(_ pending: Pending) {
        expect(reads.contains { $0.call.effect.readID == pending.id }, "\(pending.id) is waited for, not under way.")
    }

    /// After everything was answered.
    func checkRest() {
        expect(state.parkedWizards.isEmpty, "A wizard that was left has never come to rest.")
        guard let wizard = state.wizard else { return }
        expect(wizard.session.loading == nil, "The loading never ends.")
        expect(
            !wizard.session.service.phase.isSending && wizard.session.journal.writing == nil, "The saving never ends.")
        expect(!wizard.session.submission.isUnderWay, "The sending never ends.")
        switch wizard.session.opening {
        // Signing in is up to the person.
        case .unknown(let error) where !error.canBeRetried: break
        case .claiming, .reading, .asking, .journalling, .creating, .checking, .unknown:
            expect(false, "The opening never ends: \(wizard.session.opening)")
        case .ready, .notRead, .notCreated, .ambiguous: break
        }
        if case .unknown = wizard.session.submission { expect(false, "Whether it was sent is never found out.") }
        guard isListed(wizard) else { return }
        expect(disk[wizard.session.draft.id] == nil || wizard.session.isSavedHere, "Never saved.")
        if let application = wizard.session.draft.application, let entry = portal.entries[application],
            entry.state.isEditable,
            wizard.session.application != nil, state.screen == .wizard, !wizard.session.isLocked
        {
            // What the portal keeps otherwise the screen says, and submitting names.
            // What was changed there stays as it is here for as long as the cursor stands in it.
            let own = wizard.session.savableAnswers.filter {
                !wizard.session.keptOtherwise.contains($0.key) && $0.key != wizard.focus
            }
            for (id, answer) in own where !wizard.session.needsSaving {
                let kept = entry.answers[id] ?? .text("")
                // A call that arrives after all may write over what came before; it shows when it is loaded again.
                let isKnown =
                    wizard.session.application?.field(id)?.value == kept
                    && portal.application(application)?.field(id)?.isVisible == true
                expect(kept == answer || !isKnown, "Said to be at the portal, and it is not: \(id).")
            }
        }
    }
}
