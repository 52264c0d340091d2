import FoundationEssentials

/// What is known of the services' health: shown by the status view, and kept when it is closed.
public struct HealthState: Equatable, Sendable {
    /// What each service was found to be like, when it was asked last.
    public var findings: [PortalService: ServiceFinding] = [:]
    /// Services whose answer is awaited.
    public var pending: [PortalService: Pending] = [:]
    /// When the services were asked last.
    public var askedAt: Date?

    public init() {}
}

/// The status view: all services are asked at once, and each is shown as soon as it is known.
extension AppState {
    mutating func showHealth() -> [Effect] {
        overlay = .health(offset: 0)
        return askForHealth()
    }

    mutating func askForHealth() -> [Effect] {
        guard let services = profile?.services else { return [] }
        health.askedAt = now
        return services.map { place in
            let id = nextRead(.health(place.service))
            health.pending[place.service] = Pending(id: id, since: now)
            return Effect.read(id, .health(place))
        } + tick()
    }

    mutating func healthAnswered(_ id: ReadID, _ finding: ServiceFinding) -> [Effect] {
        guard health.pending[finding.place.service]?.id == id else { return [] }
        health.pending[finding.place.service] = nil
        health.findings[finding.place.service] = finding
        return []
    }

    mutating func stopHealth() -> [Effect] {
        defer { health.pending = [:] }
        return PortalService.allCases.filter { health.pending[$0] != nil }.map { .cancelRead(.health($0)) }
    }
}
