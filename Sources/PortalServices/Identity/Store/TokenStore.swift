import FoundationEssentials
import PortalDomain

/// Keeps the tokens of one profile between runs, in a file that only its owner can read.
public struct TokenStore: Hashable, Sendable {
    /// 0700; made when something is first kept.
    public let directory: String
    private let name: String

    /// - Parameters:
    ///   - directory: absolute path, such as `~/.local/share/portal/identity`.
    ///   - profile: letters, digits, `-` and `_` are kept, everything else is written as its code.
    public init(directory: String, profile: String) {
        self.directory = directory
        name = BaseAddress.percentEncoded(profile) + ".json"
    }

    /// Where the tokens are.
    public var path: String { "\(directory)/\(name)" }

    /// What is kept for these settings; nil when nothing is, or another issuer's.
    func load(for settings: IdentitySettings) throws(TokenFileFailure) -> TokenSet? {
        guard let data = try PrivateDirectory.ifThere(directory)?.read(name) else { return nil }
        // A file that cannot be understood is as good as none: signing in again writes it anew.
        return (try? JSONDecoder().decode(StoredTokens.self, from: data))?.tokens(for: settings)
    }

    func keep(_ tokens: TokenSet, for settings: IdentitySettings) throws(TokenFileFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(StoredTokens(tokens, settings: settings)) else { return }
        try PrivateDirectory(directory).replace(name, with: data)
    }

    func remove() throws(TokenFileFailure) { try PrivateDirectory.ifThere(directory)?.remove(name) }

    /// Held while tokens are renewed or removed.
    func lock() async throws(TokenFileFailure) -> FileLock {
        try await FileLock.acquire(name + ".lock", in: directory)
    }
}
