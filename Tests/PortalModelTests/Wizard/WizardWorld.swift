import Foundation
import PortalModel
import Testing

/// The wizard with a portal and a disk of its own, both made here: effects wait in queues until the test lets them
/// happen, in time, too late, or without an answer.
final class WizardWorld {
    /// What becomes of a call.
    enum Fate: Equatable {
        case answered
        /// Carried out, but the answer is lost.
        case lostAnswer
        /// Never arrived.
        case lostRequest
        case refused(PortalError)
    }

    var state: AppState
    private(set) var disk: [DraftID: Draft] = [:]
    /// Submissions as the disk remembers them.
    private(set) var remembered: [Submission] = []
    var portal = WizardPortal()
    /// Seconds by which the portal's clock is ahead.
    var portalClockDifference = 0.0
    /// Calls that reached the portal.
    private(set) var calls: [String] = []
    private(set) var journalQueue: [Effect] = []
    private(set) var serviceQueue: [Effect] = []
    private(set) var readQueue: [Effect] = []
    private(set) var otherEffects: [Effect] = []
    /// Forms that were kept beside drafts, where the test keeps them.
    private(set) var forms: [DraftID: Application] = [:]
    var keepsForms = false
    private(set) var timers: [TimerID: Int] = [:]
    private(set) var clock = Story.beginning
    /// What the program showed as saved last: must be on the disk, whatever happens.
    private(set) var shownAsSaved: Draft?

    /// What is known of a request that is about to be made.
    var finding = RequestFinding.made

    static let draftID = DraftID("draft-1")
    static let lost = PortalError(.timedOut(seconds: 30), operation: "a call")

    init(columns: Int = 80, rows: Int = 24) {
        state = Self.freshState(columns: columns, rows: rows)
        state.basket.items = [Made.basketItem(1), Made.basketItem(2), Made.basketItem(3)]
    }

    private static func freshState(columns: Int = 80, rows: Int = 24) -> AppState {
        AppState(
            now: Story.beginning, terminal: TerminalState(columns: columns, rows: rows), profile: .test)
    }

    // MARK: The person

    func press(_ keys: Key...) { for key in keys { send(.input(.key(key))) } }
    func type(_ text: String) { for character in text { press(.character(character)) } }
    func perform(_ command: Command) { send(.commandChosen(command)) }

    /// From the basket to the first form, everything answered.
    func openNewRequest(datasets: Int = 2, from origin: Screen = .basket) {
        state.basket.items = Array(state.basket.items.prefix(datasets)) + state.basket.items.dropFirst(datasets)
        state.screen = origin
        send(.draftIDMade(Self.draftID))
        settle()
        perform(.nextStep)
    }

    // MARK: The world

    func send(_ action: AppAction) {
        clock += 0.01
        state.now = clock
        for effect in reduce(into: &state, action) { follow(effect) }
        check()
    }

    func fire(_ timer: TimerID) {
        guard let milliseconds = timers.removeValue(forKey: timer) else {
            Issue.record("The timer \(timer) does not run.")
            return
        }
        clock += Double(milliseconds) / 1000
        send(.timerFired(timer))
    }

    /// Nothing happens meanwhile.
    func passAMinute() { clock += 60 }

    func isRunning(_ timer: TimerID) -> Bool { timers[timer] != nil }

    /// Lets the next timer run out, besides some that do not matter here.
    func fireEarliest(after others: [TimerID]) {
        let next = timers.filter { !others.contains($0.key) }.min { $0.value < $1.value }
        if let next { fire(next.key) }
    }

    /// What an earlier run left on the disk.
    func keep(_ draft: Draft) { disk[draft.id] = draft }

    private func follow(_ effect: Effect) {
        switch effect {
        case .host(.startTimer(let id, let milliseconds)): timers[id] = milliseconds
        case .host(.stopTimer(let id)): timers[id] = nil
        case .disk(.openDraft), .disk(.takeOverDraft), .disk(.journalDraft), .disk(.discardDraft),
            .disk(.keepSubmission):
            journalQueue.append(effect)
        case .write(.createApplication), .write(.saveAnswers), .write(.acceptLicences), .write(.submit),
            .write(.reconcile):
            serviceQueue.append(effect)
        case .read(let id, .application):
            // Another read of the slot cancels the one before.
            readQueue.removeAll { if case .read(let other, .application) = $0 { other.slot == id.slot } else { false } }
            readQueue.append(effect)
        case .write(.claimRequest(let draft, _)): send(.requestClaimed(draft, finding))
        case .disk(.keepForm(let id, let form)): if keepsForms { forms[id] = form }
        default: otherEffects.append(effect)
        }
    }

    /// Lets the oldest write to the disk happen.
    func runJournal(failing error: PortalError? = nil) {
        guard !journalQueue.isEmpty else { return }
        switch journalQueue.removeFirst() {
        case .disk(.journalDraft(let draft)):
            if error == nil, (disk[draft.id]?.revision ?? -1) <= draft.revision { disk[draft.id] = draft }
            send(.session(draft.id, .journalled(revision: draft.revision, error)))
        case .disk(.openDraft(let id, _)):
            var draft = disk[id]
            draft?.form = forms[id]
            send(.session(id, .opened(error.map(Result.failure) ?? .success(draft))))
        case .disk(.takeOverDraft(let id, _)):
            send(.session(id, .takenOver(error.map(Result.failure) ?? .success(disk[id]))))
        case .disk(.discardDraft(let id)):
            if error == nil { disk[id] = nil }
            send(.draftDiscarded(id, error))
        case .disk(.keepSubmission(let submission)):
            if error == nil {
                disk[submission.draft] = nil
                remembered.append(submission)
            }
            send(.submissionKept(submission.draft, error))
        default: break
        }
    }

    /// Lets the oldest call to the portal happen. What is sent was on its way to the disk first.
    func runService(_ fate: Fate = .answered) {
        if serviceQueue.isEmpty, state.wizard?.session.service.phase.isSending == true { runJournal() }
        guard !serviceQueue.isEmpty else { return }
        let effect = serviceQueue.removeFirst()
        if fate == .answered || fate == .lostAnswer { checkIsOnDisk(effect) }
        send(answer(to: effect, fate))
    }

    func runRead(failing error: PortalError? = nil) {
        guard !readQueue.isEmpty, case .read(let id, .application(let application)) = readQueue.removeFirst() else {
            return
        }
        let found = portal.application(application).map(Result<Application, PortalError>.success)
        send(
            .applicationAnswered(
                id, error.map(Result.failure) ?? found ?? .failure(PortalError(.notFound, operation: "loading"))))
    }

    /// Lets everything happen that is under way, without letting time pass.
    func settle() {
        for _ in 0..<200 where !journalQueue.isEmpty || !serviceQueue.isEmpty || !readQueue.isEmpty {
            runJournal()
            runService()
            runRead()
        }
        #expect(journalQueue.isEmpty && serviceQueue.isEmpty && readQueue.isEmpty, "It does not come to rest.")
    }

    /// The program is killed and started again. Calls on their way are lost or carried out, as the test says.
    func restart(carryingOutCalls: Bool = false) {
        if carryingOutCalls {
            for effect in serviceQueue { _ = answer(to: effect, .lostAnswer) }
        }
        journalQueue = []
        serviceQueue = []
        readQueue = []
        timers = [:]
        let basket = state.basket.items
        state = Self.freshState()
        shownAsSaved = nil
        clock += 60
        send(.started(StoredState(basket: basket, drafts: Array(disk.values))))
        readQueue = []
    }

    func reopen() {
        guard let draft = state.requests.drafts.first else {
            Issue.record("There is no draft to reopen.")
            return
        }
        state.screen = .requests
        state.requests.selection = state.requests.rows.firstIndex { $0.draft?.id == draft.id } ?? 0
        perform(.editRequest)
    }

    private func answer(to effect: Effect, _ fate: Fate) -> AppAction {
        let failure: PortalError? =
            switch fate {
            case .answered: nil
            case .lostAnswer, .lostRequest: Self.lost
            case .refused(let error): error
            }
        let arrives = fate == .answered || fate == .lostAnswer
        switch effect {
        case .write(.createApplication(let id, let identifiers)):
            let created =
                arrives ? portal.create(identifiers, at: clock.addingTimeInterval(portalClockDifference)) : nil
            if arrives { calls.append("create") }
            return .session(id, .created(failure.map(Result.failure) ?? .success(created ?? ApplicationID(0))))
        case .write(.saveAnswers(let id, let application, let revision, let answers)):
            let refusal = arrives ? portal.save(application, answers) : nil
            if arrives { calls.append("save") }
            return .session(id, .saved(revision: revision, failure ?? refusal))
        case .write(.acceptLicences(let id, let application, let licences)):
            if arrives { portal.accept(application, licences) }
            if arrives { calls.append("accept") }
            return .session(id, .licencesAccepted(failure))
        case .write(.submit(let id, let application)):
            let refusal = arrives ? portal.submit(application, at: clock) : nil
            if arrives { calls.append("submit") }
            return .session(id, .submitted(failure ?? refusal))
        case .write(.reconcile(let id, let application, let lost, let inquiry)):
            return .session(id, .reconciled(inquiry, failure.map(Result.failure) ?? reconcile(application, lost)))
        default: return .timerFired(.ticker)
        }
    }

    private func reconcile(
        _ application: ApplicationID?, _ lost: LostCreation
    ) -> Result<Reconciliation, PortalError> {
        if let application {
            return portal.application(application).map { .success(.found($0)) }
                ?? .failure(PortalError(.notFound, operation: "looking"))
        }
        let candidates = lost.candidates(among: portal.summaries)
        switch candidates.count {
        case 0: return .success(.nothing(listed: Set(portal.entries.keys)))
        case 1: return portal.application(candidates[0].id).map { .success(.found($0)) } ?? .failure(Self.lost)
        default: return .success(.ambiguous(candidates))
        }
    }

    // MARK: What always holds

    /// A call that changes something is on the disk before it is made.
    private func checkIsOnDisk(_ effect: Effect) {
        switch effect {
        case .write(.createApplication(let id, _)): #expect(disk[id]?.phase == .creating)
        case .write(.acceptLicences(let id, _, _)): #expect(disk[id]?.phase == .acceptingLicences)
        case .write(.submit(let id, let application)):
            #expect(disk[id]?.phase == .submitting)
            #expect(disk[id]?.intent?.application == application, "It is not on the disk what is about to be sent.")
        default: break
        }
    }

    private func check() {
        guard let wizard = state.wizard, wizard.session.submission != .done else { return }
        // A deleted draft is not one that could be lost.
        guard state.screen == .wizard || state.requests.drafts.contains(where: { $0.id == wizard.session.draft.id })
        else {
            return
        }
        if wizard.session.isSavedHere, wizard.session.draft.revision > 0 {
            shownAsSaved = wizard.session.draft
            #expect(
                disk[wizard.session.draft.id]?.answers == wizard.session.draft.answers, "Shown as saved, and it is not."
            )
            #expect(disk[wizard.session.draft.id]?.acceptedLicences == wizard.session.draft.acceptedLicences)
        }
        if let focus = wizard.focus, case .text(let editor) = wizard.editor,
            let field = wizard.session.application?.field(focus)
        {
            let kept = wizard.session.value(of: field).text
            #expect(
                kept == editor.text || wizard.session.draft.answers[focus] == nil,
                "What is on screen is not what is kept.")
        }
        if case .form = wizard.step, wizard.session.application != nil {
            #expect(wizard.focus == nil || wizard.focusedField?.isVisible == true, "The cursor is in a hidden field.")
        }
    }
}
