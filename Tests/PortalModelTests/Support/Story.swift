import Foundation
import Testing

@testable import PortalModel

/// Drives the model as a person does, with the real reducer and the real key table.
///
/// A story reads as what was done and what came of it. It keeps the clock, the reads under way and the timers that run,
/// as the effect runner and the event loop would, and checks after every step what has to hold in every state.
final class Story {
    static let beginning = Date(timeIntervalSince1970: 1_750_000_000)

    private(set) var state: AppState
    /// What the last step asked for.
    private(set) var effects: [Effect] = []
    /// Reads under way, by what they are for.
    private(set) var reads: [ReadSlot: Effect] = [:]
    /// Every read that was ever started, in order.
    private(set) var readsStarted: [Effect] = []
    /// Timers that run, with their time in milliseconds.
    private(set) var timers: [TimerID: Int] = [:]

    init(columns: Int = 80, rows: Int = 24, profile: ProfileInfo? = .test, languages: [String] = ["en"]) {
        state = AppState(
            now: Self.beginning, terminal: TerminalState(columns: columns, rows: rows), profile: profile,
            languages: languages)
    }

    /// As with `NO_MOTION`.
    func beStill() { state.terminal.isStill = true }

    // MARK: What a person does

    func press(_ keys: Key..., sourceLocation: SourceLocation = #_sourceLocation) {
        for key in keys {
            // Whoever presses single keys sees that one did nothing; `type` is a burst.
            if state.stray != nil { pass(seconds: 2 * StrayKeys.pause) }
            send(.input(.key(key)), sourceLocation: sourceLocation)
        }
    }

    func type(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for character in text { send(.input(.key(.character(character))), sourceLocation: sourceLocation) }
    }

    func paste(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        send(.input(.paste(text)), sourceLocation: sourceLocation)
    }

    func resize(_ columns: Int, _ rows: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        send(.input(.resized(columns: columns, rows: rows)), sourceLocation: sourceLocation)
    }

    /// Goes on with the first draft of the list.
    func openDraft() {
        state.screen = .requests
        state.requests.selection = state.requests.rows.firstIndex { $0.draft != nil } ?? 0
        send(.commandChosen(.editRequest))
    }

    // MARK: What happens by itself

    func start(_ stored: StoredState = StoredState(), sourceLocation: SourceLocation = #_sourceLocation) {
        send(.started(stored), sourceLocation: sourceLocation)
    }

    /// Lets time pass; nothing happens meanwhile.
    func pass(seconds: Double) { clock += seconds }

    /// Lets a timer run out that the model has asked for.
    func fire(_ timer: TimerID, sourceLocation: SourceLocation = #_sourceLocation) {
        guard let milliseconds = timers.removeValue(forKey: timer) else {
            Issue.record("The timer \(timer) does not run.", sourceLocation: sourceLocation)
            return
        }
        pass(seconds: Double(milliseconds) / 1000)
        send(.timerFired(timer), sourceLocation: sourceLocation)
    }

    func send(_ action: AppAction, sourceLocation: SourceLocation = #_sourceLocation) {
        state.now = clock
        effects = reduce(into: &state, action)
        for effect in effects { follow(effect, sourceLocation) }
        checkInvariants(sourceLocation)
    }

    /// The read of a slot ends here: what follows is its answer.
    func take(_ slot: ReadSlot, sourceLocation: SourceLocation) -> ReadID? {
        guard let read = reads.removeValue(forKey: slot) else {
            Issue.record("No read of \(slot) is under way.", sourceLocation: sourceLocation)
            return nil
        }
        return read.readID
    }

    private var clock = Story.beginning

    private func follow(_ effect: Effect, _ sourceLocation: SourceLocation) {
        switch effect {
        case .host(.startTimer(let timer, let milliseconds)): timers[timer] = milliseconds
        case .host(.stopTimer(let timer)): timers[timer] = nil
        case .cancelRead(let slot): reads[slot] = nil
        default:
            guard let id = effect.readID else { return }
            let isNew = !readsStarted.contains { $0.readID?.number == id.number }
            #expect(isNew, "Two reads have the number \(id.number).", sourceLocation: sourceLocation)
            reads[id.slot] = effect
            readsStarted.append(effect)
        }
    }
}

extension Effect {
    var readID: ReadID? {
        if case .read(let id, _) = self { id } else { nil }
    }
}

extension ProfileInfo {
    static let test = ProfileInfo(name: "demo", title: "Demo portal", user: "ada")
}

/// So that a story can say `press("/")` beside `press(.enter)`.
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
extension Key: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral character: Character) { self = .character(character) }
}

extension AppState {
    /// The small menu that lies over the screen.
    var shownMenu: Menu? { if case .menu(let menu)? = overlay { menu } else { nil } }
}
