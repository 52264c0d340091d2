import Foundation
import PortalModel
import PortalViews
import TerminalCanvas

/// Somebody who presses anything, while what the program asked for is answered, refused or left without an answer.
struct RandomPerson {
    private(set) var state: AppState
    var random: SeededGenerator
    private(set) var pressed = 0
    private(set) var drawn = 0
    /// Carried out by a key.
    private(set) var commands: Set<Command> = []
    private(set) var hasEnded = false
    /// The first thing that did not hold.
    private(set) var problem: String?
    /// What has been asked for and not answered yet.
    private var asked: [Effect] = []
    private var timers: [TimerID: Date] = [:]
    private var trail: [AppAction] = []
    private var madeDrafts = 0
    private let context = ViewContext()
    /// Drawn on again and again, as the program does: what has not changed stays.
    private var frame = Frame(columns: 0, rows: 0)

    init(_ state: AppState, seed: UInt64) {
        self.state = state
        random = SeededGenerator(seed: seed)
        // One in four at another size from the beginning.
        if chance(4) { send(.input(resized())) }
    }

    /// What happened last, for whoever has to find out why.
    var story: String {
        "\(problem ?? "") after " + trail.suffix(12).map { String("\($0)".prefix(200)) }.joined(separator: "\n")
    }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func any<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

    // MARK: - A life

    mutating func live(keys: Int) {
        while pressed < keys, problem == nil, !hasEnded { step() }
        guard problem == nil, !hasEnded else { return }
        escape()
        look()
    }

    private mutating func step() {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<70: press(key())
        case 70..<72: send(.input(.paste(anyText())))
        case 72..<75: click()
        case 75: send(.input(resized()))
        case 76..<82: fireTimer()
        case 82..<98: answer()
        case 98:
            send(
                any([.input(.statusAnswer), .input(.pasteWasCut(characters: 7)), .noted(.words("A note."))])
                    ?? .noted(.words("")))
        default: state.now += Double.random(in: 0...4000, using: &random)
        }
        // Most frames are skipped, as they are when keys come faster than they are drawn.
        if chance(16) { look() }
    }

    private mutating func press(_ key: Key) {
        pressed += 1
        // Somebody who has read the question types its word now and then.
        if case .confirm(let confirmation) = state.overlay, chance(3) {
            state.now += 3
            for character in confirmation.word { send(.input(.key(.character(character)))) }
            return send(.input(.key(.enter)))
        }
        if let command = state.keys.command(for: key, in: state.keyContexts) { commands.insert(command) }
        state.now += chance(3) ? 0.01 : 0.5
        send(.input(.key(key)))
    }

    private mutating func click() {
        let (column, row) = (
            Int.random(in: 0...state.terminal.columns, using: &random),
            Int.random(in: 0...state.terminal.rows, using: &random)
        )
        let kind = any([.press, .press, .doubleClick, .wheelUp, .wheelDown]) ?? MouseEvent.Kind.press
        if let target = context.target(column: column, row: row), chance(2) { return send(.clicked(target, kind)) }
        send(.input(.mouse(MouseEvent(kind: kind, column: column, row: row))))
    }

    private mutating func fireTimer() {
        guard let timer = any(timers.keys.sorted { "\($0)" < "\($1)" }),
            let deadline = timers.removeValue(forKey: timer)
        else { return }
        state.now = max(state.now, deadline)
        send(.timerFired(timer))
    }

    private mutating func answer() {
        guard !asked.isEmpty else { return }
        let effect = asked.remove(at: Int.random(in: 0..<asked.count, using: &random))
        for action in answers(to: effect) { send(action) }
    }

    mutating func nextDraft() -> DraftID {
        madeDrafts += 1
        return DraftID("made-\(madeDrafts)")
    }

    /// Esc again and again, on a terminal that is large enough: nothing may hold somebody who wants to leave.
    private mutating func escape() {
        send(.input(.resized(columns: 100, rows: 30)))
        for _ in 0..<30 where state.overlay != nil {
            state.now += 5
            send(.input(.key(.escape)))
        }
        if let overlay = state.overlay { expect(false, "Esc does not lead out of \(String("\(overlay)".prefix(200)))") }
    }

    // MARK: - What follows

    private mutating func send(_ action: AppAction) {
        guard problem == nil, !hasEnded else { return }
        if trail.count == 40 { trail.removeFirst(20) }
        trail.append(action)
        state.now += 0.001
        for effect in reduce(into: &state, action) { follow(effect) }
        check()
    }

    private mutating func follow(_ effect: Effect) {
        switch effect {
        case .host(.startTimer(let timer, let milliseconds)):
            timers[timer] = state.now.addingTimeInterval(Double(milliseconds) / 1000)
        case .host(.stopTimer(let timer)): timers[timer] = nil
        case .host(.quit): hasEnded = true
        case .cancelRead(let slot): asked.removeAll { if case .read(let id, _) = $0 { id.slot == slot } else { false } }
        default:
            asked.append(effect)
            // Much of what was asked for is never answered.
            if asked.count > 30 { asked.removeFirst() }
        }
    }

    // MARK: - What has to hold

    mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds, problem == nil { problem = what() }
    }

    private mutating func check() {
        let (browser, basket, requests) = (state.browser, state.basket, state.requests)
        expect(
            (0..<max(1, browser.results.total)).contains(browser.selection),
            "The cursor is at \(browser.selection) of \(browser.results.total) results.")
        expect((0..<max(1, basket.items.count)).contains(basket.selection), "The basket's cursor is outside of it.")
        expect(
            (0..<max(1, requests.rows.count)).contains(requests.selection),
            "The cursor is at \(requests.selection) of \(requests.rows.count) requests.")
        expect(state.failures.count <= 200, "The log of failures grows without bound.")
        expect(state.waits.count <= 200, "The list of waits grows without bound.")
    }

    /// Draws the screen, and looks at every cell.
    private mutating func look() {
        drawn += 1
        if frame.buffer.columns != state.terminal.columns || frame.buffer.rows != state.terminal.rows {
            frame = Frame(columns: state.terminal.columns, rows: state.terminal.rows)
        }
        RootView.draw(state, into: frame, context: context)
        for scalar in frame.text.unicodeScalars where scalar != "\n" && !Self.isText(scalar) {
            expect(false, "U+\(String(scalar.value, radix: 16)) is drawn")
        }
        if let cursor = frame.cursor {
            let isInside =
                (0..<state.terminal.columns).contains(cursor.column) && (0..<state.terminal.rows).contains(cursor.row)
            expect(isInside, "The cursor is drawn at \(cursor)")
        }
        guard chance(40) else {
            if let extent = context.scrollExtent { send(.measured(extent)) }
            return
        }
        let fresh = Frame(columns: state.terminal.columns, rows: state.terminal.rows)
        RootView.draw(state, into: fresh, context: ViewContext())
        expect(fresh.buffer == frame.buffer, "What was left of the frame before is not what would be drawn.")
        let again = Frame(columns: state.terminal.columns, rows: state.terminal.rows)
        RootView.draw(state, into: again, context: context)
        expect(fresh.buffer == again.buffer, "What was remembered of earlier frames changes what is drawn.")
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // What is called a format and is seen, a sign around an Arabic number, nobody types here.
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
        default: true
        }
    }
}
