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
            removed = .failed(error.sentence)
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
            let reason = "\(settings.issuer) could not be asked. \(Self.words(error))"
            let kinds = held.refresh == nil ? ["access"] : ["refresh", "access"]
            return SignOutReport(revoked: .livesOn(livingOn(kinds, held, reason)), endedSession: .failed(reason))
        }
    }

    /// RFC 7009. The refresh token first: with it most services end what was made from it.
    private func revoke(_ held: TokenSet, _ provider: IdentityProvider) async -> SignOutReport.Outcome {
        let all = [(held.refresh, "refresh_token"), (held.access, "access_token")]
        guard let address = provider.metadata.revocation else {
            let known = held.refresh == nil ? ["access"] : ["refresh", "access"]
            return .livesOn(livingOn(known, held, "\(settings.issuer) has no call to end it."))
        }
        var (left, reason): ([String], String) = ([], "")
        for case (let token?, let kind) in all {
            let form = [("token", token.reveal()), ("token_type_hint", kind)]
            do throws(IdentityFailure) {
                _ = try await provider.post(address, form: form, operation: Self.signingOut)
            } catch {
                let isDone = await revokedAsBearer(form, at: address, held.access, after: error)
                guard !isDone else { continue }
                left.append(kind == "refresh_token" ? "refresh" : "access")
                reason = "\(address) did not end it: \(Self.words(error.error(Self.signingOut)))"
            }
        }
        return left.isEmpty ? .done : .livesOn(livingOn(left, held, reason))
    }

    /// Which tokens are still good, for how long, and why.
    private func livingOn(_ kinds: [String], _ held: TokenSet, _ reason: String) -> String {
        let end = held.expires.map { ", the access token until \($0.formatted(.iso8601))" } ?? ""
        let names = kinds.joined(separator: " token and the ") + " token"
        let isShort = kinds == ["access"]
        let life =
            isShort
            ? held.expires.map { "until \($0.formatted(.iso8601))" } ?? "until it ends"
            : "until the service ends it\(end)"
        return "The \(names) can still be used by whoever has it, \(life): \(reason)"
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
            default: return .failed("\(address) answered \(answer.status).")
            }
        } catch {
            return .failed("\(address) could not be asked. \(Self.words(error))")
        }
    }

    private static func words(_ error: PortalError) -> String { error.detail ?? error.sentence }
}
