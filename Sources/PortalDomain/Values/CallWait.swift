import FoundationEssentials

/// A call that stands still before it is made again: the portal asked for it, or the last try failed in a way that may
/// pass.
public struct CallWait: Hashable, Sendable, Identifiable {
    /// Why it waits.
    public enum Reason: Hashable, Sendable {
        /// `Retry-After`.
        case asked
        /// The try before failed in this way.
        case failed(PortalError.Kind)
        /// The call was made and is not answered yet; it ends at `until`.
        case silence
    }

    /// The call's request id: the same for all its tries.
    public var id: String
    /// The call in words, as in `PortalError.operation`.
    public var operation: String
    /// Why it waits.
    public var reason: Reason
    /// When the next try is made.
    public var until: Date
    /// The number of that try: the first one that is waited for is the second.
    public var attempt: Int
    /// What the call is made for; nil when nobody on the screen waits for it.
    public var purpose: CallPurpose?
    /// The host of the archive that is waited for; nil where it is the portal.
    public var archive: String?

    public init(
        id: String, operation: String, reason: Reason, until: Date, attempt: Int,
        purpose: CallPurpose? = CallPurpose.current
    ) {
        self.id = id
        self.operation = operation
        self.reason = reason
        self.until = until
        self.attempt = attempt
        self.purpose = purpose
    }

    /// Whole seconds that are left, at least 1 until it is over.
    public func secondsLeft(now: Date) -> Int {
        let seconds = until.timeIntervalSince(now)
        return seconds > 0 ? Int(min(seconds, 1e6).rounded(.up)) : 0
    }

    /// What is waited for and how long yet, without an end: more may follow.
    public func words(now: Date) -> String {
        let left = PortalError.spelled(seconds: secondsLeft(now: now))
        let who = archive.map { "The archive at \($0)" } ?? "The portal"
        return switch reason {
        case .asked: "\(who) asks to wait \(left)"
        case .failed(.offline): "No connection, next try in \(left)"
        case .failed(.timedOut): "No answer in time, next try in \(left)"
        case .silence: "No answer yet, waiting \(left) more"
        case .failed(.tooManyRequests): "\(who) is asked too often, next try in \(left)"
        case .failed(.serverFault(let status)): "\(who) failed (\(status)), next try in \(left)"
        case .failed: "It failed, next try in \(left)"
        }
    }
}

/// What a call is made for, so that a wait can be shown where the answer is awaited.
///
/// Travels with the task: services and dialects in between need not know of it.
public enum CallPurpose: Hashable, Sendable {
    /// A read, which a newer one of its slot may cancel.
    case read(ReadID)
    /// A write of a draft, or a question about one whose outcome is not known.
    case draft(DraftID)

    /// What the call is made for that runs in this task; nil outside of one.
    @TaskLocal public static var current: CallPurpose?
}
