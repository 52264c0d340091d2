import CTerminal
import Glibc

/// What the user interface waits for besides jobs: descriptors, signals and deadlines.
@UI
public final class EventSources {
    /// The one of the process: signals belong to a process as a whole.
    public static let shared = EventSources()

    /// Called whenever the thread has nothing left to do, just before it sleeps: the place to draw.
    public var beforeSleep: (@UI () -> Void)?

    var selfPipe: Int32 = -1
    private var readers: [Int32: @UI () -> Void] = [:]
    private var signals: [Int32: @UI () -> Void] = [:]
    private var timers: [UITimer] = []
    private var polled: [pollfd] = []

    private init() {}

    // MARK: - Registration

    /// Calls `perform` whenever `descriptor` can be read or was closed at its other end, until it is removed.
    public func whenReadable(_ descriptor: Int32, perform: @escaping @UI () -> Void) {
        readers[descriptor] = perform
    }

    /// Looks at a descriptor no more. One that is not looked at is no error.
    public func removeReader(_ descriptor: Int32) {
        readers[descriptor] = nil
    }

    /// Calls `perform` for the signal instead of what the signal does by default.
    public func onSignal(_ signal: Int32, perform: @escaping @UI () -> Void) throws(SystemError) {
        guard ct_pipe_open() >= 0, ct_signal_watch(signal) == 0 else { throw SystemError("watch signal \(signal)") }
        signals[signal] = perform
    }

    /// Gives the signal back its default action.
    public func removeSignal(_ signal: Int32) {
        signals[signal] = nil
        _ = ct_signal_default(signal)
    }

    /// Calls `perform` once, at `deadline` or soon after, unless the timer is cancelled before.
    @discardableResult
    public func schedule(at deadline: ContinuousClock.Instant, perform: @escaping @UI () -> Void) -> UITimer {
        let timer = UITimer(deadline: deadline, perform: perform)
        // Few timers are alive at once: the latest first, so that the next to fire is taken from the end.
        let index = timers.firstIndex { $0.deadline <= deadline } ?? timers.endIndex
        timers.insert(timer, at: index)
        return timer
    }

    // MARK: - The executor's side

    func fireDueTimers() {
        timers.removeAll { $0.isCancelled }
        guard !timers.isEmpty else { return }
        let now = ContinuousClock.now
        while let timer = timers.last, timer.deadline <= now {
            timers.removeLast()
            timer.fire()
        }
    }

    /// Waits until a descriptor or the self-pipe is ready or the next timer is due.
    func wait(mayBlock: Bool) {
        polled.removeAll(keepingCapacity: true)
        polled.append(pollfd(fd: selfPipe, events: Int16(POLLIN), revents: 0))
        for descriptor in readers.keys {
            polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
        }
        let count = poll(&polled, nfds_t(polled.count), mayBlock ? milliseconds : 0)
        // Interrupted by a signal: its byte is in the self-pipe, and the next round finds it.
        if count < 0 { for index in polled.indices { polled[index].revents = 0 } }
    }

    func dispatchReady() {
        let ready = polled.filter { $0.revents != 0 }
        for entry in ready {
            if entry.fd == selfPipe {
                for signal in drainSelfPipe() { signals[signal]?() }
            } else {
                readers[entry.fd]?()
            }
        }
    }

    /// Rounded up, so that a timer that is due in half a millisecond does not spin.
    private var milliseconds: Int32 {
        while let last = timers.last, last.isCancelled { timers.removeLast() }
        guard let next = timers.last else { return -1 }
        let remaining = next.deadline - .now
        guard remaining > .zero else { return 0 }
        let (seconds, attoseconds) = remaining.components
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    /// The signals that arrived, each once, in the order of their arrival.
    private func drainSelfPipe() -> [Int32] {
        var arrived: [Int32] = []
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            let count = read(selfPipe, &buffer, buffer.count)
            guard count > 0 else { return arrived }
            for byte in buffer.prefix(count) where byte != 0 && !arrived.contains(Int32(byte)) {
                arrived.append(Int32(byte))
            }
        }
    }
}
