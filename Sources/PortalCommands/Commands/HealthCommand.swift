import ArgumentParser
import PortalModel
import PortalViews
import TerminalCanvas

/// `portal health`: whether the portal's services are well.
struct HealthCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Tell whether the portal's services are well.",
        discussion: "All are asked at once, for 5 seconds at most. Exit status 5 when one is not healthy.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object (docs/schemas/health.json).")
    var json = false

    struct Record: Encodable {
        var isHealthy: Bool
        package var services: [Service]
    }

    /// A service as it was found (docs/schemas/health.json).
    struct Service: Encodable {
        package var service: PortalService
        var address: String?
        var state: ServiceFinding.State
        var milliseconds: Int
        var version: String?
        var detail: String?
        /// For people, who read it in their language.
        var reason: Reason?

        private enum CodingKeys: String, CodingKey { case service, address, state, milliseconds, version, detail }

        init(_ finding: ServiceFinding) {
            service = finding.place.service
            address = finding.place.address
            state = finding.state
            milliseconds = finding.milliseconds
            version = finding.version
            detail = finding.detail
            reason = finding.reason
        }
    }

    private static func row(_ found: Service) -> [String] {
        let c = Phrasing.person
        return [
            c.text(CommonCommandWords.service(found.service)), c.text(CommonCommandWords.state(found.state)),
            "\(found.milliseconds) ms", found.version ?? "", found.address ?? "", c(found.reason).plain,
        ]
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let services = await portal.findings().map(Service.init)
            let isHealthy = services.allSatisfy { $0.state == .healthy }
            let output = CommandOutput(json: json)
            if json {
                try output.emit(Record(isHealthy: isHealthy, services: services))
            } else {
                try output.emit(
                    services, as: [.service, .state, .time, .version, .address, .detail], none: nil,
                    row: Self.row)
            }
            if !isHealthy { throw CommandFailure(told: .network) }
        }
    }
}

extension CommandPortal {
    /// How the services are, all asked at once, in the order of the profile.
    func findings() async -> [ServiceFinding] {
        let (health, services) = (portal.connection.health, profile.services)
        return await withTaskGroup(of: (Int, ServiceFinding).self) { group in
            for (index, place) in services.enumerated() { group.addTask { (index, await health.check(place)) } }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
