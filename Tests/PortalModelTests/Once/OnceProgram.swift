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
    /// The draft as it was when it was opened.
    private var found: Draft?
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
                return own.isUnsent ? compare(own, &disk, portal) : open(own, disk, portal)
            case .made: return compare(draft, &disk, portal)
            case .known(let submissions):
                for submission in submissions {
                    let application = Self.result(of: submission, portal)
                    let standing = SubmissionMemory.standing(
                        of: submission, application, given: Self.answers, now: Story.beginning)
                    switch standing {
                    case .same:
                        stage = .telling(application?.id)
                        return
                    case .mayArrive, .otherAnswers:
                        stage = .ended(nil)
                        return
                    case .gone: disk.submissions[submission.draft] = nil
                    }
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
        let candidates =
            asksList
            ? SubmissionMemory.candidates(among: portal.summaries, for: draft.identifiers, now: Story.beginning) : []
        var isOther = false
        for application in candidates.compactMap({ portal.application($0.id) }) {
            switch SubmissionMemory.verdict(on: application, insteadOf: draft, given: Self.answers) {
            case .same:
                disk.keep(SubmissionMemory.found(application, insteadOf: draft, now: Story.beginning))
                stage = .telling(application.id)
                return
            case .otherAnswers: isOther = true
            case .gone: break
            }
        }
        if isOther { stage = .ended(nil) } else { open(draft, disk, portal) }
    }

    private mutating func open(_ draft: Draft, _ disk: OnceDisk, _ portal: WizardPortal) {
        stage = .opening
        found = draft
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
        switch stage {
        case .opening:
            guard let opened = host.opened, let found else { return }
            if !hasRetried, host.wantsCreation(of: found) {
                hasRetried = true
                return perform { $0.retry(now: Story.beginning) }
            }
            switch opened {
            case .submitted: stage = .remembering
            case .gone, .notThere, .failed, .unknown, .ambiguous: stage = .ended(nil)
            case .ready:
                stage = .answering
                perform { $0.give(Self.answers, licences: WizardPortal.licences, now: Story.beginning) }
                perform { $0.save(now: Story.beginning) }
            }
        case .answering:
            guard host.rests else { return }
            let session = host.session
            if session.submission == .done {
                stage = .remembering
            } else if session.journal.error != nil || session.service.error != nil {
                stage = .ended(nil)
            } else if journal.isEmpty, calls.isEmpty, reads.isEmpty {
                stage = .submitting
                perform { $0.submit(now: Story.beginning) }
            }
        case .submitting:
            switch host.sent {
            case .submitted?: stage = .remembering
            case .notThere?, .unknown?, .ambiguous?, .stopped?, .notTaken?: stage = .ended(nil)
            case nil: break
            }
        case .waiting, .remembering, .telling, .ended, .killed: break
        }
    }

    /// What tells it from another one: the same words for the same state, in whatever order a dictionary holds its answers.
    var key: String {
        let session = host?.session
        let effects = (journal + calls + reads).map(Self.name)
        let place = session.map {
            "\($0.opening) \(Self.words($0.submission)) \($0.draft.phase) \($0.draft.revision)"
        }
        return "\(number) \(stage) \(hasRetried) \(place ?? "-") \(Self.words(session?.service.phase ?? .idle)) "
            + "\(session?.journal.confirmed ?? 0) \(effects)"
    }

    private static func words(_ phase: SavePhase) -> String {
        switch phase {
        case .awaitingDisk(let revision, let answers): "awaitingDisk \(revision) \(words(answers))"
        case .sending(let revision, let answers): "sending \(revision) \(words(answers))"
        case .idle, .looking, .backingOff: "\(phase)"
        }
    }

    private static func words(_ progress: SubmissionProgress) -> String {
        switch progress {
        case .journalling(let call, let revision): "journalling \(words(call)) \(revision)"
        case .underWay(let call, let revision, _): "underWay \(words(call)) \(revision)"
        case .verifying(let inquiry, let why, let reviewed, _): "verifying \(inquiry) \(why) \(words(reviewed))"
        case .none, .asking, .checking, .unknown, .stopped, .done: "\(progress)"
        }
    }

    private static func words(_ call: SubmissionCall) -> String {
        switch call {
        case .saving(let answers, let reviewed): "saving \(words(answers)) of \(words(reviewed))"
        case .acceptingLicences(let reviewed): "acceptingLicences \(words(reviewed))"
        case .creating, .submitting: "\(call)"
        }
    }

    private static func words(_ answers: [FieldID: FieldValue]) -> String {
        answers.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
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
