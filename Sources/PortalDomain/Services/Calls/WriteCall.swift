/// A call that changes something at its service: it is never repeated blindly, and says what it makes stale of what was
/// answered before.
///
/// There is no way to declare one without that, and none to make one around it.
public struct WriteCall<Function: Sendable>: DeclaredCall {
    /// In words, as errors name it: "opening the request".
    public let operation: String
    /// What a service may lack; nil where every service of the kind has the call.
    public let feature: PortalFeature?
    /// Carries it out; nil where nobody does.
    public var perform: Function?
    private let changing: @Sendable (Function?, CallSurroundings) -> Function

    /// With what it makes stale forgotten around it.
    public func call(in surroundings: CallSurroundings) -> Function { changing(perform, surroundings) }

    /// Takes one value.
    public init<A: Sendable, Output>(
        _ operation: String, of feature: PortalFeature? = nil,
        makesStale stale: @escaping @Sendable (A) -> ChangedRequest
    ) where Function == @Sendable (A) async throws(PortalError) -> Output {
        (self.operation, self.feature) = (operation, feature)
        changing = { perform, around in
            { (a: A) async throws(PortalError) -> Output in
                guard let perform else { throw around.absence.error(operation, of: feature) }
                return try await around.changing(stale(a)) { () async throws(PortalError) in try await perform(a) }
            }
        }
    }

    /// Takes two values.
    public init<A: Sendable, B: Sendable, Output>(
        _ operation: String, of feature: PortalFeature? = nil,
        makesStale stale: @escaping @Sendable (A, B) -> ChangedRequest
    ) where Function == @Sendable (A, B) async throws(PortalError) -> Output {
        (self.operation, self.feature) = (operation, feature)
        changing = { perform, around in
            { (a: A, b: B) async throws(PortalError) -> Output in
                guard let perform else { throw around.absence.error(operation, of: feature) }
                return try await around.changing(stale(a, b)) { () async throws(PortalError) in
                    try await perform(a, b)
                }
            }
        }
    }

    /// Takes three values.
    public init<A: Sendable, B: Sendable, C: Sendable, Output>(
        _ operation: String, of feature: PortalFeature? = nil,
        makesStale stale: @escaping @Sendable (A, B, C) -> ChangedRequest
    ) where Function == @Sendable (A, B, C) async throws(PortalError) -> Output {
        (self.operation, self.feature) = (operation, feature)
        changing = { perform, around in
            { (a: A, b: B, c: C) async throws(PortalError) -> Output in
                guard let perform else { throw around.absence.error(operation, of: feature) }
                return try await around.changing(stale(a, b, c)) { () async throws(PortalError) in
                    try await perform(a, b, c)
                }
            }
        }
    }
}
