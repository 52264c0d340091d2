import ArgumentParser
import PortalModel
import PortalServices
import PortalViews
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
        var state: DoctorWords.State
        var detail: any Wording & Sendable

        init(_ name: String, _ state: DoctorWords.State, _ detail: DoctorWords) {
            self.init(name, state, because: detail)
        }

        init(_ name: String, _ state: DoctorWords.State, because detail: some Wording & Sendable) {
            (self.name, self.state, self.detail) = (name, state, detail)
        }

        private enum Key: String, CodingKey { case name, state, detail }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(name, forKey: .name)
            try container.encode(state, forKey: .state)
            try container.encode(Phrasing(.english).text(detail), forKey: .detail)
        }
    }

    func perform() async throws {
        let configuration = try Configuration(portal)
        configuration.tellLeftOut()
        var checks = MachineChecks(configuration: configuration).all
        if configuration.profile == nil {
            checks.append(Check("portal", .note, .notConfigured))
        } else {
            checks += await services()
        }
        try CommandOutput(json: json).emit(
            checks, as: [.check, .state, .detail], none: nil, row: Self.row)
        if checks.contains(where: { $0.state == .problem }) { throw CommandFailure(told: .failed) }
    }

    private static func row(_ check: Check) -> [String] {
        let c = Phrasing.person
        return [c.text(DoctorWords.name(check.name)), c.text(DoctorWords.state(check.state)), c.text(check.detail)]
    }

    private func services() async -> [Check] {
        do {
            return try await CommandPortal.with(portal, timeout: ServiceCheck.limit) { portal in
                async let findings = portal.findings()
                async let grants = Self.grants(portal)
                return await findings.map { Self.check($0) } + [grants]
            }
        } catch let failure as LaunchFailure {
            return [Check("portal", .problem, because: failure.said)]
        } catch let failure as CommandFailure {
            return [Check("portal", .problem, because: failure)]
        } catch {
            return [Check("portal", .problem, because: Reason.words("\(error)"))]
        }
    }

    private static func check(_ finding: ServiceFinding) -> Check {
        Check(
            finding.place.service.rawValue, finding.state == .healthy ? .ok : .problem, .finding(finding))
    }

    /// In which ways somebody can sign in.
    private static func grants(_ portal: CommandPortal) async -> Check {
        if portal.profile.place == .demo {
            return Check("grants", .ok, .demoKnowsYou)
        }
        guard let issuer = portal.portal.login.issuer else {
            return Check("grants", .note, .noPlaceToSignIn)
        }
        do throws(PortalError) {
            let ways = try await issuer.offeredWays()
            return ways.isEmpty ? Check("grants", .problem, .noWay) : Check("grants", .ok, .ways(ways))
        } catch {
            return Check("grants", .problem, because: error.why)
        }
    }
}
