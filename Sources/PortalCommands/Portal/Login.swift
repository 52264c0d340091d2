import Logging
import PortalModel
import PortalServices

/// Who calls a profile's services, and how to become somebody.
package struct Login {
    /// For the header, as far as it is known before any call.
    let user: String?
    let way: LoginWay?
    let credentials: Credentials
    /// The profile's sign-in service, which can be asked how it is whoever calls.
    let issuer: Session?

    /// Where people sign in with this program; nil for a ready token, a service account and the demo portal.
    package var session: Session? { way == nil ? nil : issuer }
    /// In whose name calls are made, besides that of whoever is signed in.
    private let standing: Asker

    init(
        _ profile: Profile, settings: PortalSettings, secrets: ServiceSecrets, logger: Logger
    ) throws(LaunchFailure) {
        let environment = settings.environment
        guard profile.place != .demo else {
            // The demo portal knows one person and gives her token with its address.
            self.init(user: "ada", credentials: .none, standing: .somebody("ada"))
            return
        }
        var identity = profile.identity
        identity?.clientSecret = try settings.configuration.clientSecret(of: profile)
        let isService = identity?.isServiceAccount == true
        let store =
            settings.isEphemeral || isService
            ? nil
            : TokenStore(
                directory: environment.dataDirectory + "/identity", profile: profile.name, seal: settings.seal)
        let options = settings.connectionOptions(for: profile, logger: logger)
        let issuer = identity.map { Session($0, store: store, options: options) }
        if let text = environment["PORTAL_TOKEN"] {
            guard let token = Secret(readyToken: text) else {
                throw LaunchFailure(SignInCommandWords.badVariable)
            }
            self.init(
                user: "PORTAL_TOKEN", credentials: .readyToken(token, from: "PORTAL_TOKEN"), issuer: issuer,
                standing: Asker(token).and(Asker(secrets)))
        } else if let issuer, isService {
            let client = identity?.clientID ?? ""
            self.init(
                user: client, credentials: issuer.credentials, issuer: issuer,
                standing: .somebody("client \(client)").and(Asker(secrets)))
        } else if let issuer {
            self.init(
                user: issuer.keptAccount, way: environment.isOverSSH || !environment.hasDisplay ? .device : .browser,
                credentials: issuer.credentials, issuer: issuer, standing: Asker(secrets))
        } else {
            self.init(user: nil, credentials: .none, standing: Asker(secrets))
        }
    }

    private init(
        user: String?, way: LoginWay? = nil, credentials: Credentials, issuer: Session? = nil, standing: Asker
    ) {
        self.standing = standing
        self.user = user
        self.way = way
        self.credentials = credentials
        self.issuer = issuer
    }

    /// In whose name calls are made at the moment; nil when it cannot be found out.
    var asker: @Sendable () async -> Asker? {
        { [session, standing] in
            guard let session else { return standing }
            return await session.asker()?.and(standing)
        }
    }

    /// The same before anything has happened.
    var keptAsker: Asker? {
        guard let session else { return standing }
        return session.keptAsker?.and(standing)
    }
}
