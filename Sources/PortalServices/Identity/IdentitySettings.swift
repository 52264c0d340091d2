import JSONStream
import PortalDomain

/// Where and as which client people sign in to a portal.
public struct IdentitySettings: Hashable, Sendable {
    /// The address that the issuer calls itself by; its discovery document lies below it.
    public var issuer: String
    /// The public client that the realm's administrator made for this program.
    public var clientID: String
    /// Of a service that acts for itself (client credentials). A program in people's hands has none: it could not keep
    /// it from them.
    public var clientSecret: Secret?
    /// The scopes that are asked for (RFC 6749, 3.3); `openid` is among them.
    public var scopes: [String]
    /// Where the discovery document leaves out that the issuer has a device endpoint.
    public var deviceEndpoint: String?
    /// For issuers that compare redirect addresses exactly, port included; otherwise a free one is taken.
    public var redirectPort: Int?

    public init(
        issuer: String, clientID: String, clientSecret: Secret? = nil,
        scopes: [String] = ["openid", "profile", "email"], deviceEndpoint: String? = nil, redirectPort: Int? = nil
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scopes = scopes
        self.deviceEndpoint = deviceEndpoint
        self.redirectPort = redirectPort
    }

    /// Whether a service calls for itself, so that nobody signs in.
    public var isServiceAccount: Bool { clientSecret != nil }

    var scope: String { scopes.joined(separator: " ") }
}

extension Account {
    /// From the claims of an ID token or of the user-info endpoint.
    init?(claims: JSONValue) {
        guard let subject = claims["sub"].text else { return nil }
        let names = ["name", "preferred_username", "email", "nickname"].lazy.compactMap { claims[$0].text }
        self.init(subject: subject, name: names.first ?? subject)
    }
}
