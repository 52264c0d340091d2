import Foundation
import Testing

@testable import PortalModel

/// A run of `portal request new --submit`: the wizard's state and what the command does with it, one event at a time.
struct OnceProgram {
    enum Stage: Equatable {
        /// Another program has it in hand.
        case waiting
        case opening, answering, submitting
        /// It is being written that it is submitted.
        case remembering
        /// All that is left is to say it.
        case telling(ApplicationID?)
        /// It has said that the request is submitted, or that it is not.
        case ended(ApplicationID?)
        case killed
    }

    let number: Int
    var stage = Stage.waiting
    var state: AppState
    var journal: [Effect] = []
    var calls: [Effect] = []
    var reads: [Effect] = []
    /// Looks at what the portal has before anything is made.
    var asksList = true
    private var hasRetried = false

    static let answers: [FieldID: FieldValue] = [
        WizardPortal.title: .text("Sleep"), WizardPortal.purpose: .text("To find out."),
        WizardPortal.abroad: .text("no"), WizardPortal.email: .text("ada@institution.example"),
    ]

    init(number: Int, style: SubmissionStyle = .staged) {
        self.number = number
        var profile = ProfileInfo.test
        profile.capabilities.submission = style
        state = AppState(
            now: Story.beginning, terminal: TerminalState(columns: 80, rows: 24), profile: profile)
    }

    var isRunning: Bool {
        switch stage {
        case .ended, .killed: false
        default: true
        }
    }

    // MARK: - As `RequestClaim` and `RequestPlan` do

    mutating func start(_ disk: inout OnceDisk, _ portal: WizardPortal) {
        var draft = Draft(
            id: DraftID("draft-\(number)"), datasets: [Made.basketItem(1)], created: Story.beginning,
            modified: Story.beginning)
        (draft.revision, draft.savedAtService) = (1, 1)
        while true {
            switch disk.claim(draft, by: number) {
            case .held:
                stage = .waiting
                return
            case .begun(let own):
                guard own.application == nil, own.phase == .editing, !own.creationIsInDoubt else {
                    return open(own, disk, portal)
                }
                return compare(own, &disk, portal)
            case .made: return compare(draft, &disk, portal)
            case .known(let submissions):
                for submission in submissions {
                    let application = Self.result(of: submission, portal)
                    let verdict = SubmissionMemory.verdict(
                        on: application, remembered: submission, given: Self.answers)
                    if verdict == .same {
                        stage = .telling(application?.id)
                        return
                    }
                    if application == nil, SubmissionMemory.mayArrive(submission, now: Story.beginning) {
                        stage = .ended(nil)
                        return
                    }
                    disk.submissions[submission.draft] = nil
                }
            }
        }
    }

    private static func result(of submission: Submission, _ portal: WizardPortal) -> Application? {
        if let id = submission.application { return portal.application(id) }
        return SubmissionMemory.candidates(for: submission, among: portal.summaries)
            .compactMap { portal.application($0.id) }
            .first { SubmissionMemory.isResult(of: submission, $0) }
    }

    private mutating func compare(_ draft: Draft, _ disk: inout OnceDisk, _ portal: WizardPortal) {
        let candidates = SubmissionMemory.candidates(
            among: portal.summaries, for: draft.identifiers, now: Story.beginning)
        if asksList, let found = candidates.first.flatMap({ portal.application($0.id) }) {
            disk.keep(SubmissionMemory.found(found, insteadOf: draft, now: Story.beginning))
            stage = .telling(found.id)
        } else {
            open(draft, disk, portal)
        }
    }

    private mutating func open(_ draft: Draft, _ disk: OnceDisk, _ portal: WizardPortal) {
        stage = .opening
        state.requests.drafts = Array(disk.drafts.values)
        state.requests.applications = portal.summaries
        state.requests.fetchedAt = Story.beginning
        send(.requestBegun(draft))
    }

    // MARK: - As `RequestDesk` does

    mutating func send(_ action: AppAction) {
        state.now = Story.beginning
        for effect in reduce(into: &state, action) {
            switch effect {
            case .disk(.openDraft), .disk(.journalDraft), .disk(.discardDraft), .disk(.keepSubmission):
                journal.append(effect)
            case .write(.createApplication), .write(.sendRequest), .write(.saveAnswers), .write(.acceptLicences),
                .write(.submit), .write(.reconcile):
                calls.append(effect)
            case .read(_, .application), .read(_, .form): reads.append(effect)
            case .host(.startTimer(.journalDraft, _)): send(.timerFired(.journalDraft))
            default: break
            }
        }
        goOn()
    }

    private mutating func goOn() {
        guard let wizard = state.wizard else {
            if isRunning, stage != .waiting { stage = .ended(nil) }
            return
        }
        if [.opening, .answering, .submitting].contains(stage), wizard.submission == .done { stage = .remembering }
        if stage == .opening || stage == .answering, wizard.journal.error != nil { stage = .ended(nil) }
        switch stage {
        case .opening:
            if wizard.submission == .stopped(.creating, nil), wizard.opening == .ready {
                // It says that the portal was asked and does not have it; what that leaves is on the disk before.
                if wizard.journal.writing == nil { stage = .ended(nil) }
                return
            }
            switch wizard.opening {
            case .notCreated where !hasRetried && wizard.draft.creationIsInDoubt:
                hasRetried = true
                return send(.commandChosen(.retry))
            case .notRead, .notCreated, .unknown, .ambiguous: stage = .ended(nil)
            case .ready where wizard.application != nil && wizard.loading == nil && !wizard.submission.isUnderWay:
                stage = .answering
                send(.answersGiven(Self.answers, licences: WizardPortal.licences))
                send(.commandChosen(.saveNow))
            case .ready where wizard.loadError != nil: stage = .ended(nil)
            default: if case .unknown = wizard.submission { stage = .ended(nil) }
            }
        case .answering:
            if wizard.service.error != nil, !wizard.service.phase.isSending { stage = .ended(nil) }
            guard stage == .answering, wizard.isAtRest, journal.isEmpty, calls.isEmpty, reads.isEmpty else { return }
            stage = .submitting
            send(.commandChosen(.showReview))
            send(.commandChosen(.submitRequest))
            for letter in "submit" { send(.input(.key(.character(letter)))) }
            send(.commandChosen(.choose))
        case .submitting:
            switch wizard.submission {
            case .unknown, .stopped: if wizard.journal.writing == nil { stage = .ended(nil) }
            default: break
            }
        default: break
        }
    }

    /// What tells it from another one.
    var key: String {
        let wizard = state.wizard
        let effects = (journal + calls + reads).map(Self.name)
        let place = wizard.map { "\($0.opening) \($0.submission) \($0.draft.phase) \($0.draft.revision)" } ?? "-"
        return "\(number) \(stage) \(hasRetried) \(place) \(wizard?.service.phase ?? .idle) "
            + "\(wizard?.journal.confirmed ?? 0) \(effects)"
    }

    static func name(of effect: Effect) -> String {
        switch effect {
        case .disk(.openDraft): "open"
        case .disk(.journalDraft(let draft)): "write \(draft.revision) \(draft.phase)"
        case .disk(.keepSubmission): "remember"
        case .write(.createApplication): "create"
        case .write(.saveAnswers(_, _, let revision, _)): "save \(revision)"
        case .write(.acceptLicences): "accept"
        case .write(.submit): "submit"
        case .write(.sendRequest): "send"
        case .read(let id, .form): "form \(id.number)"
        case .write(.reconcile(_, let id, _, _)): "ask \(id?.rawValue ?? "-")"
        case .read(let id, .application): "load \(id.number)"
        default: "\(effect)"
        }
    }
}
