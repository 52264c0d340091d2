import ArgumentParser
import PortalModel

/// `portal health`: whether the portal's services are well.
struct HealthCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Tell whether the portal's services are well.",
        discussion: "All are asked at once, for 5 seconds at most. Exit status 5 when one is not healthy.")

    @OptionGroup(title: "Which portal") var portal: PortalFlags

    @Flag(help: "One JSON object (docs/schemas/health.json).")
    var json = false

    struct Record: Encodable {
        var isHealthy: Bool
        var services: [HealthCheck.Finding]
    }

    func perform() async throws {
        try await CommandPortal.with(portal, timeout: .seconds(5)) { portal in
            let findings = await HealthCheck(portal: portal).findings()
            let isHealthy = findings.allSatisfy { $0.state == .healthy }
            let output = CommandOutput(json: json)
            if json {
                try output.emit(Record(isHealthy: isHealthy, services: findings))
            } else {
                try output.emit(
                    findings, as: ["SERVICE", "STATE", "TIME", "VERSION", "DETAIL"], none: "",
                    row: {
                        [$0.service, $0.state.rawValue, "\($0.milliseconds) ms", $0.version ?? "", $0.detail ?? ""]
                    })
            }
            if !isHealthy { throw CommandFailure("", .network) }
        }
    }
}
