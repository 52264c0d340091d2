/// What an archive's failure is: the archive is another service than the portal, often run by others, and is named by
/// its host so that somebody can ask after it.
public struct ArchiveReason: Hashable, Sendable {
    /// Such as `download.example.org`, with its port where that is no usual one.
    public var host: String
    /// What sort of failure it is.
    public var kind: PortalError.Kind
    /// Why, in the archive's own words or as it is known of the way there.
    public var why: Reason?

    public init(host: String, kind: PortalError.Kind, why: Reason? = nil) {
        self.host = host
        self.kind = kind
        self.why = why
    }

    /// In English, in a sentence or two.
    public var sentence: String {
        guard let why, why.sentence != happened else { return happened }
        return "\(happened) \(why.sentence)"
    }

    /// In English, what happened without why.
    public var happened: String {
        switch kind {
        case .offline: "The archive at \(host) could not be reached."
        case .timedOut(let seconds): "The archive at \(host) did not answer within \(seconds) s."
        case .signedOut: "To the archive at \(host) you are not signed in."
        case .forbidden: "The archive at \(host) does not allow you this."
        case .notFound: "The archive at \(host) does not have this."
        case .refused(let status): "The call to the archive at \(host) was not let through (status \(status))."
        case .conflict: "It cannot be done as it stands at the archive at \(host)."
        case .invalid: "The archive at \(host) found something missing or wrong."
        case .tooManyRequests(.some(let seconds)):
            "The archive at \(host) asks to wait \(PortalError.spelled(seconds: seconds))."
        case .tooManyRequests(.none): "The archive at \(host) asks to wait a while."
        case .serverFault(let status): "The archive at \(host) failed (status \(status))."
        case .unavailable(let seconds):
            "The archive at \(host) is not available and asks to wait \(PortalError.spelled(seconds: seconds))."
        case .notTried(let seconds):
            """
            The archive at \(host) failed several times in a row, so it is left alone for \
            \(PortalError.spelled(seconds: seconds)).
            """
        case .unreadableAnswer: "The answer of the archive at \(host) could not be understood."
        case .unsupported: "The archive at \(host) does not offer this."
        case .local, .heldElsewhere, .changedElsewhere, .cancelled, .notKept: kind.sentence
        }
    }
}
