import Foundation
import PortalModel
import PortalServices

/// Asks a portal's services, all at once, whether they are well.
struct HealthCheck {
    /// A service as it was found (docs/schemas/health.json).
    struct Finding: Encodable, Sendable {
        enum State: String, Encodable, Sendable {
            case healthy, unhealthy, unreachable
        }

        /// `discovery`, `access` or `identity`.
        var service: String
        var address: String?
        var state: State
        var milliseconds: Int
        var version: String?
        /// The service's own words, or why it is not well.
        var detail: String?
    }

    let portal: CommandPortal

    func findings() async -> [Finding] {
        let addresses: PortalAddresses? =
            if case .services(let addresses) = portal.profile.place { addresses } else { nil }
        async let discovery = Self.ask("discovery", addresses?.discovery, portal.discovery.status)
        async let access = Self.access(portal, addresses)
        async let identity = Self.identity(portal)
        return await [discovery, access, identity].compactMap(\.self)
    }

    private static func access(_ portal: CommandPortal, _ addresses: PortalAddresses?) async -> Finding? {
        if let addresses, addresses.access == nil { return nil }
        return await ask("access", addresses?.access, portal.access.status)
    }

    /// The discovery document tells as much as a client needs: where to sign in, and that somebody answers there.
    private static func identity(_ portal: CommandPortal) async -> Finding? {
        guard let settings = portal.profile.identity, let session = portal.portal.login.session else { return nil }
        return await ask("identity", settings.issuer) { () async throws(PortalError) in
            do throws(LoginFailure) {
                let ways = try await session.offeredWays()
                return ServiceStatus(words: ways.map { $0 == .device ? "device" : "browser" }.joined(separator: ", "))
            } catch {
                if case .failed(let reason) = error { throw reason }
                throw PortalError(.unreadableAnswer, operation: "asking the sign-in service", detail: error.sentence)
            }
        }
    }

    private static func ask(
        _ service: String, _ address: String?, _ call: @Sendable () async throws(PortalError) -> ServiceStatus
    ) async -> Finding {
        let start = ContinuousClock.now
        var finding = Finding(service: service, address: address, state: .healthy, milliseconds: 0)
        do throws(PortalError) {
            let status = try await call()
            finding.version = status.version
            finding.detail = status.words
        } catch {
            switch error.kind {
            case .offline, .timedOut, .local: finding.state = .unreachable
            default: finding.state = .unhealthy
            }
            finding.detail = error.detail ?? error.sentence
        }
        let elapsed = start.duration(to: .now).components
        finding.milliseconds = Int(elapsed.seconds * 1000 + elapsed.attoseconds / 1_000_000_000_000_000)
        return finding
    }
}
