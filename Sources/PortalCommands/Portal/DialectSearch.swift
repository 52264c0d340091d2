import PortalModel
import PortalServices

/// Finds out what a portal's services speak by asking them: the first dialect whose own call is answered.
package struct DialectSearch: Sendable {
    /// What is not known.
    package struct Unsaid: Equatable, Sendable {
        var discovery: Bool
        var access: Bool

        package init(discovery: Bool = false, access: Bool = false) {
            self.discovery = discovery
            self.access = access
        }
    }

    /// Opens a portal for a moment; nothing of it is kept.
    private let settings: PortalSettings

    /// A guess never carries a key or a token: whoever is asked may be anybody. It is made once, since a dialect that is
    /// not answered is followed by the next one.
    init(settings: PortalSettings) {
        var settings = settings.withoutSecrets
        settings.retry = .never
        self.settings = settings
    }

    /// The profile with the dialects that were found. What nobody answers stays as it was: trying it says why.
    func found(_ profile: Profile, _ unsaid: Unsaid) async -> Profile {
        var profile = profile
        if unsaid.discovery, let dialect = await discovery(of: profile) { profile.setDiscovery(dialect) }
        if unsaid.access, let dialect = await access(of: profile) { profile.setAccess(dialect) }
        return profile
    }

    private enum Answer { case answered, asksWho, no, nobodyThere }

    private func discovery(of profile: Profile) async -> DiscoveryDialect? {
        await first(of: [.gdi, .ckan, .guide, .rems, .fdp]) { dialect in
            var tried = profile
            tried.setDiscovery(dialect)
            return await ask(tried) { portal async throws(PortalError) in
                // A search of a FAIR Data Point reads all that it has; that it is one, its own document says.
                if dialect == .fdp {
                    _ = try await portal.connection.discovery.status()
                } else {
                    _ = try await portal.connection.discovery.search(SearchQuery(), 0, 1)
                }
            }
        }
    }

    /// Nobody is signed in when a portal is set up: a service that wants to know who asks is there all the same. What its
    /// neighbour speaks comes first, since a gateway may say so of any path.
    private func access(of profile: Profile) async -> AccessDialect? {
        guard case .services(let addresses) = profile.place, addresses.access != nil else { return nil }
        let neighbour = AccessDialect(rawValue: addresses.discoveryDialect.rawValue)
        let dialects = AccessDialect.allCases.filter { $0 != neighbour }
        return await first(of: [neighbour].compactMap(\.self) + dialects) { dialect in
            var tried = profile
            tried.setAccess(dialect)
            return await ask(tried) { portal async throws(PortalError) in
                _ = try await portal.connection.access.applications()
            }
        }
    }

    /// One that asks who it is counts only where none is answered, and then also where a later one is not answered at
    /// all: somebody was there.
    private func first<Dialect: Sendable>(
        of dialects: [Dialect], _ ask: (Dialect) async -> Answer
    ) async -> Dialect? {
        var asksWho: Dialect?
        for dialect in dialects {
            switch await ask(dialect) {
            case .answered: return dialect
            case .asksWho: asksWho = asksWho ?? dialect
            case .no: continue
            case .nobodyThere: return asksWho
            }
        }
        return asksWho
    }

    private func ask(
        _ profile: Profile, _ call: @Sendable (PreparedPortal) async throws(PortalError) -> Void
    ) async -> Answer {
        var profile = profile
        // Else a call is not sent before somebody signs in.
        profile.identity = nil
        profile.keys = ServiceKeys()
        guard let portal = try? PreparedPortal(profile, settings: settings) else { return .nobodyThere }
        let answer: Answer
        do throws(PortalError) {
            try await call(portal)
            answer = .answered
        } catch {
            answer =
                switch error.kind {
                case .signedOut, .forbidden: .asksWho
                case .offline, .timedOut, .local, .cancelled: .nobodyThere
                case .notFound, .refused, .conflict, .invalid, .tooManyRequests, .serverFault, .unavailable, .notTried,
                    .unreadableAnswer, .unsupported, .heldElsewhere, .changedElsewhere, .notKept:
                    .no
                }
        }
        portal.close()
        await portal.connection.shutDown()
        return answer
    }
}

extension Profile {
    fileprivate mutating func setDiscovery(_ dialect: DiscoveryDialect) {
        guard case .services(var addresses) = place else { return }
        addresses.discoveryDialect = dialect
        place = .services(addresses)
    }

    fileprivate mutating func setAccess(_ dialect: AccessDialect) {
        guard case .services(var addresses) = place else { return }
        addresses.accessDialect = dialect
        place = .services(addresses)
    }
}
