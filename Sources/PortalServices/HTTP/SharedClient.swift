import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// What all calls go through, to services and to sign-in services: the same thread, times, trust and proxies.
struct SharedClient: Sendable {
    private let direct: HTTPClient
    private let loopback: LoopbackClients
    private let proxied: [ProxySettings.Server: HTTPClient]
    private let proxies: ProxySettings
    private let lookTimeout: TimeAmount
    /// Why no service can be trusted at all.
    private let untrusting: NoAuthorities?

    init(_ options: ConnectionOptions) {
        proxies = options.proxies
        lookTimeout = TimeAmount(options.connectTimeout)
        untrusting = options.caFile == nil ? options.authorities.problem.map(NoAuthorities.init) : nil
        loopback = LoopbackClients { host, address in
            var configuration = HTTPClient.Configuration.portal(options, proxy: nil)
            configuration.dnsOverride = [host: address]
            return HTTPClient(eventLoopGroupProvider: .shared(Self.networkThread), configuration: configuration)
        }
        direct = HTTPClient(
            eventLoopGroupProvider: .shared(Self.networkThread), configuration: .portal(options, proxy: nil))
        let servers = Set([proxies.secure, proxies.plain].compactMap(\.self))
        proxied = Dictionary(
            uniqueKeysWithValues: servers.map { server in
                (
                    server,
                    HTTPClient(
                        eventLoopGroupProvider: .shared(Self.networkThread),
                        configuration: .portal(options, proxy: server.configuration))
                )
            })
    }

    func execute(_ request: HTTPClientRequest, timeout: TimeAmount) async throws -> HTTPClientResponse {
        let url = URL(string: request.url)
        if let untrusting, url?.scheme?.lowercased() == "https" { throw untrusting }
        let server = proxies.server(for: request.url)
        let client = server.flatMap { proxied[$0] } ?? direct
        do {
            if server == nil, let host = url?.host(),
                let answer = try await loopback.execute(request, for: host, timeout: timeout)
            {
                return answer
            }
            return try await client.execute(request, timeout: timeout)
        } catch let error where server != nil && Self.isOfProxy(error) {
            throw ProxyFailure(host: server?.host ?? "", port: server?.port ?? 0, reason: error)
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

    func shutdown() async throws {
        for client in proxied.values { try await client.shutdown() }
        try await loopback.shutdown()
        try await direct.shutdown()
    }

    /// One thread for all portals, as long as the program runs: NIO's own group would start as many as a login node
    /// has cores, and one that ended with its portal would end under calls that are just being made.
    static let networkThread = MultiThreadedEventLoopGroup(numberOfThreads: 1)
}

extension HTTPClient.Configuration {
    fileprivate static func portal(_ options: ConnectionOptions, proxy: Proxy?) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.proxy = proxy
        configuration.timeout.connect = TimeAmount(options.connectTimeout)
        // Else refused connections and failed TLS are tried again until the whole time is over.
        configuration.connectionPool.retryConnectionEstablishment = false
        // The limit holds for what comes out of it: a small answer can be made to grow without end.
        configuration.decompression = .enabled(limit: .size(options.largestAnswer))
        configuration.connectionPool.idleTimeout = .seconds(20)
        configuration.tlsConfiguration = options.tls
        configuration.http1_1ConnectionDebugInitializer = AnswerOrder.guarding
        configuration.http2StreamChannelDebugInitializer = AnswerOrder.guarding
        return configuration
    }
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
