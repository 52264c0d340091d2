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
    let handlers: Handlers
    private let sources = EventSources.shared
    private let start = ContinuousClock.now
    var decoder: KeyDecoder
    var pacer = FramePacer()
    var needsFrame = true
    var hasFinished = false
    private var decoderTimer: UITimer?
    private var pacerTimer: UITimer?
    private var idleTimer: UITimer?
    private var idleWork: (@UI () -> Void)?
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
        // A cluster's warning that time is nearly up (`sbatch --signal=USR1@60`) is no end yet: SIGTERM is.
        for number in [SIGUSR1, SIGUSR2, SIGALRM] { try sources.onSignal(number) {} }
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

    /// Calls `perform` once the line has nothing to carry: what was drawn has arrived, as far as the terminal tells. What
    /// was to be done then before is given up.
    public func whenLineIsIdle(_ perform: @escaping @UI () -> Void) {
        idleWork = perform
    }

    private func beforeSleep() {
        drawIfDue()
        guard let work = idleWork, !needsFrame, screen.isActive else { return }
        let now = seconds()
        if let deadline = pacer.idleDeadline, deadline > now {
            schedule(&idleTimer, at: deadline) {}
            return
        }
        idleWork = nil
        work()
        drawIfDue()
    }

    private func drawIfDue() {
        // Once, or again for what a slow line could not take at once.
        while needsFrame, screen.isActive {
            let now = seconds()
            guard pacer.mayDraw(at: now) else {
                schedule(&pacerTimer, at: pacer.deadline) {}
                return
            }
            needsFrame = false
            let frame = handlers.draw(screen.size)
            let sent = screen.present(frame, upTo: pacer.bytesAtOnce) { pacer.asks(behind: $0) }
            if !sent.isWhole { needsFrame = true }
            framesDrawn += 1
            guard sent.bytes > 0 else { continue }
            guard sent.isAsked else {
                pacer.frameSentUnasked(bytes: sent.bytes, at: now)
                continue
            }
            pacer.frameSent(bytes: sent.bytes, at: now)
            noteAnswers(pacer.outstanding)
        }
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

    func decode(_ items: [NcursesInput.Item]) -> [TerminalInput] {
        let now = seconds()
        noteAnswers(pacer.outstanding(at: now))
        var inputs: [TerminalInput] = []
        for item in items {
            switch item {
            case .unit(let unit): inputs += swallowAnswers(decoder.feed(unit, at: now), at: now)
            // Where the terminal does not show all of what was drawn, nobody knows what was meant.
            case .mouse(let event): inputs += decoder.expire(at: now) + (screen.isWhole ? [.mouse(event)] : [])
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

    func deliver(_ inputs: [TerminalInput]) {
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

    func watchStops() throws(SystemError) {
        try sources.onSignal(SIGTSTP) { [weak self] in self?.suspend() }
        // Stopped by SIGSTOP, which nobody can see coming, and continued: the shell has changed the settings.
        try sources.onSignal(SIGCONT) { [weak self] in self?.reclaim() }
    }

    func unwatchStops() {
        sources.removeSignal(SIGTSTP)
        sources.removeSignal(SIGCONT)
    }

    func attach() {
        sources.whenReadable(STDIN_FILENO) { [weak self] in self?.readAll() }
        sources.beforeSleep = { [weak self] in self?.beforeSleep() }
    }

    func detach() {
        sources.removeReader(STDIN_FILENO)
        sources.beforeSleep = nil
    }

    func seconds() -> Double { (ContinuousClock.now - start) / .seconds(1) }

    func schedule(_ timer: inout UITimer?, at time: Double?, perform: @escaping @UI () -> Void) {
        timer?.cancel()
        timer = time.map { sources.schedule(at: start + .seconds($0), perform: perform) }
    }
}
