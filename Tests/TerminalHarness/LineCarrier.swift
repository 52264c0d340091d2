import CPseudoTerminal
import Foundation
import Synchronization

/// Carries bytes between a terminal device and the person, as a ``LineProfile`` says.
final class LineCarrier: Sendable {
    struct State {
        let terminal: PseudoTerminal
        var toPerson: LineDirection
        var toProgram: LineDirection
        /// Typed, but not yet.
        var planned: [(bytes: [UInt8], time: Duration)] = []
        /// Arrived at the program's end, where the device was full.
        var undelivered: [UInt8] = []
        var arrivals: [PtyTerminal.Arrival] = []
        var received: [UInt8] = []
        var bytesWritten = 0
        var questionsSeen = 0
        var scanned = 0
        /// When the last answer will have left the terminal.
        var answering = Duration.zero
        var exitCode: Int32?
        var now = Duration.zero
        var lastActivity = Duration.zero
        var isStopped = false
        var isHungUp = false
        var waiters: [Waiter] = []

        var isLineEmpty: Bool {
            isHungUp || (toPerson.count == 0 && toProgram.count == 0 && undelivered.isEmpty && planned.isEmpty)
        }
    }

    struct Waiter {
        var expectation: String
        var deadline: Duration
        var condition: @Sendable (borrowing State) -> Bool
        var continuation: CheckedContinuation<Void, any Error>
    }

    let state: Mutex<State>
    private let line: LineProfile
    private let start = ContinuousClock.now
    private let wakeEnd: Int32
    private let listenEnd: Int32
    private let master: Int32

    init(terminal: sending PseudoTerminal, line: LineProfile) throws {
        var ends: [Int32] = [-1, -1]
        guard cpt_pipe(&ends) == 0 else { throw HarnessError("No pipe can be made") }
        (listenEnd, wakeEnd) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        master = terminal.master
        self.line = line
        state = Mutex(State(terminal: terminal, toPerson: line.direction(), toProgram: line.direction()))
    }

    deinit {
        close(wakeEnd)
        close(listenEnd)
    }

    var now: Duration { ContinuousClock.now - start }

    // MARK: - From the tests' side

    func send(_ bytes: [UInt8], after delay: Duration = .zero) {
        state.withLock { $0.planned.append((bytes, now + delay)) }
        wake()
    }

    func programEnded(exitCode: Int32) {
        state.withLock { $0.exitCode = exitCode }
        wake()
    }

    func hangUp() {
        state.withLock { state in
            state.isHungUp = true
            state.terminal.hangUp()
        }
        wake()
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        wake()
    }

    func wait(
        for expectation: String, atMost time: Duration, until condition: @escaping @Sendable (borrowing State) -> Bool
    ) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let waiter = Waiter(
                expectation: expectation, deadline: now + time, condition: condition, continuation: continuation)
            state.withLock { $0.waiters.append(waiter) }
            wake()
        }
    }

    private func wake() {
        var byte: UInt8 = 0
        _ = write(wakeEnd, &byte, 1)
    }

    // MARK: - The thread

    func run() {
        var timeout: Duration? = .zero
        while true {
            let isOver = state.withLock { state in
                state.now = now
                carry(&state)
                finishWaiters(&state)
                timeout = nextEvent(state).map { max($0 - now, .zero) }
                return state.isStopped
            }
            if isOver { return abandonWaiters() }
            waitForEvents(atMost: timeout)
        }
    }

    private func carry(_ state: inout State) {
        guard !state.isHungUp else { return }
        while let next = state.planned.first, next.time <= state.now {
            state.planned.removeFirst()
            state.toProgram.send(next.bytes, at: state.now)
        }
        readProgram(&state)
        let arrived = state.toPerson.receive(at: state.now)
        if !arrived.isEmpty {
            state.lastActivity = state.now
            state.arrivals.append(.init(bytes: arrived, time: state.now))
            state.received += arrived
            answerQuestions(&state)
        }
        let typed = state.toProgram.receive(at: state.now)
        if !typed.isEmpty { state.lastActivity = state.now }
        state.undelivered += typed
        guard !state.undelivered.isEmpty else { return }
        let count = write(master, state.undelivered, state.undelivered.count)
        if count > 0 { state.undelivered.removeFirst(count) }
    }

    private func readProgram(_ state: inout State) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while state.toPerson.count < line.capacity {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            state.bytesWritten += count
            state.lastActivity = state.now
            state.toPerson.send(buffer.prefix(count), at: state.now)
        }
    }

    private func answerQuestions(_ state: inout State) {
        let question = Array("\u{1B}[5n".utf8)
        while let range = state.received[state.scanned...].firstRange(of: question) {
            state.scanned = range.upperBound
            state.questionsSeen += 1
            let answer = Array("\u{1B}[0n".utf8)
            switch line.answers {
            case .never: break
            case .atOnce: state.toProgram.send(answer, at: state.now)
            case .torn(let gap):
                // One answer after the other, however torn.
                let first = max(state.now, state.answering)
                for (index, byte) in answer.enumerated() { state.planned.append(([byte], first + gap * index)) }
                state.planned.sort { $0.time < $1.time }
                state.answering = first + gap * answer.count
            }
        }
        state.scanned = max(state.scanned, state.received.count - question.count + 1)
    }

    private func finishWaiters(_ state: inout State) {
        var rest: [Waiter] = []
        for waiter in state.waiters {
            if waiter.condition(state) {
                waiter.continuation.resume()
            } else if waiter.deadline <= state.now {
                let tail = String(decoding: state.received.suffix(2000), as: UTF8.self)
                waiter.continuation.resume(
                    throwing: HarnessError("Expected \(waiter.expectation).", lastScreen: tail.debugDescription))
            } else {
                rest.append(waiter)
            }
        }
        state.waiters = rest
    }

    private func abandonWaiters() {
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters {
            waiter.continuation.resume(throwing: HarnessError("The line was cut before \(waiter.expectation)."))
        }
    }

    private func nextEvent(_ state: borrowing State) -> Duration? {
        // A wait for quiet has no event of its own.
        let look = state.waiters.isEmpty ? nil : state.now + .milliseconds(20)
        return [state.planned.first?.time, state.toPerson.nextArrival, state.toProgram.nextArrival, look]
            .compactMap { $0 }.min()
    }

    /// Until a byte moves, somebody wakes the thread, or the next planned byte is due.
    private func waitForEvents(atMost time: Duration?) {
        var entries = [pollfd(fd: listenEnd, events: Int16(POLLIN), revents: 0)]
        state.withLock { state in
            guard !state.isHungUp else { return }
            let reading = state.toPerson.count < line.capacity ? POLLIN : 0
            let writing = state.undelivered.isEmpty ? 0 : POLLOUT
            entries.append(pollfd(fd: master, events: Int16(reading | writing), revents: 0))
        }
        // Rounded up: a byte that is due in a part of a millisecond is not waited for in circles.
        let limit = time.map { Int32(($0 / .milliseconds(1)).rounded(.up)) } ?? -1
        poll(&entries, nfds_t(entries.count), limit)
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(listenEnd, &bytes, bytes.count) > 0 {}
    }
}
