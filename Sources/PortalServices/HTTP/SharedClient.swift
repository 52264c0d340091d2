import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOPosix
import NIOSSL

/// What all calls go through, to services and to sign-in services: the same thread, times, trust and proxies.
struct SharedClient: Sendable {
    private let clients: HostClients
    private let proxies: ProxySettings
    private let lookTimeout: TimeAmount
    /// Why no service can be trusted at all.
    private let untrusting: NoAuthorities?

    init(_ options: ConnectionOptions) {
        proxies = options.proxies
        lookTimeout = TimeAmount(options.connectTimeout)
        untrusting = options.caFile == nil ? options.authorities.problem.map(NoAuthorities.init) : nil
        clients = HostClients(options)
    }

    func execute(_ request: HTTPClientRequest, timeout: TimeAmount) async throws -> HTTPClientResponse {
        let url = URL(string: request.url)
        let isSecure = url?.scheme?.lowercased() == "https"
        if let untrusting, isSecure { throw untrusting }
        let server = proxies.server(for: request.url)
        let target = HostClients.Target(
            host: url?.host(percentEncoded: false) ?? "", isSecure: isSecure, proxy: server)
        do {
            return try await clients.execute(request, to: target, timeout: timeout)
        } catch let error where server != nil && Self.isOfProxy(error) {
            throw ProxyFailure(host: server?.host ?? "", port: server?.port ?? 0, reason: error)
        } catch let error as NIOSSLExtraError where error == .failedToValidateHostname {
            throw CertificateProblem.otherName(than: url?.host() ?? "")
        } catch  where server == nil {
            // Through a proxy the certificate could not be looked at in the same way.
            if let problem = await CertificateProblem(behind: error, at: request.url, patience: lookTimeout) {
                throw problem
            }
            throw error
        }
    }

    /// Whether it failed before anything was said to the service.
    private static func isOfProxy(_ error: any Error) -> Bool {
        switch error {
        case is NIOConnectionError: true
        case let error as HTTPClientError: error == .proxyAuthenticationRequired || error == .invalidProxyResponse
        default: false
        }
    }

    func shutdown() async throws { try await clients.shutdown() }

    /// One thread for all portals, as long as the program runs: NIO's own group would start as many as a login node
    /// has cores, and one that ended with its portal would end under calls that are just being made.
    static let networkThread = MultiThreadedEventLoopGroup(numberOfThreads: 1)
}

extension ConnectionOptions {
    /// For every connection that is encrypted.
    var tls: TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        // How long the other side's farewell is awaited when the program ends.
        tls.shutdownTimeout = .seconds(1)
        // Older ones are not to be used any more (RFC 8996), and tokens go through here.
        tls.minimumTLSVersion = .tlsv12
        authorities.configure(&tls, besides: caFile)
        return tls
    }
}

extension TimeAmount {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
