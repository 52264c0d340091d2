import Foundation
import Testing

@testable import PortalModel

/// The wizard before a service without drafts: what is written to the disk and what is sent happen when the test says.
final class AtOnceWorld {
    var state: AppState
    let portal: AtOncePortal
    private(set) var disk: [DraftID: Draft] = [:]
    private(set) var pending: [Effect] = []
    private var sends = 0
    private var clock = Story.beginning

    init(portal: AtOncePortal = AtOncePortal()) {
        self.portal = portal
        state = Self.fresh()
        state.basket.items = [Made.basketItem(1), Made.basketItem(2)]
    }

    private static func fresh() -> AppState {
        AppState(
            now: Story.beginning, terminal: TerminalState(columns: 80, rows: 24),
            profile: ProfileInfo(
                name: "guide", title: "Guide",
                capabilities: Capabilities(submission: .atOnce, datasetsPerRequest: 1)))
    }

    func send(_ action: AppAction) {
        clock += 1
        state.now = clock
        for effect in reduce(into: &state, action) {
            switch effect {
            case .disk(.openDraft), .disk(.journalDraft), .disk(.discardDraft), .disk(.keepSubmission), .read(_, .form),
                .read(_, .application), .write(.sendRequest),
                .write(.reconcile):
                pending.append(effect)
            case .write(.claimRequest(let draft, _)): send(.requestClaimed(draft, .made))
            default: break
            }
        }
    }

    func press(_ command: Command) { send(.commandChosen(command)) }
    func type(_ text: String) { for letter in text { send(.input(.key(.character(letter)))) } }

    var sendIsPending: Bool { pending.contains { if case .write(.sendRequest) = $0 { true } else { false } } }

    /// Lets everything happen. A request that is sent is committed and answered, or one of them not.
    func settle(commits: Bool = true, answers: Bool = true, asks: Bool = true) async {
        for _ in 0..<100 where !pending.isEmpty { await carryOut(pending.removeFirst(), commits, answers, asks) }
    }

    /// What was sent and given up on is carried out after all.
    func arriveLate() {
        guard let draft = state.wizard?.session.draft else { return }
        _ = portal.send(draft.identifiers, draft.answers, at: clock)
    }

    /// Lets the oldest thing happen.
    func settleOne() async {
        guard !pending.isEmpty else { return }
        await carryOut(pending.removeFirst(), true, true, true)
    }

    /// What the disk and the portal have is all that is left.
    func restart() {
        pending = []
        let basket = state.basket.items
        state = Self.fresh()
        clock += 30
        send(.started(StoredState(basket: basket, drafts: Array(disk.values))))
        pending = []
    }

    private func carryOut(_ effect: Effect, _ commits: Bool, _ answers: Bool, _ asks: Bool) async {
        let lost = PortalError(.timedOut(seconds: 30), operation: "sending")
        if case .write(.sendRequest) = effect { sends += 1 }
        switch effect {
        case .disk(.journalDraft(let draft)):
            disk[draft.id] = draft
            send(.session(draft.id, .journalled(revision: draft.revision, nil)))
        case .disk(.openDraft(let id, _)): send(.session(id, .opened(.success(disk[id]))))
        case .disk(.discardDraft(let id)):
            disk[id] = nil
            send(.draftDiscarded(id, nil))
        case .disk(.keepSubmission(let submission)):
            disk[submission.draft] = nil
            send(.submissionKept(submission.draft, nil))
        case .read(let id, .form(let identifiers)):
            let form = Application(
                id: .unsent, title: "New", state: .draft, forms: AtOncePortal.form(identifiers))
            send(.applicationAnswered(id, .success(form)))
        case .read(let id, .application(let application)):
            send(.applicationAnswered(id, await result { try await self.portal.service.application(application) }))
        case .write(.sendRequest(let draft, let identifiers, let sent)):
            #expect(disk[draft]?.phase == .creating, "It is sent before it is on the disk.")
            #expect(disk[draft]?.answers == sent)
            let id = commits ? portal.send(identifiers, sent, at: clock) : nil
            send(.session(draft, .sent(answers ? id.map(Result.success) ?? .failure(lost) : .failure(lost))))
        case .write(.reconcile(let draft, let id, let creation, let inquiry)):
            let offline = PortalError(.offline, operation: "asking")
            send(
                .session(
                    draft,
                    .reconciled(
                        inquiry,
                        asks || sends == 0
                            ? await result { try await self.portal.service.reconcile(id, creation) } : .failure(offline)
                    )))
        default: break
        }
    }

    private func result<Value>(_ body: () async throws -> Value) async -> Result<Value, PortalError> {
        do {
            return .success(try await body())
        } catch {
            return .failure(error as? PortalError ?? PortalError(.local, operation: "a test"))
        }
    }

    /// From the basket to the review, filled in.
    func fillIn(_ purpose: String = "To find out") async {
        state.screen = .basket
        send(.draftIDMade(DraftID("d\(clock.timeIntervalSince1970)")))
        // A second one for the same dataset is made on purpose.
        if case .confirm = state.overlay {
            type("another")
            send(.input(.key(.enter)))
        }
        await settle()
        press(.nextStep)
        type(purpose)
        press(.showReview)
        send(.timerFired(.journalDraft))
        await settle()
    }

    func confirm() {
        press(.submitRequest)
        type("submit")
        send(.input(.key(.enter)))
    }
}
