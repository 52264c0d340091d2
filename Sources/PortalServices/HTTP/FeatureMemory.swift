import PortalDomain
import Synchronization

/// Which features a running service has shown not to have. They are not asked for again as long as the program runs.
final class FeatureMemory: Sendable {
    private let refusals = Mutex<[PortalFeature: PortalError]>([:])

    /// Makes a call of a feature unless the service has refused it before.
    func attempt<Answer: Sendable>(
        _ feature: PortalFeature, _ call: () async throws(PortalError) -> Answer
    ) async throws(PortalError) -> Answer {
        if let refusal = refusals.withLock({ $0[feature] }) { throw refusal }
        do throws(PortalError) {
            return try await call()
        } catch {
            guard error.kind == .unsupported, error.feature == feature else { throw error }
            // The call that is refused next time is none: it has no id.
            var remembered = PortalError(notOffered: feature)
            remembered.operation = error.operation
            refusals.withLock { [remembered] in $0[feature] = remembered }
            throw error
        }
    }
}
