import ArgumentParser
import PortalModel
import PortalServices
import TerminalCanvas

/// `portal doctor`: what this program finds here, for when something does not work.
struct DoctorCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the terminal, the directories, the network and the portal.",
        discussion: "Exit status 1 when something is a problem; a note is none.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object a check (docs/schemas/doctor.json).")
    var json = false

    struct Check: Encodable, Sendable {
        package var name: String
        /// `ok`, `note` or `problem`.
        var state: String
        var detail: String
    }

    func perform() async throws {
        let configuration = try Configuration(portal)
        var checks = MachineChecks(configuration: configuration).all
        if configuration.profile == nil {
            checks.append(Check(name: "portal", state: "note", detail: "none is configured"))
        } else {
            checks += await services()
        }
        try CommandOutput(json: json).emit(
            checks, as: [.check, .state, .detail], none: nil, row: { [$0.name, $0.state, $0.detail] })
        if checks.contains(where: { $0.state == "problem" }) { throw CommandFailure(told: .failed) }
    }

    private func services() async -> [Check] {
        do {
            return try await CommandPortal.with(portal, timeout: ServiceCheck.limit) { portal in
                async let findings = portal.findings()
                async let grants = Self.grants(portal)
                return await findings.map { Self.check($0) } + [grants]
            }
        } catch let failure as LaunchFailure {
            return [Check(name: "portal", state: "problem", detail: failure.message.plain)]
        } catch {
            return [Check(name: "portal", state: "problem", detail: (error as? CommandFailure)?.words ?? "\(error)")]
        }
    }

    private static func check(_ finding: ServiceFinding) -> Check {
        let reason = finding.detail.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        let words = [finding.place.address, finding.version, reason, "\(finding.milliseconds) ms"]
        return Check(
            name: finding.place.service.rawValue, state: finding.state == .healthy ? "ok" : "problem",
            detail: "\(finding.state.rawValue): \(words.compactMap(\.self).joined(separator: ", "))")
    }

    /// In which ways somebody can sign in.
    private static func grants(_ portal: CommandPortal) async -> Check {
        if portal.profile.place == .demo {
            return Check(name: "grants", state: "ok", detail: "none needed: the demo portal knows you as Ada")
        }
        guard let issuer = portal.portal.login.issuer else {
            return Check(
                name: "grants", state: "note", detail: "no place to sign in is configured (identity, --issuer)")
        }
        do throws(PortalError) {
            let ways = try await issuer.offeredWays()
            guard !ways.isEmpty else {
                return Check(name: "grants", state: "problem", detail: "neither a code nor a browser; use a token")
            }
            let words = ways.map { $0 == .device ? "code (device grant)" : "browser (code with PKCE)" }
            return Check(name: "grants", state: "ok", detail: words.joined(separator: ", "))
        } catch {
            return Check(name: "grants", state: "problem", detail: error.why.sentence)
        }
    }
}
