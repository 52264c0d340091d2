import Foundation
import Logging
import PortalModel
import PortalServices
import PortalStorage

/// A profile with its files opened and its services ready to be called.
struct PreparedPortal: Sendable {
    let info: ProfileInfo
    let disk: PortalStore
    let connection: PortalConnection
    let identity: IdentityService

    init(_ profile: Profile, settings: PortalProgram.Settings, logger: Logger? = nil) throws {
        let environment = settings.environment
        let logger = logger ?? FileLog.logger(directory: environment.stateDirectory)
        disk = try Self.openDisk(profile, settings)
        let login = try Login(profile, settings: settings, logger: logger)
        info = ProfileInfo(
            name: profile.name, title: profile.title, user: login.user, signInWay: login.way, warning: profile.warning,
            capabilities: profile.capabilities)
        connection = PortalConnection(
            try Self.place(of: profile, settings), credentials: login.credentials, session: login.session,
            languages: environment.languages, logger: logger)
        identity = login.session?.service ?? .none
    }

    private static func openDisk(_ profile: Profile, _ settings: PortalProgram.Settings) throws -> PortalStore {
        do throws(PortalError) {
            if settings.isEphemeral { return try PortalStore.ephemeral() }
            let directories = StorageDirectories.standard(environment: settings.environment.variables)
            return try PortalStore.open(profile: profile.name, in: directories)
        } catch {
            throw LaunchFailure(
                [error.detail ?? error.sentence, "With --ephemeral the program starts without keeping anything."]
                    .joined(separator: " "))
        }
    }

    private static func place(
        of profile: Profile, _ settings: PortalProgram.Settings
    ) throws -> PortalConnection.Place {
        switch profile.place {
        case .services(let discovery, let access):
            return .services(discovery: discovery, access: access)
        case .demo:
            let environment = settings.environment
            try? FileManager.default.createDirectory(
                atPath: environment.stateDirectory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            return .demo(
                DemoServer.Options(
                    dataDirectory: settings.isEphemeral
                        ? nil : environment.dataDirectory + "/\(profile.name)/demo-server",
                    catalogue: settings.demo.catalogue, decisionDelay: settings.demo.decisionDelay,
                    logFile: environment.stateDirectory + "/portal-demo.log"))
        }
    }
}

extension Profile {
    /// Throws what is wrong with an address before anything is kept of it.
    func checkAddresses() throws(PortalError) {
        guard case .services(let discovery, let access) = place else { return }
        try PortalClient.check(address: discovery)
        if let access { try PortalClient.check(address: access) }
    }

    /// What its services are known to offer before they are asked.
    var capabilities: Capabilities {
        guard case .services(let discovery, let access) = place else { return Capabilities() }
        return PortalClient.capabilities(of: PortalAddresses(discovery: discovery, access: access))
    }

    /// Shown as long as it is true.
    var warning: String? {
        guard case .services(let discovery, let access) = place else { return nil }
        let isPlain = [discovery, access ?? ""].contains { $0.hasPrefix("http://") }
        return isPlain ? "unencrypted" : nil
    }
}
