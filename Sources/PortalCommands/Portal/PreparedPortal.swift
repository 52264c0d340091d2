import Foundation
import Logging
import PortalModel
import PortalServices
import PortalStorage
import PortalViews

/// A profile with its files opened and its services ready to be called.
package struct PreparedPortal: Sendable {
    package let profile: Profile
    package let info: ProfileInfo
    package let drafts: DraftsOnDemand
    /// Why there are no requests at the demo portal; nil where there are.
    let withoutRequests: Reason?
    /// Nil with `--ephemeral`.
    let answers: AnswerStore?
    package let connection: PortalConnection
    package let login: Login
    /// Nil with `--ephemeral`.
    let person: PersonFile?
    /// Where the person's key for data is; nil where that cannot be told.
    let keys: KeyPlaces?
    /// What opens data, once the person was asked for it.
    let openedKey = OpenedKey()
    /// Nil with `--ephemeral`.
    let searches: RecentSearchesFile?
    /// Nil with `--ephemeral`.
    let savedSearches: SavedSearchesFolder?
    let table: TableFile?
    /// Where its drafts and mirrors lie; nil with `--ephemeral`.
    let folder: String?
    /// What it was opened with.
    let settings: PortalSettings

    package init(_ profile: Profile, settings: PortalSettings, logger: Logger? = nil) throws {
        let configuration = settings.configuration
        let environment = settings.environment
        let logger =
            logger ?? FileLog.logger(directory: environment.stateDirectory, settings: configuration.log)
        try configuration.check(profile)
        self.profile = profile
        self.settings = settings
        drafts = DraftsOnDemand(profile, settings)
        let directories = StorageDirectories.standard(environment: environment.variables)
        folder = settings.isEphemeral ? nil : try? directories.data(ofProfile: profile.name)
        person = settings.isEphemeral ? nil : PersonFile(directories, seal: settings.seal)
        keys = try? KeyPlaces(nil, environment)
        searches =
            settings.isEphemeral
            ? nil
            : try? RecentSearchesFile(
                profile: profile.name, in: .standard(environment: settings.environment.variables))
        savedSearches = settings.isEphemeral ? nil : try? SavedSearchesFolder(profile: profile.name, in: directories)
        table = settings.isEphemeral ? nil : try? TableFile(profile: profile.name, in: directories)
        let secrets = try configuration.secrets(of: profile)
        login = try Login(profile, settings: settings, secrets: secrets, logger: logger)
        answers = try Self.openAnswers(profile, settings, asker: login.asker, logger: logger)
        let data = Self.demoData(of: profile, settings)
        withoutRequests = data?.refusal
        var info = ProfileInfo(
            name: profile.name, title: profile.title, user: login.user ?? profile.userOfREMS(secrets),
            signInWay: login.way, warning: profile.warning,
            capabilities: profile.capabilities(withoutRequests: withoutRequests), services: profile.services,
            remsAddress: profile.addressOfREMS)
        var options = settings.connectionOptions(for: profile, logger: logger)
        let credentials = login.credentials
        let channel = try profile.notifications.map { [options] address throws(PortalError) in
            try RequestChannel(
                address, dialect: profile.notificationDialect, options: options, credentials: credentials)
        }
        info.helpdesk = profile.helpdesk
        info.isFollowed = (channel != nil || profile.place == .demo) && withoutRequests == nil
        self.info = info
        if let answers { options.catalogueMemory = CatalogueMemory(in: answers.cache, now: { Date() }) }
        connection = PortalConnection(
            Self.place(of: profile, settings, demoData: withoutRequests == nil ? data : nil),
            credentials: login.credentials, issuer: login.issuer, channel: channel, secrets: secrets,
            passport: PassportPlan(profile), options: options, languages: environment.languages)
    }

    /// Opened at its first use, without drafts where they cannot be; see ``DraftsOnDemand/required()``.
    package var disk: PortalStore { drafts.store }

    private static func demoData(of profile: Profile, _ settings: PortalSettings) -> DemoData? {
        guard profile.place == .demo, !settings.isEphemeral else { return nil }
        return DemoData(directory: settings.environment.dataDirectory + "/\(profile.name)/demo-server")
    }

    private static func place(
        of profile: Profile, _ settings: PortalSettings, demoData: DemoData?
    ) -> PortalConnection.Place {
        switch profile.place {
        case .services(let addresses): return .services(addresses)
        case .demo:
            let environment = settings.environment
            try? FileManager.default.createDirectory(
                atPath: environment.stateDirectory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            return .demo(
                DemoServer.Options(
                    dataDirectory: demoData?.directory, catalogue: settings.demo.catalogue,
                    decisionDelay: settings.demo.decisionDelay,
                    logFile: environment.stateDirectory + "/portal-demo.log"))
        }
    }
}

extension Profile {
    /// Throws what is wrong with an address before anything is kept of it.
    package func checkAddresses() throws(PortalError) {
        guard case .services(let addresses) = place else { return }
        try PortalClient.check(address: addresses.discovery, allowsInsecureHTTP: allowsInsecureHTTP)
        for address in [addresses.access, notifications, identity?.issuer].compactMap(\.self) {
            try PortalClient.check(address: address, allowsInsecureHTTP: allowsInsecureHTTP)
        }
    }

    /// In whose name a REMS is asked for access; nobody signs in there.
    func userOfREMS(_ secrets: ServiceSecrets) -> String? {
        guard case .services(let addresses) = place, addresses.access != nil, addresses.accessDialect == .rems
        else { return nil }
        return secrets.remsUser
    }

    /// Where people read a request in REMS: what the configuration says, else the REMS that is asked.
    var addressOfREMS: String? {
        var address = remsAddress
        if address == nil, case .services(let addresses) = place, addresses.accessDialect == .rems {
            address = addresses.access
        }
        guard var text = address else { return nil }
        while text.hasSuffix("/") { text.removeLast() }
        if text.hasSuffix("/api") { text.removeLast(4) }
        return text.isEmpty ? nil : text
    }

    /// Shown as long as it is true.
    var warning: String? {
        guard case .services(let addresses) = place else { return nil }
        let all = [addresses.discovery, addresses.access ?? "", notifications ?? "", identity?.issuer ?? ""]
        // Nobody reads along on the way to this machine itself.
        let isPlain = all.contains { $0.lowercased().hasPrefix("http://") && !Self.isLoopback($0) }
        return isPlain ? Phrasing.person.text(CommonCommandWords.unencrypted) : nil
    }

    /// Whether it is asked over plain HTTP, at this machine itself.
    var isOnThisMachine: Bool {
        guard case .services(let addresses) = place else { return true }
        return addresses.discovery.lowercased().hasPrefix("http://") && Self.isLoopback(addresses.discovery)
    }

    private static func isLoopback(_ address: String) -> Bool {
        guard let host = URLComponents(string: address)?.host?.lowercased() else { return false }
        return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "[::1]"
    }

    /// What its dialects can do, before anything is known of the running services.
    ///
    /// - Parameter reason: why the demo portal takes no requests.
    func capabilities(withoutRequests reason: Reason?) -> Capabilities {
        guard case .services(let addresses) = place else {
            guard let reason else { return Capabilities() }
            return Capabilities(
                missing: Dictionary(uniqueKeysWithValues: PortalFeature.ofAccess.map { ($0, reason) }))
        }
        var capabilities = PortalClient.capabilities(of: addresses)
        if passport == nil, addresses.access == nil || addresses.accessDialect != .rems {
            capabilities.lose([.passport], because: .passport(.notSetUp))
        }
        return capabilities
    }
}
