/// A call that changes nothing at its service: it may be cancelled, and made again.
public struct ReadCall<Function: Sendable>: DeclaredCall {
    /// In words, as errors name it: "opening the request".
    public let operation: String
    /// What a service may lack; nil where every service of the kind has the call.
    public let feature: PortalFeature?
    /// Carries it out; nil where nobody does.
    public var perform: Function?
    private let missing: @Sendable (CallSurroundings) -> Function

    /// As it is given: nothing belongs around it.
    public func call(in surroundings: CallSurroundings) -> Function { perform ?? missing(surroundings) }

    /// Takes nothing.
    public init<Output>(_ operation: String, of feature: PortalFeature? = nil)
    where Function == @Sendable () async throws(PortalError) -> Output {
        (self.operation, self.feature) = (operation, feature)
        missing = { around in
            { () async throws(PortalError) -> Output in throw around.absence.error(operation, of: feature) }
        }
    }

    /// Takes one value.
    public init<A, Output>(_ operation: String, of feature: PortalFeature? = nil)
    where Function == @Sendable (A) async throws(PortalError) -> Output {
        (self.operation, self.feature) = (operation, feature)
        missing = { around in
            { (_: A) async throws(PortalError) -> Output in throw around.absence.error(operation, of: feature) }
        }
    }

    /// Takes two values.
    public init<A, B, Output>(_ operation: String, of feature: PortalFeature? = nil)
    where Function == @Sendable (A, B) async throws(PortalError) -> Output {
        (self.operation, self.feature) = (operation, feature)
        missing = { around in
            { (_: A, _: B) async throws(PortalError) -> Output in throw around.absence.error(operation, of: feature) }
        }
    }

    /// Takes three values.
    public init<A, B, C, Output>(_ operation: String, of feature: PortalFeature? = nil)
    where Function == @Sendable (A, B, C) async throws(PortalError) -> Output {
        (self.operation, self.feature) = (operation, feature)
        missing = { around in
            { (_: A, _: B, _: C) async throws(PortalError) -> Output in
                throw around.absence.error(operation, of: feature)
            }
        }
    }
}
