import PortalDomain

/// What calls carry to show who makes them, and what is done when a service does not take it.
public struct Credentials: Sendable {
    /// Asked before each call; nil while signed out, when calls are made without a name.
    public var token: @Sendable () async throws(PortalError) -> Secret?
    /// Asked once when a service answered 401 to a call with this token: another one, or nil when there is none.
    public var replacement: @Sendable (_ refused: Secret) async throws(PortalError) -> Secret?

    public init(
        token: @escaping @Sendable () async throws(PortalError) -> Secret?,
        replacement: @escaping @Sendable (_ refused: Secret) async throws(PortalError) -> Secret? = { _ in nil }
    ) {
        self.token = token
        self.replacement = replacement
    }

    /// The token if it comes at once; nil for everything else.
    func token(within limit: Duration) async -> Secret? {
        let (first, arrive) = AsyncStream.makeStream(of: Secret?.self)
        // A renewal goes on to its end, whoever waits for it.
        Task { [token] in arrive.yield((try? await token()) ?? nil) }
        let alarm = Task {
            try? await NetworkPause.sleep(for: limit)
            arrive.yield(nil)
        }
        defer { alarm.cancel() }
        return await first.first { _ in true } ?? nil
    }

    /// Calls without a name.
    public static let none = Credentials(token: { () throws(PortalError) in nil })

    /// A token that came ready: nobody here can renew it.
    ///
    /// - Parameter source: where it came from, such as `PORTAL_TOKEN`; named when a service refuses it.
    public static func readyToken(_ token: Secret, from source: String? = nil) -> Credentials {
        Credentials(
            token: { () throws(PortalError) in token },
            replacement: { _ throws(PortalError) in
                guard let source else { return nil }
                throw PortalError(
                    .signedOut, operation: "signing in", because: .tokens(.notAccepted(source: source)))
            })
    }
}
