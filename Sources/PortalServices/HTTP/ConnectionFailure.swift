import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import PortalDomain

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why an answer was not taken although it came.
enum RefusedAnswer: Error, Hashable {
    case tooLarge(limit: Int)
    /// The other origin; nil where it cannot be told.
    case redirectElsewhere(String?)
    /// The other origin, which lets nobody pass who does not sign in there.
    case redirectToSignIn(String?)
    case redirectOfChange
    case tooManyRedirects
    case unknownEncoding(String)

    var reason: ConnectionReason {
        switch self {
        case .tooLarge(let limit): .tooLarge(megabytes: limit / (1024 * 1024))
        case .redirectElsewhere(let origin): .redirectElsewhere(origin: origin)
        case .redirectToSignIn(let origin): .redirectToSignIn(origin: origin)
        case .redirectOfChange: .redirectOfChange
        case .unknownEncoding(let name): .unknownEncoding(String(name.prefix(40)))
        case .tooManyRedirects: .tooManyRedirects
        }
    }
}

/// No way through a proxy: nothing is known of the service behind it.
struct ProxyFailure: Error {
    var host: String
    var port: Int
    var reason: any Error
}

extension PortalError {
    /// A call that got no answer, or none that was taken.
    init(
        connectionFailure error: any Error, to service: CalledService = .portal, options: ConnectionOptions,
        operation: String, requestID: String
    ) {
        let (kind, reason) = ConnectionFailure(service: service, options: options).reason(error)
        self.init(kind, operation: operation, because: reason, requestID: requestID)
    }
}

/// Finds out what went wrong on the way to a service.
private struct ConnectionFailure {
    let service: CalledService
    let options: ConnectionOptions

    typealias Kind = PortalError.Kind

    func reason(_ error: any Error) -> (Kind, Reason?) {
        switch error {
        case let error as HTTPClientError: return reason(error)
        case is CancellationError: return (.cancelled, nil)
        default:
            let (kind, reason) = ofConnection(error)
            return (kind, reason.map(Reason.connection))
        }
    }

    private func ofConnection(_ error: any Error) -> (Kind, ConnectionReason?) {
        switch error {
        case let proxy as ProxyFailure:
            (.offline, .proxy(host: proxy.host, port: proxy.port, Self.refusal(of: proxy.reason)))
        case let refused as RefusedAnswer: (.unreadableAnswer, refused.reason)
        case let error as NIOConnectionError: (.offline, reason(error))
        case let error as ChannelError:
            if case .connectTimeout = error {
                (.timedOut(seconds: options.connectTimeout.wholeSeconds), nil)
            } else {
                (.offline, .lost)
            }
        case let error as IOError: (.offline, reason(errno: error.errnoCode))
        case is HTTPParserError: (.unreadableAnswer, .brokeOffOrNotHTTP)
        case let none as NoAuthorities: (.local, none.reason)
        case let problem as CertificateProblem: (.offline, problem.reason)
        case is NIOSSLError, is NIOSSLExtraError: (.offline, reason(tls: error))
        case NIOHTTPDecompression.DecompressionError.limit:
            (.unreadableAnswer, RefusedAnswer.tooLarge(limit: options.largestAnswer).reason)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            (.unreadableAnswer, .cannotUnpack)
        default: (.offline, nil)
        }
    }

    private func reason(_ error: HTTPClientError) -> (Kind, Reason?) {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout:
            (.timedOut(seconds: options.connectTimeout.wholeSeconds), nil)
        case .deadlineExceeded, .readTimeout, .writeTimeout, .getConnectionFromPoolTimeout:
            (.timedOut(seconds: options.callTimeout.wholeSeconds), nil)
        // Nobody here cancelled: the connection was just being closed when the call came to it.
        case .cancelled, .requestStreamCancelled: (.offline, .connection(.lost))
        case .remoteConnectionClosed: (.offline, .connection(.closedWithoutAnswer(service)))
        case .uncleanShutdown: (.unreadableAnswer, .connection(.brokeOff))
        case .alreadyShutdown: (.local, .connection(.programEnding))
        // Before or after the call arrived: nobody can tell, so it counts as one that may have.
        default: (.unreadableAnswer, .words(error.shortDescription))
        }
    }

    private func reason(_ error: NIOConnectionError) -> ConnectionReason? {
        if error.dnsAError != nil || error.dnsAAAAError != nil, error.connectionErrors.isEmpty {
            return .noSuchMachine(error.host)
        }
        let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
        return codes.first.flatMap { reason(errno: $0) }
    }

    private func reason(tls error: any Error) -> ConnectionReason {
        let name = "\(error)"
        func says(_ codes: String...) -> Bool { codes.contains { name.contains($0) } }
        // BoringSSL's names; what else it says is for its authors.
        if says("CERTIFICATE_VERIFY_FAILED") { return .notTrusted(service) }
        if says("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL") { return .notTLS }
        if says(
            "HANDSHAKE_FAILURE", "UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION", "NO_SHARED_CIPHER", "INSUFFICIENT_SECURITY"
        ) {
            return .noCommonWay(service)
        }
        if says("eofDuringHandshake", "uncleanShutdown", "EOF") { return .brokeOffHandshake(service) }
        return .otherThanTLS(service)
    }

    private func reason(errno code: CInt) -> ConnectionReason? {
        switch code {
        case ECONNREFUSED: .nothingListens(service)
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN: .noWay(service)
        case ECONNRESET, EPIPE: .lost
        default: nil
        }
    }

    /// Why the proxy itself was not reached, or what it said.
    private static func refusal(of error: any Error) -> ConnectionReason.ProxyRefusal {
        switch error {
        case let error as NIOConnectionError:
            let code = error.connectionErrors.lazy.compactMap { ($0.error as? IOError)?.errnoCode }.first
            return code.map { .system(String(cString: strerror($0)).lowercased()) } ?? .noSuchMachine
        case let error as HTTPClientError where error == .proxyAuthenticationRequired: return .wantsPassword
        default: return .noConnection
        }
    }
}

extension FailedTry.Prospect {
    /// What is refused, cancelled or not trusted stays so; what broke on the way may not.
    init(after error: any Error) {
        self =
            switch error {
            case let proxy as ProxyFailure: Self(after: proxy.reason)
            case is RefusedAnswer, is CancellationError, is CertificateProblem, is NIOSSLError, is NIOSSLExtraError:
                .lasts
            case let error as HTTPClientError:
                switch error {
                case .remoteConnectionClosed, .cancelled: .staleConnection
                case .connectTimeout, .tlsHandshakeTimeout, .deadlineExceeded, .readTimeout, .writeTimeout,
                    .getConnectionFromPoolTimeout, .uncleanShutdown:
                    .mayPass
                default: .lasts
                }
            // A name that is not known is more often mistyped than lost.
            case let error as NIOConnectionError:
                error.connectionErrors.isEmpty && (error.dnsAError ?? error.dnsAAAAError) != nil ? .lasts : .mayPass
            case let error as IOError where [ECONNRESET, EPIPE].contains(error.errnoCode): .staleConnection
            case is ChannelError, is IOError: .mayPass
            // The connection was cut in the middle of the answer.
            case HTTPParserError.invalidEOFState: .mayPass
            default: .lasts
            }
    }
}

extension Duration {
    /// At least 1, so that no message speaks of 0 s.
    fileprivate var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) + (attoseconds >= 500_000_000_000_000_000 ? 1 : 0))
    }
}
