import Logging
import Passport
import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas

extension Configuration {
    /// How calls are made to a profile's services.
    func connectionOptions(for profile: Profile, logger: Logger) -> ConnectionOptions {
        ConnectionOptions(
            allowsInsecureHTTP: profile.allowsInsecureHTTP, caFile: caFile(of: profile),
            authorities: authorities, proxies: proxies, logger: logger)
    }

    /// Whom this machine trusts.
    var authorities: CertificateAuthorities { CertificateAuthorities(environment: environment.variables) }

    /// `~/` stands for the home directory.
    func caFile(of profile: Profile) -> String? {
        profile.caFile.map { HomePath.expanded($0, home: environment.home) }
    }

    /// Of a mirror that is shared; `~/` stands for the home directory.
    func mirror(of profile: Profile) -> String? {
        profile.mirror.map { HomePath.expanded($0, home: environment.home) }
    }

    /// Throws, before anything is sent, what cannot be right: an address, a file, a key.
    package func check(_ profile: Profile) throws(LaunchFailure) {
        if let problem = problems(with: profile).first { throw problem }
    }

    /// All that cannot be right with a profile, each with the line or the option that says so.
    func problems(with profile: Profile) -> [LaunchFailure] {
        var problems: [LaunchFailure] = []
        func look(at setting: String, _ body: () throws -> Void) {
            do {
                try body()
            } catch let error as PortalError {
                problems.append(problem(error.why, setting, profile))
            } catch let failure as LaunchFailure {
                problems.append(problem(failure.said, setting, profile))
            } catch {
                problems.append(problem(Reason.words("\(error)"), setting, profile))
            }
        }
        if case .services(let addresses) = profile.place {
            look(at: "discovery") { try Self.check(addresses.discovery, profile) }
            if let access = addresses.access { look(at: "access") { try Self.check(access, profile) } }
        }
        if let address = profile.notifications { look(at: "notifications") { try Self.check(address, profile) } }
        if let helpdesk = profile.helpdesk, !FieldSyntax.isEmail(helpdesk) {
            look(at: "helpdesk") { try Self.check(helpdesk, profile) }
        }
        if let issuer = profile.identity?.issuer { look(at: "issuer") { try Self.check(issuer, profile) } }
        for (kind, address) in profile.data where kind != .sftp {
            look(at: "data") { try Self.check(address, profile) }
        }
        if let passport = profile.passport { look(at: "passport") { try Self.check(passport, profile) } }
        if let file = caFile(of: profile) { look(at: "ca_file") { try CertificateAuthorities.check(file: file) } }
        look(at: "ckan") { _ = try ckanToken(of: profile) }
        look(at: "rems") { _ = try remsKey(of: profile) }
        look(at: "client_secret_file") { _ = try clientSecret(of: profile) }
        return problems
    }

    private static func check(_ address: String, _ profile: Profile) throws(PortalError) {
        try PortalClient.check(address: address, allowsInsecureHTTP: profile.allowsInsecureHTTP)
    }

    /// Tokens go to its addresses, and keys are fetched at those of its issuers.
    private static func check(_ passport: PassportSettings, _ profile: Profile) throws(PortalError) {
        for address in [passport.userInfo, passport.broker].compactMap(\.self) { try check(address, profile) }
        for issuer in passport.issuers {
            try PassportSettings.check(keys: issuer.keys, isLocal: profile.isOnThisMachine)
        }
    }

    /// Names where it was said: what stands in a file by its line, what was typed as a wrong command line.
    private func problem(
        _ words: some Wording & Sendable, _ setting: String, _ profile: Profile
    ) -> LaunchFailure {
        let origin = profile.name == self.profile?.name ? origins[setting] : .file
        if origin == .flag { return LaunchFailure(words, exitCode: LaunchFailure.usage) }
        if origin == .environment { return LaunchFailure(words) }
        guard let place = profiles.places[profile.name] else { return LaunchFailure(words) }
        let name = Self.mappings[setting] ?? setting
        return LaunchFailure(ConfigurationWords.at(file: place.file, line: place.lines[name], words))
    }

    /// Where a setting stands in a profile, when it has no line of its own.
    private static let mappings = [
        "issuer": "identity", "client_secret_file": "identity",
    ]

    /// The keys of services that know no bearer tokens, from the environment or from files of the owner's alone.
    func secrets(of profile: Profile) throws(LaunchFailure) -> ServiceSecrets {
        ServiceSecrets(
            ckanToken: try ckanToken(of: profile), remsKey: try remsKey(of: profile),
            remsUser: environment["PORTAL_REMS_USER"] ?? profile.keys.remsUser)
    }

    /// Of a profile that calls as a service. Never written anywhere.
    func clientSecret(of profile: Profile) throws(LaunchFailure) -> Secret? {
        guard profile.identity != nil else { return nil }
        return try secret("PORTAL_CLIENT_SECRET", profile.keys.clientSecretFile)?.secret
    }

    private func ckanToken(of profile: Profile) throws(LaunchFailure) -> Secret? {
        try key("PORTAL_CKAN_TOKEN", profile.keys.ckanTokenFile)
    }

    private func remsKey(of profile: Profile) throws(LaunchFailure) -> Secret? {
        try key("PORTAL_REMS_KEY", profile.keys.remsKeyFile)
    }

    /// What goes into a header as it is.
    private func key(_ variable: String, _ file: String?) throws(LaunchFailure) -> Secret? {
        guard let (given, place) = try secret(variable, file) else { return nil }
        // Whoever runs the service chose it: any signs that a header carries.
        guard !given.reveal().isEmpty, given.reveal().utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw LaunchFailure(ConfigurationWords.badKey(place: place))
        }
        return given
    }

    /// - Returns: it, and where it stands.
    private func secret(
        _ variable: String, _ file: String?
    ) throws(LaunchFailure) -> (secret: Secret, place: String)? {
        if let text = environment[variable] { return (Secret(text), variable) }
        guard let file else { return nil }
        return (Secret(try SecretFile.text(in: file, home: environment.home)), file)
    }
}
