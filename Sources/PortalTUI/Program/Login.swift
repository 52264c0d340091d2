import Logging
import PortalModel
import PortalServices

/// Who calls a profile's services, and how to become somebody.
struct Login {
    /// For the header, as far as it is known before any call.
    let user: String?
    let way: LoginWay?
    let credentials: Credentials
    let session: Session?

    init(_ profile: Profile, settings: PortalSettings, logger: Logger) throws(LaunchFailure) {
        let environment = settings.environment
        guard profile.place != .demo else {
            // The demo portal knows one person and gives her token with its address.
            self.init(user: "ada", credentials: .none)
            return
        }
        if let text = environment["PORTAL_TOKEN"] {
            guard let token = Secret(readyToken: text) else {
                throw LaunchFailure("PORTAL_TOKEN is no token: it holds spaces or signs that no token has.")
            }
            self.init(user: "PORTAL_TOKEN", credentials: .readyToken(token, from: "PORTAL_TOKEN"))
            return
        }
        guard let identity = profile.identity else {
            self.init(user: nil, credentials: .none)
            return
        }
        let store =
            settings.isEphemeral
            ? nil : TokenStore(directory: environment.dataDirectory + "/identity", profile: profile.name)
        let options = settings.connectionOptions(for: profile, logger: logger)
        let session = Session(identity, store: store, options: options)
        self.init(
            user: session.keptAccount, way: environment.isOverSSH || !environment.hasDisplay ? .device : .browser,
            credentials: session.credentials, session: session)
    }

    private init(user: String?, way: LoginWay? = nil, credentials: Credentials, session: Session? = nil) {
        self.user = user
        self.way = way
        self.credentials = credentials
        self.session = session
    }
}
