import FoundationEssentials
import JSONStream
import PortalDomain

/// The issuer's discovery document, as far as it is needed (OpenID Connect Discovery 1.0, RFC 8414).
struct ProviderMetadata: Hashable, Sendable {
    /// As the issuer writes it: what its ID tokens have to name.
    var issuer: String
    var token: String
    var authorization: String?
    var device: String?
    var revocation: String?
    var endSession: String?
    var userInfo: String?
    /// Nil when the document does not say, which by RFC 8414 means nothing about PKCE.
    var challengeMethods: [String]?
    /// Ways in which a client may prove itself at the token endpoint.
    var clientAuthentication: [String]
    /// The issuer names itself in the answer to the redirect (RFC 9207).
    var namesItselfInRedirect: Bool

    static let path = "/.well-known/openid-configuration"

    /// Where RFC 8414 (3.1) has a document of the same kind: its path comes before the issuer's own. Some services name
    /// endpoints there that the other document lacks.
    static func authorizationServerPath(of issuer: String) -> String? {
        guard let url = URL(string: issuer), let scheme = url.scheme, let host = url.host() else { return nil }
        let port = url.port.map { ":\($0)" } ?? ""
        let path = url.path().hasSuffix("/") ? String(url.path().dropLast()) : url.path()
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(name)\(port)/.well-known/oauth-authorization-server\(path)"
    }

    /// Takes what is missing here from another document of the same issuer.
    mutating func complete(from other: ProviderMetadata) {
        authorization = authorization ?? other.authorization
        revocation = revocation ?? other.revocation
        device = device ?? other.device
        endSession = endSession ?? other.endSession
    }

    /// Whether the other document could name something that is of use.
    var isIncomplete: Bool { revocation == nil || device == nil }

    /// - Parameters:
    ///   - document: the JSON of the discovery document.
    ///   - allowsInsecure: whether endpoints without encryption are taken on other machines.
    /// - Throws: `.unreadableAnswer` with the reason when the document is another issuer's or lacks what is needed.
    init(
        _ document: JSONValue, settings: IdentitySettings, allowsInsecure: Bool = false
    ) throws(PortalError) {
        func refusal(_ reason: SignInReason) -> PortalError {
            PortalError(.unreadableAnswer, operation: Self.operation, because: .signIn(reason))
        }
        guard let issuer = document["issuer"].text else {
            throw refusal(.noDiscovery(address: settings.issuer + Self.path))
        }
        // Else one issuer could speak for another (Discovery 1.0, 4.3). A final slash is no other issuer.
        guard Self.plain(issuer) == Self.plain(settings.issuer) else {
            throw refusal(.otherIssuer(name: issuer, configured: settings.issuer))
        }
        func endpoint(_ name: String) throws(PortalError) -> String? {
            guard let address = document[name].text else { return nil }
            return try Self.checked(address, name, allowsInsecure)
        }
        guard let token = try endpoint("token_endpoint") else {
            throw refusal(.noTokenEndpoint)
        }
        self.issuer = issuer
        self.token = token
        authorization = try endpoint("authorization_endpoint")
        // What only makes signing in nicer is left out rather than refused.
        revocation = try? endpoint("revocation_endpoint")
        endSession = try? endpoint("end_session_endpoint")
        userInfo = try? endpoint("userinfo_endpoint")
        device = try endpoint("device_authorization_endpoint")
        if device == nil, let configured = settings.deviceEndpoint {
            device = try Self.checked(configured, "device endpoint", allowsInsecure)
        }
        let methods = document["code_challenge_methods_supported"]
        challengeMethods = methods.isNull ? nil : methods.texts
        clientAuthentication = document["token_endpoint_auth_methods_supported"].texts
        namesItselfInRedirect = document["authorization_response_iss_parameter_supported"].flag ?? false
    }

    /// Whether a challenge is of use. Silence counts as yes: a server that does not know it leaves it aside.
    var takesChallenge: Bool { challengeMethods?.contains(ProofKey.method) ?? true }

    static let operation = "asking the sign-in service"

    private static func plain(_ issuer: String) -> String {
        issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
    }

    private static func checked(
        _ address: String, _ name: String, _ allowsInsecure: Bool
    ) throws(PortalError) -> String {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased(), let host = url.host(),
            scheme == "https" || scheme == "http" && (allowsInsecure || BaseAddress.isLoopback(host))
        else {
            throw PortalError(
                .unreadableAnswer, operation: operation,
                because: .signIn(.unencrypted(endpoint: name, address: address.withoutCredentials)))
        }
        guard BaseAddress.isPort(url.port) else {
            throw PortalError(
                .unreadableAnswer, operation: operation,
                because: .signIn(.badPort(endpoint: name, address: address.withoutCredentials)))
        }
        return address
    }
}
