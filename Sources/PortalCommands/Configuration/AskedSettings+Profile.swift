import PortalModel
import PortalServices

/// A profile that is made or changed, by a command or on the screen.
extension AskedSettings {
    /// What was written on the screen; what is empty there is not to be.
    package init(_ draft: PortalDraft) {
        self.init()
        discovery = draft.discovery
        discoveryDialect = draft.discoveryDialect.flatMap { DiscoveryDialect(rawValue: $0.rawValue) }
        access = draft.access.isEmpty ? Self.none : draft.access
        accessDialect = draft.accessDialect.flatMap { AccessDialect(rawValue: $0.rawValue) }
        issuer = draft.issuer.isEmpty ? Self.none : draft.issuer
        clientID = draft.client.isEmpty ? nil : draft.client
    }

    /// Takes an address out.
    private static let none = "none"

    /// A profile with these settings over what it had; `none` takes an address out.
    package func changing(_ profile: Profile, title: String?) throws -> Profile {
        var profile = profile
        profile.title = title ?? profile.title
        if case .services(var addresses) = profile.place {
            addresses.discovery = discovery ?? addresses.discovery
            addresses.discoveryDialect = discoveryDialect ?? addresses.discoveryDialect
            addresses.access = access == Self.none ? nil : access ?? addresses.access
            addresses.accessDialect = accessDialect ?? addresses.accessDialect
            profile.place = .services(addresses)
        }
        profile.caFile = caFile ?? profile.caFile
        profile.allowsInsecureHTTP = insecureHTTP ?? profile.allowsInsecureHTTP
        let client = clientID ?? profile.identity?.clientID
        if issuer == Self.none {
            profile.identity = nil
        } else if let issuer = issuer ?? profile.identity?.issuer, let client {
            var identity = profile.identity ?? IdentitySettings(issuer: issuer, clientID: client)
            identity.issuer = issuer
            identity.clientID = client
            profile.identity = identity
        } else if issuer != nil || clientID != nil {
            throw CommandFailure(ProfilesCommandWords.needsIssuerAndClient, .usage)
        }
        return profile
    }

    /// Which dialects are to be found out: of addresses that are new, where nothing is said.
    func unsaid(over before: Profile?) -> DialectSearch.Unsaid {
        var old: PortalAddresses?
        if case .services(let addresses) = before?.place { old = addresses }
        return DialectSearch.Unsaid(
            discovery: discoveryDialect == nil && discovery != nil && discovery != old?.discovery,
            access: accessDialect == nil && access != nil && access != Self.none && access != old?.access)
    }
}
