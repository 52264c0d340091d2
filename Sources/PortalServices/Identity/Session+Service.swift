import PortalDomain

extension Session {
    /// What the model asks.
    public nonisolated var service: IdentityService {
        IdentityService(
            signIn: { (way, show) async throws(LoginFailure) in try await self.signIn(way, show: show) },
            paste: { (text) async throws(LoginFailure) in try await self.paste(text) },
            signOut: { await self.signOut() })
    }

    /// Who was signed in when the program ended last, for the first frame; nobody is asked. Nil while signed out.
    public nonisolated var keptAccount: String? {
        guard let tokens = try? store?.load(for: settings) else { return nil }
        return tokens.account?.name ?? "signed in"
    }
}

extension Session {
    /// Where the sign-in service tells who somebody is; nil where it says nothing of that.
    public func userInfoAddress() async throws(PortalError) -> String? { try await provider().metadata.userInfo }

    /// In whose name calls are made now; nil when it cannot be read.
    public func asker() -> Asker? {
        do throws(PortalError) {
            return Self.asker(of: try current())
        } catch {
            return nil
        }
    }

    /// The same for the first frame, as it was when the program ended last.
    public nonisolated var keptAsker: Asker? { Self.asker(of: (try? store?.load(for: settings)) ?? nil) }

    /// The issuer's own name for the person. Two issuers may use the same one.
    private static func asker(of tokens: TokenSet?) -> Asker {
        guard let tokens else { return .nobody }
        return tokens.account.map { .somebody("subject \($0.subject)") } ?? Asker(tokens.access)
    }
}
