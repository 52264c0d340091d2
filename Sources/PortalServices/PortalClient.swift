import PortalModel

/// The languages in which a discovery service is spoken to.
public enum DiscoveryDialect: String, Sendable, CaseIterable { case gdi }

/// The languages in which an access management service is spoken to.
public enum AccessDialect: String, Sendable, CaseIterable { case gdi }

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
    private let transport: Transport

    /// - Parameters:
    ///   - languages: of the user, best first; the first one is asked for.
    ///   - secrets: for services that know no bearer tokens.
    ///   - credentials: what calls carry.
    /// - Throws: `PortalError.local` for an address that cannot be used, with the reason in `detail`. Plain HTTP is
    ///   refused unless it stays on this machine or `options.allowsInsecureHTTP` is set.
    public init(
        _ addresses: PortalAddresses, languages: [String] = ["en"], options: ConnectionOptions = .init(),
        secrets: ServiceSecrets = .init(), credentials: Credentials = .none
    ) throws(PortalError) {
        transport = Transport(language: languages.first ?? "en", options: options, credentials: credentials)
        let place = Place(transport: transport, secrets: secrets, languages: languages)
        discoveryService = try place.discovery(
            addresses.discoveryDialect, at: BaseAddress(addresses.discovery, allowsInsecure: options.allowsInsecureHTTP)
        )
        guard let access = addresses.access else {
            accessService = .browsingOnly
            return
        }
        accessService = try place.access(
            addresses.accessDialect, at: BaseAddress(access, allowsInsecure: options.allowsInsecureHTTP))
    }

    /// Throws what `init` would throw because of this address.
    public static func check(address: String, allowsInsecureHTTP: Bool = false) throws(PortalError) {
        _ = try BaseAddress(address, allowsInsecure: allowsInsecureHTTP)
    }

    /// Closes the connections. To be awaited once, when no call is wanted any more; later calls fail with `.local`.
    public func shutdown() async { await transport.shutdown() }

    /// What these dialects can do, before anything is known of the running services.
    public static func capabilities(of addresses: PortalAddresses) -> Capabilities {
        Capabilities(addresses.discoveryDialect, addresses.access == nil ? nil : addresses.accessDialect)
    }
}

/// What all dialects of a portal share.
private struct Place {
    var transport: Transport
    var secrets: ServiceSecrets
    var languages: [String]

    func discovery(_ dialect: DiscoveryDialect, at base: BaseAddress) throws(PortalError) -> DiscoveryService {
        switch dialect {
        case .gdi: GDIDiscovery(transport: transport, base: base).service
        }
    }

    func access(_ dialect: AccessDialect, at base: BaseAddress) throws(PortalError) -> AccessService {
        switch dialect {
        case .gdi: GDIAccess(transport: transport, base: base).service
        }
    }
}
