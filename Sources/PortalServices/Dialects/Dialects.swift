import PortalDomain

/// What was learnt of a portal's services while it is used.
public struct DialectMemory: Sendable {
    let discovery = FeatureMemory()
    let access = FeatureMemory()
    let character: CKANCharacter
    let point = FDPMemory()

    public init(_ catalogue: CatalogueMemory) { character = CKANCharacter(catalogue) }
}

/// The one place where a dialect leads to the calls in it.
struct Dialects {
    let addresses: PortalAddresses
    let languages: [String]
    let options: ConnectionOptions
    let secrets: ServiceSecrets
    let memory: DialectMemory

    init(
        _ addresses: PortalAddresses, languages: [String], options: ConnectionOptions, secrets: ServiceSecrets,
        memory: DialectMemory
    ) {
        self.addresses = addresses
        self.languages = languages
        self.options = options
        self.secrets = secrets
        self.memory = memory
    }

    func discovery(by transport: Transport) -> DiscoveryService {
        switch addresses.discoveryDialect {
        case .gdi: GDIDiscovery(transport: transport, memory: memory.discovery).service
        case .guide: GuideDiscovery(transport: transport, memory: memory.discovery).service
        case .ckan:
            CKANDiscovery(
                transport: transport,
                base: try? BaseAddress(addresses.discovery, allowsInsecure: options.allowsInsecureHTTP),
                languages: languages, token: secrets.ckanToken, memory: memory.discovery, character: memory.character,
                note: options.onNote
            ).service
        case .rems: REMSDiscovery(caller: rems(by: transport), languages: languages).service
        case .fdp: point(by: transport)
        }
    }

    /// - Parameter transport: nil for a catalogue that takes no requests.
    func access(by transport: Transport?) -> AccessService {
        guard let transport else { return .browsingOnly(Capabilities.withoutAccess(addresses.discoveryDialect)) }
        let naming: REMSNaming = addresses.discoveryDialect == .rems ? .catalogueItem : .resource
        return switch addresses.accessDialect {
        case .gdi: GDIAccess(transport: transport, memory: memory.access).service
        case .guide: GuideAccess(transport: transport).service
        case .rems: REMSAccess(caller: rems(by: transport), naming: naming, memory: memory.access).service
        }
    }

    /// An address that cannot be used is told by the first call, before anything is asked.
    private func point(by transport: Transport) -> DiscoveryService {
        guard let base = try? BaseAddress(addresses.discovery, allowsInsecure: options.allowsInsecureHTTP) else {
            return DiscoveryService { _ in }
        }
        return FDPDiscovery(
            transport: transport, place: FDPPlace(base: base), languages: languages, memory: memory.point
        ).service
    }

    private func rems(by transport: Transport) -> REMSCaller {
        REMSCaller(transport: transport, key: secrets.remsKey, user: secrets.remsUser)
    }
}

extension DiscoveryDialect {
    /// Whether its services know bearer tokens. No other service ever sees them.
    var takesTokens: Bool {
        switch self {
        case .gdi, .guide: true
        case .ckan, .rems, .fdp: false
        }
    }
}

extension AccessDialect {
    /// Whether its services know bearer tokens. No other service ever sees them.
    var takesTokens: Bool {
        switch self {
        case .gdi, .guide: true
        case .rems: false
        }
    }
}
