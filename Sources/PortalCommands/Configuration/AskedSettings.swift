import PortalModel
import PortalServices

/// Settings from one place, the command line or the environment; what is nil is left to the next place.
package struct AskedSettings: Equatable {
    var discovery: String?
    var discoveryDialect: DiscoveryDialect?
    var access: String?
    var accessDialect: AccessDialect?
    var issuer: String?
    var clientID: String?
    var caFile: String?
    var insecureHTTP: Bool?

    /// What each of them is called in the environment.
    static let variables = [
        "PORTAL_DISCOVERY", "PORTAL_DISCOVERY_DIALECT", "PORTAL_ACCESS", "PORTAL_ACCESS_DIALECT", "PORTAL_ISSUER",
        "PORTAL_CLIENT_ID", "PORTAL_CA_FILE", "PORTAL_INSECURE_HTTP",
    ]

    init() {}

    init(_ environment: Environment) throws(Profiles.Problem) {
        discovery = environment["PORTAL_DISCOVERY"]
        discoveryDialect = try Self.choice(environment, "PORTAL_DISCOVERY_DIALECT")
        access = environment["PORTAL_ACCESS"]
        accessDialect = try Self.choice(environment, "PORTAL_ACCESS_DIALECT")
        issuer = environment["PORTAL_ISSUER"]
        clientID = environment["PORTAL_CLIENT_ID"]
        caFile = environment["PORTAL_CA_FILE"]
        insecureHTTP = try environment["PORTAL_INSECURE_HTTP"].map { (text) throws(Profiles.Problem) in
            switch text.lowercased() {
            case "1", "true", "yes": return true
            case "0", "false", "no": return false
            default: throw Profiles.Problem(ConfigurationWords.insecureHTTP(text))
            }
        }
    }

    static func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ environment: Environment, _ name: String
    ) throws(Profiles.Problem) -> Value? {
        guard let text = environment[name] else { return nil }
        if let value = Value(rawValue: text) { return value }
        throw Profiles.Problem(
            ConfigurationWords.variable(name, is: text, allowed: Value.allCases.map(\.rawValue)))
    }

    /// These settings, and the others where these say nothing.
    func over(_ others: AskedSettings) -> AskedSettings {
        var merged = others
        // A dialect belongs to its address.
        if discovery != nil { merged.discoveryDialect = nil }
        if access != nil { merged.accessDialect = nil }
        merged.discovery = discovery ?? merged.discovery
        merged.discoveryDialect = discoveryDialect ?? merged.discoveryDialect
        merged.access = access ?? merged.access
        merged.accessDialect = accessDialect ?? merged.accessDialect
        merged.issuer = issuer ?? merged.issuer
        merged.clientID = clientID ?? merged.clientID
        merged.caFile = caFile ?? merged.caFile
        merged.insecureHTTP = insecureHTTP ?? merged.insecureHTTP
        return merged
    }

    /// The profile with these settings in place of its own. Another discovery address is another portal, of which
    /// nothing else of the profile holds.
    func applied(to profile: Profile?) throws(Profiles.Problem) -> Profile? {
        guard var result = try discovery.map({ (address) throws(Profiles.Problem) in try oneOff(address) }) ?? profile
        else { return nil }
        if case .services(var addresses) = result.place {
            addresses.discoveryDialect = discoveryDialect ?? addresses.discoveryDialect
            addresses.access = access ?? addresses.access
            addresses.accessDialect = accessDialect ?? addresses.accessDialect
            result.place = .services(addresses)
        }
        if let issuer = issuer ?? result.identity?.issuer, let client = clientID ?? result.identity?.clientID {
            var identity = result.identity ?? IdentitySettings(issuer: issuer, clientID: client)
            identity.issuer = issuer
            identity.clientID = client
            result.identity = identity
        } else if issuer != nil || clientID != nil {
            throw Profiles.Problem(ConfigurationWords.issuerAndClient)
        }
        result.caFile = caFile ?? result.caFile
        result.allowsInsecureHTTP = insecureHTTP ?? result.allowsInsecureHTTP
        return result
    }

    /// A portal without a profile: what is kept of it goes by its address.
    private func oneOff(_ address: String) throws(Profiles.Problem) -> Profile {
        // A name is shown, and is that of a folder: what is secret in an address is in neither.
        let bare = address.withoutCredentials.split(separator: "/").dropFirst(address.contains("://") ? 1 : 0).joined(
            separator: "/")
        guard !bare.isEmpty else {
            throw Profiles.Problem(ConfigurationWords.noPortalAddress(address.withoutCredentials))
        }
        return Profile(
            name: "at-" + bare.filter { $0 != "•" }.prefix(100).map { $0 == "/" ? "-" : $0 }, title: bare,
            place: .services(PortalAddresses(discovery: address)))
    }
}
