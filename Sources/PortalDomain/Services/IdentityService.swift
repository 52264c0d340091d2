/// Signing in and out at the portal's sign-in service.
public struct IdentityService: Sendable {
    /// Shows what the person needs and returns when somebody is signed in, with who it is where that is told. Ends with
    /// the task.
    public var signIn:
        @Sendable (LoginWay, _ show: @escaping @Sendable (LoginPrompt) -> Void) async throws(LoginFailure) -> Account?
    /// Takes the address at which the browser ended. Throws `.notTheAnswer`, and the login goes on.
    public var paste: @Sendable (String) async throws(LoginFailure) -> Void
    /// Revokes the tokens (RFC 7009), ends the session, forgets what was kept. Tells of each what became of it.
    public var signOut: @Sendable () async -> SignOutReport

    public init(
        signIn:
            @escaping @Sendable (LoginWay, @escaping @Sendable (LoginPrompt) -> Void) async throws(LoginFailure) ->
            Account?,
        paste: @escaping @Sendable (String) async throws(LoginFailure) -> Void,
        signOut: @escaping @Sendable () async -> SignOutReport
    ) {
        self.signIn = signIn
        self.paste = paste
        self.signOut = signOut
    }

    /// Of a portal where nobody signs in with this program.
    public static let none = IdentityService(
        signIn: { way, _ throws(LoginFailure) in throw .unsupported(way) },
        paste: { _ throws(LoginFailure) in throw .notTheAnswer(.noneUnderWay) },
        signOut: { SignOutReport() })
}
