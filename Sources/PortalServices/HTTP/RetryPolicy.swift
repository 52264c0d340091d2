import FoundationEssentials
import NIOHTTP1
import PortalDomain

/// When a safe call that failed is made again. Calls that change something never are.
public struct RetryPolicy: Sendable {
    /// The longest that is waited before the second, the third and every later try. So many tries follow the first.
    public var delays: [Duration]
    /// Of `delays` no more than this is waited.
    public var longestDelay: Duration
    /// A service that asks for more by `Retry-After` is not waited for: the error says how long it asks for.
    public var longestAsked: Duration
    /// Gives the delay out of what it may be at most. At random, so that those that failed together do not come back
    /// together ("full jitter").
    public var jitter: @Sendable (_ atMost: Duration) -> Duration
    /// Lets the time pass; throws when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// The time, to understand a date in `Retry-After` (RFC 9110, 10.2.3).
    public var now: @Sendable () -> Date

    public init(
        delays: [Duration] = [.seconds(1), .seconds(2), .seconds(4)], longestDelay: Duration = .seconds(30),
        longestAsked: Duration = .seconds(120),
        jitter: @escaping @Sendable (Duration) -> Duration = { $0 * Double.random(in: 0...1) },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await NetworkPause.sleep(for: $0) },
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.delays = delays
        self.longestDelay = longestDelay
        self.longestAsked = longestAsked
        self.jitter = jitter
        self.sleep = sleep
        self.now = now
    }

    /// Every call is made once.
    public static let never = RetryPolicy(delays: [])
}

/// What came of one try of a call.
enum TryOutcome: Sendable {
    /// Whatever its status.
    case answered(ServiceAnswer)
    case failed(FailedTry)
}

/// A try without an answer.
struct FailedTry: Error {
    enum Prospect: Sendable {
        /// The same call can succeed a moment later.
        case mayPass
        /// A connection that was kept may have been closed by the other side just then, with nothing wrong about it.
        case staleConnection
        case lasts
    }

    var error: PortalError
    var prospect: Prospect
    /// False when it failed before the service was asked.
    var isOfService = true
}

/// The time before another try.
struct Pause: Equatable, Sendable {
    var duration: Duration
    var reason: CallWait.Reason
}

extension RetryPolicy {
    /// - Parameter tries: how often the call was made.
    /// - Returns: nil when it is not made again.
    func pause(after outcome: TryOutcome, tries: Int) -> Pause? {
        guard tries <= delays.count else { return nil }
        switch outcome {
        case .answered(let answer): return pause(after: answer, tries: tries)
        case .failed(let failed):
            switch failed.prospect {
            case .lasts: return nil
            case .staleConnection where tries == 1: return Pause(duration: .zero, reason: .failed(failed.error.kind))
            case .staleConnection, .mayPass:
                return Pause(duration: delay(before: tries), reason: .failed(failed.error.kind))
            }
        }
    }

    private func pause(after answer: ServiceAnswer, tries: Int) -> Pause? {
        let status = answer.status
        if status == 429 || status == 503, let seconds = RetryAfter.secondsAhead(in: answer.headers, now: now()) {
            let asked = Duration.seconds(seconds)
            return asked <= longestAsked ? Pause(duration: asked, reason: .asked) : nil
        }
        if status == 429 {
            return Pause(duration: delay(before: tries), reason: .failed(.tooManyRequests(retryAfter: nil)))
        }
        // What a service does not have it will not have a moment later: AMS says so with 500.
        guard status >= 500, ![501, 505, 511].contains(status), !answer.saysUnsupported else { return nil }
        return Pause(duration: delay(before: tries), reason: .failed(.serverFault(status: status)))
    }

    private func delay(before next: Int) -> Duration { jitter(min(delays[next - 1], longestDelay)) }
}
