import FoundationEssentials
import JSONStream
import PortalDomain

/// The claims of an ID token that was checked by the rules of OpenID Connect Core 3.1.3.7.
///
/// Its signature is not checked, which 3.1.3.7 (6) allows for a token that comes straight from the token endpoint over
/// TLS: the server's certificate vouches for it, and no other path brings one here (neither redirect nor file is read
/// for it). Over plain HTTP, which is accepted on loopback only, it has not left this machine. Nothing is allowed on its
/// word: it names the person on the screen and keeps people's caches apart, while services judge the access token
/// themselves. Visas come by others' hands, and are checked (`Passport`).
struct IDToken: Sendable {
    let claims: JSONValue

    /// What the token must say.
    struct Expectation {
        var issuer: String
        var clientID: String
        /// Sent along when the login began; nil where the flow has none.
        var nonce: Secret?
        /// The person of the login before, at a refresh.
        var subject: String?
        var now: Date
        /// The service's clock, to tell a wrong clock from a wrong token.
        var serverDate: Date?
    }

    /// In seconds.
    static let tolerance: TimeInterval = 60

    init(_ token: Secret, expecting expected: Expectation) throws(LoginFailure) {
        let parts = token.reveal().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.json(parts[0]), let claims = Self.json(parts[1]) else {
            throw Self.refusal(.noSignedToken)
        }
        guard let algorithm = header["alg"].text, algorithm.lowercased() != "none" else {
            throw Self.refusal(.unsigned)
        }
        self.claims = claims
        try checkNames(expected)
        try checkTimes(expected)
    }

    private func checkNames(_ expected: Expectation) throws(LoginFailure) {
        guard claims["iss"].text == expected.issuer else { throw Self.refusal(.otherIssuer) }
        guard claims["sub"].text != nil else { throw Self.refusal(.nobody) }
        let audience = claims["aud"].texts
        guard audience.contains(expected.clientID) else { throw Self.refusal(.otherClient) }
        // Checked where it is there (3.1.3.7, errata set 2): a service may name several audiences and no party.
        guard claims["azp"].isNull || claims["azp"].text == expected.clientID else {
            throw Self.refusal(.otherParty)
        }
        if let nonce = expected.nonce, claims["nonce"].text != nonce.reveal() {
            throw Self.refusal(.otherLogin)
        }
        if let subject = expected.subject, claims["sub"].text != subject {
            throw Self.refusal(.otherPerson)
        }
    }

    private func checkTimes(_ expected: Expectation) throws(LoginFailure) {
        let now = expected.now.timeIntervalSince1970
        guard let expires = claims["exp"].integer, let issued = claims["iat"].integer else {
            throw Self.refusal(.noTimes)
        }
        guard TimeInterval(expires) > now - Self.tolerance, TimeInterval(issued) < now + Self.tolerance else {
            // The service made it just now, so that it is more often the clock than the token.
            let byToken = now - TimeInterval(issued)
            var ahead = expected.serverDate.map { now - $0.timeIntervalSince1970 } ?? byToken
            // A token of the future has not ended, whatever a server in front says of the time.
            if abs(ahead) < 30, byToken <= -Self.tolerance { ahead = byToken }
            let minutes = Int((ahead / 60).rounded())
            guard abs(minutes) >= 1 else { throw Self.refusal(.ended) }
            throw .wrongClock(minutesAhead: minutes)
        }
    }

    private static func json(_ part: Substring) -> JSONValue? {
        guard let data = Base64URL.decode(part), let value = try? JSONValue(parsing: data), case .object = value else {
            return nil
        }
        return value
    }

    private static func refusal(_ fault: SignInReason.TokenFault) -> LoginFailure {
        .failed(
            PortalError(
                .unreadableAnswer, operation: "checking who signed in",
                because: .signIn(.tokenNotAccepted(fault))))
    }
}
