import PortalMirror
import PortalModel
import PortalServices

/// Whom a mirror is filled from: the portal as the person sees it, or as everybody does.
struct MirrorSource: Sendable {
    let discovery: DiscoveryService
    /// Of its own, where nobody is to be signed in.
    private let connection: PortalConnection?

    /// - Parameter isPublic: nothing is sent that says who asks.
    init(_ portal: PreparedPortal, _ settings: PortalSettings, isPublic: Bool) {
        guard isPublic, portal.login.keptAsker != .nobody, case .services(let addresses) = portal.profile.place else {
            discovery = portal.connection.discovery
            connection = nil
            return
        }
        let logger = FileLog.logger(
            directory: settings.environment.stateDirectory, settings: settings.configuration.log)
        let connection = PortalConnection(
            .services(addresses), options: settings.connectionOptions(for: portal.profile, logger: logger),
            languages: settings.environment.languages)
        discovery = connection.discovery
        self.connection = connection
    }

    func close() async { await connection?.shutDown() }
}
