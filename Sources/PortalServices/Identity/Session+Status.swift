import JSONStream
import PortalDomain

extension Session {
    /// Asks the sign-in service how it is. What is known of it from before does not count.
    ///
    /// - Parameter isGuide: of the developer guide, whose issuer has an endpoint for this question.
    public func serviceStatus(isGuide: Bool = false) async throws(PortalError) -> ServiceStatus {
        if isGuide, let status = try await readiness() { return status }
        // The discovery document tells as much as a client needs: that somebody answers, and how to sign in there.
        let provider = try await IdentityProvider.discover(settings, http: http, clock: clock)
        return ServiceStatus(because: .signIn(.offers(provider.metadata.ways)))
    }

    /// The ways to sign in that the issuer offers, for `portal doctor`.
    public func offeredWays() async throws(PortalError) -> [LoginWay] { try await provider().metadata.ways }

    /// `{issuer}/health/ready`; nil where the issuer does not have it.
    private func readiness() async throws(PortalError) -> ServiceStatus? {
        let operation = "asking whether the sign-in service is well"
        let issuer = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
        let answer = try await http.get(issuer + "/health/ready", operation: operation)
        if answer.isSuccess { return ServiceStatus(words: answer.json["status"].text ?? answer.firstLine) }
        switch IdentityFailure(answer, operation: operation) {
        case .unavailable(let error): throw error
        case .refused: return nil
        }
    }
}

extension ProviderMetadata {
    fileprivate var ways: [LoginWay] { (device == nil ? [] : [.device]) + (authorization == nil ? [] : [.browser]) }
}
