import FoundationEssentials

/// What became of tokens: here, on the disk, and at the service when somebody signs out.
public indirect enum TokenReason: Hashable, Sendable {
    /// - source: where a ready token came from, such as `PORTAL_TOKEN`.
    case notAccepted(source: String)
    /// A service says that the token is of the future.
    case notYet
    /// The tokens' file is not read through one.
    case isLink(path: String)
    /// - words: the system's.
    case system(path: String, words: String)
    /// Secrets are not put into others' folders.
    case ofAnotherUser(path: String)
    /// A pipe, a device, or somebody else's.
    case noFile(path: String)
    /// They are sealed, or have to be, and nobody has opened the lock here.
    case locked(path: String)
    /// The lock was not to be had.
    case heldForLong(folder: String)
    /// Signed in, and gone with the program.
    case notKept(Reason)
    /// A renewal was cut off, so that nobody has what the service gave.
    case renewalLost(sent: Date)
    /// The service could not be asked to end anything.
    case notAsked(address: String, Reason)
    /// Asked to end the session, it said something else.
    case answered(address: String, status: Int)
    /// It has no call for it (RFC 7009).
    case cannotEnd(issuer: String)
    /// It refused.
    case didNotEnd(address: String, Reason)
    /// Which tokens can still be used, until when, and why.
    case livesOn(Tokens, until: Date?, Reason)
    /// Nothing is known of what lives on.
    case notRevoked(Reason)
    /// At the service.
    case sessionGoesOn(Reason)
    /// Where a person can end it.
    case browserSignedIn(address: String)
    /// On this machine.
    case stillThere(Reason)

    /// Those that a service did not end.
    public enum Tokens: Hashable, Sendable { case access, refresh, both }
}

extension TokenReason {
    /// In English.
    public var sentence: String {
        switch self {
        case .notAccepted(let source):
            "The portal does not accept the token in \(source); it may have ended. Get a new one and start again."
        case .notYet:
            "A clock is wrong: this machine's, the sign-in service's or that of who refused. date -u tells this machine's."
        case .isLink(let path): "\(path) is a symbolic link, which is not followed."
        case .system(let path, let words): "\(path): \(words)."
        case .ofAnotherUser(let path): "\(path) belongs to another user; nothing is kept there."
        case .noFile(let path): "\(path) is not a file of yours; it is not read."
        case .locked: "The sign-in is locked. Run portal lock unlock in a shell."
        case .heldForLong(let folder): "Another portal program has been renewing the sign-in for long (\(folder))."
        case .notKept(let reason):
            "You stay signed in while the program runs; it could not be kept. \(reason.sentence)"
        case .renewalLost(let sent):
            "A renewal of your sign-in, sent at \(sent.formatted(.iso8601)), was cut off: the program was ended before it could "
                + "keep the new one, or its answer was lost on the way. The sign-in service does not take the old one any more. "
                + "Nothing else is lost; sign in again."
        case .notAsked(let address, let reason): "\(address) could not be asked. \(reason.sentence)"
        case .answered(let address, let status): "\(address) answered \(status)."
        case .cannotEnd(let issuer): "\(issuer) has no call to end it."
        case .didNotEnd(let address, let reason): "\(address) did not end it: \(reason.sentence)"
        case .livesOn(let tokens, let end, let reason):
            "The \(tokens.words) can still be used by whoever has it, \(tokens.life(end)): \(reason.sentence)"
        case .notRevoked(let reason): "The tokens could not be revoked: \(reason.sentence)"
        case .sessionGoesOn(let reason): "The session at the sign-in service goes on: \(reason.sentence)"
        case .browserSignedIn(let address): "A browser may still be signed in; to end that, open \(address)"
        case .stillThere(let reason): "What was kept is still there: \(reason.sentence)"
        }
    }
}

extension TokenReason.Tokens {
    fileprivate var words: String {
        switch self {
        case .access: "access token"
        case .refresh: "refresh token"
        case .both: "refresh token and the access token"
        }
    }

    fileprivate func life(_ end: Date?) -> String {
        let end = end?.formatted(.iso8601)
        return self == .access
            ? end.map { "until \($0)" } ?? "until it ends"
            : "until the service ends it" + (end.map { ", the access token until \($0)" } ?? "")
    }
}
