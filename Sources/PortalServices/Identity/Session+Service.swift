import PortalModel

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
