import PortalDomain

/// The languages in which a discovery service is spoken to.
public enum DiscoveryDialect: String, Sendable, CaseIterable { case gdi, guide, ckan, rems, fdp }

/// The languages in which an access management service is spoken to.
public enum AccessDialect: String, Sendable, CaseIterable { case gdi, guide, rems }

/// Where the services of a portal are, and how each is spoken to.
public struct PortalAddresses: Hashable, Sendable {
    /// Such as `https://portal.example/discovery`.
    public var discovery: String
    /// In which words the catalogue is asked.
    public var discoveryDialect: DiscoveryDialect
    /// Such as `https://portal.example/daam`; nil for a catalogue that takes no requests.
    public var access: String?
    /// In which words access is asked for.
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
    /// The user's name at REMS, which it wants beside the API key; nil for all others.
    public var remsUser: String?

    public init(ckanToken: Secret? = nil, remsKey: Secret? = nil, remsUser: String? = nil) {
        self.ckanToken = ckanToken
        self.remsKey = remsKey
        self.remsUser = remsUser
    }
}

/// A portal's discovery and access management services over HTTP, whatever their dialects.
public struct PortalClient: Sendable {
    /// The calls of the catalogue.
    public let discoveryService: DiscoveryService
    /// The calls about requests.
    public let accessService: AccessService
    private let discovery: Endpoint
    private let access: Endpoint?
    private let client: SharedClient
    private let breakers: [CircuitBreaker]

    /// - Parameters:
    ///   - languages: of the user, best first; the first one is asked for.
    ///   - secrets: for services that know no bearer tokens.
    ///   - credentials: what calls carry to the services that do. No other service ever sees them.
    ///   - breaker: when a service that fails is left alone; each has a breaker of its own.
    /// - Throws: `PortalError.local` for an address that cannot be used, with the reason in `detail`. Plain HTTP is
    ///   refused unless it stays on this machine or `options.allowsInsecureHTTP` is set.
    public init(
        _ addresses: PortalAddresses, languages: [String] = ["en"], options: ConnectionOptions = .init(),
        secrets: ServiceSecrets = .init(), credentials: Credentials = .none,
        breaker: BreakerSettings = .init()
    ) throws(PortalError) {
        let language = languages.first ?? "en"
        let base = try BaseAddress(addresses.discovery, allowsInsecure: options.allowsInsecureHTTP)
        let accessBase = try addresses.access.map { address throws(PortalError) in
            try BaseAddress(address, allowsInsecure: options.allowsInsecureHTTP)
        }
        let client = SharedClient(options)
        let (forDiscovery, forAccess) = (CircuitBreaker(breaker), CircuitBreaker(breaker))
        func endpoint(_ base: BaseAddress, _ takesTokens: Bool, _ breaker: CircuitBreaker) -> Endpoint {
            Endpoint(
                base: base, client: client, options: options, language: language,
                credentials: takesTokens ? credentials : .none, breaker: breaker)
        }
        self.client = client
        breakers = [forDiscovery, forAccess]
        let discovery = endpoint(base, addresses.discoveryDialect.takesTokens, forDiscovery)
        let access = accessBase.map { endpoint($0, addresses.accessDialect.takesTokens, forAccess) }
        (self.discovery, self.access) = (discovery, access)
        let services = Dialects(
            addresses, languages: languages, options: options, secrets: secrets,
            memory: DialectMemory(options.catalogueMemory))
        discoveryService = services.discovery(by: Transport(discovery))
        accessService = services.access(by: access.map { Transport($0) })
    }

    /// The services of a portal that is opened when the first call needs it. Every call asks for the portal anew.
    ///
    /// - Parameters:
    ///   - memory: of the connection, so that it outlives these values.
    ///   - portal: of the same dialects.
    public static func services(
        _ addresses: PortalAddresses, languages: [String], options: ConnectionOptions, secrets: ServiceSecrets,
        memory: DialectMemory, of portal: @escaping @Sendable () async throws(PortalError) -> PortalClient
    ) -> (discovery: DiscoveryService, access: AccessService) {
        let services = Dialects(addresses, languages: languages, options: options, secrets: secrets, memory: memory)
        let discovery = Transport { () async throws(PortalError) in try await portal().discovery }
        let access = Transport { () async throws(PortalError) in
            guard let access = try await portal().access else { throw PortalError(notOffered: .requests) }
            return access
        }
        return (services.discovery(by: discovery), services.access(by: addresses.access == nil ? nil : access))
    }

    /// Seconds for which a service is left alone after failures; nil while it is not.
    public func rest(of service: PortalService) -> Int? {
        switch service {
        case .discovery: breakers.first?.rest
        case .access: breakers.last?.rest
        case .identity: nil
        }
    }

    /// Throws what `init` would throw because of this address.
    public static func check(address: String, allowsInsecureHTTP: Bool = false) throws(PortalError) {
        _ = try BaseAddress(address, allowsInsecure: allowsInsecureHTTP)
    }

    /// Closes the connections. To be awaited once, when no call is wanted any more; later calls fail with `.local`.
    public func shutdown() async {
        // There is nobody left to tell of a connection that does not close properly.
        try? await client.shutdown()
    }

    /// Lets the next calls through to services that are left alone because they failed: a person asks for something.
    public func tryAtOnce() { for breaker in breakers { breaker.tryAtOnce() } }

    /// What these dialects can do, before anything is known of the running services.
    public static func capabilities(of addresses: PortalAddresses) -> Capabilities {
        Capabilities(addresses.discoveryDialect, addresses.access == nil ? nil : addresses.accessDialect)
    }
}
