import PortalDomain

/// Asks one service of a portal how it is, for the status view and for `portal health`.
public struct ServiceCheck: Sendable {
    private let place: ServicePlace
    private let ask: @Sendable () async throws(PortalError) -> ServiceStatus

    /// How long a service may take; then it counts as unreachable.
    public static let limit = Duration.seconds(5)

    public init(_ place: ServicePlace, ask: @escaping @Sendable () async throws(PortalError) -> ServiceStatus) {
        self.place = place
        self.ask = ask
    }

    /// Asks the service once and tells what came of it. Never throws: that it cannot be reached is a finding.
    public func finding(within limit: Duration = Self.limit) async -> ServiceFinding {
        let start = ContinuousClock.now
        let outcome = await outcome(within: limit)
        let elapsed = start.duration(to: .now).components
        let milliseconds = Int(elapsed.seconds * 1000 + elapsed.attoseconds / 1_000_000_000_000_000)
        switch outcome {
        case .success(let status):
            return ServiceFinding(
                place, .healthy, milliseconds: milliseconds, version: status.version, because: status.reason)
        case .failure(let error):
            return ServiceFinding(
                place, Self.state(error.kind), milliseconds: milliseconds,
                because: Self.reason(error).ofCall(error.requestID))
        }
    }

    private func outcome(within limit: Duration) async -> Result<ServiceStatus, PortalError> {
        await withTaskGroup(of: Result<ServiceStatus, PortalError>.self) { group in
            defer { group.cancelAll() }
            group.addTask { [ask] in
                do throws(PortalError) { return .success(try await ask()) } catch { return .failure(error) }
            }
            group.addTask {
                try? await NetworkPause.sleep(for: limit)
                let seconds = Int(limit.components.seconds)
                return .failure(PortalError(.timedOut(seconds: seconds), operation: "asking a service how it is"))
            }
            return await group.next() ?? .failure(PortalError(.cancelled, operation: "asking a service how it is"))
        }
    }

    private static func state(_ kind: PortalError.Kind) -> ServiceFinding.State {
        switch kind {
        case .offline, .timedOut, .local, .cancelled: .unreachable
        case .signedOut, .forbidden, .notFound, .refused, .conflict, .invalid, .tooManyRequests, .serverFault,
            .unavailable, .notTried, .unreadableAnswer, .unsupported, .heldElsewhere, .changedElsewhere,
            .notKept:
            .unhealthy
        }
    }

    private static func reason(_ error: PortalError) -> Reason {
        if case .timedOut(let seconds) = error.kind { return .answer(.noAnswer(seconds: seconds)) }
        guard case .serverFault(let status) = error.kind else { return error.why }
        return .joining(.answer(.status(status)), error.reason)
    }
}
