import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOSSL
import PortalDomain
import PortalVersion
import SocketIO

/// The network of this program, as the client of Socket.IO needs it: the same thread, trust and proxies as of calls.
extension RequestChannel {
    private var path: String { base.prefix + Self.mount + "/" }

    func place() -> SocketIOPlace {
        let url = URL(string: base.origin)
        let host = (url?.host() ?? "").filter { $0 != "[" && $0 != "]" }
        let isSecure = url?.scheme == "https"
        // Who stands in between, and whom nothing vouches for, is dealt with where calls are made.
        let port = url?.port ?? (isSecure ? 443 : 80)
        let proxy = options.proxies.server(for: base.origin)
        let tunnel = proxy.flatMap { $0.tunnel(to: host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)") }
        let isTrusted = !isSecure || options.caFile != nil || options.authorities.problem == nil
        let service = NamedService(host)
        let tls =
            isSecure && isTrusted
            ? try? NIOSSLContext(configuration: service.trust(options.tls, isTunnelled: tunnel != nil)) : nil
        return SocketIOPlace(
            host: String(base.origin.drop { $0 != "/" }.dropFirst(2)),
            addresses: Loopback.isName(host) ? Loopback.addresses : [host], port: port,
            path: path, headers: [("User-Agent", PortalVersion.userAgent)],
            secure: tls.map { Self.securing($0, service) }, tunnel: tunnel,
            triesWebSocket: (proxy == nil || tunnel != nil) && (!isSecure || tls != nil))
    }

    private static func securing(_ tls: NIOSSLContext, _ service: NamedService)
        -> @Sendable (any Channel) throws -> Void
    {
        { channel in try channel.pipeline.syncOperations.addHandler(service.securing(tls)) }
    }

    func network(_ client: SharedClient) -> SocketIONetwork {
        SocketIONetwork(
            group: SharedClient.networkThread,
            ask: { question in try await ask(question, client) },
            pause: { try await NetworkPause.sleep(for: $0) })
    }

    private func ask(_ question: SocketIOQuestion, _ client: SharedClient) async throws -> SocketIOReply {
        var request = HTTPClientRequest(url: base.origin + path + question.query)
        request.headers = ["User-Agent": PortalVersion.userAgent, "Accept": "*/*"]
        if let body = question.body {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "text/plain;charset=UTF-8")
            request.body = .bytes(body)
        }
        let response = try await client.execute(request, timeout: TimeAmount(question.limit))
        var body: [UInt8] = []
        for try await chunk in response.body {
            body.append(contentsOf: chunk.readableBytesView)
            if body.count > Self.largestBody { throw SocketIOFault.tooLarge }
        }
        // A cancelled body ends as if it were complete.
        try Task.checkCancellation()
        return SocketIOReply(status: Int(response.status.code), body: body)
    }

    private static let largestBody = SocketIOBounds().bytes

    /// In the words of calls that fail.
    func reason(_ fault: SocketIOFault) -> PortalError {
        switch fault {
        case .refused(let refusal):
            let words = refusal.message.isBlank ? nil : Reason.words(refusal.message)
            return PortalError(.forbidden, operation: Self.operation, because: words)
        case .dismissed, .broken: return PortalError(.offline, operation: Self.operation)
        case .silent: return PortalError(.timedOut(seconds: Self.greeting), operation: Self.operation)
        case .answered(let status):
            let kind: PortalError.Kind = status >= 500 ? .serverFault(status: status) : .refused(status: status)
            return PortalError(kind, operation: Self.operation, because: .answer(.status(status)))
        case .notUnderstood, .tooLarge:
            return PortalError(.unreadableAnswer, operation: Self.operation, because: .answer(.anotherShape))
        case .cancelled: return PortalError(.cancelled, operation: Self.operation)
        case .failed(let error):
            return PortalError(connectionFailure: error, options: options, operation: Self.operation, requestID: "")
        }
    }

    private static let greeting = Int(SocketIOBounds().greeting.components.seconds)
}
