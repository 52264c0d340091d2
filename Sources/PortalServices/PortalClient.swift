import PortalModel

/// The languages in which a discovery service is spoken to.
public enum DiscoveryDialect: String, Sendable, CaseIterable { case gdi, guide, ckan, rems }

/// The languages in which an access management service is spoken to.
public enum AccessDialect: String, Sendable, CaseIterable { case gdi, guide, rems }

/// Where the services of a portal are, and how each is spoken to.
public struct PortalAddresses: Hashable, Sendable {
    /// Such as `https://portal.example/discovery`.
    public var discovery: String
    public var discoveryDialect: DiscoveryDialect
    /// Such as `https://portal.example/daam`; nil for a catalogue that takes no requests.
    public var access: String?
    public var accessDialect: AccessDialect

    public init(
        discovery: String, discoveryDialect: DiscoveryDialect = .gdi, access: String? = nil,
        accessDialect: AccessDialect = .gdi
    ) {
        self.discovery = discovery
        self.discoveryDialect = discoveryDialect
        self.access = access
        self.accessDialect = accessDialect
    }
}

/// Who calls, where a service does not know bearer tokens. Never logged.
public struct ServiceSecrets: Sendable {
    /// Of a CKAN: sent as it is in `Authorization`.
    public var ckanToken: Secret?
    /// Of a REMS: the key, and the user in whose name it is used.
    public var remsKey: Secret?
    public var remsUser: String?

    public init(ckanToken: Secret? = nil, remsKey: Secret? = nil, remsUser: String? = nil) {
        self.ckanToken = ckanToken
        self.remsKey = remsKey
        self.remsUser = remsUser
    }
}

/// A portal's discovery and access management services over HTTP, whatever their dialects.
public struct PortalClient: Sendable {
    public let discoveryService: DiscoveryService
    public let accessService: AccessService
    private let transports: [Transport]

    /// - Parameters:
    ///   - languages: of the user, best first; the first one is asked for.
    ///   - secrets: for services that know no bearer tokens.
    ///   - credentials: what calls carry to the services that do. No other service ever sees them.
    /// - Throws: `PortalError.local` for an address that cannot be used, with the reason in `detail`. Plain HTTP is
    ///   refused unless it stays on this machine or `options.allowsInsecureHTTP` is set.
    public init(
        _ addresses: PortalAddresses, languages: [String] = ["en"], options: ConnectionOptions = .init(),
        secrets: ServiceSecrets = .init(), credentials: Credentials = .none
    ) throws(PortalError) {
        let language = languages.first ?? "en"
        let named = Transport(language: language, options: options, credentials: credentials)
        let unnamed = Transport(language: language, options: options, credentials: .none)
        transports = [named, unnamed]
        func rems(_ base: BaseAddress) -> REMSCaller {
            REMSCaller(transport: unnamed, base: base, key: secrets.remsKey, user: secrets.remsUser)
        }
        let base = try BaseAddress(addresses.discovery, allowsInsecure: options.allowsInsecureHTTP)
        discoveryService =
            switch addresses.discoveryDialect {
            case .gdi: GDIDiscovery(transport: named, base: base).service
            case .guide: GuideDiscovery(transport: named, base: base).service
            case .ckan:
                CKANDiscovery(transport: unnamed, base: base, languages: languages, token: secrets.ckanToken).service
            case .rems: REMSDiscovery(caller: rems(base), languages: languages).service
            }
        guard let access = addresses.access else {
            accessService = .browsingOnly(Capabilities.withoutAccess(addresses.discoveryDialect))
            return
        }
        let accessBase = try BaseAddress(access, allowsInsecure: options.allowsInsecureHTTP)
        let naming: REMSNaming = addresses.discoveryDialect == .rems ? .catalogueItem : .resource
        accessService =
            switch addresses.accessDialect {
            case .gdi: GDIAccess(transport: named, base: accessBase).service
            case .guide: GuideAccess(transport: named, base: accessBase).service
            case .rems: REMSAccess(caller: rems(accessBase), naming: naming).service
            }
    }

    /// Throws what `init` would throw because of this address.
    public static func check(address: String, allowsInsecureHTTP: Bool = false) throws(PortalError) {
        _ = try BaseAddress(address, allowsInsecure: allowsInsecureHTTP)
    }

    /// Closes the connections. To be awaited once, when no call is wanted any more; later calls fail with `.local`.
    public func shutdown() async { for transport in transports { await transport.shutdown() } }

    /// What these dialects can do, before anything is known of the running services.
    public static func capabilities(of addresses: PortalAddresses) -> Capabilities {
        Capabilities(addresses.discoveryDialect, addresses.access == nil ? nil : addresses.accessDialect)
    }
}
