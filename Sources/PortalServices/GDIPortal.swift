import PortalModel

/// A portal of the Genomic Data Infrastructure: its discovery and its access management service over HTTP.
public struct GDIPortal: Sendable {
    public let discoveryService: DiscoveryService
    public let accessService: AccessService
    private let transport: Transport

    /// - Parameters:
    ///   - discovery: where the Dataset Discovery Service is mounted, such as `https://portal.example/discovery`.
    ///   - access: where the Access Management Service is mounted, such as `https://portal.example/daam`.
    ///   - languages: of the user, best first; the first one is asked for.
    ///   - credentials: what calls carry.
    /// - Throws: `PortalError.local` for an address that cannot be used, with the reason in `detail`. Plain HTTP is
    ///   refused unless it stays on this machine or `options.allowsInsecureHTTP` is set.
    public init(
        discovery: String, access: String, languages: [String] = ["en"], options: ConnectionOptions = .init(),
        credentials: Credentials = .none
    ) throws(PortalError) {
        let discoveryBase = try BaseAddress(discovery, allowsInsecure: options.allowsInsecureHTTP)
        let accessBase = try BaseAddress(access, allowsInsecure: options.allowsInsecureHTTP)
        transport = Transport(language: languages.first ?? "en", options: options, credentials: credentials)
        discoveryService = GDIDiscovery(transport: transport, base: discoveryBase).service
        accessService = GDIAccess(transport: transport, base: accessBase).service
    }

    /// Closes the connections. To be awaited once, when no call is wanted any more; later calls fail with `.local`.
    public func shutdown() async { await transport.shutdown() }
}
