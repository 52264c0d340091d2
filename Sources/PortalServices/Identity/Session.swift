import FoundationEssentials
import PortalDomain
import Synchronization

/// The login of one profile: gives calls their token, renews it in time, signs people in and out.
///
/// Several sessions may share a token store, in this program and in others: whoever wants to renew takes the lock,
/// reads again, and uses what somebody else has renewed meanwhile. Refresh tokens are often of one use, and a second
/// use ends the whole chain, so that without this two programs would sign each other out.
public actor Session {
    nonisolated let settings: IdentitySettings
    nonisolated let store: TokenStore?
    let http: IdentityHTTP
    let clock: IdentityClock
    nonisolated let uncut: UncutWork

    var tokens: TokenSet?
    /// Why the last tokens are in memory only, in a sentence; nil when they are on disk or not meant to be.
    public internal(set) var storeProblem: Reason?
    var browserLogin: BrowserLogin?
    /// Who is signed in, each time that the store tells of somebody whom this session does not know.
    public nonisolated let found: AsyncStream<Account?>
    private let find: AsyncStream<Account?>.Continuation
    private var known: IdentityProvider?
    private var renewal: Task<Result<Secret?, PortalError>, Never>?
    /// Told when a sign-in has ended because a renewal was cut off, in a sentence.
    private nonisolated let lost = Mutex<(@Sendable (Reason) -> Void)?>(nil)

    /// - Parameter store: nil keeps nothing beyond this object (`--ephemeral`). A service account needs none: its
    ///   secret gets it a token whenever it wants one.
    public init(
        _ settings: IdentitySettings, store: TokenStore?, options: ConnectionOptions = .init(),
        clock: IdentityClock = .system, uncut: UncutWork = .shared
    ) {
        self.settings = settings
        self.store = store
        self.clock = clock
        self.uncut = uncut
        http = IdentityHTTP(options: options)
        (found, find) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit { find.finish() }

    /// What the transport asks.
    public nonisolated var credentials: Credentials {
        Credentials(
            token: { () async throws(PortalError) in try await self.token() },
            replacement: { (refused) async throws(PortalError) in try await self.token(replacing: refused) })
    }

    /// Ends connections. To be called once, at the end.
    public func shutdown() async {
        _ = await renewal?.value
        await http.shutdown()
    }

    /// From now on `tell` gets a sentence when the service refuses a sign-in because a renewal of it was cut off.
    public nonisolated func onLostRenewal(_ tell: @escaping @Sendable (Reason) -> Void) {
        lost.withLock { $0 = tell }
    }

    nonisolated func tellOfLostRenewal(_ reason: Reason) { lost.withLock { $0 }?(reason) }

    /// The issuer's endpoints; its discovery document is read once.
    func provider() async throws(PortalError) -> IdentityProvider {
        if let known { return known }
        let found = try await IdentityProvider.discover(settings, http: http, clock: clock)
        known = found
        return found
    }

    // MARK: - Tokens for calls

    /// The access token, renewed when its last minute has begun; nil while signed out.
    func token() async throws(PortalError) -> Secret? {
        guard let tokens = try current() else {
            // Nobody signs a service in: its first call does.
            return settings.isServiceAccount ? try await renewed(instead: .beforeFirstCall) : nil
        }
        if tokens.isFresh(at: clock.now()) { return tokens.access }
        do throws(PortalError) {
            return try await renewed(instead: tokens)
        } catch {
            // It has a minute left, which is enough for this call.
            guard !tokens.hasEnded(at: clock.now()) else { throw error }
            return tokens.access
        }
    }

    /// Another token than the one that a service refused.
    func token(replacing refused: Secret) async throws(PortalError) -> Secret? {
        guard let tokens = try current() else { return nil }
        if tokens.access != refused, tokens.isFresh(at: clock.now()) { return tokens.access }
        if let theirs = renewedElsewhere(than: refused) { return theirs }
        // A service that refuses what was made just now does so for another reason.
        guard clock.now().timeIntervalSince(tokens.obtained) >= Self.youngest else { return nil }
        return try await renewed(instead: tokens)
    }

    /// What another program has put into the store meanwhile, where it is of use.
    private func renewedElsewhere(than refused: Secret) -> Secret? {
        guard let stored = try? store?.load(for: settings), stored.access != refused, stored.isFresh(at: clock.now())
        else { return nil }
        take(stored)
        return stored.access
    }

    /// Goes on with what another program has put into the store. It may be another person's sign-in.
    private func take(_ stored: TokenSet) {
        if stored.account?.subject != tokens?.account?.subject { find.yield(stored.account) }
        tokens = stored
    }

    /// In seconds.
    private static let youngest: TimeInterval = 5

    /// The tokens that are known here. While there are none the store is asked each time, so that a login in another
    /// terminal counts here too.
    func current() throws(PortalError) -> TokenSet? {
        guard tokens == nil, let store else { return tokens }
        do throws(TokenFileFailure) {
            guard let stored = try store.load(for: settings) else { return nil }
            find.yield(stored.account)
            tokens = stored
        } catch {
            throw PortalError(.local, operation: "reading the sign-in", because: .tokens(error.reason))
        }
        return tokens
    }

    /// Remembers the tokens here and on disk. A full disk costs no login: they are then known to this program only.
    func keep(_ new: TokenSet) {
        tokens = new
        storeProblem = nil
        do throws(TokenFileFailure) {
            try store?.keep(new, for: settings)
        } catch {
            storeProblem = .tokens(.notKept(.tokens(error.reason)))
        }
    }

    // MARK: - Renewing

    /// One renewal at a time; calls that come meanwhile wait for it. It runs in a task of its own, because a call that
    /// is cancelled must not throw away a refresh token that the service has just replaced.
    private func renewed(instead old: TokenSet) async throws(PortalError) -> Secret? {
        let task = renewal ?? Task { await renew(instead: old) }
        renewal = task
        return try await task.value.get()
    }

    private func renew(instead old: TokenSet) async -> Result<Secret?, PortalError> {
        defer { renewal = nil }
        do throws(PortalError) {
            return .success(try await renewUnderLock(instead: old))
        } catch {
            return .failure(error)
        }
    }

    private func renewUnderLock(instead old: TokenSet) async throws(PortalError) -> Secret? {
        guard let store else { return try await refresh(old) }
        return try await underLock(store, Self.renewing) { () async throws(PortalError) in
            let stored: TokenSet?
            do throws(TokenFileFailure) {
                stored = try store.load(for: settings)
            } catch {
                throw PortalError(.local, operation: Self.renewing, because: .tokens(error.reason))
            }
            guard let stored else {
                guard storeProblem != nil else {
                    // Somebody has signed out meanwhile.
                    tokens = nil
                    return nil
                }
                return try await refresh(old)
            }
            // What could not be kept is newer than the file.
            let newest = stored.obtained >= old.obtained ? stored : old
            take(newest)
            if newest.access != old.access, newest.isFresh(at: clock.now()) { return newest.access }
            return try await refresh(newest)
        }
    }

    static let renewing = "renewing the sign-in"

    /// Does something while no other program changes the tokens.
    func underLock<Value>(
        _ store: TokenStore, _ operation: String, _ body: () async throws(PortalError) -> Value
    ) async throws(PortalError) -> Value {
        let lock: FileLock
        do throws(TokenFileFailure) {
            lock = try await store.lock()
        } catch {
            throw PortalError(.local, operation: operation, because: .tokens(error.reason))
        }
        let result: Result<Value, PortalError>
        do throws(PortalError) {
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        lock.release()
        return try result.get()
    }
}
