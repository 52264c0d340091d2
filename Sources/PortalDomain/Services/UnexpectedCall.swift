/// Stands where nobody said what a call does: it fails with its own name, so that a test that forgot one is told which.
public enum UnexpectedCall {
    /// What it fails with: `.local`, with the name of the call as what was tried.
    public static func error(_ name: String) -> PortalError {
        PortalError(.local, operation: name, detail: "The call “\(name)” was not expected.")
    }

    /// For a call that takes nothing.
    public static func named<Output>(_ name: String) -> @Sendable () async throws(PortalError) -> Output {
        { () async throws(PortalError) -> Output in throw error(name) }
    }

    /// For a call that takes one value.
    public static func named<A, Output>(_ name: String) -> @Sendable (A) async throws(PortalError) -> Output {
        { (_: A) async throws(PortalError) -> Output in throw error(name) }
    }

    /// For a call that takes two values.
    public static func named<A, B, Output>(_ name: String) -> @Sendable (A, B) async throws(PortalError) -> Output {
        { (_: A, _: B) async throws(PortalError) -> Output in throw error(name) }
    }

    /// For a call that takes three values.
    public static func named<A, B, C, Output>(_ name: String) -> @Sendable (A, B, C) async throws(PortalError) -> Output
    {
        { (_: A, _: B, _: C) async throws(PortalError) -> Output in throw error(name) }
    }
}
