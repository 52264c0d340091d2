import FoundationEssentials
import PortalDomain

/// Keeps the tokens of one profile between runs, in a file that only its owner can read.
public struct TokenStore: Sendable {
    /// 0700; made when something is first kept.
    public let directory: String
    private let name: String
    private let seal: PrivateSeal

    /// - Parameters:
    ///   - directory: absolute path, such as `~/.local/share/portal/identity`.
    ///   - seal: what becomes of them on their way to the disk.
    ///   - profile: letters, digits, `-` and `_` are kept, everything else is written as its code.
    public init(directory: String, profile: String, seal: PrivateSeal = .none) {
        self.seal = seal
        self.directory = directory
        name = BaseAddress.percentEncoded(profile) + ".json"
    }

    private init(directory: String, file: String, seal: PrivateSeal) {
        (self.directory, name, self.seal) = (directory, file, seal)
    }

    /// Those of all profiles in a directory.
    public static func all(in directory: String, seal: PrivateSeal) -> [TokenStore] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
            .map { TokenStore(directory: directory, file: $0, seal: seal) }
    }

    /// Where the tokens are.
    public var path: String { "\(directory)/\(name)" }

    /// What is kept for these settings; nil when nothing is, or another issuer's.
    func load(for settings: IdentitySettings) throws(TokenFileFailure) -> TokenSet? {
        guard let stored = try PrivateDirectory.ifThere(directory)?.read(name), let data = try opened(stored) else {
            return nil
        }
        // A file that cannot be understood is as good as none: signing in again writes it anew.
        return (try? JSONDecoder().decode(StoredTokens.self, from: data))?.tokens(for: settings)
    }

    func keep(_ tokens: TokenSet, for settings: IdentitySettings) throws(TokenFileFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(StoredTokens(tokens, settings: settings)) else { return }
        try replace(with: data)
    }

    // MARK: The lock

    private var place: PrivateSeal.Place { PrivateSeal.Place(table: "tokens", column: "file", row: name) }

    private func replace(with plain: Data) throws(TokenFileFailure) {
        let data: Data
        do throws(PrivateSeal.Refusal) {
            data = try seal.seal(plain, at: place) ?? plain
        } catch { throw TokenFileFailure(.locked(path: path)) }
        try PrivateDirectory(directory).replace(name, with: data)
    }

    /// Nil for what no key opens any more: as good as none, too.
    private func opened(_ stored: Data) throws(TokenFileFailure) -> Data? {
        guard PrivateSeal.isSealed(stored) else { return stored }
        do throws(PrivateSeal.Refusal) {
            return try seal.open(stored, at: place)
        } catch .locked { throw TokenFileFailure(.locked(path: path)) } catch { return nil }
    }

    /// Whether what is there is sealed; nil where there is none, or it cannot be read.
    public var isSealed: Bool? {
        ((try? PrivateDirectory.ifThere(directory)?.read(name)) ?? nil).map(PrivateSeal.isSealed)
    }

    /// Seals what is there, or opens it, as the lock says. Nobody renews it meanwhile.
    public func follow() async throws(PortalError) {
        do throws(TokenFileFailure) {
            guard try PrivateDirectory.ifThere(directory) != nil else { return }
            let turn = try await lock()
            if let stored = try PrivateDirectory.ifThere(directory)?.read(name), let plain = try opened(stored) {
                try replace(with: plain)
            }
            turn.release()
        } catch {
            throw PortalError(.local, operation: "sealing the sign-in", because: .tokens(error.reason))
        }
    }

    func remove() throws(TokenFileFailure) { try PrivateDirectory.ifThere(directory)?.remove(name) }

    /// Held while tokens are renewed or removed.
    func lock() async throws(TokenFileFailure) -> FileLock {
        try await FileLock.acquire(name + ".lock", in: directory)
    }
}
