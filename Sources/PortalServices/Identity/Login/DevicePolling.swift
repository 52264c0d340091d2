import FoundationEssentials
import PortalDomain

/// When to ask whether a device login was confirmed, and what an answer means (RFC 8628, 3.5). A pure state machine.
struct DevicePolling: Hashable, Sendable {
    /// Seconds between two questions: the service's, which may be minutes, or 5.
    private(set) var interval: TimeInterval
    /// When the code ends, by this machine's clock.
    let expires: Date
    private var lastAsked: Date

    init(interval: TimeInterval?, expires: Date, begun: Date) {
        self.interval = max(interval ?? Self.usualInterval, 1)
        self.expires = expires
        lastAsked = begun
    }

    static let usualInterval: TimeInterval = 5
    /// More than any service asks for at once, and less than a person's patience.
    static let longestPause: TimeInterval = 60

    /// Seconds until the next question. The last one is asked as the code ends, so that a confirmation between two far
    /// questions is not lost.
    func pause(at now: Date) -> TimeInterval {
        let next = min(lastAsked.addingTimeInterval(interval), expires)
        return max(0, next.timeIntervalSince(now))
    }

    mutating func asked(at now: Date) { lastAsked = now }

    /// - Returns: why the login has ended, or nil when it goes on.
    mutating func refused(_ refusal: OAuthRefusal, at now: Date) -> LoginFailure? {
        let isOver = now >= expires
        switch refusal.code {
        case "authorization_pending": return isOver ? .expired : nil
        case "slow_down":
            interval += 5
            return isOver ? .expired : nil
        case "expired_token": return .expired
        // Some services forget codes that have ended and then call them refused.
        case "access_denied": return isOver ? .expired : .denied
        default: return isOver ? .expired : .failed(refusal.error("waiting for the confirmation"))
        }
    }

    /// The service could not be asked: networks come back, codes live for minutes.
    mutating func failed(_ error: PortalError, at now: Date) -> LoginFailure? {
        if error.kind == .cancelled { return .cancelled }
        // The service has answered, and asking again would only get the next answer of the same kind.
        switch error.reason {
        case .signIn(.noToken), .signIn(.badToken), .signIn(.otherToken): return .failed(error)
        default: break
        }
        guard now < expires else { return .expired }
        if case .tooManyRequests(let seconds?) = error.kind { interval = max(interval, TimeInterval(seconds)) }
        // RFC 8628 asks for longer pauses after time-outs; beyond a minute nobody waits.
        interval = max(interval, min(interval * 2, Self.longestPause))
        return nil
    }
}
