import PortalModel

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

    /// Calls without a name.
    public static let none = Credentials(token: { () throws(PortalError) in nil })

    /// A token that came ready, from `PORTAL_TOKEN` or a pipe: nobody here can renew it.
    public static func readyToken(_ token: Secret) -> Credentials {
        Credentials(token: { () throws(PortalError) in token })
    }
}
