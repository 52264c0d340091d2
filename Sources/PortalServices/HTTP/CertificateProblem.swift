import FoundationEssentials
import NIOCore
import NIOPosix
import NIOSSL
import PortalDomain
import Synchronization

/// Why a service's certificate is not taken: the TLS library says no more than that it is not.
enum CertificateProblem: Error, Hashable {
    /// The last day, as `2026-11-20` (UTC).
    case ended(on: String)
    case notYetValid(from: String)
    case otherName(than: String)
    case unknownAuthority

    var reason: ConnectionReason {
        switch self {
        case .ended(let day): .certificateEnded(day: day)
        case .notYetValid(let day): .certificateNotYetValid(day: day)
        case .otherName(let host): .certificateOfOther(host: host)
        case .unknownAuthority: .unknownAuthority
        }
    }

    /// - Parameters:
    ///   - error: with which a call ended.
    ///   - address: of the call.
    ///   - patience: how long the service may take to show its certificate once more.
    /// - Returns: nil when the certificate was not the problem.
    init?(behind error: any Error, at address: String, patience: TimeAmount) async {
        guard let url = URL(string: address), let host = url.host(),
            "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
        else { return nil }
        // Of a chain any link may have ended.
        let shown = await Validity.shown(by: NamedService(host), port: url.port ?? 443, patience: patience)
        self = shown.lazy.compactMap { $0.problem(at: Date()) }.first ?? .unknownAuthority
    }
}

/// When a certificate is valid.
private struct Validity: Sendable {
    var first: Date
    var last: Date

    init(_ certificate: NIOSSLCertificate) {
        first = Date(timeIntervalSince1970: Double(certificate.notValidBefore))
        last = Date(timeIntervalSince1970: Double(certificate.notValidAfter))
    }

    func problem(at now: Date) -> CertificateProblem? {
        if now > last { return .ended(on: Self.day(last)) }
        return now < first ? .notYetValid(from: Self.day(first)) : nil
    }

    private static func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }

    /// Looks at the service's certificate and hangs up: no connection comes about, nothing is sent.
    static func shown(by service: NamedService, port: Int, patience: TimeAmount) async -> [Validity] {
        let seen = Seen()
        let bootstrap = ClientBootstrap(group: SharedClient.networkThread).connectTimeout(patience)
            .channelInitializer { channel in
                let look: NIOSSLCustomVerificationCallback = { certificates, verdict in
                    seen.validities.withLock { $0 = certificates.map(Validity.init) }
                    verdict.succeed(.failed)
                }
                return channel.eventLoop.makeCompletedFuture {
                    let context = try NIOSSLContext(configuration: .makeClientConfiguration())
                    let handler = try NIOSSLClientHandler(
                        context: context, serverHostname: service.serverName, customVerificationCallback: look)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
        guard let channel = try? await bootstrap.connect(host: Loopback.resolved(service.host), port: port).get()
        else { return [] }
        let hangingUp = channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        try? await channel.closeFuture.get()
        hangingUp.cancel()
        return seen.validities.withLock { $0 }
    }

    private final class Seen: Sendable {
        let validities = Mutex<[Validity]>([])
    }
}
