import Foundation
import PortalModel

/// What the person asked for and saw, against which everything that happens is held.
struct HostileRecord {
    /// How often the person had an application made, per draft.
    private var creationsAsked: [DraftID: Int] = [:]
    private var creationsSent: [DraftID: Int] = [:]
    private var submissionsAsked: [DraftID: Int] = [:]
    private var submissionsSent: [DraftID: Int] = [:]
    /// The answers on screen when the person last had a draft submitted.
    private var reviewed: [DraftID: [FieldID: FieldValue]] = [:]
    /// What the program was told last when it asked for a draft's application.
    private var looked: [DraftID: Application] = [:]
    /// For the walks' own report: how much of what can happen did.
    private(set) var submitted = 0
    /// The first thing that did not hold.
    private(set) var problem: String?

    /// What happened last, for whoever has to find out why.
    private var trail: [AppAction] = []

    var story: String {
        trail.suffix(25).map { String("\($0)".replacing("PortalModel.", with: "").prefix(160)) }.joined(separator: "\n")
    }

    mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds, problem == nil { problem = what() }
    }

    /// As much of a wizard as has to be compared with what it was before.
    private struct Glimpse {
        var begins: Bool
        var isUnderWay: Bool
        var timerIsRunning: Bool
    }

    private var glimpses: [DraftID: Glimpse] = [:]

    mutating func watch(_ action: AppAction, _ wizards: [WizardState], open: DraftID?, effects: [Effect]) {
        if trail.count == 100 { trail.removeFirst(75) }
        trail.append(action)
        let before = glimpses
        glimpses = [:]
        for wizard in wizards { watch(action, wizard, before[wizard.session.draft.id]) }
        for effect in effects {
            count(effect)
            guard case .host(.startTimer(.journalDraft, _)) = effect, let open else { continue }
            expect(before[open]?.timerIsRunning != true, "Keys must not put off the saving of those before them.")
        }
    }

    private mutating func watch(_ action: AppAction, _ wizard: WizardState, _ before: Glimpse?) {
        let id = wizard.session.draft.id
        let now = Glimpse(
            begins: wizard.session.opening.begins, isUnderWay: wizard.session.submission.isUnderWay,
            timerIsRunning: wizard.session.journal.timerIsRunning)
        glimpses[id] = now
        if now.begins, before?.begins != true {
            expect(action.isThePersons, "Only the person has an application made: \(action)")
            creationsAsked[id, default: 0] += 1
        }
        if now.isUnderWay, before?.isUnderWay == false, action.isThePersons, wizard.session.submission.isNew {
            submissionsAsked[id, default: 0] += 1
            reviewed[id] = wizard.visibleAnswers
        }
    }

    private mutating func count(_ effect: Effect) {
        switch effect {
        case .write(.createApplication(let id, _)):
            creationsSent[id, default: 0] += 1
            let asked = creationsAsked[id, default: 0]
            expect(creationsSent[id, default: 0] <= asked, "Made again without having been asked.")
        case .write(.submit(let id, _)):
            submissionsSent[id, default: 0] += 1
            let asked = submissionsAsked[id, default: 0]
            expect(submissionsSent[id, default: 0] <= asked, "Sent again without having been asked.")
        default: break
        }
    }

    /// A call reaches the portal.
    mutating func arrived(_ effect: Effect, at portal: WizardPortal, disk: [DraftID: Draft], isLate: Bool) {
        guard !isLate else { return }
        switch effect {
        case .write(.createApplication(let id, _)):
            expect(disk[id]?.phase == .creating, "What is made has to be on the disk first.")
        case .write(.submit(let id, let application)):
            expect(disk[id] == nil || disk[id]?.phase == .submitting, "What is sent has to be on the disk first.")
            guard let entry = portal.application(application), entry.state.isEditable else { return }
            submitted += 1
            // No contract has versions: what is changed at the portal between the last look and the submission, at its
            // web page or by a call of ours that was given up on, cannot be seen by any client.
            for field in (looked[id] ?? entry).forms.flatMap(\.fields) where field.isVisible {
                guard let shown = reviewed[id]?[field.id] else { continue }
                expect(field.value == shown, "The committee gets another answer to \(field.id.field) than was shown.")
            }
        case .write(.reconcile(let id, let application?, _, _)): looked[id] = portal.application(application)
        default: break
        }
    }
}

extension WizardState {
    fileprivate var visibleAnswers: [FieldID: FieldValue] {
        let fields = (session.application?.forms ?? []).flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        return Dictionary(fields.map { ($0.id, session.value(of: $0)) }) { $1 }
    }
}

extension RequestOpening {
    /// An application is about to be made: what follows the claim is its answer.
    fileprivate var begins: Bool {
        switch self {
        case .claiming, .asking, .journalling, .creating: true
        default: false
        }
    }
}

extension SubmissionProgress {
    /// On its way to be sent, not looked for after a failure.
    fileprivate var isNew: Bool {
        switch self {
        case .asking, .journalling, .underWay, .verifying: true
        default: false
        }
    }
}

extension AppAction {
    fileprivate var isThePersons: Bool {
        switch self {
        case .input, .commandChosen, .draftIDMade, .session(_, .opened): true
        default: false
        }
    }
}
