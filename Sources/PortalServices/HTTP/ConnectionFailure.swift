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
    /// The other origin.
    case redirectElsewhere(String)
    case redirectOfChange
    case tooManyRedirects
    case unknownEncoding(String)

    var explanation: String {
        switch self {
        case .tooLarge(let limit): "The answer is larger than \(limit / (1024 * 1024)) MB and was refused."
        case .redirectElsewhere(let origin):
            "The portal sends on to \(origin), which was not followed. If you trust it, use that address."
        case .redirectOfChange: "The portal sends on to another address, which was not followed."
        case .unknownEncoding(let name): "The answer is packed in a way that was not asked for (\(name.prefix(40)))."
        case .tooManyRedirects: "The portal sends from address to address without end."
        }
    }
}

/// Who was called, as it is named in what is said of it.
enum CalledService: String {
    case portal = "portal"
    case signIn = "sign-in service"
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
        let (kind, detail) = ConnectionFailure(service: service, options: options).reason(error)
        self.init(kind, operation: operation, detail: detail, requestID: requestID)
    }
}

/// Puts into words what went wrong on the way to a service.
private struct ConnectionFailure {
    let service: CalledService
    let options: ConnectionOptions

    typealias Kind = PortalError.Kind

    func reason(_ error: any Error) -> (Kind, String?) {
        switch error {
        case let proxy as ProxyFailure:
            (
                .offline,
                "The proxy \(proxy.host):\(proxy.port) did not let it through: \(Self.words(of: proxy.reason)). Look at "
                    + "HTTPS_PROXY, HTTP_PROXY and NO_PROXY."
            )
        case is CancellationError: (.cancelled, nil)
        case let refused as RefusedAnswer: (.unreadableAnswer, refused.explanation)
        case let error as HTTPClientError: reason(error)
        case let error as NIOConnectionError: (.offline, reason(error))
        case let error as ChannelError:
            if case .connectTimeout = error {
                (.timedOut(seconds: options.connectTimeout.wholeSeconds), nil)
            } else {
                (.offline, "The connection was lost.")
            }
        case let error as IOError: (.offline, words(errno: error.errnoCode))
        case is HTTPParserError: (.unreadableAnswer, "The answer broke off or is not HTTP.")
        case let none as NoAuthorities: (.local, none.explanation)
        case let problem as CertificateProblem: (.offline, problem.explanation)
        case is NIOSSLError, is NIOSSLExtraError: (.offline, words(tls: error))
        case NIOHTTPDecompression.DecompressionError.limit:
            (.unreadableAnswer, RefusedAnswer.tooLarge(limit: options.largestAnswer).explanation)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            (.unreadableAnswer, "The answer is said to be compressed, and cannot be unpacked.")
        default: (.offline, nil)
        }
    }

    private func reason(_ error: HTTPClientError) -> (Kind, String?) {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout:
            (.timedOut(seconds: options.connectTimeout.wholeSeconds), nil)
        case .deadlineExceeded, .readTimeout, .writeTimeout, .getConnectionFromPoolTimeout:
            (.timedOut(seconds: options.callTimeout.wholeSeconds), nil)
        // Nobody here cancelled: the connection was just being closed when the call came to it.
        case .cancelled, .requestStreamCancelled: (.offline, "The connection was lost.")
        case .remoteConnectionClosed: (.offline, "The \(service.rawValue) closed the connection without an answer.")
        case .uncleanShutdown: (.unreadableAnswer, "The answer broke off.")
        case .alreadyShutdown: (.local, "The program is ending.")
        // Before or after the call arrived: nobody can tell, so it counts as one that may have.
        default: (.unreadableAnswer, error.shortDescription)
        }
    }

    private func reason(_ error: NIOConnectionError) -> String? {
        if error.dnsAError != nil || error.dnsAAAAError != nil, error.connectionErrors.isEmpty {
            return "There is no machine named \(error.host)."
        }
        let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
        return codes.first.flatMap { words(errno: $0) }
    }

    private func words(tls error: any Error) -> String {
        let name = "\(error)"
        func says(_ codes: String...) -> Bool { codes.contains { name.contains($0) } }
        // BoringSSL's names; what else it says is for its authors.
        if says("CERTIFICATE_VERIFY_FAILED") {
            return "This machine does not trust the \(service.rawValue)'s certificate."
        }
        if says("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL") {
            return "What listens there does not speak TLS: is it an http:// address?"
        }
        if says(
            "HANDSHAKE_FAILURE", "UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION", "NO_SHARED_CIPHER", "INSUFFICIENT_SECURITY"
        ) {
            return
                "No secure connection came about: the \(service.rawValue) and this program know no common way to make one."
        }
        if says("eofDuringHandshake", "uncleanShutdown", "EOF") {
            return "The \(service.rawValue) broke off while the secure connection was being made."
        }
        return
            "A secure connection could not be made; the \(service.rawValue) answers with something else than TLS expects."
    }

    private func words(errno code: CInt) -> String? {
        switch code {
        case ECONNREFUSED: "Nothing listens at the \(service.rawValue)'s address (connection refused)."
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN: "There is no way to the \(service.rawValue) in this network."
        case ECONNRESET, EPIPE: "The connection was lost."
        default: nil
        }
    }

    /// Why the proxy itself was not reached, or what it said.
    private static func words(of error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            let code = error.connectionErrors.lazy.compactMap { ($0.error as? IOError)?.errnoCode }.first
            if let code { return String(cString: strerror(code)).lowercased() }
            return "there is no machine of that name"
        case let error as HTTPClientError where error == .proxyAuthenticationRequired:
            return "it wants a user name and a password"
        default: return "it gave no connection"
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
