import FoundationEssentials
import PortalDomain

extension Session {
    /// Signs somebody in. Ends with the task; what was there before then stays.
    ///
    /// - Parameter show: gets what the person needs for going on.
    /// - Returns: who it is; nil when the service does not tell.
    public func signIn(
        _ way: LoginWay, show: @Sendable (LoginPrompt) -> Void
    ) async throws(LoginFailure) -> Account? {
        let provider = try await providerForLogin()
        switch way {
        case .device:
            let login = try await DeviceLogin.begin(with: provider)
            show(.device(login.prompt))
            return try await accept(try await login.tokens(), nonce: nil, provider)
        case .browser:
            let login = try await BrowserLogin.begin(with: provider)
            browserLogin = login
            defer { browserLogin = nil }
            show(.browser(login.prompt))
            return try await accept(try await login.tokens(), nonce: login.nonce, provider)
        }
    }

    /// Takes the address that the browser was sent back to, for the login by browser that is under way.
    ///
    /// - Throws: `.notTheAnswer` with the reason; the login goes on.
    public func paste(_ text: String) throws(LoginFailure) {
        guard let browserLogin else { throw .notTheAnswer(.noBrowserUnderWay) }
        try browserLogin.paste(text)
    }

    /// Keeps a token that came ready. Nobody can renew it; when it ends, another has to be given.
    public func signIn(readyToken token: Secret) async throws(LoginFailure) {
        let now = clock.now()
        try await keepLogin(TokenSet(access: token, obtained: now, account: nil))
    }

    private func providerForLogin() async throws(LoginFailure) -> IdentityProvider {
        do throws(PortalError) {
            return try await provider()
        } catch {
            throw LoginFailure(error)
        }
    }

    /// Checks who it is and remembers the tokens.
    private func accept(
        _ answer: TokenAnswer, nonce: Secret?, _ provider: IdentityProvider
    ) async throws(LoginFailure) -> Account? {
        var account: Account?
        if let identity = answer.identity {
            let token = try IDToken(identity, expecting: expectation(provider, answer, nonce: nonce, subject: nil))
            account = Account(claims: token.claims)
        }
        // The device flow may come without an ID token, and ID tokens without a name.
        if account == nil || account?.name == account?.subject {
            account = await userInfo(answer.access, provider, subject: account?.subject) ?? account
        }
        try await keepLogin(
            TokenSet(
                access: answer.access, refresh: answer.refresh, identity: answer.identity, expires: answer.expires,
                obtained: answer.obtained, account: account))
        return account
    }

    /// Only a nicety: a service that does not answer here costs nobody the login.
    private func userInfo(_ access: Secret, _ provider: IdentityProvider, subject: String?) async -> Account? {
        guard let address = provider.metadata.userInfo,
            let answer = try? await http.get(
                address, operation: "asking who signed in", authorization: "Bearer \(access.reveal())"),
            answer.isSuccess, let account = Account(claims: answer.json),
            subject == nil || subject == account.subject
        else { return nil }
        return account
    }

    /// Under the lock, so that a renewal of the login before does not overwrite this one.
    ///
    /// A login that was stopped in its last moment is not kept: whoever stopped it, or has signed out since, would be
    /// signed in without knowing.
    private func keepLogin(_ new: TokenSet) async throws(LoginFailure) {
        guard uncut.begin() else { throw .cancelled }
        defer { uncut.finish() }
        do throws(PortalError) {
            guard let store else { return try keepUnlessStopped(new) }
            try await underLock(store, "keeping the sign-in") { () throws(PortalError) in try keepUnlessStopped(new) }
        } catch {
            guard error.kind != .cancelled, !Task.isCancelled else { throw .cancelled }
            tokens = new
            storeProblem = .tokens(.notKept(error.why))
        }
    }

    private func keepUnlessStopped(_ new: TokenSet) throws(PortalError) {
        guard !Task.isCancelled else { throw PortalError(.cancelled, operation: "keeping the sign-in") }
        keep(new)
    }
}
