import PortalMirror
import PortalModel
import PortalServices

/// Whom a mirror is filled from: the portal as the person sees it, or as everybody does.
struct MirrorSource: Sendable {
    let discovery: DiscoveryService
    /// Of its own, where nobody is to be signed in.
    private let connection: PortalConnection?

    /// - Parameter isPublic: nothing is sent that says who asks.
    init(_ portal: CommandPortal, isPublic: Bool) async throws {
        guard isPublic, portal.portal.login.keptAsker != .nobody, case .services(let addresses) = portal.profile.place
        else {
            discovery = portal.portal.connection.discovery
            connection = nil
            return
        }
        let logger = FileLog.logger(
            directory: portal.settings.environment.stateDirectory, settings: portal.settings.configuration.log)
        let connection = PortalConnection(
            .services(addresses), options: portal.settings.connectionOptions(for: portal.profile, logger: logger),
            languages: portal.languages)
        discovery = connection.discovery
        self.connection = connection
    }

    func close() async { await connection?.shutDown() }
}
