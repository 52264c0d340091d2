import Foundation
import PortalModel

/// The whole program on a bad day: calls are lost, late or carried out after they were given up on, reads answer with
/// what was true a while ago, writes to the disk fail, and the program is killed at any moment.
///
/// Per draft the calls go one after the other, as the effect runner makes them; between drafts, reads and the disk
/// there is no order.
final class HostileWorld {
    /// A call on its way. What it did is known here before the program hears of it.
    struct Call {
        let effect: Effect
        /// Nil until it has arrived at the portal.
        var answer: AppAction?
    }

    var state: AppState
    var portal = WizardPortal()
    var random: SeededGenerator
    var record = HostileRecord()

    private(set) var disk: [DraftID: Draft] = [:]
    private var diskBasket: [BasketItem] = []
    private(set) var journals: [DraftID: [Effect]] = [:]
    private(set) var calls: [DraftID: [Call]] = [:]
    private(set) var deletions: [Call] = []
    private(set) var reads: [(slot: ReadSlot, call: Call)] = []
    /// Calls that the program has given up on, and that arrive all the same.
    private var late: [Effect] = []
    private var madeIDs = 0
    private(set) var draftIDs: [DraftID] = []
    private(set) var timers: [(id: TimerID, deadline: Date)] = []
    private(set) var edits: [FieldID] = []
    /// The program waits for the disk before it ends.
    private(set) var isFinishing = false
    private(set) var isEnding = false
    private var clock = Story.beginning
    private var dataset = 0
    /// From 1, where almost nothing works, to 8, where almost everything does.
    private let weather: Int
    /// Seconds by which the portal's clock is ahead of the program's.
    private let clockDifference: Double

    static let lost = PortalError(.timedOut(seconds: 30), operation: "a call")
    static let full = PortalError(.local, operation: "saving the draft", detail: "The disk is full.")

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        weather = Int.random(in: 1...8, using: &random)
        clockDifference = Double.random(in: -100...300, using: &random)
        state = Self.freshState()
        send(.started(StoredState()))
    }

    private static func freshState() -> AppState {
        AppState(now: Story.beginning, terminal: TerminalState(columns: 80, rows: 24), profile: .test)
    }

    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    func any<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

    // MARK: Actions and effects

    func send(_ action: AppAction) {
        clock += 0.02
        state.now = clock
        let effects = reduce(into: &state, action)
        let wizards = state.wizards
        record.watch(action, wizards, open: state.wizard?.session.draft.id, effects: effects)
        for effect in effects { follow(effect) }
        checkInvariants(wizards)
    }

    private func follow(_ effect: Effect) {
        switch effect {
        case .host(.startTimer(let id, let milliseconds)):
            timers.removeAll { $0.id == id }
            timers.append((id, clock.addingTimeInterval(Double(milliseconds) / 1000)))
        case .host(.stopTimer(let id)): timers.removeAll { $0.id == id }
        case .disk(.journalDraft(let draft)): journals[draft.id, default: []].append(effect)
        case .disk(.keepSubmission(let submission)): journals[submission.draft, default: []].append(effect)
        case .disk(.discardDraft(let id)): journals[id, default: []].append(effect)
        case .write(.claimRequest(let draft, _)): journals[draft.id, default: []].append(effect)
        case .disk(.openDraft(let id, _)): journals[id, default: []].append(effect)
        case .write(.createApplication(let id, _)), .write(.saveAnswers(let id, _, _, _)),
            .write(.acceptLicences(let id, _, _)),
            .write(.submit(let id, _)), .write(.reconcile(let id, _, _, _)):
            calls[id, default: []].append(Call(effect: effect))
        case .write(.deleteApplication): deletions.append(Call(effect: effect))
        case .disk(.keepBasket(let items)): diskBasket = items
        case .makeDraftID:
            madeIDs += 1
            draftIDs.append(DraftID("draft-\(madeIDs)"))
        case .host(.edit(let field, _)): edits.append(field)
        case .cancelRead(let slot): reads.removeAll { $0.slot == slot }
        case .host(.finishWriting): isFinishing = true
        case .host(.quit): isEnding = true
        default:
            guard let id = effect.readID else { return }
            reads.removeAll { $0.slot == id.slot }
            reads.append((id.slot, Call(effect: effect)))
        }
    }

    // MARK: Time

    func fireTimer() {
        if let timer = any(timers) { fire(timer.id) }
    }

    func fire(_ id: TimerID) {
        guard let index = timers.firstIndex(where: { $0.id == id }) else { return }
        clock = max(clock, timers.remove(at: index).deadline)
        send(.timerFired(id))
    }

    // MARK: The disk

    func advanceJournal(mayFail: Bool = true) {
        guard let id = any(journals.keys.sorted { $0.rawValue < $1.rawValue }), let effect = journals[id]?.first
        else { return }
        journals[id]?.removeFirst()
        if journals[id]?.isEmpty == true { journals[id] = nil }
        let failure = mayFail && chance(6 * weather) ? Self.full : nil
        switch effect {
        case .disk(.journalDraft(let draft)):
            if failure == nil, (disk[id]?.revision ?? -1) <= draft.revision { disk[id] = draft }
            send(.session(id, .journalled(revision: draft.revision, failure)))
        case .disk(.discardDraft):
            if failure == nil { disk[id] = nil }
            send(.draftDiscarded(id, failure))
        case .disk(.keepSubmission):
            if failure == nil { disk[id] = nil }
            send(.submissionKept(id, failure))
        case .write(.claimRequest(let draft, _)):
            if failure == nil { disk[id] = draft }
            send(.requestClaimed(draft, failure.map(RequestFinding.unknown) ?? .made))
        case .disk(.openDraft): send(.session(id, .opened(failure.map(Result.failure) ?? .success(disk[id]))))
        default: break
        }
    }

    // MARK: The line to the portal

    /// The next thing that happens to a call: it arrives, is answered, or is given up on.
    func advanceCall(mayFail: Bool = true) {
        guard let id = any(calls.keys.sorted { $0.rawValue < $1.rawValue }), var call = calls[id]?.first else { return }
        if let answer = advance(&call, mayFail: mayFail) {
            calls[id]?.removeFirst()
            if calls[id]?.isEmpty == true { calls[id] = nil }
            send(answer)
            if mayFail, chance(20 * weather) { send(answer) }
        } else {
            calls[id]?[0] = call
        }
    }

    func advanceDeletion(mayFail: Bool = true) {
        guard var call = deletions.first else { return }
        if let answer = advance(&call, mayFail: mayFail) {
            deletions.removeFirst()
            send(answer)
        } else {
            deletions[0] = call
        }
    }

    func advanceRead(mayFail: Bool = true) {
        guard let index = any(Array(reads.indices)) else { return }
        if let answer = advance(&reads[index].call, mayFail: mayFail) {
            reads.remove(at: index)
            send(answer)
        }
    }

    private func advance(_ call: inout Call, mayFail: Bool) -> AppAction? {
        if let answer = call.answer {
            guard mayFail, chance(6 * weather) else { return answer }
            return HostilePortal.failed(call.effect, with: Self.lost)
        }
        if mayFail, chance(8 * weather) {
            if chance(2) { late.append(call.effect) }
            return HostilePortal.failed(call.effect, with: Self.lost)
        }
        if mayFail, chance(12 * weather) {
            let refusal = PortalError(
                any([.signedOut, .serverFault(status: 502), .tooManyRequests(retryAfter: 3600)])
                    ?? .offline, operation: "a call")
            return HostilePortal.failed(call.effect, with: refusal)
        }
        call.answer = carryOut(call.effect, isLate: false)
        return nil
    }

    /// A call that was given up on reaches the portal after all.
    func advanceLate() {
        guard !late.isEmpty else { return }
        _ = carryOut(late.removeFirst(), isLate: true)
    }

    private func carryOut(_ effect: Effect, isLate: Bool) -> AppAction? {
        record.arrived(effect, at: portal, disk: disk, isLate: isLate)
        return HostilePortal.carryOut(effect, at: &portal, time: clock.addingTimeInterval(clockDifference))
    }

    // MARK: Beginnings and ends

    func makeDraftID() {
        guard !draftIDs.isEmpty else { return }
        send(.draftIDMade(draftIDs.removeFirst()))
    }

    /// Everything that was on its way to the disk has arrived or failed.
    func finishWriting() {
        guard isFinishing, journals.isEmpty else { return }
        isFinishing = false
        send(.writingFinished)
    }

    func closeEditor() {
        guard let field = edits.popLast() else { return }
        edits = []
        send(
            .editorClosed(
                field, chance(4) ? .failure(PortalError(.local, operation: "editing")) : .success("from the editor\n")))
    }

    /// Other datasets each time, so that every request is for something of its own.
    func fillBasket() {
        dataset += 1
        state.basket.items.append(Made.basketItem(dataset, at: clock))
        diskBasket = state.basket.items
    }

    /// The program has ended or was killed, and is started again. What was on its way arrives or does not.
    func restart() {
        for call in calls.values.compactMap(\.first) + deletions where call.answer == nil && chance(2) {
            late.append(call.effect)
        }
        (journals, calls, deletions, reads, timers) = ([:], [:], [], [], [])
        (draftIDs, edits, isFinishing, isEnding) = ([], [], false, false)
        let size = state.terminal
        state = Self.freshState()
        state.terminal = size
        clock += 60
        send(.started(StoredState(basket: diskBasket, drafts: disk.values.sorted { $0.modified > $1.modified })))
    }

    /// Everything works from now on; comes to rest or says what does not.
    func calmDown() {
        while !late.isEmpty { advanceLate() }
        for _ in 0..<400 {
            for _ in 0..<400
            where !(journals.isEmpty && calls.isEmpty && reads.isEmpty && deletions.isEmpty && draftIDs.isEmpty) {
                makeDraftID()
                advanceJournal(mayFail: false)
                advanceCall(mayFail: false)
                advanceDeletion(mayFail: false)
                advanceRead(mayFail: false)
                finishWriting()
                if isEnding { restart() }
            }
            let awaited = timers.filter { ![.pollRequests, .clearToast, .ticker].contains($0.id) }
            guard let next = awaited.min(by: { $0.deadline < $1.deadline }) else { return }
            fire(next.id)
        }
        record.expect(false, "It does not come to rest: \(timers.map(\.id))")
    }
}
