import PortalModel
import PortalServices
import Yams

/// A profile as a file describes it.
extension ConfigurationFile {
    static let profileKeys = [
        "title", "demo", "discovery", "access", "identity", "ca_file", "insecure_http", "rems", "ckan", "mirror",
        "notifications", "data", "passport", "helpdesk",
    ]

    package func profile(named name: String, _ node: Node) throws(Problem) -> Profile {
        var profile = Profile(name: name, title: name, place: .demo)
        var isDemo = false
        var discovery: (address: String, dialect: DiscoveryDialect)?
        var access: (address: String, dialect: AccessDialect)?
        for (key, value) in try entries(of: node, .profile(name), allowed: Self.profileKeys) {
            switch key {
            case "title": profile.title = try text(value, key)
            case "demo": isDemo = try flag(value, key)
            case "discovery": discovery = try service(value, key, dialect: .gdi)
            case "access": access = try service(value, key, dialect: .gdi)
            case "identity": profile.identity = try identity(value, &profile.keys)
            case "ca_file": profile.caFile = try text(value, key)
            case "mirror": profile.mirror = try text(value, key)
            case "notifications":
                let service = try service(value, key, dialect: NotificationDialect.socketIO)
                (profile.notifications, profile.notificationDialect) = (service.address, service.dialect)
            case "helpdesk": profile.helpdesk = try text(value, key)
            case "data": profile.data = try places(value)
            case "insecure_http": profile.allowsInsecureHTTP = try flag(value, key)
            case "passport": profile.passport = try passport(value)
            case "rems": profile.remsAddress = try rems(value, &profile.keys)
            default:
                for (_, file) in try entries(of: value, .named(key), allowed: ["token_file"]) {
                    profile.keys.ckanTokenFile = try text(file, "token_file")
                }
            }
        }
        if isDemo {
            if profile.title == name { profile.title = Profile.demo.title }
            return profile
        }
        guard let discovery else {
            throw problem(at: node, ConfigurationWords.noDiscovery(profile: name))
        }
        profile.place = .services(
            PortalAddresses(
                discovery: discovery.address, discoveryDialect: discovery.dialect, access: access?.address,
                accessDialect: access?.dialect ?? .gdi))
        return profile
    }

    /// An address alone, or `{address: …, dialect: …}`.
    private func service<Dialect: RawRepresentable<String> & CaseIterable>(
        _ node: Node, _ what: String, dialect: Dialect
    ) throws(Problem) -> (address: String, dialect: Dialect) {
        if node.scalar != nil { return (try text(node, what), dialect) }
        var address: String?
        var dialect = dialect
        for (key, value) in try entries(of: node, .named(what), allowed: ["address", "dialect"]) {
            if key == "address" {
                address = try text(value, key)
            } else {
                dialect = try choice(Dialect.self, value, key)
            }
        }
        guard let address else {
            throw problem(
                at: node,
                ConfigurationWords.missing("address", in: what, needed: [], allowed: ["address", "dialect"]))
        }
        return (address, dialect)
    }

    /// Where data is fetched from.
    private func places(_ node: Node) throws(Problem) -> [DataWay.Kind: String] {
        var places: [DataWay.Kind: String] = [:]
        for (key, value) in try entries(of: node, .named("data"), allowed: DataWay.Kind.configured.map(\.rawValue)) {
            if let kind = DataWay.Kind(rawValue: key) { places[kind] = try text(value, key) }
        }
        return places
    }

    /// The line of each setting of a profile, for what is found out about them later.
    func lines(of node: Node) -> [String: Int] {
        var lines: [String: Int] = [:]
        for (key, value) in node.mapping ?? [:] {
            if let name = key.scalar?.string, let line = (key.mark ?? value.mark)?.line { lines[name] = line }
        }
        return lines
    }

    private func identity(_ node: Node, _ keys: inout ServiceKeys) throws(Problem) -> IdentitySettings {
        let allowed = ["issuer", "client", "scopes", "device_endpoint", "redirect_port", "client_secret_file"]
        var found: [String: Node] = [:]
        for (key, value) in try entries(of: node, .named("identity"), allowed: allowed) { found[key] = value }
        func required(_ key: String) throws(Problem) -> String {
            if let value = found[key] { return try text(value, key) }
            throw problem(
                at: node,
                ConfigurationWords.missing(
                    key, in: "identity", needed: ["issuer", "client"], allowed: allowed))
        }
        var settings = IdentitySettings(issuer: try required("issuer"), clientID: try required("client"))
        if let scopes = found["scopes"] {
            settings.scopes = scopes.scalar.map { $0.string.split(separator: " ").map(String.init) } ?? []
            for scope in scopes.array() { settings.scopes.append(try text(scope, "scopes")) }
        }
        if let endpoint = found["device_endpoint"] { settings.deviceEndpoint = try text(endpoint, "device_endpoint") }
        if let port = found["redirect_port"] {
            guard let number = port.int, (1...65535).contains(number) else {
                throw problem(at: port, ConfigurationWords.number("redirect_port", from: 1, to: 65535, .none))
            }
            settings.redirectPort = number
        }
        if let file = found["client_secret_file"] { keys.clientSecretFile = try text(file, "client_secret_file") }
        return settings
    }

    /// - Returns: the address of its pages for people.
    private func rems(_ node: Node, _ keys: inout ServiceKeys) throws(Problem) -> String? {
        var address: String?
        for (key, value) in try entries(of: node, .named("rems"), allowed: ["user", "key_file", "address"]) {
            switch key {
            case "user": keys.remsUser = try text(value, key)
            case "key_file": keys.remsKeyFile = try text(value, key)
            default: address = try text(value, key)
            }
        }
        return address
    }
}

extension DataWay.Kind {
    /// Those whose place somebody has to say.
    static let configured: [DataWay.Kind] = [.sda, .htsget, .drs, .sftp, .workspace]
}

extension Profiles {
    /// A profile as the program keeps it in `profiles.d/`.
    struct Entry: Encodable {
        var title: String
        package var demo: Bool?
        var discovery: Service?
        var access: Service?
        var identity: Identity?
        var caFile: String?
        var insecureHTTP: Bool?
        var mirror: String?
        var notifications: Notifications?
        var helpdesk: String?
        var rems: REMS?
        var ckan: CKAN?
        var data: [String: String]?
        var passport: Passport?

        private enum CodingKeys: String, CodingKey {
            case title, demo, discovery, access, identity, rems, ckan, mirror, notifications, helpdesk, data, passport
            case caFile = "ca_file"
            case insecureHTTP = "insecure_http"
        }

        struct REMS: Encodable {
            var user: String?
            var keyFile: String?
            var address: String?

            private enum CodingKeys: String, CodingKey {
                case user, address
                case keyFile = "key_file"
            }
        }

        struct CKAN: Encodable {
            var tokenFile: String

            private enum CodingKeys: String, CodingKey { case tokenFile = "token_file" }
        }

        /// An address alone where it is of the usual kind.
        struct Notifications: Encodable {
            var address: String
            var dialect: NotificationDialect

            func encode(to encoder: any Encoder) throws {
                guard dialect != .socketIO else {
                    var container = encoder.singleValueContainer()
                    return try container.encode(address)
                }
                try Service(address: address, dialect: dialect.rawValue).encode(to: encoder)
            }
        }

        struct Service: Encodable {
            var address: String
            var dialect: String
        }

        init(_ profile: Profile) {
            title = profile.title
            identity = profile.identity.map { Identity($0) }
            identity?.clientSecretFile = profile.keys.clientSecretFile
            caFile = profile.caFile
            mirror = profile.mirror
            notifications = profile.notifications.map {
                Notifications(address: $0, dialect: profile.notificationDialect)
            }
            helpdesk = profile.helpdesk
            if !profile.data.isEmpty {
                data = Dictionary(uniqueKeysWithValues: profile.data.map { ($0.key.rawValue, $0.value) })
            }
            passport = profile.passport.map { Passport($0) }
            insecureHTTP = profile.allowsInsecureHTTP ? true : nil
            let keys = profile.keys
            if keys.remsUser ?? keys.remsKeyFile ?? profile.remsAddress != nil {
                rems = REMS(user: keys.remsUser, keyFile: keys.remsKeyFile, address: profile.remsAddress)
            }
            ckan = keys.ckanTokenFile.map { CKAN(tokenFile: $0) }
            guard case .services(let addresses) = profile.place else {
                demo = true
                return
            }
            discovery = Service(address: addresses.discovery, dialect: addresses.discoveryDialect.rawValue)
            access = addresses.access.map { Service(address: $0, dialect: addresses.accessDialect.rawValue) }
        }
    }
}
