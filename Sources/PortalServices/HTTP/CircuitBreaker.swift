import PortalDomain
import Synchronization

/// Leaves a service alone for a while that fails again and again: nobody waits for what is not there, and a service
/// that comes up is not met by everybody at once.
///
/// Counts tries that ended without a connection, without an answer in time, or with a status of 500 or more. Any other
/// answer ends the row; a call that was cancelled says nothing.
final class CircuitBreaker: Sendable {
    private enum State {
        case closed(failures: Int)
        case open(until: ContinuousClock.Instant)
        /// One call is let through to see.
        case trying
    }

    private let settings: BreakerSettings
    private let state = Mutex(State.closed(failures: 0))

    init(_ settings: BreakerSettings) { self.settings = settings }

    /// Asks whether a call may be made, which then has to be followed by one of `answered`, `failed` and `abandoned`.
    ///
    /// - Returns: seconds for which it may not; nil when it may.
    func refusal() -> Int? {
        let now = settings.now()
        return state.withLock { state in
            switch state {
            case .closed: return nil
            case .trying: return 1
            case .open(let until) where until <= now:
                state = .trying
                return nil
            case .open(let until): return max(1, Int(now.duration(to: until).components.seconds))
            }
        }
    }

    /// Seconds for which the service is left alone; nil while it is not. Looking changes nothing.
    var rest: Int? {
        let now = settings.now()
        guard case .open(let until) = state.withLock({ $0 }), until > now else { return nil }
        return max(1, Int(now.duration(to: until).components.seconds))
    }

    func answered() { state.withLock { $0 = .closed(failures: 0) } }

    func failed() {
        let rest = settings.now() + settings.rest
        state.withLock { state in
            switch state {
            case .closed(let failures):
                state = failures + 1 >= settings.failures ? .open(until: rest) : .closed(failures: failures + 1)
            case .trying: state = .open(until: rest)
            case .open: break
            }
        }
    }

    /// The call ended without telling anything about the service: another one may be the trial.
    func abandoned() {
        let now = settings.now()
        state.withLock { state in
            if case .trying = state { state = .open(until: now) }
        }
    }

    /// Lets calls through at once; the next failure ends that.
    func tryAtOnce() {
        state.withLock { state in
            switch state {
            case .closed: break
            case .open, .trying: state = .closed(failures: settings.failures - 1)
            }
        }
    }
}

/// When a service is left alone, and for how long.
public struct BreakerSettings: Sendable {
    /// In a row.
    public var failures: Int
    /// For how long a service that failed is left alone.
    public var rest: Duration
    /// A clock that goes on steadily, whatever is done to the date.
    public var now: @Sendable () -> ContinuousClock.Instant

    public init(
        failures: Int = 5, rest: Duration = .seconds(30),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.failures = failures
        self.rest = rest
        self.now = now
    }
}
