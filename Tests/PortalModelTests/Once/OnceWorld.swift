import Foundation
import Testing

@testable import PortalModel

/// A disk, a portal and runs of the same command, as a value: every order of what can happen is tried from a copy.
struct OnceWorld {
    var disk = OnceDisk()
    var portal = WizardPortal()
    var programs: [OnceProgram] = []
    /// What may still happen.
    var losses: Int
    var kills: Int
    var starts: Int
    /// How often the disk may still fail.
    var faults = 0
    /// A guide's service has no drafts: creating is submitting.
    var style = SubmissionStyle.staged
    /// Where somebody was told that it is submitted.
    var told: Set<ApplicationID> = []
    var history: [String] = []
    /// A planted fault: what was submitted is not remembered, and the portal's list not asked.
    var forgets = false

    enum Event: Hashable {
        case start
        case look(Int)
        case write(Int)
        /// The disk says that it has failed. It may have written all the same: a commit that fails at its end stands.
        case failWrite(Int, isDone: Bool)
        case answer(Int)
        /// Carried out, and its answer is lost.
        case loseAnswer(Int)
        case loseCall(Int)
        case read(Int)
        case tell(Int)
        /// What is on its way is carried out, or is not.
        case kill(Int, carriesOut: Bool)
    }

    var events: [Event] {
        var events: [Event] = starts > 0 ? [.start] : []
        for program in programs where program.isRunning {
            let number = program.number
            switch program.stage {
            case .waiting:
                if !programs.contains(where: { $0.isRunning && $0.stage != .waiting }) { events.append(.look(number)) }
            case .telling: events.append(.tell(number))
            default:
                if !program.journal.isEmpty {
                    events.append(.write(number))
                    if faults > 0 {
                        events += [.failWrite(number, isDone: false), .failWrite(number, isDone: true)]
                    }
                }
                if !program.calls.isEmpty {
                    events.append(.answer(number))
                    if losses > 0 { events += [.loseAnswer(number), .loseCall(number)] }
                }
                if !program.reads.isEmpty { events.append(.read(number)) }
            }
            if kills > 0 {
                events.append(.kill(number, carriesOut: false))
                if !program.calls.isEmpty { events.append(.kill(number, carriesOut: true)) }
            }
        }
        return events
    }

    mutating func happen(_ event: Event) {
        history.append("\(event)")
        for index in programs.indices { programs[index].steps = [] }
        switch event {
        case .start:
            starts -= 1
            programs.append(OnceProgram(number: programs.count, style: style))
            programs[programs.count - 1].asksList = !forgets
            programs[programs.count - 1].start(&disk, portal)
        case .look(let number): programs[number].start(&disk, portal)
        case .write(let number): write(number, isDone: true, error: nil)
        case .failWrite(let number, let isDone):
            faults -= 1
            write(number, isDone: isDone, error: PortalError(.local, operation: "saving the draft"))
        case .answer(let number): call(number, isCarriedOut: true, isAnswered: true)
        case .loseAnswer(let number):
            losses -= 1
            call(number, isCarriedOut: true, isAnswered: false)
        case .loseCall(let number):
            losses -= 1
            call(number, isCarriedOut: false, isAnswered: false)
        case .read(let number): read(number)
        case .tell(let number):
            guard case .telling(let id) = programs[number].stage else { return }
            if let id { told.insert(id) }
            programs[number].stage = .ended(id)
        case .kill(let number, let carriesOut):
            kills -= 1
            if carriesOut, let effect = programs[number].calls.first { _ = carryOut(effect) }
            programs[number].stage = .killed
        }
        if forgets { disk.submissions = [:] }
        for program in programs where !program.isRunning { disk.release(program.number) }
    }

    private mutating func write(_ number: Int, isDone: Bool, error: PortalError?) {
        switch programs[number].journal.removeFirst() {
        case .disk(.journalDraft(let draft)):
            if isDone { disk.save(draft) }
            programs[number].send(.session(draft.id, .journalled(revision: draft.revision, error)))
        case .disk(.openDraft(let id, _)):
            if isDone { disk.holders[id] = number }
            programs[number].send(.session(id, .opened(error.map(Result.failure) ?? .success(disk.drafts[id]))))
        case .disk(.discardDraft(let id)):
            if isDone { disk.drafts[id] = nil }
            programs[number].send(.draftDiscarded(id, error))
        case .disk(.keepSubmission(let submission)):
            if isDone { disk.keep(submission) }
            programs[number].send(.submissionKept(submission.draft, error))
            // That it is submitted is said all the same, and that it could not be noted.
            if programs[number].stage == .remembering { programs[number].stage = .telling(submission.application) }
        default: break
        }
    }

    private static let lost = PortalError(.timedOut(seconds: 30), operation: "a call")

    private mutating func call(_ number: Int, isCarriedOut: Bool, isAnswered: Bool) {
        let effect = programs[number].calls.removeFirst()
        let answer: AppAction? = isCarriedOut ? carryOut(effect) : nil
        programs[number].send(isAnswered ? answer ?? Self.failed(effect) : Self.failed(effect))
    }

    private static func failed(_ effect: Effect) -> AppAction {
        switch effect {
        case .write(.createApplication(let id, _)): .session(id, .created(.failure(lost)))
        case .write(.saveAnswers(let id, _, let revision, _)): .session(id, .saved(revision: revision, lost))
        case .write(.acceptLicences(let id, _, _)): .session(id, .licencesAccepted(lost))
        case .write(.submit(let id, _)): .session(id, .submitted(lost))
        case .write(.sendRequest(let id, _, _)): .session(id, .sent(.failure(lost)))
        case .write(.reconcile(let id, _, _, let inquiry)): .session(id, .reconciled(inquiry, .failure(lost)))
        default: .timerFired(.ticker)
        }
    }

    private mutating func carryOut(_ effect: Effect) -> AppAction {
        switch effect {
        case .write(.createApplication(let id, let identifiers)):
            return .session(id, .created(.success(portal.create(identifiers, at: Story.beginning))))
        case .write(.saveAnswers(let id, let application, let revision, let answers)):
            return .session(id, .saved(revision: revision, portal.save(application, answers)))
        case .write(.acceptLicences(let id, let application, let licences)):
            portal.accept(application, licences)
            return .session(id, .licencesAccepted(nil))
        case .write(.submit(let id, let application)):
            return .session(id, .submitted(portal.submit(application, at: Story.beginning)))
        case .write(.sendRequest(let id, let identifiers, let answers)):
            return .session(id, .sent(.success(portal.send(identifiers, answers, at: Story.beginning))))
        case .write(.reconcile(let id, let application, let lost, let inquiry)):
            return .session(id, .reconciled(inquiry, reconcile(application, lost)))
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
        var candidates = lost.candidates(among: portal.summaries)
        if let answers = lost.answers {
            let same = candidates.filter { portal.application($0.id)?.holds(answers) == true }
            if !same.isEmpty { candidates = same }
        }
        switch candidates.count {
        case 0: return .success(.nothing(listed: Set(portal.entries.keys)))
        case 1: return portal.application(candidates[0].id).map { .success(.found($0)) } ?? .failure(Self.lost)
        default: return .success(.ambiguous(candidates))
        }
    }

    private mutating func read(_ number: Int) {
        let read = programs[number].reads.removeFirst()
        if case .read(let id, .form(let identifiers)) = read {
            programs[number].send(.applicationAnswered(id, .success(WizardPortal.form(identifiers))))
        }
        guard case .read(let id, .application(let application)) = read else { return }
        let found = portal.application(application).map(Result<Application, PortalError>.success)
        programs[number].send(
            .applicationAnswered(id, found ?? .failure(PortalError(.notFound, operation: "loading"))))
    }

    /// What tells it from another one.
    var key: String {
        let entries = portal.entries.map { id, entry in
            "\(id.rawValue) \(entry.state) \(entry.answers.count) \(entry.accepted.count) \(entry.events.count)"
        }
        return
            "\(disk.key) \(entries.sorted()) \(programs.map(\.key)) \(losses) \(kills) \(starts) \(faults) \(told.count)"
    }

    var submitted: [WizardPortal.Entry] { portal.entries.values.filter { $0.state != .draft } }
}
