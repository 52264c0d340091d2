import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A client for each host that is called encrypted, which knows whom certificates have to name, one for all others, and
/// one for each name of this machine, which asks nobody where that is. Each is made when it is first needed.
final class HostClients: Sendable {
    /// What a call goes to.
    struct Target: Sendable {
        /// Without brackets.
        var host: String
        var isSecure: Bool
        var proxy: ProxySettings.Server?
    }

    /// What one client is for.
    private struct Place: Hashable {
        /// Nil for whatever is not encrypted.
        var service: NamedService?
        var proxy: ProxySettings.Server?
        /// A name of this machine, which stays the one that the service is told, and what it stands for.
        var name: String?
        var address: String?
    }

    private struct State {
        var clients: [Place: HTTPClient] = [:]
        /// Read once: some machines keep authorities in a hundred files.
        var tls: TLSConfiguration?
        var isShutDown = false
    }

    private let options: ConnectionOptions
    private let state = Mutex(State())

    init(_ options: ConnectionOptions) { self.options = options }

    func execute(
        _ request: HTTPClientRequest, to target: Target, timeout: TimeAmount
    ) async throws -> HTTPClientResponse {
        var place = Place(service: target.isSecure ? NamedService(target.host) : nil, proxy: target.proxy)
        guard target.proxy == nil, Loopback.isName(target.host) else {
            return try await client(for: place).execute(request, timeout: timeout)
        }
        var refusal: (any Error)?
        for address in Loopback.addresses {
            (place.name, place.address) = (target.host, address)
            do {
                return try await client(for: place).execute(request, timeout: timeout)
            } catch let error where Self.isUnreachable(error) {
                // Nothing was sent. What the first address says is what matters: many machines have no second.
                refusal = refusal ?? error
            }
        }
        throw refusal ?? HTTPClientError.emptyHost
    }

    private func client(for place: Place) throws -> HTTPClient {
        try state.withLock { state in
            if let known = state.clients[place] { return known }
            guard !state.isShutDown else { throw HTTPClientError.alreadyShutdown }
            let client = HTTPClient(
                eventLoopGroupProvider: .shared(SharedClient.networkThread), configuration: configuration(place, &state)
            )
            state.clients[place] = client
            return client
        }
    }

    private func configuration(_ place: Place, _ state: inout State) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.proxy = place.proxy?.configuration
        configuration.timeout.connect = TimeAmount(options.connectTimeout)
        // Else refused connections and failed TLS are tried again until the whole time is over.
        configuration.connectionPool.retryConnectionEstablishment = false
        // The limit holds for what comes out of it: a small answer can be made to grow without end.
        configuration.decompression = .enabled(limit: .size(options.largestAnswer))
        configuration.connectionPool.idleTimeout = .seconds(20)
        if let name = place.name, let address = place.address { configuration.dnsOverride = [name: address] }
        configuration.http1_1ConnectionDebugInitializer = AnswerOrder.guarding
        configuration.http2StreamChannelDebugInitializer = AnswerOrder.guarding
        guard let service = place.service else { return configuration }
        let tls = state.tls ?? options.tls
        state.tls = tls
        configuration.tlsConfiguration = service.trust(tls, isTunnelled: place.proxy != nil)
        configuration.http1_1ConnectionDebugInitializer = { channel in
            service.admitted(channel).flatMap { AnswerOrder.guarding(channel) }
        }
        configuration.http2ConnectionDebugInitializer = service.admitted
        return configuration
    }

    private static func isUnreachable(_ error: any Error) -> Bool {
        let codes =
            switch error {
            case let error as IOError: [error.errnoCode]
            case let error as NIOConnectionError:
                error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
            default: [CInt]()
            }
        return codes.contains { [ECONNREFUSED, EADDRNOTAVAIL, ENETUNREACH, EAFNOSUPPORT].contains($0) }
    }

    func shutdown() async throws {
        let clients = state.withLock { state in
            state.isShutDown = true
            return Array(state.clients.values)
        }
        for client in clients { try await client.shutdown() }
    }
}
