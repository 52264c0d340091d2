import FoundationEssentials
import Logging
import PortalDomain

/// How calls to a portal are made. The defaults are for people; tests shorten the times.
public struct ConnectionOptions: Sendable {
    /// For reaching the other machine, TLS included.
    public var connectTimeout: Duration
    /// For one try of a call: token, connection, answer and its body.
    public var callTimeout: Duration
    /// After that time without an answer it is told that the call still waits.
    public var patience: Duration
    /// In bytes. A larger answer is refused while it comes in.
    public var largestAnswer: Int
    /// Lets plain HTTP leave this machine. Tokens can then be read on the way.
    public var allowsInsecureHTTP: Bool
    /// A file of certificate authorities (PEM) that are trusted besides the machine's own.
    public var caFile: String?
    /// Those of the machine.
    public var authorities: CertificateAuthorities
    /// Which requests go by which proxy.
    public var proxies: ProxySettings
    /// Names each call for the logs of both sides (`X-Request-ID`).
    public var requestID: @Sendable () -> String
    /// When safe calls are made again.
    public var retry: RetryPolicy
    /// Told when a call begins to wait before its next try. From any thread.
    public var onWait: @Sendable (CallWait) -> Void
    /// Told what the person should know although the call goes on. Each is said once. From any thread.
    public var onNote: @Sendable (Reason) -> Void
    /// Told what is counted of calls. From any thread.
    public var onCall: @Sendable (CallTally) -> Void = { _ in }
    /// What a catalogue says of itself is not asked for by every run of the program.
    public var catalogueMemory: CatalogueMemory
    /// Gets failed calls: never bodies, tokens or addresses of people.
    public var logger: Logger

    public init(
        connectTimeout: Duration = .seconds(5), callTimeout: Duration = .seconds(30),
        patience: Duration = .seconds(5),
        largestAnswer: Int = 32 * 1024 * 1024, allowsInsecureHTTP: Bool = false, caFile: String? = nil,
        authorities: CertificateAuthorities = CertificateAuthorities(environment: [:]), proxies: ProxySettings = .none,
        requestID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() },
        retry: RetryPolicy = RetryPolicy(), onWait: @escaping @Sendable (CallWait) -> Void = { _ in },
        onNote: @escaping @Sendable (Reason) -> Void = { _ in }, catalogueMemory: CatalogueMemory = .none,
        logger: Logger = Logger(label: "portal.services") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.connectTimeout = connectTimeout
        self.callTimeout = callTimeout
        self.patience = patience
        self.largestAnswer = largestAnswer
        self.allowsInsecureHTTP = allowsInsecureHTTP
        self.caFile = caFile
        self.authorities = authorities
        self.proxies = proxies
        self.requestID = requestID
        self.retry = retry
        self.onWait = onWait
        self.onNote = onNote
        self.catalogueMemory = catalogueMemory
        self.logger = logger
    }
}
