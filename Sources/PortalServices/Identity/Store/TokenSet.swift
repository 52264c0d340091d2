import FoundationEssentials
import PortalDomain

/// What a login gave, as it is kept between calls and between programs.
struct TokenSet: Hashable, Sendable {
    var access: Secret
    var refresh: Secret?
    /// Tells the issuer whose session to end.
    var identity: Secret?
    /// Nil when the service does not say; then only a refusal tells.
    var expires: Date?
    var obtained: Date
    /// Nil when neither an ID token nor the user-info endpoint said who it is.
    var account: Account?
    /// When a renewal of this refresh token was sent whose answer was never kept; nil where none was.
    var renewalSent: Date?

    /// What a service account has before its first call: nothing, so that it is renewed at once.
    static let beforeFirstCall = TokenSet(access: Secret(""), expires: .distantPast, obtained: .distantPast)

    /// Seconds before its end from which on a token is renewed.
    static let margin: TimeInterval = 60

    /// Whether a call that starts now can carry it.
    func isFresh(at now: Date) -> Bool { expires.map { $0.timeIntervalSince(now) > Self.margin } ?? true }
    func hasEnded(at now: Date) -> Bool { expires.map { $0 <= now } ?? false }
}

/// The file's contents. Secrets are revealed here and nowhere else on their way to the disk.
struct StoredTokens: Codable {
    var version = 1
    /// A file of another issuer or client is never used: its refresh token is nobody else's business.
    var issuer: String
    var client: String
    var access: String
    var refresh: String?
    var identity: String?
    /// Seconds since 1970.
    var expires: TimeInterval?
    var obtained: TimeInterval
    var subject: String?
    var name: String?
    /// Seconds since 1970; not in files from before it was kept.
    var renewalSent: TimeInterval?

    init(_ tokens: TokenSet, settings: IdentitySettings) {
        issuer = settings.issuer
        client = settings.clientID
        access = tokens.access.reveal()
        refresh = tokens.refresh?.reveal()
        identity = tokens.identity?.reveal()
        expires = tokens.expires?.timeIntervalSince1970
        obtained = tokens.obtained.timeIntervalSince1970
        subject = tokens.account?.subject
        name = tokens.account?.name
        renewalSent = tokens.renewalSent?.timeIntervalSince1970
    }

    /// Nil when they are of another issuer or client.
    func tokens(for settings: IdentitySettings) -> TokenSet? {
        guard version == 1, issuer == settings.issuer, client == settings.clientID else { return nil }
        return TokenSet(
            access: Secret(access), refresh: refresh.map { Secret($0) }, identity: identity.map { Secret($0) },
            expires: expires.map { Date(timeIntervalSince1970: $0) }, obtained: Date(timeIntervalSince1970: obtained),
            account: subject.map { Account(subject: $0, name: name ?? $0) },
            renewalSent: renewalSent.map { Date(timeIntervalSince1970: $0) })
    }
}
