/// Asking the portal's services how they are: safe, and never longer than 5 seconds.
public struct HealthService: Sendable {
    /// Asks one service. Never throws: that it cannot be reached is a finding.
    public var check: @Sendable (ServicePlace) async -> ServiceFinding

    public init(check: @escaping @Sendable (ServicePlace) async -> ServiceFinding) { self.check = check }

    /// Of a test that asks nobody.
    public static let none = HealthService { ServiceFinding($0, .unreachable, milliseconds: 0) }
}
