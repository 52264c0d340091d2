import Logging
import PortalModel
import PortalServices
import Synchronization

/// The services of a profile, made when the first call needs them: the first frame does not wait for the network, nor
/// for the demo portal to be up.
package actor PortalConnection {
    /// How to get there.
    package enum Place: Sendable {
        case demo(DemoServer.Options)
        case services(PortalAddresses)
    }

    private let place: Place
    let credentials: Credentials
    /// The profile's sign-in service; nil where nobody signs in.
    let issuer: Session?
    private let secrets: ServiceSecrets
    private let options: ConnectionOptions
    /// Nil where no passport is ever asked for.
    let passportPlan: PassportPlan?
    private var passportDesk: (PassportPlaces, PassportDesk)?
    /// What each archive speaks: files are fetched by another client than they were listed by.
    private var archiveVersions: [String: ArchiveVersion] = [:]
    private let languages: [String]
    private let memory: DialectMemory
    private var opening: Task<Result<PortalClient, PortalError>, Never>?
    /// Kept for as long as the connection: it ends with it.
    private(set) var demo: DemoServer?
    private var hasReportedLines = false
    private let announce: AsyncStream<AppAction>.Continuation
    /// What happened to the portal that the person should know, besides the answers of calls.
    package nonisolated let announcements: AsyncStream<AppAction>

    private let channel: RequestChannel?
    /// Of the demo portal that is running: each start has an address of its own.
    private var demoChannel: RequestChannel?

    /// - Parameters:
    ///   - credentials: what calls carry; the demo portal has its own.
    ///   - issuer: ends with the connection.
    ///   - channel: by which the portal tells at once what changes; nil where it does not.
    init(
        _ place: Place, credentials: Credentials = .none, issuer: Session? = nil, channel: RequestChannel? = nil,
        secrets: ServiceSecrets = ServiceSecrets(), passport: PassportPlan? = nil, options: ConnectionOptions,
        languages: [String]
    ) {
        (announcements, announce) = AsyncStream.makeStream()
        self.place = place
        self.credentials = credentials
        self.issuer = issuer
        self.channel = channel
        self.secrets = secrets
        passportPlan = passport
        self.options = Self.options(options, at: place, announce: { [announce] in announce.yield($0) })
        self.languages = languages
        memory = DialectMemory(self.options.catalogueMemory)
    }

    /// With what is announced besides.
    private static func options(
        _ options: ConnectionOptions, at place: Place, announce: @escaping @Sendable (AppAction) -> Void
    ) -> ConnectionOptions {
        var options = options
        let tell = options.onWait
        options.onWait = { wait in
            tell(wait)
            announce(.callWaits(wait))
        }
        let note = options.onNote
        options.onNote = { reason in
            note(reason)
            announce(.noted(reason))
        }
        // It is on this machine: when it does not answer it has ended, and the next call starts it again.
        if case .demo = place { options.retry = .never }
        return options
    }

    /// Of the portal as it was last opened: a call that comes with it must not overtake it.
    private nonisolated let current = Mutex<PortalClient?>(nil)

    /// Lets the next calls through to services that are left alone because they failed.
    nonisolated func tryAtOnce() { current.withLock { $0 }?.tryAtOnce() }

    deinit {
        announce.finish()
    }

    /// What is following, in the background.
    nonisolated let following = Mutex<Task<Void, Never>?>(nil)

    nonisolated func tell(_ news: ChannelNews) { announce.yield(.channel(news)) }

    /// By which the portal tells at once what changes; nil where it does not. That of the demo portal is known once it
    /// listens.
    func currentChannel() async -> RequestChannel? {
        guard case .demo = place else { return channel }
        _ = try? await portal()
        return demoChannel
    }

    /// The portal. A failed start is tried again at the next call, and a demo portal that died is started anew.
    package func portal() async throws(PortalError) -> PortalClient {
        if let demo, !demo.isRunning { forgetDemo() }
        let task = opening ?? Task { await open() }
        opening = task
        let result = await task.value
        // Another call may have begun anew meanwhile: its attempt is not forgotten.
        switch result {
        case .failure: if opening == task { opening = nil }
        case .success(let portal): current.withLock { $0 = portal }
        }
        return try result.get()
    }

    private func open() async -> Result<PortalClient, PortalError> {
        do {
            switch place {
            case .services(let addresses):
                return .success(try makePortal(addresses, credentials))
            case .demo(let options):
                // Blocks until the child listens, so it has a thread of its own.
                let server = try await Blocking.run { [announce] () throws(PortalError) in
                    defer { announce.yield(.catalogueRead(nil)) }
                    return try DemoServer.start(options) { announce.yield(.catalogueRead($0)) }
                }
                demo = server
                let listening = server.listening
                try listen(listening)
                reportSkippedLines(listening, of: options)
                return .success(
                    try makePortal(
                        PortalAddresses(discovery: listening.discovery, access: listening.access),
                        .readyToken(Secret(listening.token))))
            }
        } catch {
            return .failure(error)
        }
    }

    /// Whoever was told by one that has ended is told by this one.
    private func listen(_ listening: DemoServer.Listening) throws(PortalError) {
        let isAnother = demoChannel != nil
        demoChannel = try RequestChannel(
            listening.notifications, options: options, credentials: .readyToken(Secret(listening.token)))
        if isAnother, following.withLock({ $0 != nil }) { follow() }
    }

    /// The calls under way have failed with it: nothing is lost by dropping its connections.
    private func forgetDemo() {
        demo = nil
        let portal = opening
        opening = nil
        Task { if case .success(let portal)? = await portal?.value { await portal.shutdown() } }
        options.logger.warning("the demo portal has ended and is started again")
        let isKept = if case .demo(let options) = place { options.dataDirectory != nil } else { false }
        announce.yield(.noted(.program(.demoStartedAgain(isKept: isKept))))
    }

    private func reportSkippedLines(_ listening: DemoServer.Listening, of options: DemoServer.Options) {
        guard let catalogue = options.catalogue, let count = listening.unreadableLines, count > 0, !hasReportedLines
        else { return }
        hasReportedLines = true
        let file = catalogue.split(separator: "/").last.map(String.init) ?? catalogue
        announce.yield(
            .catalogueLinesSkipped(
                SkippedLines(
                    file: file, count: count,
                    first: (listening.unreadable ?? []).map { "line \($0.line): \($0.reason)" })))
    }

    private func makePortal(
        _ addresses: PortalAddresses, _ credentials: Credentials
    ) throws(PortalError) -> PortalClient {
        try PortalClient(
            addresses, languages: languages, options: options, secrets: secrets, credentials: credentials)
    }

    /// The archive's download service. It has connections of its own, which its user closes.
    ///
    /// - Parameter address: where it is; the demo portal has its own.
    /// - Returns: nil where none is named.
    func archive(at address: String?) async throws(PortalError) -> ArchiveClient? {
        switch place {
        case .services:
            guard let address else { return nil }
            return try ArchiveClient(
                address, languages: languages, options: options, credentials: credentials,
                version: version(of: address))
        case .demo:
            _ = try await portal()
            guard let listening = demo?.listening else { return nil }
            return try ArchiveClient(
                listening.sda, languages: languages, options: options,
                credentials: .readyToken(Secret(listening.token)), version: version(of: listening.sda))
        }
    }

    private func version(of archive: String) -> ArchiveVersion {
        if let known = archiveVersions[archive] { return known }
        let version = ArchiveVersion()
        archiveVersions[archive] = version
        return version
    }

    /// One for as long as the addresses stay.
    func desk(_ places: PassportPlaces, _ credentials: Credentials) -> PassportDesk {
        if let (known, desk) = passportDesk, known == places { return desk }
        let desk = PassportDesk(
            places.settings, credentials: credentials, isLocal: places.isLocal, options: options)
        passportDesk = (places, desk)
        return desk
    }

    var isGuide: Bool {
        if case .services(let addresses) = place { addresses.discoveryDialect == .guide } else { false }
    }

    package func shutDown() async {
        await stopFollowing()?.value
        if case .success(let portal)? = await opening?.value { await portal.shutdown() }
        await issuer?.shutdown()
        await passportDesk?.1.shutdown()
        demo = nil
    }
}

extension PortalConnection {
    /// The calls, each of which awaits the portal first.
    nonisolated var discovery: DiscoveryService { services.discovery }
    nonisolated var access: AccessService { services.access }

    private nonisolated var services: (discovery: DiscoveryService, access: AccessService) {
        var services = PortalClient.services(
            addresses, languages: languages, options: options, secrets: secrets, memory: memory,
            of: { () async throws(PortalError) in try await self.portal() })
        services.access.calls.passport.perform = { () async throws(PortalError) in try await self.passport() }
        return services
    }

    /// Those of a demo portal are known once it listens.
    private nonisolated var addresses: PortalAddresses {
        switch place {
        case .services(let addresses): addresses
        case .demo: PortalAddresses(discovery: "", access: "")
        }
    }
}
