/// Stands where nobody said what a call does: it fails with its own name, so that a test that forgot one is told which.
public enum UnexpectedCall {
    public static func error(_ name: String) -> PortalError {
        PortalError(.local, operation: name, detail: "The call “\(name)” was not expected.")
    }

    public static func named<Output>(_ name: String) -> @Sendable () async throws(PortalError) -> Output {
        { () async throws(PortalError) -> Output in throw error(name) }
    }

    public static func named<A, Output>(_ name: String) -> @Sendable (A) async throws(PortalError) -> Output {
        { (_: A) async throws(PortalError) -> Output in throw error(name) }
    }

    public static func named<A, B, Output>(_ name: String) -> @Sendable (A, B) async throws(PortalError) -> Output {
        { (_: A, _: B) async throws(PortalError) -> Output in throw error(name) }
    }

    public static func named<A, B, C, Output>(_ name: String) -> @Sendable (A, B, C) async throws(PortalError) -> Output
    {
        { (_: A, _: B, _: C) async throws(PortalError) -> Output in throw error(name) }
    }
}
