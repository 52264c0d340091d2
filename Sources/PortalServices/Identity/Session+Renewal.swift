import FoundationEssentials
import PortalDomain

extension Session {
    /// Asks for new tokens. Nobody else may do so meanwhile.
    ///
    /// - Returns: nil when the login has ended; then the tokens are forgotten.
    /// - Throws: when the service could not be asked. The tokens stay, and a later call tries again.
    func refresh(_ old: TokenSet) async throws(PortalError) -> Secret? {
        guard let grant = renewalGrant(old) else {
            if old.hasEnded(at: clock.now()) { forget() }
            return nil
        }
        let provider = try await provider()
        guard store != nil, !settings.isServiceAccount else { return try await renew(old, grant, provider) }
        guard uncut.begin() else { throw PortalError(.cancelled, operation: Self.renewing) }
        defer { uncut.finish() }
        markRenewal(of: old)
        return try await renew(old, grant, provider)
    }

    private func renew(
        _ old: TokenSet, _ grant: [(String, String)], _ provider: IdentityProvider
    ) async throws(PortalError) -> Secret? {
        do throws(IdentityFailure) {
            let answer = try await provider.tokens(grant, operation: Self.renewing)
            let renewed = try renewed(old, by: answer, provider)
            // Somebody has signed out or in meanwhile, which only a store's lock would have kept from happening.
            guard store != nil || settings.isServiceAccount || tokens == old else { return tokens?.access }
            keep(renewed)
            return renewed.access
        } catch {
            // A service whose secret is refused has not lost a login: it never gets one, and is told why.
            guard case .refused(let refusal) = error, refusal.endsLogin, !settings.isServiceAccount else {
                unmarkRenewal(of: old, after: error)
                throw error.error(Self.renewing)
            }
            forget()
            if let sent = old.renewalSent { tellOfLostRenewal(.tokens(.renewalLost(sent: sent))) }
            return nil
        }
    }

    /// Says on the disk that this refresh token was sent: whoever finds it still there knows that the answer was never
    /// kept. The first time counts, since that answer may have brought another one.
    private func markRenewal(of old: TokenSet) {
        guard old.renewalSent == nil, old.refresh != nil else { return }
        var marked = old
        marked.renewalSent = clock.now()
        // Where it cannot be written, one knows less afterwards; the renewal itself is as good.
        try? store?.keep(marked, for: settings)
    }

    /// A service that was not reached, or said that it could not, has not replaced the token. Of one that did not answer in
    /// time, or not in words that are understood, nobody knows.
    private func unmarkRenewal(of old: TokenSet, after failure: IdentityFailure) {
        guard store != nil, old.renewalSent == nil, old.refresh != nil else { return }
        if case .unavailable(let error) = failure {
            if case .timedOut = error.kind { return }
            if error.kind == .unreadableAnswer { return }
        }
        try? store?.keep(old, for: settings)
    }

    private func renewalGrant(_ old: TokenSet) -> [(String, String)]? {
        if settings.isServiceAccount { return Self.serviceGrant(settings) }
        return old.refresh.map { [("grant_type", "refresh_token"), ("refresh_token", $0.reveal())] }
    }

    /// Client credentials (RFC 6749, 4.4).
    private static func serviceGrant(_ settings: IdentitySettings) -> [(String, String)] {
        // A service is no person: OpenID's scopes are not for it.
        let scope = settings.scopes.filter { !["openid", "profile", "email"].contains($0) }.joined(separator: " ")
        return [("grant_type", "client_credentials")] + (scope.isEmpty ? [] : [("scope", scope)])
    }

    /// What the answer leaves out stays as it was: not every service rotates its refresh tokens.
    private func renewed(
        _ old: TokenSet, by answer: TokenAnswer, _ provider: IdentityProvider
    ) throws(IdentityFailure) -> TokenSet {
        if let identity = answer.identity, let account = old.account {
            do throws(LoginFailure) {
                _ = try IDToken(
                    identity, expecting: expectation(provider, answer, nonce: nil, subject: account.subject))
            } catch .wrongClock {
                // The login itself was checked; a clock that has gone wrong since ends nobody's work.
            } catch .failed(let error) {
                throw .unavailable(error)
            } catch {
                throw .unavailable(
                    PortalError(.unreadableAnswer, operation: Self.renewing, because: .words(error.sentence)))
            }
        }
        return TokenSet(
            access: answer.access, refresh: answer.refresh ?? old.refresh, identity: answer.identity ?? old.identity,
            expires: answer.expires, obtained: answer.obtained, account: old.account)
    }

    func expectation(
        _ provider: IdentityProvider, _ answer: TokenAnswer, nonce: Secret?, subject: String?
    ) -> IDToken.Expectation {
        IDToken.Expectation(
            issuer: provider.metadata.issuer, clientID: settings.clientID, nonce: nonce, subject: subject,
            now: clock.now(), serverDate: answer.serverDate)
    }

    /// The login has ended: nothing of it is kept.
    private func forget() {
        tokens = nil
        // A file that cannot be removed holds nothing but what the service has just refused.
        try? store?.remove()
    }
}

extension OAuthRefusal {
    /// Whether the refresh token is worthless now. Refusals may come with an empty body or a code of the service's own;
    /// only those that speak of something else than the token, and pages of whoever stands in front of the service,
    /// leave hope for it.
    fileprivate var endsLogin: Bool {
        let others = [
            "invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_request", "invalid_scope",
        ]
        return [400, 401, 403].contains(status) && !isPage && !others.contains(code ?? "")
    }
}
