import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

extension HTTPClient {
    /// The client that all calls go through, to services and to sign-in services: the same thread, times and trust.
    static func portal(_ options: ConnectionOptions) -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = TimeAmount(options.connectTimeout)
        // Else refused connections and failed TLS are tried again until the whole time is over.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.idleTimeout = .seconds(20)
        // How long the other side's farewell is awaited when the program ends.
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.shutdownTimeout = .seconds(1)
        configuration.tlsConfiguration = tls
        return HTTPClient(eventLoopGroupProvider: .shared(networkThread), configuration: configuration)
    }

    /// One thread for all portals, as long as the program runs: NIO's own group would start as many as a login node
    /// has cores, and one that ended with its portal would end under calls that are just being made.
    static let networkThread = MultiThreadedEventLoopGroup(numberOfThreads: 1)
}

extension TimeAmount {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
