import CTerminal
import Glibc
import PortalModel
import TerminalCanvas

/// The terminal's side of the program: hands over what a person did and draws when the line can take it.
///
/// All input that is there is handled before one frame is drawn, and frames are paced by the terminal's own answers
/// (see `FramePacer`). The state lives elsewhere: whoever holds it calls ``setNeedsFrame()`` when it changed.
@UI
public final class TerminalSession {
    /// Why the program has to end now; save what is unsaved, call ``finish()`` and exit.
    public enum End: Sendable, Hashable {
        /// SIGTERM, SIGINT, SIGQUIT or SIGHUP.
        case signal(Int32)
        /// The window was shut or the connection broke.
        case hangup

        /// What a shell sees of a program that ended this way.
        public var exitCode: Int32 {
            switch self {
            case .signal(let number): 128 + number
            case .hangup: 128 + SIGHUP
            }
        }
    }

    /// What the program does.
    public struct Handlers {
        /// Takes everything that was read at once, in order.
        public var onInput: @UI ([TerminalInput]) -> Void
        /// Draws the newest state; the frame may be the same object every time.
        public var draw: @UI (Size) -> Frame
        /// The program is about to be stopped, perhaps for good, or is held up by its line: save what is unsaved.
        public var beforeStop: @UI () -> Void
        /// Called once, when a signal or the terminal's end is the program's too.
        public var onEnd: @UI (End) -> Void

        public init(
            onInput: @escaping @UI ([TerminalInput]) -> Void, draw: @escaping @UI (Size) -> Frame,
            beforeStop: @escaping @UI () -> Void = {}, onEnd: @escaping @UI (End) -> Void
        ) {
            self.onInput = onInput
            self.draw = draw
            self.beforeStop = beforeStop
            self.onEnd = onEnd
        }
    }

    /// How long the terminal's answers are awaited before another program gets the keyboard.
    static let settleTime = Duration.seconds(1)

    /// What draws on the terminal.
    public let screen: NcursesScreen
    private let handlers: Handlers
    private let sources = EventSources.shared
    private let start = ContinuousClock.now
    private var decoder: KeyDecoder
    private var pacer = FramePacer()
    private var needsFrame = true
    private var hasFinished = false
    private var decoderTimer: UITimer?
    private var pacerTimer: UITimer?
    /// Frames drawn so far: for the benchmark and the tests.
    public private(set) var framesDrawn = 0

    public init(screen: NcursesScreen, handlers: Handlers) throws(SystemError) {
        self.screen = screen
        self.handlers = handlers
        screen.onStall = { handlers.beforeStop() }
        decoder = KeyDecoder(codes: screen.input.codes)
        for number in [SIGTERM, SIGINT, SIGQUIT, SIGHUP] {
            try sources.onSignal(number) { [weak self] in self?.end(by: number) }
        }
        try sources.onSignal(SIGWINCH) { [weak self] in self?.resize() }
        try watchStops()
        attach()
    }

    // MARK: - Frames

    /// The state changed: draw it as soon as all that waits is handled.
    public func setNeedsFrame() {
        needsFrame = true
    }

    /// Draws everything anew, whatever the terminal shows.
    public func redraw() {
        screen.redraw()
        needsFrame = true
    }

    private func drawIfDue() {
        guard needsFrame, screen.isActive else { return }
        let now = seconds()
        guard pacer.mayDraw(at: now) else {
            schedule(&pacerTimer, at: pacer.deadline) {}
            return
        }
        needsFrame = false
        let bytes = screen.present(handlers.draw(screen.size), asking: pacer.asksForAnswers)
        framesDrawn += 1
        guard bytes > 0 else { return }
        pacer.frameSent(bytes: bytes, at: now)
        noteAnswers(pacer.outstanding)
    }

    // MARK: - Input

    private func readAll() {
        let items = screen.input.read(at: .now)
        if items.isEmpty, screen.isHungUp {
            sources.removeReader(STDIN_FILENO)
            handlers.onEnd(.hangup)
            return
        }
        deliver(decode(items))
    }

    private func decode(_ items: [NcursesInput.Item]) -> [TerminalInput] {
        let now = seconds()
        noteAnswers(pacer.outstanding(at: now))
        var inputs: [TerminalInput] = []
        for item in items {
            switch item {
            case .unit(let unit): inputs += swallowAnswers(decoder.feed(unit, at: now), at: now)
            case .mouse(let event): inputs += decoder.expire(at: now) + [.mouse(event)]
            }
        }
        if screen.follow(decoder.background) { needsFrame = true }
        waitForRest()
        return inputs
    }

    /// What a person did is left over; the terminal's answers are taken out.
    private func swallowAnswers(_ inputs: [TerminalInput], at time: Double) -> [TerminalInput] {
        inputs.filter { input in
            guard input == .statusAnswer else { return true }
            pacer.answerReceived(at: time)
            noteAnswers(pacer.outstanding)
            return false
        }
    }

    private func noteAnswers(_ outstanding: Int) {
        decoder.answersOutstanding = outstanding
        ct_restore_expect(Int32(outstanding), pacer.hasAnswered)
    }

    private func waitForRest() {
        schedule(&decoderTimer, at: decoder.deadline) { [weak self] in
            guard let self else { return }
            let now = seconds()
            deliver(swallowAnswers(decoder.expire(at: now), at: now))
            waitForRest()
        }
    }

    private func deliver(_ inputs: [TerminalInput]) {
        if !inputs.isEmpty { handlers.onInput(inputs) }
    }

    // MARK: - Signals

    private func resize() {
        guard screen.isActive, screen.adoptSize() else { return }
        needsFrame = true
        deliver([.resized(columns: screen.size.columns, rows: screen.size.rows)])
    }

    private func end(by signal: Int32) {
        // While an editor has the terminal, ^C and ^\ are meant for it.
        if !screen.isActive, !hasFinished, signal == SIGINT || signal == SIGQUIT { return }
        handlers.onEnd(.signal(signal))
    }

    private func watchStops() throws(SystemError) {
        try sources.onSignal(SIGTSTP) { [weak self] in self?.suspend() }
        // Stopped by SIGSTOP, which nobody can see coming, and continued: the shell has changed the settings.
        try sources.onSignal(SIGCONT) { [weak self] in self?.reclaim() }
    }

    private func unwatchStops() {
        sources.removeSignal(SIGTSTP)
        sources.removeSignal(SIGCONT)
    }

    // MARK: - Giving the terminal away

    /// What ^Z does: gives the terminal back to the shell and stops; returns after `fg`.
    public func suspend() {
        handlers.beforeStop()
        let typed = leave()
        ct_stop_until_continued()
        enter()
        deliverLater(typed)
    }

    /// Lends the terminal to another program, an editor or a pager, and takes it back when `body` ends.
    ///
    /// Meanwhile no keys are read and no frames drawn. What was typed or answered for the other program is not for us.
    public func lend<Value>(_ body: @UI () async throws -> Value) async rethrows -> Value {
        let typed = leave()
        defer {
            enter()
            deliverLater(typed + typedAfterAnswers())
        }
        return try await body()
    }

    /// Gives the terminal back for good. The signals keep their meaning until the program ends.
    public func finish() {
        hasFinished = true
        guard screen.isActive else { return }
        _ = settle()
        detach()
        screen.release()
    }

    /// Returns what was typed meanwhile.
    private func leave() -> [TerminalInput] {
        let typed = settle()
        detach()
        // Another program's ^Z stops the whole process group, as it should.
        unwatchStops()
        screen.release()
        return typed
    }

    private func enter() {
        // The same calls succeeded at the start; without them the program works on and cannot be stopped.
        try? watchStops()
        reclaim()
        attach()
    }

    private func reclaim() {
        let before = screen.size
        guard (try? screen.reclaim()) != nil else { return }
        needsFrame = true
        if screen.size != before {
            deliverLater([.resized(columns: screen.size.columns, rows: screen.size.rows)])
        }
    }

    /// The program asked to stop while it was handling input; it is not asked to handle more in the middle of that.
    private func deliverLater(_ inputs: [TerminalInput]) {
        guard !inputs.isEmpty else { return }
        Task { @UI in deliver(inputs) }
    }

    private func attach() {
        sources.whenReadable(STDIN_FILENO) { [weak self] in self?.readAll() }
        sources.beforeSleep = { [weak self] in self?.drawIfDue() }
    }

    private func detach() {
        sources.removeReader(STDIN_FILENO)
        sources.beforeSleep = nil
    }

    /// Waits for the answers that the terminal owes, so that no other program reads them. Returns what was typed.
    private func settle() -> [TerminalInput] {
        guard screen.isActive else { return [] }
        let deadline = ContinuousClock.now + Self.settleTime
        var typed: [TerminalInput] = []
        while pacer.hasAnswered, pacer.outstanding(at: seconds()) > 0, screen.waitForInput(atMost: deadline - .now) {
            let items = screen.input.read(at: .now)
            if items.isEmpty, screen.isHungUp { break }
            typed += decode(items)
        }
        return typed
    }

    /// Drops what is left for another program: a terminal answers in order, and ours is the last question.
    private func typedAfterAnswers() -> [TerminalInput] {
        _ = screen.input.read(at: .now)
        decoder = KeyDecoder(codes: screen.input.codes)
        guard pacer.hasAnswered, screen.isActive else { return [] }
        screen.ask()
        let deadline = ContinuousClock.now + Self.settleTime
        while screen.waitForInput(atMost: deadline - .now) {
            let items = screen.input.read(at: .now)
            if items.isEmpty, screen.isHungUp { break }
            for (index, item) in items.enumerated() {
                guard case .unit(let unit) = item else { continue }
                let isAnswer = decoder.feed(unit, at: seconds()).contains(.statusAnswer)
                if isAnswer { return decode(Array(items[(index + 1)...])) }
            }
        }
        return []
    }

    private func seconds() -> Double { (ContinuousClock.now - start) / .seconds(1) }

    private func schedule(_ timer: inout UITimer?, at time: Double?, perform: @escaping @UI () -> Void) {
        timer?.cancel()
        timer = time.map { sources.schedule(at: start + .seconds($0), perform: perform) }
    }
}
