import FoundationEssentials
import PortalDomain

extension Session {
    /// What `portal auth status` tells.
    public struct Status: Hashable, Sendable {
        /// Whether there are tokens.
        public var isSignedIn: Bool
        /// Who is signed in, as the provider told; nil where it did not.
        public var account: Account?
        /// The identity provider's address (OpenID Connect Discovery 1.0, 4).
        public var issuer: String
        /// What this program is called at the provider (RFC 6749, 2.2).
        public var clientID: String
        /// Of the access token.
        public var expires: Date?
        /// Whether it is renewed without asking.
        public var isRenewable: Bool
        /// Where it is kept; nil with `--ephemeral`.
        public var path: String?
    }

    /// Who is signed in, without asking anybody.
    public func status() throws(PortalError) -> Status {
        let tokens = try current()
        let isRenewable = tokens?.refresh != nil || settings.isServiceAccount
        let isAlive = tokens.map { isRenewable || !$0.hasEnded(at: clock.now()) } ?? settings.isServiceAccount
        return Status(
            isSignedIn: isAlive, account: tokens?.account, issuer: settings.issuer, clientID: settings.clientID,
            expires: tokens?.expires, isRenewable: isRenewable, path: store?.path)
    }

    /// Revokes the tokens, ends the session at the sign-in service and removes the file. Every step is tried, whatever
    /// became of the one before; afterwards nobody is signed in here.
    ///
    /// The end of the program waits for it: what is removed here and not revoked there could not be revoked any more.
    public func signOut() async -> SignOutReport {
        let isUncut = uncut.begin()
        defer { if isUncut { uncut.finish() } }
        guard let store else {
            let held = tokens
            tokens = nil
            return await end(held)
        }
        do throws(PortalError) {
            return try await underLock(store, Self.signingOut) { () async throws(PortalError) in
                await signOut(from: store)
            }
        } catch {
            // Nobody stays signed in because another program holds a lock.
            return await signOut(from: store)
        }
    }

    private static let signingOut = "signing out"

    private func signOut(from store: TokenStore) async -> SignOutReport {
        let held = (try? store.load(for: settings)) ?? tokens
        tokens = nil
        var removed = SignOutReport.Outcome.done
        do throws(TokenFileFailure) {
            try store.remove()
        } catch {
            removed = .failed(.tokens(error.reason))
        }
        var report = await end(held)
        report.removed = removed
        return report
    }

    private func end(_ held: TokenSet?) async -> SignOutReport {
        guard let held else { return SignOutReport() }
        do throws(PortalError) {
            let provider = try await provider()
            return SignOutReport(
                revoked: await revoke(held, provider), endedSession: await endSession(held, provider))
        } catch {
            let reason = Reason.tokens(.notAsked(address: settings.issuer, error.why))
            return SignOutReport(
                revoked: .livesOn(.tokens(.livesOn(held.kinds, until: held.expires, reason))),
                endedSession: .failed(reason))
        }
    }

    /// RFC 7009. The refresh token first: with it most services end what was made from it.
    private func revoke(_ held: TokenSet, _ provider: IdentityProvider) async -> SignOutReport.Outcome {
        let all = [(held.refresh, "refresh_token"), (held.access, "access_token")]
        guard let address = provider.metadata.revocation else {
            let reason = Reason.tokens(.cannotEnd(issuer: settings.issuer))
            return .livesOn(.tokens(.livesOn(held.kinds, until: held.expires, reason)))
        }
        var left: TokenReason.Tokens?
        var reason = Reason.several([])
        for case (let token?, let kind) in all {
            let form = [("token", token.reveal()), ("token_type_hint", kind)]
            do throws(IdentityFailure) {
                _ = try await provider.post(address, form: form, operation: Self.signingOut)
            } catch {
                let isDone = await revokedAsBearer(form, at: address, held.access, after: error)
                guard !isDone else { continue }
                left = left != nil ? .both : kind == "refresh_token" ? .refresh : .access
                reason = .tokens(.didNotEnd(address: address, error.error(Self.signingOut).why))
            }
        }
        return left.map { .livesOn(.tokens(.livesOn($0, until: held.expires, reason))) } ?? .done
    }

    /// Some services let a public client revoke only in its own token's name (glewlwyd).
    private func revokedAsBearer(
        _ form: [(String, String)], at address: String, _ access: Secret, after failure: IdentityFailure
    ) async -> Bool {
        guard case .refused = failure else { return false }
        let answer = try? await http.post(
            address, form: form, operation: Self.signingOut, authorization: "Bearer \(access.reveal())")
        return answer?.isSuccess == true
    }

    /// RP-initiated logout by POST, so that no token gets into an address. The refresh token is what Keycloak wants to
    /// end the session at once; others leave it aside. A page or another address in answer means that a person has to
    /// confirm there.
    private func endSession(_ held: TokenSet, _ provider: IdentityProvider) async -> SignOutReport.Outcome {
        guard let address = provider.metadata.endSession, let identity = held.identity else { return .notNeeded }
        var form = [("id_token_hint", identity.reveal()), ("client_id", settings.clientID)]
        if let refresh = held.refresh { form.append(("refresh_token", refresh.reveal())) }
        do throws(PortalError) {
            let answer = try await http.post(address, form: form, operation: Self.signingOut)
            switch answer.status {
            case 200..<300 where !answer.isPage: return .done
            // Some know it by GET only, which is for browsers and asks for a confirmation.
            case 200..<400, 404, 405: return .leftOpen(address)
            default: return .failed(.tokens(.answered(address: address, status: answer.status)))
            }
        } catch {
            return .failed(.tokens(.notAsked(address: address, error.why)))
        }
    }
}

extension TokenSet {
    fileprivate var kinds: TokenReason.Tokens { refresh == nil ? .access : .both }
}
