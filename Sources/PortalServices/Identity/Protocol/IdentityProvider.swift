import FoundationEssentials
import JSONStream
import PortalDomain

/// The time, and waiting for it; tests bring their own.
public struct IdentityClock: Sendable {
    /// The time, which decides whether a token is still good.
    public var now: @Sendable () -> Date
    /// Waits between two questions of the device flow (RFC 8628, 3.5).
    public var sleep: @Sendable (Duration) async throws -> Void

    public init(
        now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's own clock.
    public static let system = IdentityClock(now: { Date() }, sleep: { try await NetworkPause.sleep(for: $0) })
}

/// An issuer whose endpoints are known, and this program as its client.
struct IdentityProvider: Sendable {
    var metadata: ProviderMetadata
    var settings: IdentitySettings
    var http: IdentityHTTP
    var clock: IdentityClock

    /// Reads the discovery document.
    static func discover(
        _ settings: IdentitySettings, http: IdentityHTTP, clock: IdentityClock
    ) async throws(PortalError) -> IdentityProvider {
        let allowsInsecure = http.options.allowsInsecureHTTP
        // Checks the scheme; the address itself stays as it is written, because its path is not ours to normalise.
        _ = try BaseAddress(settings.issuer, allowsInsecure: allowsInsecure)
        let issuer = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
        let answer = try await http.get(issuer + ProviderMetadata.path, operation: ProviderMetadata.operation)
        guard answer.isSuccess else {
            // A server of OAuth alone has only the other document.
            if answer.status == 404, let other = await authorizationServer(issuer, settings, http) {
                return IdentityProvider(metadata: other, settings: settings, http: http, clock: clock)
            }
            throw IdentityFailure(answer, operation: ProviderMetadata.operation).error(ProviderMetadata.operation)
        }
        var metadata = try ProviderMetadata(answer.json, settings: settings, allowsInsecure: allowsInsecure)
        if metadata.isIncomplete, let other = await authorizationServer(issuer, settings, http) {
            metadata.complete(from: other)
        }
        return IdentityProvider(metadata: metadata, settings: settings, http: http, clock: clock)
    }

    /// The document of RFC 8414; nil where there is none, or one of another issuer.
    private static func authorizationServer(
        _ issuer: String, _ settings: IdentitySettings, _ http: IdentityHTTP
    ) async -> ProviderMetadata? {
        guard let address = ProviderMetadata.authorizationServerPath(of: issuer),
            let answer = try? await http.get(address, operation: ProviderMetadata.operation), answer.isSuccess
        else { return nil }
        return try? ProviderMetadata(
            answer.json, settings: settings, allowsInsecure: http.options.allowsInsecureHTTP)
    }

    /// Asks the token endpoint.
    ///
    /// - Parameter grant: the fields of the grant; the client's own are added.
    func tokens(
        _ grant: [(String, String)], operation: String
    ) async throws(IdentityFailure) -> TokenAnswer {
        let answer = try await post(metadata.token, form: grant, operation: operation)
        // GitHub and others refuse with status 200.
        if answer.json["access_token"].text == nil, answer.json["error"].text != nil {
            throw .refused(OAuthRefusal(answer))
        }
        do throws(SignInReason) {
            return try TokenAnswer(answer, receivedAt: clock.now())
        } catch {
            throw .unavailable(PortalError(.unreadableAnswer, operation: operation, because: .signIn(error)))
        }
    }

    /// Posts as this client: with its secret where it has one, else with its id in the form.
    func post(
        _ address: String, form: [(String, String)], operation: String
    ) async throws(IdentityFailure) -> IdentityAnswer {
        var form = form
        var authorization: String?
        if let secret = settings.clientSecret, usesBasicAuthentication {
            let pair =
                BaseAddress.percentEncoded(settings.clientID) + ":"
                + BaseAddress.percentEncoded(secret.reveal())
            authorization = "Basic " + Data(pair.utf8).base64EncodedString()
        } else {
            form.append(("client_id", settings.clientID))
            if let secret = settings.clientSecret { form.append(("client_secret", secret.reveal())) }
        }
        let answer: IdentityAnswer
        do throws(PortalError) {
            answer = try await http.post(address, form: form, operation: operation, authorization: authorization)
        } catch {
            throw .unavailable(error)
        }
        guard answer.isSuccess else { throw IdentityFailure(answer, operation: operation) }
        return answer
    }

    /// The default by RFC 8414 where the document is silent.
    private var usesBasicAuthentication: Bool {
        let methods = metadata.clientAuthentication
        return methods.isEmpty || methods.contains("client_secret_basic")
    }
}

/// The token endpoint's answer.
struct TokenAnswer: Sendable {
    var access: Secret
    var refresh: Secret?
    var identity: Secret?
    var obtained: Date
    /// By this machine's clock; nil when the service does not say.
    var expires: Date?
    /// The service's clock when it answered.
    var serverDate: Date?

    /// - Throws: why there is no token in it that could be sent.
    init(_ answer: IdentityAnswer, receivedAt now: Date) throws(SignInReason) {
        guard let access = answer.json["access_token"].text, !access.isEmpty else { throw answer.page ?? .noToken }
        // It goes into a header: other characters never work, and a line end would make another header.
        guard access.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .badToken }
        // A kind that is not understood must not be used (RFC 6749, 7.1).
        if let kind = answer.json["token_type"].text, kind.lowercased() != "bearer" { throw .otherToken(kind: kind) }
        self.access = Secret(access)
        refresh = answer.json["refresh_token"].text.map { Secret($0) }
        identity = answer.json["id_token"].text.map { Secret($0) }
        obtained = now
        expires = answer.json["expires_in"].seconds(atMost: Self.longestLife).map { now.addingTimeInterval($0) }
        serverDate = answer.date
    }

    /// In seconds: ten years. What is written beyond is no time that a calendar can show.
    private static let longestLife: TimeInterval = 10 * 365 * 86_400
}
