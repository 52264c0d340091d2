import Logging
import PortalModel
import PortalServices

/// Who calls a profile's services, and how to become somebody.
struct Login {
    /// For the header, as far as it is known before any call.
    let user: String?
    let way: LoginWay?
    let credentials: Credentials
    /// The profile's sign-in service, which can be asked how it is whoever calls.
    let issuer: Session?

    /// Where people sign in with this program; nil for a ready token, a service account and the demo portal.
    var session: Session? { way == nil ? nil : issuer }

    init(_ profile: Profile, settings: PortalSettings, logger: Logger) throws(LaunchFailure) {
        let environment = settings.environment
        guard profile.place != .demo else {
            // The demo portal knows one person and gives her token with its address.
            self.init(user: "ada", credentials: .none)
            return
        }
        var identity = profile.identity
        identity?.clientSecret = try settings.configuration.clientSecret(of: profile)
        let isService = identity?.isServiceAccount == true
        let store =
            settings.isEphemeral || isService
            ? nil : TokenStore(directory: environment.dataDirectory + "/identity", profile: profile.name)
        let options = settings.connectionOptions(for: profile, logger: logger)
        let issuer = identity.map { Session($0, store: store, options: options) }
        if let text = environment["PORTAL_TOKEN"] {
            guard let token = Secret(readyToken: text) else {
                throw LaunchFailure("PORTAL_TOKEN is no token: it holds spaces or signs that no token has.")
            }
            self.init(user: "PORTAL_TOKEN", credentials: .readyToken(token, from: "PORTAL_TOKEN"), issuer: issuer)
        } else if let issuer, isService {
            self.init(user: identity?.clientID, credentials: issuer.credentials, issuer: issuer)
        } else if let issuer {
            self.init(
                user: issuer.keptAccount, way: environment.isOverSSH || !environment.hasDisplay ? .device : .browser,
                credentials: issuer.credentials, issuer: issuer)
        } else {
            self.init(user: nil, credentials: .none)
        }
    }

    private init(user: String?, way: LoginWay? = nil, credentials: Credentials, issuer: Session? = nil) {
        self.user = user
        self.way = way
        self.credentials = credentials
        self.issuer = issuer
    }
}
