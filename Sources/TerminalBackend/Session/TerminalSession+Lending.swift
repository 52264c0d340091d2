import CTerminal
import Glibc
import PortalModel
import TerminalCanvas

/// Giving the terminal away: to the shell, to another program, for good.
extension TerminalSession {
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

    func reclaim() {
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
}
