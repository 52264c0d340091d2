import PortalModel
import PortalServices

extension PortalConnection {
    /// The one implementation behind the status view, `portal health` and `portal doctor`.
    nonisolated var health: HealthService {
        HealthService { place in
            // The demo portal is started first, so that its start is not taken for its response time.
            let portal = try? await self.portal()
            let known = await self.place(of: place.service) ?? place
            let check = ServiceCheck(known) { () throws(PortalError) in try await self.status(of: known.service) }
            var finding = await check.finding()
            finding.rest = portal?.rest(of: known.service)
            return finding
        }
    }

    private func status(of service: PortalService) async throws(PortalError) -> ServiceStatus {
        switch service {
        case .discovery: return try await portal().discoveryService.status()
        case .access: return try await portal().accessService.status()
        case .identity:
            guard let issuer else {
                throw PortalError(.local, operation: "asking the sign-in service", because: .signIn(.nobodySignsIn))
            }
            return try await issuer.serviceStatus(isGuide: isGuide)
        }
    }

    /// With the address that a demo portal got when it was started.
    private func place(of service: PortalService) -> ServicePlace? {
        guard let listening = demo?.listening else { return nil }
        switch service {
        case .discovery: return ServicePlace(.discovery, at: listening.discovery)
        case .access: return ServicePlace(.access, at: listening.access)
        case .identity: return nil
        }
    }
}

extension Profile {
    /// The services that this portal has.
    package var services: [ServicePlace] {
        guard case .services(let addresses) = place else { return [ServicePlace(.discovery), ServicePlace(.access)] }
        return [
            ServicePlace(.discovery, at: addresses.discovery.withoutCredentials),
            addresses.access.map { ServicePlace(.access, at: $0.withoutCredentials) },
            identity.map { ServicePlace(.identity, at: $0.issuer.withoutCredentials) },
        ].compactMap(\.self)
    }
}
