import PortalModel

/// A portal of the Genomic Data Infrastructure: its discovery and its access management service over HTTP.
public struct GDIPortal: Sendable {
    public let discoveryService: DiscoveryService
    public let accessService: AccessService
    private let transport: Transport

    /// - Parameters:
    ///   - discovery: where the Dataset Discovery Service is mounted, such as `https://portal.example/discovery`.
    ///   - access: where the Access Management Service is mounted, such as `https://portal.example/daam`; nil for
    ///     browsing only.
    ///   - languages: of the user, best first; the first one is asked for.
    ///   - token: asked before each call for the access token that it carries; nil while signed out.
    /// - Throws: `PortalError.local` for an address that cannot be used, with the reason in `detail`. Plain HTTP is
    ///   refused unless it stays on this machine or `options.allowsInsecureHTTP` is set.
    public init(
        discovery: String, access: String?, languages: [String] = ["en"], options: ConnectionOptions = .init(),
        token: @escaping @Sendable () async -> String? = { nil }
    ) throws(PortalError) {
        let discoveryBase = try BaseAddress(discovery, allowsInsecure: options.allowsInsecureHTTP)
        var accessBase: BaseAddress?
        if let access { accessBase = try BaseAddress(access, allowsInsecure: options.allowsInsecureHTTP) }
        let transport = Transport(language: languages.first ?? "en", options: options, token: token)
        discoveryService = GDIDiscovery(transport: transport, base: discoveryBase).service
        accessService = accessBase.map { GDIAccess(transport: transport, base: $0).service } ?? .browsingOnly
        self.transport = transport
    }

    /// Throws what `init` would throw because of this address.
    public static func check(address: String) throws(PortalError) { _ = try BaseAddress(address) }

    /// Closes the connections. To be awaited once, when no call is wanted any more; later calls fail with `.local`.
    public func shutdown() async { await transport.shutdown() }
}
