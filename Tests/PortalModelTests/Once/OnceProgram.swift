import Foundation
import Testing

@testable import PortalModel

/// A run of `portal request new --submit`: the session and what the command does with it, one event at a time.
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
    private(set) var host: SessionHost?
    private let style: SubmissionStyle
    var journal: [Effect] = []
    var calls: [Effect] = []
    var reads: [Effect] = []
    /// Looks at what the portal has before anything is made.
    var asksList = true
    private var hasRetried = false
    /// From where to where the session went by what happened last.
    var steps: [SessionStep] = []

    static let answers: [FieldID: FieldValue] = [
        WizardPortal.title: .text("Sleep"), WizardPortal.purpose: .text("To find out."),
        WizardPortal.abroad: .text("no"), WizardPortal.email: .text("ada@institution.example"),
    ]

    init(number: Int, style: SubmissionStyle = .staged) {
        self.number = number
        self.style = style
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
        host = SessionHost(
            draft, style: style, stored: StoredState(drafts: Array(disk.drafts.values)), applications: portal.summaries,
            keepsBasket: false)
        perform { $0.open(now: Story.beginning) }
    }

    // MARK: - As `RequestDesk` does

    mutating func send(_ action: AppAction) { perform { $0.take(action, now: Story.beginning) } }

    private mutating func perform(_ body: (inout SessionHost) -> [Effect]) {
        guard var host else { return }
        let before = host.session
        let effects = body(&host)
        self.host = host
        steps += SessionStep.steps(from: before, to: host.session)
        for effect in effects {
            switch effect {
            case .disk(.openDraft), .disk(.journalDraft), .disk(.discardDraft), .disk(.keepSubmission):
                journal.append(effect)
            case .write(.createApplication), .write(.sendRequest), .write(.saveAnswers), .write(.acceptLicences),
                .write(.submit), .write(.reconcile):
                calls.append(effect)
            case .read(_, .application), .read(_, .form): reads.append(effect)
            default: break
            }
        }
        goOn()
    }

    private mutating func goOn() {
        guard let host, !host.isGone else {
            if isRunning, stage != .waiting { stage = .ended(nil) }
            return
        }
        let session = host.session
        if [.opening, .answering, .submitting].contains(stage), session.submission == .done { stage = .remembering }
        if stage == .opening || stage == .answering, session.journal.error != nil { stage = .ended(nil) }
        switch stage {
        case .opening:
            if session.submission == .stopped(.creating, nil), session.opening == .ready {
                // It says that the portal was asked and does not have it; what that leaves is on the disk before.
                if session.journal.writing == nil { stage = .ended(nil) }
                return
            }
            switch session.opening {
            case .notCreated where !hasRetried && session.draft.creationIsInDoubt:
                hasRetried = true
                return perform { $0.retry(now: Story.beginning) }
            case .notRead, .notCreated, .unknown, .ambiguous: stage = .ended(nil)
            case .ready where session.application != nil && session.loading == nil && !session.submission.isUnderWay:
                stage = .answering
                perform { $0.give(Self.answers, licences: WizardPortal.licences, now: Story.beginning) }
                perform { $0.save(now: Story.beginning) }
            case .ready where session.loadError != nil: stage = .ended(nil)
            default: if case .unknown = session.submission { stage = .ended(nil) }
            }
        case .answering:
            if session.service.error != nil, !session.service.phase.isSending { stage = .ended(nil) }
            guard stage == .answering, session.isAtRest, journal.isEmpty, calls.isEmpty, reads.isEmpty else { return }
            stage = .submitting
            perform { $0.submit(now: Story.beginning) }
        case .submitting:
            switch session.submission {
            case .unknown, .stopped: if session.journal.writing == nil { stage = .ended(nil) }
            default: break
            }
        default: break
        }
    }

    /// What tells it from another one.
    var key: String {
        let session = host?.session
        let effects = (journal + calls + reads).map(Self.name)
        let place = session.map { "\($0.opening) \($0.submission) \($0.draft.phase) \($0.draft.revision)" } ?? "-"
        return "\(number) \(stage) \(hasRetried) \(place) \(session?.service.phase ?? .idle) "
            + "\(session?.journal.confirmed ?? 0) \(effects)"
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
